"""Languages in, their readings out: read in this process, and on a machine with many cores in others beside it."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import time
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.handout.editions import BILINGUAL, KeptTexts
from sphinx_prolo.press.apart import PRINTERS, Apart, read_apart, readers
from sphinx_prolo.press.pool import Pool, cores
from sphinx_prolo.press.processes import LostError
from sphinx_prolo.press.reading import Reading, read_language
from sphinx_prolo.press.result import NoPress

if TYPE_CHECKING:
    from sphinx_prolo.handout.stationery import Stationery
    from sphinx_prolo.press.pressroom import Order, Pressroom
    from sphinx_prolo.press.progress import Progress
    from sphinx_prolo.press.project import Project
    from sphinx_prolo.press.senses import Senses
    from sphinx_prolo.press.stock import Stock
    from sphinx_prolo.press.unchanged import Memory


@dataclasses.dataclass(frozen=True, slots=True)
class Desk:
    """Whoever has to be asked or told while languages are read, and what is made of them."""

    memory: Memory
    stock: Stock
    progress: Progress
    pool: Pool[Order]
    jobs: int
    editions: tuple[str, ...]
    paper: Stationery
    senses: Senses

    def turns(self) -> AbstractContextManager[None]:
        """With one process for everything, reading and printing take turns."""
        return self.pool.holding() if self.jobs == 1 else contextlib.nullcontext()


def read_all(
    project: Project, outdir: Path, languages: Sequence[str], room: Pressroom, desk: Desk
) -> dict[str, Reading]:
    """Read the languages while the pool prints what was read before; on a machine with many cores some side by side.

    What is printed in two languages needs the source language first, even where that is not to be printed.
    """
    sources, source = KeptTexts(), project.source_language
    kept = {language: desk.memory.kept(language, desk.stock) for language in languages}
    others = [language for language in languages if language != source]
    is_paired = BILINGUAL in desk.editions and any(kept[language] is None for language in others)
    if is_paired and source in languages:
        kept[source] = None
        languages = [source, *others]
    elif is_paired:
        desk.progress.reading(source)
        read_language(project.srcdir, outdir, source, NoPress(), stationery=desk.paper, sources=sources)
    if desk.jobs != 1 and list(desk.stock) and None in kept.values():
        desk.pool.warm(1)  # something has changed, and most likely one thing
    unread = [language for language in languages if kept[language] is None]
    desk.progress.plan(unread)
    for language, read in kept.items():
        if read is not None:
            room.keep(language, read)
    reader = _Reader(project.srcdir, outdir, room, desk, sources)
    if is_paired and source in unread:
        reader.read(unread.pop(0))
    reader.read_all(unread)
    return {language: reader.found[language] for language in languages if language in reader.found}


@dataclasses.dataclass(frozen=True, slots=True)
class _Reader:
    """Reads languages for the pressroom, here or in processes that read beside this one."""

    srcdir: Path
    outdir: Path
    room: Pressroom
    desk: Desk
    sources: KeptTexts
    found: dict[str, Reading] = dataclasses.field(default_factory=dict)

    def read_all(self, languages: list[str]) -> None:
        """The others begin with the second language, and this process, when the first is done, with the last."""
        others = min(len(languages) - 1, (self.desk.jobs or cores()) // PRINTERS)
        with readers(others) as executor:
            asked = {} if executor is None else {one: self._ask(executor, one) for one in languages[1:]}
            for language in [*languages[:1], *reversed(languages[1:])] if asked else languages:
                if language not in asked or asked[language].cancel():
                    self.read(language)
                else:
                    self._await(language, asked[language])

    def read(self, language: str) -> None:
        """Read a language in this process."""
        self.desk.progress.reading(language)
        with self.desk.turns():
            reading = read_language(
                self.srcdir,
                self.outdir,
                language,
                self.room,
                editions=self.desk.editions,
                stationery=self.desk.paper,
                sources=self.sources,
            )
        self._note(language, reading)
        if self.desk.jobs == 1:
            self.room.settle()

    def _ask(self, executor: Executor, language: str) -> Future[Apart]:
        return executor.submit(
            read_apart,
            self.srcdir,
            self.outdir,
            language,
            self.desk.editions,
            self.desk.paper,
            self.sources,
            dict(os.environ),
        )

    def _await(self, language: str, future: Future[Apart]) -> None:
        """Wait for another process, and do meanwhile what there is to do."""
        self.desk.progress.reading(language)
        while not future.done():
            self.room.collect()
            time.sleep(0.05)
        try:
            apart = future.result()
        except LostError:  # the process died, whatever it died of
            self.read(language)
            return
        self.desk.senses.join(apart.senses)
        apart.tell(self.room)
        self._note(language, apart.reading)

    def _note(self, language: str, reading: Reading) -> None:
        self.found[language] = reading
        if not reading.complete:
            self.room.give_up(language)
        self.desk.progress.read(language)
