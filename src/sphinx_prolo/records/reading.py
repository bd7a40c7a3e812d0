"""A YAML file and a record class in; one frozen record out, or problems with their lines."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from sphinx_prolo.problem import Problem
from sphinx_prolo.records import document, intake
from sphinx_prolo.records.judge import Judgement, describe, problems_of, sort
from sphinx_prolo.records.shape import Shape, keys
from sphinx_prolo.records.tree import BROKEN, Map

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_prolo.records.kind import Kind

S = TypeVar("S", bound=Shape)


@dataclasses.dataclass(frozen=True, slots=True)
class Reading(Generic[S]):
    """What reading a file gave.

    record    None if, and only if, there is an error
    problems  all problems of the file, by line; remarks among them
    """

    record: S | None
    problems: tuple[Problem, ...]


def read(path: Path, shape: type[S], kind: Kind) -> Reading[S]:
    """Read a file. Never raises for what the file holds, nor for a file that cannot be read."""
    data = intake.load(path, kind)
    text = data if isinstance(data, Problem) else intake.decode(data, str(path), kind)
    return Reading(None, (text,)) if isinstance(text, Problem) else parse(text, str(path), shape, kind)


def parse(text: str, path: str, shape: type[S], kind: Kind, first_line: int = 1) -> Reading[S]:
    """Read a text that starts in line ``first_line`` of the file ``path``."""
    tree, problems = document.build(text, path, kind, first_line)
    if tree is BROKEN:
        return Reading(None, sort(problems, kind))
    if not isinstance(tree, Map):
        wanted = f"must be a mapping (lines of 'key: value'; the keys are: {', '.join(keys(shape))})"
        line = getattr(tree, "line", first_line)
        found = kind.error(path, line, "records-type", f"this {kind.noun} {wanted}, not {describe(tree)}")
        return Reading(None, sort([*problems, found], kind))
    record, found_too = judge(tree, shape, Judgement(path, kind))
    problems = [*problems, *found_too]
    return Reading(None if any(problem.is_error for problem in problems) else record, sort(problems, kind))


def judge(tree: Map, shape: type[S], judgement: Judgement) -> tuple[S | None, list[Problem]]:
    """The record that a tree makes, if it makes one, and what is wrong with it."""
    try:
        record = shape.model_validate(tree, context=judgement)
    except ValidationError as exc:
        return None, [*judgement.problems, *problems_of(exc, tree, judgement, tree.line)]
    return record, judgement.problems
