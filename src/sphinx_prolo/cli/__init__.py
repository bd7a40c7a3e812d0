"""A command line in, an exit status out: 0 nothing is wrong, 1 something is, 2 the command line was."""

from __future__ import annotations

import gc
import os
import sys
import threading

import click

import sphinx_prolo
from sphinx_prolo.cli.approve import approve
from sphinx_prolo.cli.build import build
from sphinx_prolo.cli.check import check
from sphinx_prolo.cli.schema import schema
from sphinx_prolo.cli.status import status
from sphinx_prolo.cli.update import update
from sphinx_prolo.cli.watch import watch

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(sphinx_prolo.__version__, prog_name="sphinx-prolo")
def commands() -> None:
    """Patient handouts in many languages: facts and reStructuredText in, print-ready PDF out."""


commands.add_command(build)
commands.add_command(watch)
commands.add_command(update)
commands.add_command(check)
commands.add_command(status)
commands.add_command(approve)
commands.add_command(schema)


def main() -> None:
    """The program ``sphinx-prolo``."""
    try:
        code = commands.main(prog_name="sphinx-prolo", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("sphinx-prolo: interrupted; what was printed before is whole", err=True)
        code = INTERRUPTED
        _end_if_stuck()
    except BrokenPipeError:  # the reader of our output has gone, as in "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    gc.freeze()  # Python would look for garbage in everything once more before it ends, for a third of a second
    sys.exit(code)


def _end_if_stuck() -> None:
    """Python waits for its threads at the end; after Ctrl-C, one of them may wait for us (see press.Pool.close)."""
    others = [thread for thread in threading.enumerate() if thread is not threading.current_thread()]
    for thread in others:
        if not thread.daemon:
            thread.join(1.0)
    if any(thread.is_alive() and not thread.daemon for thread in others):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(INTERRUPTED)
