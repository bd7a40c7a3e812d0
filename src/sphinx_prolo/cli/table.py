"""Rows of handouts.json in, a table out: a line for each handout, a column for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len, set_cell_size
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from sphinx_prolo.press import Row


def print_table(console: Console, rows: Iterable[Row], languages: Sequence[str]) -> None:
    """Print the pages and the status of each handout in each language; plain text where it is no terminal."""
    cells: dict[str, dict[str, Row]] = {}
    for row in rows:
        cells.setdefault(_name(row), {})[row.language] = row
    if not cells:
        return
    if not console.is_terminal:
        console.file.writelines(f"{line}\n" for line in _plain(cells, languages))
        return
    # As many languages side by side as fit; the others below.
    width = max(len(language) for language in (*languages, "999 p. draft")) + 2
    side_by_side = max(1, (console.width - max(map(len, cells)) - 2) // width)
    for start in range(0, len(languages), side_by_side):
        console.print(_table(cells, languages[start : start + side_by_side]))


def _table(cells: dict[str, dict[str, Row]], languages: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, highlight=False)
    table.add_column("handout", overflow="fold")
    for language in languages:
        table.add_column(Text(language), no_wrap=True)
    for name, by_language in cells.items():
        table.add_row(Text(name), *(_cell(by_language.get(language)) for language in languages))
    return table


def _plain(cells: dict[str, dict[str, Row]], languages: Sequence[str]) -> Iterator[str]:
    """The lines of the table for a pipe or a file, as wide as they get."""
    lines = [["handout", *languages]]
    lines += [[name, *(_cell(found.get(language)).plain for language in languages)] for name, found in cells.items()]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(map(set_cell_size, line, widths)).rstrip()


def _name(row: Row) -> str:
    words = [row.docname]
    if row.edition != "standard":
        words.append(row.edition)
    if row.clinic:
        words.append(row.clinic)
    return " · ".join(words)


def _cell(row: Row | None) -> Text:
    if row is None:
        return Text("-", style="dim")
    return Text(f"{row.pages} p. {row.status}", style="green" if row.status == "final" else "yellow")
