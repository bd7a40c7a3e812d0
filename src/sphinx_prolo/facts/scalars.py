"""The plain values of a fact: those of every record, the name of a quantity, the id of an entry and of a source."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from sphinx_prolo.records import Day, Flag, LanguageTag, Line, Link, NewId, Phone, context_of, unknown

__all__ = [
    "Day",
    "Flag",
    "LanguageTag",
    "Line",
    "Link",
    "NewId",
    "Phone",
    "QuantityName",
    "RecordId",
    "SourceId",
]

_NAME = r"[a-z][a-z0-9_]{0,99}"


def _new_name(text: str) -> str:
    if re.fullmatch(_NAME, text, re.ASCII) is None:
        words = "is not a name for a quantity; use small letters a-z, digits and '_', as in cold_pack"
        raise PydanticCustomError("facts-name", words)
    return text


def _known_source(name: str, info: ValidationInfo[Any]) -> str:
    judgement = context_of(info.context)
    if judgement is not None and name not in judgement.names["sources"]:
        known = sorted(judgement.names["sources"])
        reason = f"{unknown('source', name, known)}; sources are described under 'sources:'"
        raise PydanticCustomError("facts-source", "is not right: {reason}", {"reason": reason})
    return name


QuantityName = Annotated[str, AfterValidator(_new_name), WithJsonSchema({"type": "string", "pattern": f"^{_NAME}$"})]
"""The name that a file gives to a quantity; what may stand in braces."""

RecordId = NewId
"""The name of an entry, by which a handout selects it."""

SourceId = Annotated[str, StringConstraints(strict=True, max_length=100), AfterValidator(_known_source)]
"""The id of a source of the same file."""
