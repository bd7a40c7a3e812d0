"""``sphinx-prolo watch``: a project in; printed again on each save, until Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_prolo.cli import options

if TYPE_CHECKING:
    from sphinx_prolo.press.watch import Round


@click.command()
@options.printing
def watch(srcdir: Path, outdir: Path, languages: tuple[str, ...], jobs: int, timeout: float) -> int:
    """Print the handouts of SOURCEDIR into OUTDIR, and again each time that a file is saved, until Ctrl-C.

    Problems are said when they come and when they go; none of them ends it. Exit status: 0.
    """
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo.press.watch import watch as rounds

    ended = _interrupted()
    click.echo(f"printing {srcdir}, then watching it; Ctrl-C ends", err=True)
    with contextlib.suppress(KeyboardInterrupt):
        for each in rounds(srcdir, outdir, languages=languages, jobs=jobs, timeout=timeout, ended=ended):
            _say(each, srcdir)
    if ended.is_set():
        click.echo("\nended; what was printed is whole", err=True)
        return 0
    click.echo("the program of the project has changed (conf.py, or a module): starting anew", err=True)
    return _anew()


def _interrupted() -> threading.Event:
    """Is set by Ctrl-C, which also raises KeyboardInterrupt, but Python loses that when it is just tidying up."""
    ended = threading.Event()

    def interrupt(_signal: int, _frame: object) -> None:
        ended.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    return ended


def _say(each: Round, srcdir: Path) -> None:
    """What was printed to stdout, what is wrong to stderr."""
    from sphinx_prolo.cli.report import presentable

    for problem in presentable(each.appeared, srcdir):
        click.echo(str(problem), err=True)
    for problem in presentable(each.solved, srcdir):
        click.echo(f"solved: {problem}", err=True)
    now = time.strftime("%H:%M:%S")
    for path in sorted(each.result.printed):
        click.echo(f"{now} printed {path}")
    for path in sorted(each.result.removed):
        click.echo(f"{now} removed {path}")
    standing = sum(problem.is_error for problem in each.result.problems)
    still = f"; {standing} {'error stands' if standing == 1 else 'errors stand'}" if standing else ""
    click.echo(f"{now} {len(each.result.printed)} printed in {each.seconds:.2f} s{still}")


def _anew() -> int:
    """The same command, in a process that has loaded nothing yet."""
    command = [sys.executable, "-m", "sphinx_prolo.cli", *sys.argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":  # there, another process would take our place without our terminal
        return subprocess.run(command, check=False).returncode  # noqa: S603 - our own command line
    return os.execv(sys.executable, command)  # noqa: S606 - our own command line
