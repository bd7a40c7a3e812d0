"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., object]")


def _with_conf(_context: click.Context, _parameter: click.Parameter, folder: Path) -> Path:
    if not (folder / "conf.py").is_file():
        raise click.BadParameter(f"{folder} has no conf.py; name the folder of a Sphinx project")
    return folder


def source_dir(command: Command) -> Command:
    """SOURCEDIR: the folder with conf.py."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("srcdir", metavar="SOURCEDIR", type=folder, callback=_with_conf)(command)


def _apart(context: click.Context, _parameter: click.Parameter, outdir: Path) -> Path:
    if outdir.resolve() == context.params["srcdir"].resolve():
        raise click.BadParameter("OUTDIR must not be SOURCEDIR itself; name another folder, for example build/handouts")
    return outdir


def out_dir(command: Command) -> Command:
    """OUTDIR: where the PDFs go."""
    folder = click.Path(file_okay=False, path_type=Path)
    return click.argument("outdir", metavar="OUTDIR", type=folder, callback=_apart)(command)


def languages(command: Command) -> Command:
    """-l LANG, as often as wanted."""
    return click.option(
        "-l",
        "--language",
        "languages",
        metavar="LANG",
        multiple=True,
        help="A language, as its catalogue's folder is called (es, zh_CN). Give it again for more; default: all.",
    )(command)


def jobs(command: Command) -> Command:
    """-j N."""
    return click.option(
        "-j",
        "--jobs",
        metavar="N",
        type=click.IntRange(min=0),
        default=0,
        help="Processes that print; 0: one per core.",
    )(command)


def timeout(command: Command) -> Command:
    """--timeout SECONDS."""
    return click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(min=0),
        default=60.0,
        show_default=True,
        help="Give up a PDF that takes longer; 0: never.",
    )(command)


def printing(command: Command) -> Command:
    """What every command has that prints: from where, whereto, in which languages, by how many, for how long."""
    for add in (timeout, jobs, languages, out_dir, source_dir):
        command = add(command)
    return command


def _address(context: click.Context, parameter: click.Parameter, address: str | None) -> str | None:
    if address is not None:
        from sphinx_prolo.press.cluster import scheduler

        try:
            scheduler(address)
        except ValueError:
            message = f"{address!r} is no address of a cluster; write dask://HOST:PORT, as in dask://10.0.0.5:8786"
            raise click.BadParameter(message, context, parameter) from None
    return address


def executor(command: Command) -> Command:
    """--executor dask://HOST:PORT."""
    return click.option(
        "--executor",
        "address",
        metavar="dask://HOST:PORT",
        callback=_address,
        help="Print on the workers of a Dask cluster; default: on this machine.",
    )(command)


def editions(command: Command) -> Command:
    """--edition NAME, as often as wanted."""
    return click.option(
        "--edition",
        "editions",
        metavar="NAME",
        multiple=True,
        type=click.Choice(["standard", "large-print", "bilingual"]),
        help="standard, large-print or bilingual. Give it again for more; default: as conf.py says (handout_editions).",
    )(command)


def clinics(command: Command) -> Command:
    """--clinic FILE, as often as wanted."""
    return click.option(
        "--clinic",
        "clinics",
        metavar="FILE",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Print for this clinic, into OUTDIR/clinics/. Give it again for more; default: as conf.py says "
        "(handout_clinic).",
    )(command)
