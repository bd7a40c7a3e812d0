"""A project's folder in; all its handouts in all its languages printed, or only judged."""

from __future__ import annotations

import contextlib
import dataclasses
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.handout.editions import chosen as editions_of
from sphinx_prolo.handout.stationery import configured, stationery
from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.pressroom import Order, Pressroom
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.project import read_project
from sphinx_prolo.press.readers import Desk, read_all
from sphinx_prolo.press.reading import Reading, read_language
from sphinx_prolo.press.record import Chosen
from sphinx_prolo.press.result import BuildResult, CheckResult, NoPress, each_once
from sphinx_prolo.press.scope import scope
from sphinx_prolo.press.senses import Senses, modules
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.problem import Problem
from sphinx_prolo.translation.plain_language import plain_language

if TYPE_CHECKING:
    from sphinx_prolo.press.unchanged import Memory


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """What a command line asks for; nothing: what conf.py says, for all languages."""

    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    clinics: tuple[Path, ...] = ()
    final_only: bool = False


def build(
    srcdir: Path,
    outdir: Path,
    wanted: Wanted,
    *,
    memory: Memory,
    jobs: int = 0,
    progress: Progress,
    executors: Callable[[int], Executor],
) -> BuildResult:
    """Print what may have changed; see press/start.py, which asks ``memory`` first whether anything has."""
    with Senses() as senses:
        memory.begin(srcdir / "conf.py")
        project = read_project(srcdir)
        if isinstance(project, Problem):
            return BuildResult((project,))
        paper = stationery(srcdir, wanted.clinics or configured(srcdir, project.clinic), project.fonts)
        found, problems = choose(project, wanted.languages)
        chosen = Chosen(project.translated, found, (*problems, *paper.problems))
        memory.enter(project.source_language, project.locale_dirs, chosen.languages)
        stock = Stock(outdir, srcdir)
        pool: Pool[Order] = Pool(jobs, executors)
        spared = scope(frozenset(wanted.editions), paper, bool(wanted.clinics), stock).spares
        room = Pressroom(
            stock, pool, final_only=wanted.final_only or project.final_only, progress=progress, spared=spared
        )
        room.doubt(paper.broken)
        desk = Desk(
            memory, stock, progress, pool, jobs, editions_of(wanted.editions or project.editions), paper, senses
        )
        try:
            if chosen.languages and not stock and jobs != 1:
                pool.warm()
            readings = read_all(project, outdir, chosen.languages, room, desk)
            if not wanted.languages:
                room.retire(chosen.languages)
            room.settle()
        finally:
            room.save()
            pool.close()
        senses.modules.update(modules())
    _remember(memory, room, chosen, readings, stock, senses)
    return _result(room, chosen, readings)


def _remember(
    memory: Memory, room: Pressroom, chosen: Chosen, readings: Mapping[str, Reading], stock: Stock, senses: Senses
) -> None:
    """Leave for the next build what this one knows for certain."""
    if "*" in room.unsure:
        return
    for language, reading in readings.items():
        if language in room.unsure or not reading.complete:
            memory.doubt(language)
            continue
        withheld = ((one.path, one.docname, one.language, one.reasons) for one in room.withheld)
        memory.note(
            language,
            problems=(*reading.problems, *room.found.get(language, ())),
            days=reading.days,
            withheld=tuple(one for one in withheld if one[2] == language),
            withdrawn=reading.withdrawn,
        )
    with contextlib.suppress(OSError):  # nothing is lost but time
        memory.keep(chosen, stock, senses)


def _result(room: Pressroom, chosen: Chosen, readings: Mapping[str, Reading]) -> BuildResult:
    said = [problem for reading in readings.values() for problem in reading.problems]
    return BuildResult(
        problems=each_once((*chosen.problems, *said, *room.problems)),
        languages=chosen.languages,
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
