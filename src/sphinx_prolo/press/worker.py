"""A print job in, an outcome out, in a process of the pool: whatever goes wrong comes back as a value."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import threading
from multiprocessing import connection, parent_process
from typing import TYPE_CHECKING

from sphinx_prolo import pdf
from sphinx_prolo.pdf import Printed
from sphinx_prolo.press.garbage import seldom_from_here
from sphinx_prolo.problem import error

if TYPE_CHECKING:
    from sphinx_prolo.pdf import PrintJob
    from sphinx_prolo.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Failed:
    """The job cannot be printed, and why."""

    problems: tuple[Problem, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Crashed:
    """The process that printed the job died of it, twice."""


@dataclasses.dataclass(frozen=True, slots=True)
class Late:
    """The job took longer than it may."""

    seconds: float


Outcome = Printed | Failed | Crashed | Late


def print_job(job: PrintJob) -> Outcome:
    """Print a job; an error of the page, or a bug of the engine, becomes the job's problem."""
    try:
        return pdf.render(job)
    except pdf.PrintError as refused:
        return Failed(refused.problems)
    except Exception as bug:
        return Failed((failure(job, f"{type(bug).__name__}: {bug}"),))


def failure(job: PrintJob, cause: str) -> Problem:
    """The problem of a job that could not be printed for a reason that is not of the author's making."""
    message = f"{job.name} could not be printed ({' '.join(cause.split())}); simplify the page and report this"
    return error(place(job), None, "print-failed", message)


def place(job: PrintJob) -> str:
    """The file to look into when a whole page is to blame."""
    return next((passage.path for passage in job.passages), job.name)


def start() -> None:
    """Make a fresh process ready to print: everything loaded, and bound to live no longer than its parent."""
    follow_parent()
    with contextlib.suppress(pdf.PrintError):  # each job will say so
        pdf.warm()
    seldom_from_here()


def follow_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends the pool
    threading.Thread(target=_end_with_parent, daemon=True).start()


def ready() -> None:
    """Nothing to do, but a process to start for it."""


def _end_with_parent() -> None:
    """A parent that is killed cannot end its workers, and they would wait for jobs for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
