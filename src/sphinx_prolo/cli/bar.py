"""Steps of a build in, a progress bar out, on stderr and only where somebody watches it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from sphinx_prolo.press import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator


class Bar(Progress):
    """Draws the progress of a build."""

    def __init__(self, shown: RichProgress) -> None:
        self._shown = shown
        self._task = shown.add_task("starting", total=0)
        self._total = 0

    def reading(self, language: str) -> None:
        self._shown.update(self._task, description=f"reading {language}")

    def accepted(self) -> None:
        self._total += 1
        self._shown.update(self._task, total=self._total)

    def done(self) -> None:
        self._shown.update(self._task, description="printing", advance=1)


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A bar while this lasts; silence with ``quiet`` and where stderr is no terminal."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield Progress()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with RichProgress(*columns, console=console, transient=True) as shown:
        yield Bar(shown)
