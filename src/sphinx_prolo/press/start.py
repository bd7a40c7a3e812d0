"""A project's folder in; all its handouts in all its languages printed, or at once what was said before.

The door of the press. What takes long to load is loaded when it is known that there is something to do.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from sphinx_prolo.press import files, record
from sphinx_prolo.press.garbage import seldom
from sphinx_prolo.press.lock import alone
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.result import BuildResult
from sphinx_prolo.press.unchanged import Memory
from sphinx_prolo.problem import error

TIMEOUT = 60.0


def build(
    srcdir: Path,
    outdir: Path,
    *,
    languages: Sequence[str] = (),
    editions: Sequence[str] = (),
    clinics: Sequence[Path] = (),
    jobs: int = 0,
    final_only: bool = False,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
    executors: Callable[[int], Executor] | None = None,
) -> BuildResult:
    """Print the handouts of a project. What is not asked for stays, unless nothing in particular is.

    languages  to print; none for all that the project has
    editions   to print; none for those of conf.py
    clinics    files of clinics to print for; none for that of conf.py, or for neutral handouts
    jobs       how many processes print; 0 for one per core
    final_only print no drafts, whatever conf.py says
    timeout    the seconds that one PDF may take; 0 for as long as it likes
    executors  makes the executor that prints, of so many workers; None for processes of this machine
    """
    srcdir, outdir, progress = srcdir.resolve(), outdir.resolve(), progress or Progress()
    clinics = tuple(file.resolve() for file in clinics)
    options = repr({"final_only": final_only, "editions": tuple(editions), "clinics": clinics})

    def memory() -> Memory:
        return Memory(srcdir, outdir, languages, options)

    def print_all(known: Memory) -> BuildResult:
        from sphinx_prolo.press.processes import prepare, processes

        if executors is None:
            prepare()
        from sphinx_prolo.press import run

        makers = executors or processes(timeout)
        wanted = run.Wanted(tuple(languages), tuple(editions), clinics, final_only)
        return run.build(srcdir, outdir, wanted, memory=known, jobs=jobs, progress=progress, executors=makers)

    with seldom():
        return memory().answer() or _alone(outdir, progress, memory, print_all)


def _alone(
    outdir: Path, progress: Progress, memory: Callable[[], Memory], print_all: Callable[[Memory], BuildResult]
) -> BuildResult:
    """Print while no other build does so in this folder. One that we waited for may have done everything."""
    with contextlib.ExitStack() as held:
        try:
            waited = held.enter_context(alone(outdir, progress.waiting))
            known = memory()
            said = known.answer() if waited else None
            if said is not None:
                return said
            files.sweep(outdir)
            record.forget(outdir)
        except OSError as refused:
            message = f"nothing can be written there ({refused.strerror or refused}); see to room and permissions"
            return BuildResult((error(str(outdir), None, "print-write", message),))
        held.callback(files.sweep, outdir)
        return print_all(known)
