"""The body of a handout and its furniture in, one self-contained HTML page and its style sheet out."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup, escape

from sphinx_prolo.handout.editions import BILINGUAL, LABELS, LARGE_PRINT, STANDARD
from sphinx_prolo.handout.wrapping import wrappable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.handout.letterhead_blocks import Blocks
    from sphinx_prolo.language import Profile, Writer
    from sphinx_prolo.reviews import Signature
    from sphinx_prolo.status import Review

# CSS Counter Styles 3, section 6: the predefined style that counts with a digit zero.
_COUNTERS = {
    "٠": "arabic-indic", "۰": "persian", "০": "bengali", "०": "devanagari", "០": "khmer", "໐": "lao", "၀": "myanmar",
    "๐": "thai", "༠": "tibetan",
}  # fmt: skip


# Of 16 points, in head and foot of large print: the height of a line in millimetres, letters in a line of A4.
_LARGE_LINE, _LARGE_LETTERS = 7.7, 52

_ROLES = {"clinician": "Approved by", "translator": "Translated by", "reviser": "Checked by"}


@dataclasses.dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the body. ``writer`` writes for the reader, ``author`` in the source language; dates are
    ISO 8601; ``reasons`` make it a draft; ``paper`` is A4 or Letter; ``review`` says who has signed; ``families``
    are the fonts of the page, ``letterhead`` the blocks of a clinic's.
    """

    edition: str
    letterhead: Blocks
    families: tuple[str, ...]
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
    def names(self) -> str:
        """What the edition and its languages are called, for the corner of each page."""
        label = LABELS.get(self.edition)
        called = [] if label is None else [self.writer.labels.text(label, "page")]
        called.append(self.writer.profile.name)
        if self.edition == BILINGUAL:
            called.append(self.author.profile.name)
        return " · ".join(called)

    @property
    def heading(self) -> Markup:
        """The title for the head of the pages; one that is not translated says which language it is in."""
        if not self.is_translation or self.title != self.source_title:
            return escape(self.title)
        author = self.author.profile
        return Markup('<span lang="{}" dir="{}">{}</span>').format(author.tag, author.direction, self.title)

    @property
    def is_translation(self) -> bool:
        return self.writer.profile.code != self.author.profile.code

    @property
    def is_mixed(self) -> bool:
        """Whether what stands around the text is in both directions."""
        return self.writer.profile.direction != self.author.profile.direction

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
    def points(self) -> float:
        """The size of the text; scripts whose letters are small on their body get more (see language/script.py)."""
        return round((18 if self.edition == LARGE_PRINT else 12) * self.writer.profile.size, 2)

    @property
    def foot(self) -> float:
        """The height of the footer in millimetres; a long record needs more than its one line."""
        record = " · ".join("".join(parts) for parts in self.record)
        dates = " · ".join("".join(parts) for parts in self.dates)
        unsigned = self.writer.labels.text("Not signed yet", "document-control") if self.is_unsigned else ""
        control = f"{self.version} · {dates} · {unsigned}" + 30 * " "  # the version's label, and the number of the page
        if self.edition == LARGE_PRINT:
            return 12 + _LARGE_LINE * (_lines(control, _LARGE_LETTERS) + _lines(record, _LARGE_LETTERS))
        # on the narrowest paper, with words that break unluckily
        return 16 + 4.6 * (_lines(control, 115) + max(_lines(record, 75) - 1, 0) - 1)

    @property
    def head(self) -> float | None:
        """The height of the header in millimetres, where it depends on the titles: in large letters they may wrap."""
        if self.edition != LARGE_PRINT:
            return None
        texts = [self.title, *([self.source_title] if self.is_translation else [])]
        lines = 1 + sum(_lines(text, _LARGE_LETTERS) for text in texts)
        said = [words for _, words in self.band]
        bands = said if self.is_mixed else ["     ".join(said)]
        lines += sum(_lines(band, _LARGE_LETTERS - 5) for band in bands)
        return 10 + _LARGE_LINE * lines + (3 if said else 0)

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


def _lines(text: str, letters: int) -> int:
    """How many lines of so many letters a text needs; a Chinese one is as wide as two others."""
    columns = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return -(-columns // letters)


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """A page for the printer: ``html`` is this handout's, ``css`` the same for all of an edition."""

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
    style = _style(furniture.edition)
    sheet = style + _theme("letterhead.css") if furniture.letterhead.masthead else style
    return Page(wrappable(html), sheet)


@functools.cache
def _style(edition: str) -> str:
    """The style sheet of an edition: that of the standard one, and what is different."""
    return _theme("print.css") if edition == STANDARD else _theme("print.css") + _theme(f"{edition}.css")


@functools.cache
def _theme(name: str) -> str:
    return files(__package__).joinpath("theme", name).read_text(encoding="utf-8")


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(_theme("page.html"))
