"""How many of how many in, a drawing of as many circles out: an SVG image, filled from where the reader begins to read.

Filled circles are told from empty ones by shape, so that the drawing survives a grey printer and a fax.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

_COLUMNS = {10: 10, 100: 10, 1000: 40}
_INK = "#1a1a1a"  # that of the page; an image cannot ask the style sheet


def icons(n: int, of: int, *, from_right: bool) -> str:
    """The ``data:`` address of an SVG of ``of`` circles (10, 100 or 1000), the first ``n`` of them filled."""
    columns = _COLUMNS[of]
    rows = of // columns
    size, stroke = (12, 1) if of < 1000 else (6, 0.6)
    filled = _path(range(n), columns, from_right)
    empty = _path(range(n, of), columns, from_right)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{columns * size}" height="{rows * size}" '
        f'viewBox="0 0 {columns * 10} {rows * 10}" stroke="{_INK}" stroke-width="{stroke}">'
        f'<path d="{filled}" fill="{_INK}"/>'
        f'<path d="{empty}" fill="none"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("ascii")).decode("ascii")


def _path(places: Iterable[int], columns: int, from_right: bool) -> str:
    """The outlines of the circles at these places, counted along the rows, each 8 wide in a square of 10."""
    outlines = []
    for place in places:
        row, column = divmod(place, columns)
        x = (columns - 1 - column if from_right else column) * 10 + 1
        outlines.append(f"M{x} {row * 10 + 5}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z")
    return "".join(outlines)
