"""A project's folder in; all its handouts in all its languages printed, or only judged."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.handout.editions import BILINGUAL, KeptTexts
from sphinx_prolo.handout.editions import chosen as editions_of
from sphinx_prolo.handout.stationery import configured, stationery
from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.pool import Pool, processes
from sphinx_prolo.press.pressroom import Order, Pressroom, Withheld
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.project import Project, read_project
from sphinx_prolo.press.reading import read_language
from sphinx_prolo.press.result import CheckResult, NoPress, each_once
from sphinx_prolo.press.scope import scope
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.problem import Problem
from sphinx_prolo.translation.plain_language import plain_language

if TYPE_CHECKING:
    from sphinx_prolo.handout.stationery import Stationery
    from sphinx_prolo.press.row import Row


@dataclasses.dataclass(frozen=True, slots=True)
class BuildResult(CheckResult):
    """What a build did. Paths are relative to the output folder.

    languages  that were built in this run
    rows       of handouts.json, those of languages that were not built included
    printed, unchanged, removed  the PDFs of this run
    withheld   those that are drafts and were not wanted, with the reasons
    withdrawn  the handouts of which nothing is printed any more
    """

    languages: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    printed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    withdrawn: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def build(
    srcdir: Path,
    outdir: Path,
    *,
    languages: Sequence[str] = (),
    editions: Sequence[str] = (),
    clinics: Sequence[Path] = (),
    jobs: int = 0,
    final_only: bool = False,
    progress: Progress | None = None,
    executors: Callable[[int], Executor] = processes,
) -> BuildResult:
    """Print the handouts of a project. What is not asked for stays, unless nothing in particular is.

    languages  to print; none for all that the project has
    editions   to print; none for those of conf.py
    clinics    files of clinics to print for; none for that of conf.py, or for neutral handouts
    jobs       how many processes print; 0 for one per core
    final_only print no drafts, whatever conf.py says
    executors  makes the executor that prints, of so many workers
    """
    srcdir, outdir, progress = srcdir.resolve(), outdir.resolve(), progress or Progress()
    project = read_project(srcdir)
    if isinstance(project, Problem):
        return BuildResult((project,))
    chosen, problems = choose(project, languages)
    editions, asked = editions_of(editions or project.editions), frozenset(editions)
    paper = stationery(srcdir, clinics or configured(srcdir, project.clinic), project.fonts)
    stock = Stock(outdir, srcdir)
    pool: Pool[Order] = Pool(jobs, executors)
    spared = scope(asked, paper, bool(clinics), stock).spares
    room = Pressroom(stock, pool, final_only=final_only or project.final_only, progress=progress, spared=spared)
    room.doubt(paper.broken)
    try:
        if chosen and not stock:
            pool.warm()
        problems += paper.problems + _read_all(project, outdir, chosen, editions, paper, room, progress)
        if not languages:
            room.retire(chosen)
        room.settle()
    finally:
        room.save()
        pool.close()
    return _result(room, chosen, problems)


def _read_all(
    project: Project, outdir: Path, languages: Sequence[str], editions: tuple[str, ...], paper: Stationery,
    room: Pressroom, progress: Progress,
) -> tuple[Problem, ...]:  # fmt: skip
    """Read one language after the other, while the pool prints what was read before.

    What is printed in two languages needs the source language first, even where that is not to be printed.
    """
    problems: list[Problem] = []
    sources, source = KeptTexts(), project.source_language
    if BILINGUAL in editions and any(language != source for language in languages):
        languages = sorted(languages, key=lambda language: language != source)
        if source not in languages:
            progress.reading(source)
            read_language(project.srcdir, outdir, source, NoPress(), stationery=paper, sources=sources)
    for language in languages:
        progress.reading(language)
        reading = read_language(
            project.srcdir, outdir, language, room, editions=editions, stationery=paper, sources=sources
        )
        problems += reading.problems
        if not reading.complete:
            room.give_up(language)
    return tuple(problems)


def _result(room: Pressroom, languages: Sequence[str], problems: Sequence[Problem]) -> BuildResult:
    return BuildResult(
        problems=each_once((*problems, *room.problems)),
        languages=tuple(languages),
        rows=room.rows(),
        printed=tuple(room.printed),
        unchanged=tuple(room.unchanged),
        withheld=tuple(room.withheld),
        withdrawn=tuple(room.withdrawn),
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
    paper = stationery(srcdir, configured(srcdir, project.clinic), project.fonts)
    problems += paper.problems
    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-") as folder:
        for language in chosen:
            progress.reading(language)
            look = plain_language if language == project.source_language else None
            problems += read_language(srcdir, Path(folder), language, NoPress(), look, stationery=paper).problems
    return CheckResult(each_once(problems))
