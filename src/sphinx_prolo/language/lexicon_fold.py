"""A text in, the same text out as words are compared: small letters, composed, without marks that only decorate it."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator

# Tatweel, vowel signs of Arabic and Hebrew, zero-width and direction characters: without them a word is the same.
_ORNAMENTS = (
    "\u00ad\u034f\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u180e\u200b-\u200f\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
)
_ORNAMENT = re.compile(f"[{_ORNAMENTS}]")
# A character with what belongs to it: combining marks, and the vowels and finals of Hangul written in pieces.
_CLUSTER = re.compile(
    r"(?s:.)[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u093c\u09bc\u09d7\u0bbe\u0bd7"
    r"\u1160-\u11ff\u3099\u309a]*"
)
# One character for another: full-width forms, spaces, apostrophes, hyphens, and the letters that are alike on Persian
# and Arabic keyboards. The comma of Chinese stays: it never stands in a number.
_SAME = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C},
    **dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000, 0x0A, 0x09), 0x20),
    **dict.fromkeys((0x2018, 0x2019, 0x02BC, 0x02BB, 0x2032, 0x60), 0x27),
    **dict.fromkeys((0x2010, 0x2011, 0x05BE), 0x2D),
}  # fmt: skip
_LETTERS = {0x0643: 0x06A9, 0x064A: 0x06CC, 0x0649: 0x06CC, 0x06C1: 0x0647}
_SAME |= _LETTERS


@dataclasses.dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared; ``places`` says where each of its characters stands in the text as it was given, and
    where that ends. None: in the same place.
    """

    text: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of it, in the text as it was given."""
        return (start, end) if self.places is None else (self.places[start], self.places[end])


def fold(text: str) -> Folded:
    """Fold a text. It is never longer than it was, but for letters such as ß."""
    if text.isascii():
        return Folded(text.replace("\n", " ").replace("\t", " ").lower())
    plain = text.translate(_SAME).casefold()
    if len(plain) == len(text) and not _ORNAMENT.search(plain) and unicodedata.is_normalized("NFC", plain):
        return Folded(plain)
    pieces: list[str] = []
    places: list[int] = []
    for match in _CLUSTER.finditer(text):
        piece = _ORNAMENT.sub("", unicodedata.normalize("NFC", match[0].translate(_SAME)).casefold())
        piece = unicodedata.normalize("NFC", piece)
        pieces.append(piece)
        places += [match.start()] * len(piece)
    return Folded("".join(pieces), (*places, len(text)))


def alike(pattern: str) -> str:
    """A regular expression for folded texts, with the letters that they have."""
    return unicodedata.normalize("NFC", pattern).translate(_LETTERS)


def _marks() -> str:
    """The combining marks, as a part of a character class: they belong to words, but are no letters to ``re``."""
    areas = (*range(0x300, 0x1B00), *range(0x1DC0, 0x1E00), *range(0xA800, 0xAC00))
    return "".join(chr(code) for code in areas if unicodedata.category(chr(code)).startswith("M"))


_MARKS = _marks()
_MARK = re.compile(f"[{_MARKS}]")
LETTER = re.compile(rf"[^\W\d_]|[{_MARKS}]")
WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])[^\W\d_]*(?:[{_MARKS}]+[^\W\d_]*)*")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a folded text."""
    return (WORD if not text.isascii() and _MARK.search(text) else _PLAIN_WORD).finditer(text)
