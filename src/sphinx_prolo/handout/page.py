"""The body of a handout and its furniture in, one self-contained HTML page and its style sheet out."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

if TYPE_CHECKING:
    from sphinx_prolo.language import Profile, Writer

# CSS Counter Styles 3, section 6: the predefined style that counts with a digit zero.
_COUNTERS = {
    "٠": "arabic-indic", "۰": "persian", "০": "bengali", "०": "devanagari", "០": "khmer", "໐": "lao", "၀": "myanmar",
    "๐": "thai", "༠": "tibetan",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the body. ``writer`` writes for the reader, ``author`` in the source language; dates are
    ISO 8601; ``reasons`` make it a draft; ``paper`` is A4 or Letter.
    """

    writer: Writer
    author: Writer
    title: str
    source_title: str
    version: str
    published: str
    review_by: str
    reasons: tuple[str, ...]
    paper: str

    @property
    def is_translation(self) -> bool:
        return self.writer.profile.code != self.author.profile.code

    @property
    def band(self) -> list[tuple[Profile, str]]:
        """The words of the draft band, each with its language; empty for a final."""
        writers = [self.writer, self.author] if self.is_translation else [self.writer]
        text = "Draft – do not give to patients"
        return [(writer.profile, writer.labels.text(text, "page")) for writer in writers] if self.reasons else []

    @property
    def counters(self) -> str:
        """The CSS counter style that writes page numbers in the reader's digits."""
        return _COUNTERS.get(self.writer.number(0), "decimal")

    @property
    def dates(self) -> list[tuple[str, str, str]]:
        """The dates of the footer: what stands before each, the date as the reader writes it, what stands after."""
        return [self._dated("Published", self.published), self._dated("Review by", self.review_by)]

    def _dated(self, label: str, iso: str) -> tuple[str, str, str]:
        written = self.writer.date(datetime.date.fromisoformat(iso))
        before, _, after = self.writer.labelled(self.writer.labels.text(label, "page"), "{date}").partition("{date}")
        return before, written, after


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """A page for the printer: ``html`` is this handout's, ``css`` the same for all."""

    html: str
    css: str


def page(furniture: Furniture, body: str) -> Page:
    """Lay out a handout as one HTML page that needs nothing else."""
    profile = furniture.writer.profile
    # The numbers of the page are counters; the words around them are the label's.
    before, _, rest = furniture.writer.labels.text(
        "Page {page} of {pages}", "page", page="{page}", pages="{pages}"
    ).partition("{page}")
    between, _, after = rest.partition("{pages}")
    html = _template().render(
        furniture=furniture,
        profile=profile,
        author=furniture.author.profile,
        label=furniture.writer.labels.text,
        page_words=(before, between, after),
        body=Markup(body),  # noqa: S704 - HTML of our own translator, which escaped every text
    )
    return Page(html, _theme("print.css"))


@functools.cache
def _theme(name: str) -> str:
    return files(__package__).joinpath("theme", name).read_text(encoding="utf-8")


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(_theme("page.html"))
