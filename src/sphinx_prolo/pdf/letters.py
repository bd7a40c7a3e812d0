"""A font in, the text that each of its glyphs stands for out, whatever the place where the glyph was drawn first.

WeasyPrint takes a glyph's text from the first place where it is drawn. Where letters change their shape, join or lean
on one another that is a matter of luck: a bracket in Arabic would be read as its mirror image, a letter with a vowel
sign would bring that sign along everywhere. The font itself knows better (OpenType 1.9, ``cmap`` and ``GSUB``).
"""

from __future__ import annotations

import dataclasses
import functools
import io
import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ZWNJ = "\u200c"
# The private character by which our Arabic font draws the joiner as an empty glyph; see tools/fonts.py. Shapers hide
# U+200C itself, so that "خانه‌ها" would be read as one word. As long as ZWNJ in UTF-8: no index moves.
DRAWN_ZWNJ = "\ue00c"

_SINGLE, _LIGATURE, _EXTENSION = 1, 4, 7  # types of GSUB lookups
_DEPTH = 4  # a ligature of ligatures of forms

_MOST = 4  # texts of one glyph: U+0647 and U+06C1, two letters of Arabic and Urdu, share some forms


@dataclasses.dataclass(frozen=True)
class Letters:
    """What the glyphs of a font stand for: glyph id -> texts, the likeliest first."""

    texts: Mapping[int, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def likeliest(self) -> dict[int, str]:
        """Glyph id -> text."""
        return {glyph: texts[0] for glyph, texts in self.texts.items()}

    @functools.cached_property
    def marks(self) -> frozenset[int]:
        """The glyphs that are nothing but signs on a letter, in right-to-left scripts."""
        return frozenset(glyph for glyph, text in self.likeliest.items() if _is_mark(text))

    @functools.cached_property
    def joined(self) -> frozenset[int]:
        """The glyphs that are several letters in one, in right-to-left scripts."""
        return frozenset(glyph for glyph, text in self.likeliest.items() if len(text) > 1 and _is_rtl(text))


_tables: dict[tuple[str, int], Letters] = {}


def letters(name: str, content: bytes, index: int = 0) -> Letters:
    """The letters of a font; read once for each font."""
    key = (name, len(content))
    if key not in _tables:
        _tables[key] = Letters(_read(TTFont(io.BytesIO(content), fontNumber=index, lazy=True)))
    return _tables[key]


def _is_rtl(text: str) -> bool:
    """Hebrew, Arabic, Syriac, Thaana, N'Ko."""
    return all("\u0590" < char < "\u0900" for char in text)


def _is_mark(text: str) -> bool:
    return _is_rtl(text) and all(unicodedata.category(char) == "Mn" for char in text)


def _read(font: Any) -> dict[int, tuple[str, ...]]:
    known: dict[str, dict[str, None]] = {}
    # Letters before the forms of them that Unicode has for compatibility.
    for code, glyph in sorted(font.getBestCmap().items(), key=lambda item: (_is_form(chr(item[0])), item[0])):
        if text := _text(chr(code)):
            known.setdefault(glyph, {})[text] = None
    named = set(known)
    substitutions = list(_substitutions(font))
    for _ in range(_DEPTH):
        for sources, target in substitutions:
            if target not in named and all(source in known for source in sources):
                texts = known.setdefault(target, {})
                for parts in itertools.product(*(known[source] for source in sources)):
                    if len(texts) < _MOST:
                        texts["".join(parts)] = None
    return {font.getGlyphID(glyph): tuple(texts) for glyph, texts in known.items()}


def _is_form(char: str) -> bool:
    """The ligatures of Latin and Armenian, and the presentation forms of Hebrew and Arabic."""
    return "\ufb00" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


def _text(char: str) -> str:
    if char == DRAWN_ZWNJ:
        return ZWNJ
    return unicodedata.normalize("NFKC", char).strip() if _is_form(char) else char


def _substitutions(font: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """The glyphs that the font puts in place of others: one for one, and one for several."""
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for found in lookup.SubTable:
            table = found.ExtSubTable if found.LookupType == _EXTENSION else found
            if table.LookupType == _SINGLE:
                for source, target in table.mapping.items():
                    yield (source,), target
            elif table.LookupType == _LIGATURE:
                for first, ligatures in table.ligatures.items():
                    for ligature in ligatures:
                        yield (first, *ligature.Component), ligature.LigGlyph
