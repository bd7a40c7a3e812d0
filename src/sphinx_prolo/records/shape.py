"""Shape: the base of everything that is written as a mapping; frozen, and strict about its keys."""

from __future__ import annotations

import ast
import contextlib
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from sphinx_prolo.records.judge import Judgement, unknown
from sphinx_prolo.records.tree import BROKEN, Map


class Shape(BaseModel):
    """A frozen record. Its fields are explained by the docstring below each, which the JSON schema carries too."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    @model_validator(mode="before")
    @classmethod
    def _look_over(cls, data: Any, info: ValidationInfo[Any]) -> Any:
        """Judge the mapping as a whole, before its values one by one."""
        if isinstance(data, Map) and isinstance(info.context, Judgement):
            return cls.judge(data, info.context)
        return data

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """The mapping without the keys that are unknown or hold nothing, each of which is a problem."""
        known = keys(cls)
        refused = set()
        for key, value in data.items():
            if key not in known:
                judgement.complain(data.key_lines[key], "records-unknown-key", unknown("key", key, known))
            elif value is None:
                judgement.complain(
                    data.key_lines[key], "records-empty", f"'{key}' is empty; write a value or delete the line"
                )
            elif value is not BROKEN:
                continue
            refused.add(key)
        return data.without(refused) if refused else data


def explanations(shape: type[BaseModel]) -> dict[str, str]:
    """What the docstring below each field says.

    Pydantic can read them, too, but does so whenever a class is made: a tenth of the time in which we start.
    """
    found: dict[str, str] = {}
    for base in reversed(shape.__mro__):
        if issubclass(base, Shape):
            with contextlib.suppress(OSError):  # a generic class with its types filled in has no source of its own
                (made,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
                found |= dict(_explained(made))
    return found


def _explained(made: ast.stmt) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(made.body if isinstance(made, ast.ClassDef) else ()):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            yield field.target.id, inspect.cleandoc(ast.literal_eval(below.value))


def keys(shape: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a writer may use, in the order in which they are explained."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())
