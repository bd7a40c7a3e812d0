"""What a command of the press found, for people and for an exit status."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.press.row import Row
    from sphinx_prolo.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class CheckResult:
    """What stands against a project: each problem once, by place."""

    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether the exit status is 1."""
        return any(problem.is_error for problem in self.problems)


@dataclasses.dataclass(frozen=True, slots=True)
class Withheld:
    """A draft that was not printed, because only finals were wanted; ``path`` is where its PDF would be."""

    path: str
    docname: str
    language: str
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.docname} ({self.language}): {', '.join(self.reasons)}"


@dataclasses.dataclass(frozen=True, slots=True)
class BuildResult(CheckResult):
    """What a build did. Paths are relative to the output folder.

    languages  that were built in this run
    rows       of handouts.json, those of languages that were not built included
    printed, unchanged, removed  the PDFs of this run
    withheld   those that are drafts and were not wanted, with the reasons
    withdrawn  the handouts of which nothing is printed any more
    """

    languages: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    printed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    withdrawn: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class NoPress:
    """A press that prints nothing, for who only wants to read."""

    def accept(self, sheet: Sheet) -> None:
        """Nothing to do: making the sheet was the check."""

    def withdraw(self, docname: str) -> None:
        """Nothing to do."""

    def refuse(self, problem: Problem) -> None:
        """Nothing to do."""

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:  # noqa: ARG002 - the protocol's
        return ()


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, those that several languages have once."""
    return tuple(
        sorted(set(problems), key=lambda problem: (problem.path, problem.line or 0, problem.code, problem.message))
    )
