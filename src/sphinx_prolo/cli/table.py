"""Rows of handouts.json in, a table out: a line for each handout, a column for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from sphinx_prolo.press import Row


def print_table(console: Console, rows: Iterable[Row], languages: Sequence[str]) -> None:
    """Print the pages and the status of each handout in each language; plain text where it is no terminal."""
    cells: dict[str, dict[str, Row]] = {}
    for row in rows:
        cells.setdefault(_name(row), {})[row.language] = row
    if not cells:
        return
    table = Table(box=box.SIMPLE_HEAD if console.is_terminal else None, pad_edge=False, highlight=False)
    table.add_column("handout", no_wrap=True)
    for language in languages:
        table.add_column(Text(language), no_wrap=True)
    for name, by_language in cells.items():
        table.add_row(Text(name), *(_cell(by_language.get(language)) for language in languages))
    if console.is_terminal:
        console.print(table)
    else:
        _print_plain(console, table)


def _print_plain(console: Console, table: Table) -> None:
    """Print to a pipe or a file, as wide as it gets: rich takes 80 columns there, and would cut the cells."""
    with console.capture() as captured:
        console.print(table, width=console.measure(table, options=console.options.update(width=10_000)).maximum)
    for line in captured.get().splitlines():
        console.file.write(f"{line.rstrip()}\n")


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
