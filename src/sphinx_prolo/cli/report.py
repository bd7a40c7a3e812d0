"""Problems in, lines for people out: ``path:line: severity: message [code]``."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_prolo.problem import Problem


def report(problems: Iterable[Problem], srcdir: Path, *, err: bool) -> None:
    """Print problems, one a line: to stderr beside results, to stdout where they are the result."""
    for problem in presentable(problems, srcdir):
        click.echo(str(problem), err=err)


def presentable(problems: Iterable[Problem], srcdir: Path) -> tuple[Problem, ...]:
    """The same problems with paths as the user would type them, each once."""
    shown = (dataclasses.replace(problem, path=near(problem.path, srcdir)) for problem in problems)
    return tuple(dict.fromkeys(shown))


def near(path: str, srcdir: Path) -> str:
    """A path relative to the current folder when it is below it. A name that is no file stays as it is."""
    here = Path.cwd()
    candidates = [Path(path)] if Path(path).is_absolute() else [srcdir / path, here / path]
    place = next((candidate for candidate in candidates if candidate.exists()), None)
    if place is None:
        place = Path(path)
        if not place.is_absolute():
            return path
    whole = Path(os.path.abspath(place))  # noqa: PTH100 - resolve() would follow links, and show another path
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(whole)
