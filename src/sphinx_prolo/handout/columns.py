"""A translated table in, the same fit for paper out: each column at least as wide as its longest word.

A directive chooses widths by the text of its author. In another language a word may be twice as long, and a word that
is longer than its column would be torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from sphinx_prolo.handout.rows import em

# A table on the narrower paper (A4): 170 mm at 11 points, a comparison's at 10.5; what stands around a cell's text.
_ROOM, _COMPARISON, _PADDING = 43.8, 45.9, 1.1
_BOLD = 1.09  # heads and names
_MOST = 12.0  # a longer word may break

# A line may break at a space that is not a no-break space, after a hyphen or a slash, and beside a Chinese letter.
_BREAK = re.compile(r"[ \n\t]+|(?<=[-/\u2010])|(?<=[\u3000-\u30ff\u4e00-\u9fff])")


def fit(group: nodes.tgroup) -> None:
    """Widen the columns of a table that has widths of its own."""
    columns = [column for column in group if isinstance(column, nodes.colspec)]
    needs = [0.0] * len(columns)
    for row in _rows(group):
        cells = _cells(row)
        if len(cells) == len(columns):
            is_head = isinstance(row.parent, nodes.thead)
            found = [_need(cell, is_bold=is_head or index == 0) for index, cell in enumerate(cells)]
            needs = [max(pair) for pair in zip(needs, found, strict=True)]
    room = _COMPARISON if "prolo-comparison" in group.parent["classes"] else _ROOM
    for column, width in zip(columns, fitted([column["colwidth"] for column in columns], needs, room), strict=True):
        column["colwidth"] = round(100 * width)


def keep_together(group: nodes.tgroup) -> None:
    """Rows that share a cell stay on one page: half a cell says nothing, and no reader knows where it belongs."""
    for row in _rows(group):
        below = max((cell.get("morerows", 0) for cell in _cells(row)), default=0)
        if below:
            rows = list(_rows(group))
            at = rows.index(row)
            for kept in rows[at : at + below]:
                kept["classes"].append("prolo-with-next")


def _rows(group: nodes.tgroup) -> Iterator[nodes.row]:
    """Its own rows, and not those of a table in one of its cells."""
    for part in group:
        if isinstance(part, nodes.thead | nodes.tbody):
            yield from (row for row in part if isinstance(row, nodes.row))


def _cells(row: nodes.row) -> list[nodes.entry]:
    return [cell for cell in row if isinstance(cell, nodes.entry)]


def fitted(widths: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Shares of the room in proportion to ``widths``, but none below its need; the others give what it takes.

    >>> fitted([10, 30], [20, 5], 40)
    [20, 20.0]
    """
    found = [width * room / sum(widths) for width in widths]
    held: set[int] = set()
    while short := {index for index, need in enumerate(needs) if need > found[index] + 0.01} - held:
        held |= short
        free = [index for index in range(len(found)) if index not in held]
        left = room - sum(needs[index] for index in held)
        if not free or left <= 0:
            return list(needs)
        whole = sum(widths[index] for index in free)
        found = [needs[at] if at in held else widths[at] * left / whole for at in range(len(found))]
    return found


def _need(cell: nodes.Element, *, is_bold: bool) -> float:
    longest = max(map(em, _BREAK.split(cell.astext())), default=0)
    return min(longest * (_BOLD if is_bold else 1), _MOST) + _PADDING
