"""A script in, how it is set out: font families, line height, whether it has italics."""

from __future__ import annotations

import dataclasses

# What no text font has (arrows, ticks, signs) and ASCII digits and brackets for the fonts that lack them.
_TAIL = ("Noto Sans", "Noto Sans Math", "Noto Sans Symbols2", "Noto Sans Symbols")
_CJK = ("Noto Sans CJK JP", *_TAIL)


@dataclasses.dataclass(frozen=True, slots=True)
class Script:
    """How a script is printed.

    fonts        CSS font families in order, all of them bundled (``Noto Sans CJK JP``: by the ``cjk`` extra)
    line_height  multiple of the font size; larger for scripts with marks above and below or with tall stacks
    size         factor of the size: letters of some scripts are small on their body
    italic       whether the script has italics by tradition; where not, slanted letters are a fault of the machine
    """

    fonts: tuple[str, ...]
    line_height: float
    size: float = 1
    italic: bool = False


def _noto(name: str, line_height: float, size: float = 1) -> Script:
    return Script((f"Noto {name}", *_TAIL), line_height, size)


_WESTERN = Script(_TAIL, 1.4, italic=True)
_EAST_ASIAN = Script(_CJK, 1.6)

# ISO 15924 codes, as in CLDR's likely subtags. One Japanese font file serves Chinese and Korean too: its glyphs are
# chosen by the language of the text.
_SCRIPTS: dict[str, Script] = {
    "Latn": _WESTERN,
    "Grek": _WESTERN,
    "Cyrl": _WESTERN,
    "Arab": _noto("Naskh Arabic", 1.55, 1.08),
    "Hebr": _noto("Sans Hebrew", 1.5),
    "Deva": _noto("Sans Devanagari", 1.55),
    "Beng": _noto("Sans Bengali", 1.6),
    "Taml": _noto("Sans Tamil", 1.6),
    "Telu": _noto("Sans Telugu", 1.7),
    "Knda": _noto("Sans Kannada", 1.7),
    "Mlym": _noto("Sans Malayalam", 1.7),
    "Gujr": _noto("Sans Gujarati", 1.6),
    "Guru": _noto("Sans Gurmukhi", 1.6),
    "Sinh": _noto("Sans Sinhala", 1.6),
    "Thai": _noto("Sans Thai", 1.65, 1.1),
    "Laoo": _noto("Sans Lao", 1.65, 1.1),
    "Khmr": _noto("Sans Khmer", 1.75, 1.1),
    "Mymr": _noto("Sans Myanmar", 1.75, 1.1),
    "Ethi": _noto("Sans Ethiopic", 1.6),
    "Armn": _noto("Sans Armenian", 1.4),
    "Geor": _noto("Sans Georgian", 1.4),
    **dict.fromkeys(("Hans", "Hant", "Jpan", "Kore", "Hani", "Hira", "Kana", "Hang"), _EAST_ASIAN),
}

# A script without a bundled font: the glyph check will name every letter that is missing.
_OTHER = Script(_TAIL, 1.6)


def script(code: str) -> Script:
    """How the script with this ISO 15924 code is printed."""
    return _SCRIPTS.get(code, _OTHER)
