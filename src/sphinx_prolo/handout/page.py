"""The body of a handout and its furniture in, one self-contained HTML page and its style sheet out."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

if TYPE_CHECKING:
    from sphinx_prolo.language import Profile, Writer
    from sphinx_prolo.reviews import Signature
    from sphinx_prolo.status import Review

# CSS Counter Styles 3, section 6: the predefined style that counts with a digit zero.
_COUNTERS = {
    "٠": "arabic-indic", "۰": "persian", "০": "bengali", "०": "devanagari", "០": "khmer", "໐": "lao", "၀": "myanmar",
    "๐": "thai", "༠": "tibetan",
}  # fmt: skip


_ROLES = {"clinician": "Approved by", "translator": "Translated by", "reviser": "Checked by"}


@dataclasses.dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the body. ``writer`` writes for the reader, ``author`` in the source language; dates are
    ISO 8601; ``reasons`` make it a draft; ``paper`` is A4 or Letter; ``review`` says who has signed.
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
    review: Review

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

    @property
    def is_unsigned(self) -> bool:
        """Whether nobody has signed what is printed here."""
        signed = self.review.source if self.review.checked is None else self.review.translation
        return signed is None

    @property
    def record(self) -> list[tuple[str, str, str]]:
        """Who has signed a final, and when: the translation, then the source."""
        return [] if self.reasons else [*self._signed(self.review.translation), *self._signed(self.review.source)]

    @property
    def foot(self) -> float:
        """The height of the footer in millimetres; a long record needs more than its one line."""
        text = " · ".join("".join(parts) for parts in self.record)
        columns = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
        lines = -(-columns // 75)  # on the narrowest paper, with words that break unluckily
        return 16 + 4.6 * max(lines - 1, 0)

    def _signed(self, signature: Signature | None) -> Iterator[tuple[str, str, str]]:
        if signature is not None:
            for role, name in signature.names.items():
                yield self._labelled(_ROLES[role], "document-control", name)
            yield self._labelled("Signed on", "document-control", self.writer.date(signature.date))

    def _dated(self, label: str, iso: str) -> tuple[str, str, str]:
        return self._labelled(label, "page", self.writer.date(datetime.date.fromisoformat(iso)))

    def _labelled(self, label: str, context: str, value: str) -> tuple[str, str, str]:
        """What stands before the value, the value, and what stands after it."""
        before, _, after = self.writer.labelled(self.writer.labels.text(label, context), "{value}").partition("{value}")
        return before, value, after


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
