"""Steps of a build in, a progress bar out, on stderr; a line now and then where nobody watches it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as RichProgress

from sphinx_prolo.press import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = 15.0  # seconds between two lines


class Count(Progress):
    """Counts what has been printed, and guesses how much there will be.

    While languages are still being read, those that are in stand for the others.
    """

    def __init__(self) -> None:
        self._languages = self._read = self._accepted = self._done = 0
        self._settled = 0  # accepted in languages that are in

    @property
    def total(self) -> int:
        """How many sheets there are to print, as far as anyone knows."""
        if self._read:
            return max(self._accepted, round(self._settled * self._languages / self._read))
        return self._accepted * max(1, self._languages)

    @property
    def is_certain(self) -> bool:
        """Whether all languages are in."""
        return self._read >= self._languages

    def plan(self, languages: Sequence[str]) -> None:
        self._languages = len(languages)

    def read(self, language: str) -> None:  # noqa: ARG002 - the protocol's
        self._read += 1
        self._settled = self._accepted
        self._moved()

    def accepted(self) -> None:
        self._accepted += 1
        self._moved()

    def done(self) -> None:
        self._done += 1
        self._moved()

    def _moved(self) -> None:
        """Something has changed."""


class Bar(Count):
    """Draws the progress of a build."""

    def __init__(self, shown: RichProgress) -> None:
        super().__init__()
        self._shown = shown
        self._task = shown.add_task("starting", total=None)

    def reading(self, language: str) -> None:
        self._shown.update(self._task, description=f"reading {language}")

    def waiting(self, holder: str) -> None:
        self._shown.console.print(_waiting(holder), markup=False, highlight=False, soft_wrap=True)

    def _moved(self) -> None:
        if self.is_certain:
            self._shown.update(self._task, description="printing")
        self._shown.update(self._task, total=self.total or None, completed=self._done)


class Lines(Count):
    """Says on long runs how far they are, for logs."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._say = say
        self._clock = clock
        self._begun = self._last = clock()

    def waiting(self, holder: str) -> None:
        self._say(_waiting(holder))

    def _moved(self) -> None:
        now = self._clock()
        if not self._done or self._done == self.total or now - self._last < EVERY:
            return
        self._last = now
        left = (now - self._begun) / self._done * (self.total - self._done)
        about = "" if self.is_certain else "about "
        self._say(f"printed {self._done} of {about}{self.total}, about {_in_words(left)} left")


def _in_words(seconds: float) -> str:
    """60 seconds are enough of them to be a minute."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{round(seconds / size)} {unit}"
    return f"{max(1, round(seconds))} s"


def _waiting(holder: str) -> str:
    return f"another build ({holder}) is printing into this folder; waiting for it"


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A bar while this lasts; lines where stderr is no terminal; silence with ``quiet``."""
    console = Console(stderr=True)
    if quiet:
        yield Progress()
        return
    if not console.is_terminal:
        yield Lines(lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True))
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with RichProgress(*columns, console=console, transient=True) as shown:
        yield Bar(shown)
