"""A language in; what was read of it, and what the press is to do, out of a process of its own.

To read a page takes a third of the time of printing it. One reader keeps four cores busy; a machine with more of them
needs more readers.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_prolo.press.processes import Processes
from sphinx_prolo.press.reading import Reading, read_language
from sphinx_prolo.press.senses import Senses, modules
from sphinx_prolo.press.worker import follow_parent

if TYPE_CHECKING:
    from sphinx_prolo.handout.editions import SourceTexts
    from sphinx_prolo.handout.sheet import Press, Sheet
    from sphinx_prolo.handout.stationery import Stationery
    from sphinx_prolo.problem import Problem

PRINTERS = 4  # that one reader keeps busy


@dataclasses.dataclass(frozen=True, slots=True)
class Apart:
    """What comes back.

    said    the calls of the press, in their order: the name of the method and what it is given
    senses  what the project looked at while it was read
    """

    reading: Reading
    said: tuple[tuple[str, tuple[Any, ...]], ...]
    senses: Senses

    def tell(self, press: Press) -> None:
        """Say it again, to the real press."""
        for name, arguments in self.said:
            getattr(press, name)(*arguments)


def read_apart(
    srcdir: Path,
    outdir: Path,
    language: str,
    editions: tuple[str, ...],
    stationery: Stationery,
    sources: SourceTexts,
    environment: Mapping[str, str],
) -> Apart:
    """Read a language for a press that is in another process, which may have another ``environment`` by now."""
    os.environ.clear()
    os.environ.update(environment)
    dictation = _Dictation()
    with Senses() as senses:
        reading = read_language(
            srcdir, outdir, language, dictation, editions=editions, stationery=stationery, sources=sources
        )
        senses.modules.update(modules())
    return Apart(reading, tuple(dictation.said), senses)


@contextlib.contextmanager
def readers(count: int) -> Iterator[Executor | None]:
    """So many processes that read, or None for none. They end with this context, whatever they are at."""
    if count < 1:
        yield None
        return
    executor = Processes(count, seconds=0, start=follow_parent)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


class _Dictation:
    """A press that writes down what it is told."""

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[Any, ...]]] = []

    def accept(self, sheet: Sheet) -> None:
        self.said.append(("accept", (sheet,)))

    def withdraw(self, docname: str) -> None:
        self.said.append(("withdraw", (docname,)))

    def refuse(self, problem: Problem) -> None:
        self.said.append(("refuse", (problem,)))

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:
        self.said.append(("finish", (language, docnames)))
        return ()
