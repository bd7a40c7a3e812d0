"""The body of a handout and its furniture in, one self-contained HTML page and its style sheet out."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup, escape

from sphinx_prolo.handout.editions import BILINGUAL, LABELS, LARGE_PRINT, STANDARD
from sphinx_prolo.handout.rows import Type, em
from sphinx_prolo.handout.wrapping import wrappable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_prolo.handout.letterhead_blocks import Blocks
    from sphinx_prolo.language import Profile, Writer
    from sphinx_prolo.reviews import Signature
    from sphinx_prolo.status import Review

# CSS Counter Styles 3, section 6: the predefined style that counts with a digit zero.
_COUNTERS = {
    "٠": "arabic-indic", "۰": "persian", "০": "bengali", "०": "devanagari", "០": "khmer", "໐": "lao", "၀": "myanmar",
    "๐": "thai", "༠": "tibetan",
}  # fmt: skip


# The letters of head and foot, on the narrower paper (A4); gaps in em between words and between pieces (" · ").
_HEAD, _FOOT, _LARGE = Type(9.5, 170), Type(9.1, 170), Type(16, 176)
_SPACE, _DOT = 0.26, 0.8

_ROLES = {"clinician": "Approved by", "translator": "Translated by", "reviser": "Checked by"}


def _corner(names: str) -> float:
    """The room for names in bold letters, in millimetres."""
    return round(1.1 * em(names) * _HEAD.em + 4, 1)


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
        """What the edition and its languages are called, for the corner of each page.

        A language is named for the staff too, unless that would cost each page a row.
        """
        label = LABELS.get(self.edition)
        called = [] if label is None else [self.writer.labels.text(label, "page")]
        called.append(self.writer.profile.name)
        if self.edition == BILINGUAL:
            called.append(self.author.profile.name)
        own = " · ".join(called)
        if self.edition == BILINGUAL or not self.is_translation:
            return own
        both = f"{own} · {self.author.language(self.writer.profile.code)}"
        return own if self._leaves_one_row(own) and not self._leaves_one_row(both) else both

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
    def corner(self) -> float:
        """The room for ``names`` in millimetres; in large letters they have a row of their own."""
        return 0 if self.edition == LARGE_PRINT else _corner(self.names)

    @property
    def is_one_row(self) -> bool:
        """Whether the head has room for the title in both languages beside the names."""
        return self._leaves_one_row(self.names)

    def _leaves_one_row(self, names: str) -> bool:
        """Never for two directions: who copies a line that mixes them gets its words out of order."""
        if self.edition == LARGE_PRINT or self.is_mixed:
            return False
        title = max(self.title, self.writer.labels.text("Patient information", "page"), key=em)
        row = Type(_HEAD.size, _HEAD.width - _corner(names))
        return row.rows([f"{title} · {self.source_title}"], 0) == 1

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
    def control(self) -> list[tuple[str, str, str]]:
        """What the foot says of the handout: its version and dates; what stands before each date, and after it."""
        words = self.writer.labels.text("Version {version}", "page", version="{version}")
        before, _, after = words.partition("{version}")
        return [
            (before, self.version, after),
            self._dated("Published", self.published),
            self._dated("Review by", self.review_by),
        ]

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
        """The height of the footer in millimetres: three blocks, each of as many rows as its words need."""
        type_ = _LARGE if self.edition == LARGE_PRINT else _FOOT
        numbers = self.writer.labels.text("Page {page} of {pages}", "page", page="0", pages="00")
        control = [numbers, *map("".join, self.control)]
        count = sum(type_.rows(line, _SPACE) for line in self.letterhead.lines) + type_.rows(control, _DOT)
        count += type_.rows(["".join(parts) for parts in self.record], _DOT)
        return round(11.3 + type_.row * count + (1 if self.letterhead.lines else 0), 1)

    @property
    def head(self) -> float | None:
        """The height of the header in millimetres, where it depends on the titles: in large letters they may wrap."""
        if self.edition != LARGE_PRINT:
            return None
        texts = [self.title, *([self.source_title] if self.is_translation else [])]
        count = 1 + sum(_LARGE.rows(text.split(), _SPACE) for text in texts)
        said = [words.split() for _, words in self.band]
        bands = said if self.is_mixed else [[word for words in said for word in words]]
        count += sum(_LARGE.rows(band, 2 * _SPACE) for band in bands)
        return round(10 + _LARGE.row * count + (3 if said else 0), 1)

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
    environment.filters["families"] = _families
    return environment.from_string(_theme("page.html"))


def _families(names: Iterable[str]) -> str:
    """Names of fonts for a style sheet, without a letter that HTML would escape (CSS Syntax 3, 4.3.7)."""
    names = (re.sub(r"[^\w \-]", lambda other: f"\\{ord(other[0]):x} ", name) for name in names)
    return Markup(", ").join(Markup('"{}"').format(name) for name in names)
