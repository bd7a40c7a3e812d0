"""A project's folder in; how every handout stands in every language out, and nothing is printed."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.project import read_project
from sphinx_prolo.press.reading import read_language
from sphinx_prolo.press.result import CheckResult, NoPress, each_once
from sphinx_prolo.problem import Problem
from sphinx_prolo.translation.standing import Standing, standings

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclasses.dataclass(frozen=True, slots=True)
class StatusResult(CheckResult):
    """How a project stands: a standing for each handout and language that could be read, and what stands against it."""

    standings: tuple[Standing, ...] = ()
    languages: tuple[str, ...] = ()


def status(srcdir: Path, *, languages: Sequence[str] = (), progress: Progress | None = None) -> StatusResult:
    """Look at a project in ``languages``, or in all that it has; leave nothing behind."""
    srcdir, progress = srcdir.resolve(), progress or Progress()
    project = read_project(srcdir)
    if isinstance(project, Problem):
        return StatusResult((project,))
    chosen, problems = choose(project, languages)
    found: list[Standing] = []

    def look(env: BuildEnvironment) -> tuple[Problem, ...]:
        found.extend(standings(env))
        return ()

    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-") as folder:
        for language in chosen:
            progress.reading(language)
            problems += read_language(srcdir, Path(folder), language, NoPress(), look).problems
    order = {language: number for number, language in enumerate(chosen)}
    found.sort(key=lambda standing: (standing.docname, order[standing.language]))
    return StatusResult(each_once(problems), tuple(found), chosen)
