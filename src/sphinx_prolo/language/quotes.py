"""A language in, its quotation marks out. Babel does not carry CLDR's delimiters, so this small table is ours."""

from __future__ import annotations

Quotes = tuple[str, str, str, str]

_ENGLISH: Quotes = ("“", "”", "‘", "’")
_ANGLES: Quotes = ("«", "»", "“", "”")
_LOW: Quotes = ("„", "“", "‚", "‘")
_CORNERS: Quotes = ("「", "」", "『", "』")
_RIGHT: Quotes = ("”", "”", "’", "’")

# Arabic: CLDR has ”…“, which come out wrong way round in some fonts; the angles mirror by themselves and are what
# Arabic books use.
_QUOTES: dict[str, Quotes] = {
    **dict.fromkeys(("es", "it", "ca", "gl", "eu", "el", "pt_PT", "ar", "hy"), _ANGLES),
    **dict.fromkeys(("de", "cs", "sk", "sl", "hr", "bs", "bg", "mk", "lt", "et", "is", "sr"), _LOW),
    **dict.fromkeys(("sv", "fi", "he"), _RIGHT),
    **dict.fromkeys(("ja", "zh_Hant", "yue"), _CORNERS),
    **dict.fromkeys(("ru", "uk", "be"), ("«", "»", "„", "“")),
    **dict.fromkeys(("pl", "ro"), ("„", "”", "«", "»")),
    **dict.fromkeys(("fa", "ps", "am", "ti"), ("«", "»", "‹", "›")),
    **dict.fromkeys(("no", "nb", "nn"), ("«", "»", "‘", "’")),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "hu": ("„", "”", "»", "«"),
    "ka": ("„", "“", "«", "»"),
    "nl": ("‘", "’", "“", "”"),
}


def quotes(names: tuple[str, ...]) -> Quotes:
    """Outer opening and closing, inner opening and closing mark, for the first of the locale names that has its own.

    The rest of the world uses the English ones, as the root of CLDR does.
    """
    return next((_QUOTES[name] for name in names if name in _QUOTES), _ENGLISH)
