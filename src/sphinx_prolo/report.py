"""Problems of a document: kept in the domain, and told to Sphinx on Sphinx's own terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.problem import Severity

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.problem import Problem

logger = logging.getLogger(__name__)


def report(env: BuildEnvironment, docname: str, problems: Iterable[Problem]) -> None:
    """Keep the problems of ``docname`` and log them: notes as information, the rest as warnings, each once."""
    problems = tuple(problems)
    prolo_domain(env).note(docname, problems)
    log(problems)


def log(problems: Iterable[Problem]) -> None:
    """Tell Sphinx of problems, so that plain sphinx-build shows them and ``-W`` stops at them."""
    for problem in problems:
        if problem.severity is Severity.NOTE:
            logger.info("%s", problem)
        elif problem.line is None:  # to Sphinx a location without a line is the name of a document
            logger.warning("%s: %s", problem.path, problem.message, type="prolo", subtype=problem.code, once=True)
        else:
            place = f"{problem.path}:{problem.line}"
            logger.warning(problem.message, location=place, type="prolo", subtype=problem.code, once=True)
