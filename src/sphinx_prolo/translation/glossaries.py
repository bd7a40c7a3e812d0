"""The setting ``handout_glossary`` in, the glossary or its problems out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import catalogue

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_prolo.problem import Problem


def glossary(confdir: Path, config: Config) -> tuple[catalogue.Glossary | None, tuple[Problem, ...]]:
    """The glossary of a project; None if it has none, or a broken one."""
    if not config.handout_glossary:
        return None, ()
    reading = catalogue.read_glossary(Path(confdir, config.handout_glossary))
    return reading.record, reading.problems
