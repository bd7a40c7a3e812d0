"""What a command of the press found, for people and for an exit status."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class CheckResult:
    """What stands against a project: each problem once, by place."""

    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether the exit status is 1."""
        return any(problem.is_error for problem in self.problems)


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
