"""Shape: the base of everything that is written as a mapping; frozen, and strict about its keys."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from sphinx_prolo.records.judge import Judgement, unknown
from sphinx_prolo.records.tree import BROKEN, Map


class Shape(BaseModel):
    """A frozen record. Its fields are explained by the docstring below each, which the JSON schema carries too."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, validate_by_name=True, validate_by_alias=True
    )

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


def keys(shape: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a writer may use, in the order in which they are explained."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())
