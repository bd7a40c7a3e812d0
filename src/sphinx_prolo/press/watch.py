"""A project's folder in; a round of printing out for each time that somebody saves a file of it."""

from __future__ import annotations

import dataclasses
import gc
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import watchfiles

from sphinx_prolo.press.processes import SECONDS, processes
from sphinx_prolo.press.project import read_project
from sphinx_prolo.press.senses import Senses, modules
from sphinx_prolo.press.start import build
from sphinx_prolo.press.traces import Look, look
from sphinx_prolo.press.warm import Warm
from sphinx_prolo.problem import Problem

if TYPE_CHECKING:
    from sphinx_prolo.press.progress import Progress
    from sphinx_prolo.press.result import BuildResult

_STEP = 25  # milliseconds without another change, after which a save is over
_LONGEST = 400  # milliseconds that a save may take, with changes coming
_BREATH = 200  # milliseconds after which we look whether we are still wanted


@dataclasses.dataclass(frozen=True, slots=True)
class Round:
    """One build.

    result    of the whole project, as a build gives it
    seconds   that it took
    appeared  the problems that did not stand before, in their order
    solved    those that stood before and are gone
    """

    result: BuildResult
    seconds: float
    appeared: tuple[Problem, ...]
    solved: tuple[Problem, ...]


def watch(
    srcdir: Path,
    outdir: Path,
    *,
    languages: Sequence[str] = (),
    jobs: int = 0,
    timeout: float = SECONDS,
    progress: Progress | None = None,
    ended: threading.Event | None = None,
) -> Iterator[Round]:
    """Build now, and again after each save. This process and those that print stay warm.

    It ends when conf.py or another module of the project has changed: Python keeps modules for as long as it runs, so
    only a new process will do. It ends soon after ``ended`` is set, too. Where nothing changes, it waits for ever.
    """
    srcdir, outdir = srcdir.resolve(), outdir.resolve()
    standing: tuple[Problem, ...] = ()
    code: dict[str, Look | None] = {}
    with Warm(processes(timeout)) as executors:
        for _save in _saves(srcdir, outdir, ended):
            if any(look(path) != before for path, before in code.items()):
                return
            code[str(srcdir / "conf.py")] = look(str(srcdir / "conf.py"))
            begin = time.perf_counter()
            result = build(
                srcdir,
                outdir,
                languages=languages,
                jobs=jobs,
                timeout=timeout,
                progress=progress,
                executors=executors,
            )
            seconds = time.perf_counter() - begin
            for path in modules():
                code.setdefault(path, look(path))
            yield Round(result, seconds, _less(result.problems, standing), _less(standing, result.problems))
            standing = result.problems
            # While nobody waits: what a reading leaves is knotted, and would pile up and slow down the next rounds.
            gc.collect()


def _less(these: Sequence[Problem], those: Sequence[Problem]) -> tuple[Problem, ...]:
    known = set(those)
    return tuple(problem for problem in these if problem not in known)


def _saves(srcdir: Path, outdir: Path, ended: threading.Event | None) -> Iterator[None]:
    """Once when we have begun to look, so that nothing is missed, and then after each save."""
    begun = False
    for changes in watchfiles.watch(
        *_folders(srcdir),
        watch_filter=watchfiles.DefaultFilter(ignore_paths=[outdir]),
        step=_STEP,
        debounce=_LONGEST,
        rust_timeout=_BREATH,
        yield_on_timeout=True,
        stop_event=ended,
    ):
        if changes or not begun:
            begun = True
            yield


def _folders(srcdir: Path) -> list[Path]:
    """The project, and the folders of its catalogues where they lie elsewhere."""
    with Senses():  # before any module of the project is loaded: they know these by not having been there
        project = read_project(srcdir)
    others = () if isinstance(project, Problem) else project.locale_dirs
    return [srcdir, *(folder for folder in others if folder.is_dir() and not folder.is_relative_to(srcdir))]
