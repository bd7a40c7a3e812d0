"""A project's folder in; all its handouts in all its languages printed, or only judged."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.pool import Pool, processes
from sphinx_prolo.press.pressroom import Order, Pressroom
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.project import read_project
from sphinx_prolo.press.reading import read_language
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.problem import Problem
from sphinx_prolo.translation.plain_language import plain_language

if TYPE_CHECKING:
    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.press.row import Row


@dataclasses.dataclass(frozen=True, slots=True)
class CheckResult:
    """What stands against a project: each problem once, by place."""

    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether the exit status is 1."""
        return any(problem.is_error for problem in self.problems)


@dataclasses.dataclass(frozen=True, slots=True)
class BuildResult(CheckResult):
    """What a build did. Paths are relative to the output folder.

    languages  that were built in this run
    rows       of handouts.json, those of languages that were not built included
    printed, unchanged, removed  the PDFs of this run; ``withheld`` those that are drafts and were not wanted
    """

    languages: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    printed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def build(
    srcdir: Path,
    outdir: Path,
    *,
    languages: Sequence[str] = (),
    jobs: int = 0,
    final_only: bool = False,
    progress: Progress | None = None,
    executors: Callable[[int], Executor] = processes,
) -> BuildResult:
    """Print the handouts of a project.

    languages  to print; none for all that the project has. The PDFs of others stay, unless all are built
    jobs       how many processes print; 0 for one per core
    final_only print no drafts, whatever conf.py says
    executors  makes the executor that prints, of so many workers
    """
    srcdir, outdir, progress = srcdir.resolve(), outdir.resolve(), progress or Progress()
    project = read_project(srcdir)
    if isinstance(project, Problem):
        return BuildResult((project,))
    chosen, problems = choose(project, languages)
    stock = Stock(outdir, srcdir)
    pool: Pool[Order] = Pool(jobs, executors)
    room = Pressroom(stock, pool, final_only=final_only or project.final_only, progress=progress)
    try:
        if chosen and not stock:
            pool.warm()
        problems += _read_all(srcdir, outdir, chosen, room, progress)
        if not languages:
            room.retire(chosen)
        room.settle()
    finally:
        room.save()
        pool.close()
    return _result(room, chosen, problems)


def _read_all(
    srcdir: Path, outdir: Path, languages: Sequence[str], room: Pressroom, progress: Progress
) -> tuple[Problem, ...]:
    """Read one language after the other, while the pool prints what was read before."""
    problems: list[Problem] = []
    for language in languages:
        progress.reading(language)
        reading = read_language(srcdir, outdir, language, room)
        problems += reading.problems
        if not reading.complete:
            room.give_up(language)
    return tuple(problems)


def _result(room: Pressroom, languages: Sequence[str], problems: Sequence[Problem]) -> BuildResult:
    return BuildResult(
        problems=_each_once((*problems, *room.problems)),
        languages=tuple(languages),
        rows=room.rows(),
        printed=tuple(room.printed),
        unchanged=tuple(room.unchanged),
        withheld=tuple(room.withheld),
        removed=tuple(room.removed),
    )


def check(srcdir: Path, *, languages: Sequence[str] = (), progress: Progress | None = None) -> CheckResult:
    """Judge facts, handouts and catalogues of a project; print nothing, and leave nothing behind.

    Where the source language is among ``languages``, its sentences are looked at for plain language, too.
    """
    srcdir, progress = srcdir.resolve(), progress or Progress()
    project = read_project(srcdir)
    if isinstance(project, Problem):
        return CheckResult((project,))
    chosen, problems = choose(project, languages)
    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-") as folder:
        for language in chosen:
            progress.reading(language)
            look = plain_language if language == project.source_language else None
            problems += read_language(srcdir, Path(folder), language, _NoPress(), look).problems
    return CheckResult(_each_once(problems))


class _NoPress:
    """A press that prints nothing."""

    def accept(self, sheet: Sheet) -> None:
        """Nothing to do: making the sheet was the check."""

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:  # noqa: ARG002 - the protocol's
        return ()


def _each_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems by place, those that several languages have once."""
    return tuple(
        sorted(set(problems), key=lambda problem: (problem.path, problem.line or 0, problem.code, problem.message))
    )
