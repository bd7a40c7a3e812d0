"""A written value in, its numbers and its words apart out, so that a page can keep numbers in order.

The rule for pages in right-to-left languages: the text of a value is in logical order and carries no invisible marks.
A page wraps the whole value in ``<bdi dir="rtl">`` and each number run in it in ``<bdi dir="ltr">``, so that ranges,
percentages and groups of digits keep their order wherever they stand. To wrap the whole value left-to-right would be
wrong: the noun must stand to the left of its number. Where all text goes from left to right, nothing has to be wrapped.
Number runs should not break (``white-space: nowrap``): a line may break after a dash.

Arabic-Indic digits (Egypt, the Levant, Iraq) are different: their ranges are read from right to left, which is what
the bidi algorithm does by itself; a left-to-right wrapping would only tear the percent sign off. They are no run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Decimal and group separators, and the colon of a time, stand between digits; a range sign may have (no-break) spaces
# around it; a percent sign stands before or after.
_SPACE = r"[ \u00a0\u2009\u202f]"
_DIGIT = r"[^\D\u0660-\u0669]"
_NUMBER = rf"{_DIGIT}(?:[.,:٫٬'’\u00a0\u202f]?{_DIGIT})*"
_RUN = re.compile(rf"(?:[%٪]{_SPACE}?)?{_NUMBER}(?:{_SPACE}?[-–—‒~～]{_SPACE}?{_NUMBER})*(?:{_SPACE}?[%٪])?")


_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"})


def number_runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order: ``(piece, is_number_run)``. A range or a percentage is one run.

    >>> list(number_runs("10-15 دقيقة"))
    [('10-15', True), (' دقيقة', False)]
    """
    end = 0
    for match in _RUN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def direction_of(text: str) -> str:
    """``rtl`` or ``ltr``, by the first letter that has a direction; ``ltr`` for numbers alone.

    The rules P2 and P3 of Unicode Standard Annex 9, by which browsers set the direction of a ``<bdi>``.
    """
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"


def has_right_to_left(text: str) -> bool:
    """Whether anything in it goes right to left, or makes other letters do so (Unicode Standard Annex 9, table 4)."""
    return not text.isascii() and not _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, text))
