"""Record: the base of the facts that hold sentences; its quantities can be named in its sentences."""

from __future__ import annotations

import collections
import dataclasses
import functools
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from sphinx_prolo.facts.claims import Claim
from sphinx_prolo.facts.scalars import RecordId, SourceId  # noqa: TC001 -- pydantic reads the annotations
from sphinx_prolo.facts.text import PlaceholderError, Text, fold, line_of, placeholders, raw_sentence
from sphinx_prolo.quantity import Quantity
from sphinx_prolo.records import Judgement, Map, Seq, Shape, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator


class Record(Shape):
    """A fact or a group of facts. ``{name}`` in its sentences stands for one of :meth:`values`, or for a quantity of
    the file.
    """

    def values(self) -> dict[str, Quantity]:
        """The record's own quantities by field name: those that are there, and that all sources agree to be one."""
        roles = _roles(type(self))
        found = {name: getattr(self, name) for name in roles.quantities}
        for name in roles.claimed:
            claims = getattr(self, name)
            found[name] = claims[0].value if len(claims) == 1 else None
        return {name: value for name, value in found.items() if value is not None}

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, then the placeholders of each sentence against what the mapping holds."""
        data = super().judge(data, judgement)
        for line, sentence in sentences(cls, data):
            for name in _names(sentence):
                complaint = _complaint(cls, data, name, judgement)
                if complaint is not None:
                    judgement.complain(line, "facts-placeholder", complaint)
        return data


class Fact(Record):
    """One entry of a list: a record that a handout can select by name, and that somebody has claimed."""

    id: RecordId | None = None
    """A name for this entry, so that a handout can select it (``:only:``)."""
    sources: tuple[SourceId, ...] = ()
    """The ids of the sources that say so."""


class Section(Record):
    """What one directive prints: the record that stands under the directive's name in a facts file."""

    @model_validator(mode="after")
    def _has_content(self) -> Section:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise PydanticCustomError("facts-empty", "holds nothing to print; write at least one entry")
        return self

    @model_validator(mode="after")
    def _names_are_unique(self) -> Section:
        counts = collections.Counter(entry.id for entry in entries_of(self) if entry.id)
        twice = sorted(one for one, count in counts.items() if count > 1)
        if twice:
            reason = f"has two entries with the id '{twice[0]}'; give each its own"
            raise PydanticCustomError("facts-name", "{reason}", {"reason": reason})
        return self


def entries_of(record: Record) -> Iterator[Fact]:
    """The entries of a section, in all of its lists and in the lists of its entries."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Fact):
                yield entry
                yield from entries_of(entry)


@dataclasses.dataclass(frozen=True, slots=True)
class _Roles:
    """The fields of a record class that matter to placeholders."""

    sentences: tuple[str, ...]
    quantities: tuple[str, ...]
    claimed: tuple[str, ...]


@functools.cache
def _roles(cls: type[Record]) -> _Roles:
    kinds = {name: _kind(field.annotation) for name, field in cls.model_fields.items()}
    return _Roles(*(tuple(n for n, kind in kinds.items() if kind == role) for role in ("text", "quantity", "claims")))


def _kind(annotation: Any) -> str:
    """What a field holds: ``text`` (one, a list, claims), ``quantity``, ``claims`` of quantities, or ``else``."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return next((kind for kind in map(_kind, arguments) if kind != "else"), "else")
    if origin is Annotated:
        return _kind(arguments[0])
    if origin is tuple:
        inner = arguments[0]
        if _kind(inner) == "text":
            return "text"
        if isinstance(inner, type) and issubclass(inner, Claim):
            claimed = _kind(inner.model_fields["value"].annotation)
            return {"quantity": "claims", "text": "text"}.get(claimed, "else")
        return "else"
    return {Text: "text", Quantity: "quantity"}.get(annotation, "else")


def sentences(cls: type[Record], data: Map) -> Iterator[tuple[int, str]]:
    """The sentences of a mapping, each with the line where it starts."""
    for name in _roles(cls).sentences:
        value = data.get(name)
        for item in value if isinstance(value, Seq) else [value]:
            said = item.get("value") if isinstance(item, Map) and "value" in item else item  # a claim
            sentence = raw_sentence(said)
            if sentence is not None:
                yield line_of(said) or data.key_lines[name], sentence


def _names(sentence: str) -> tuple[str, ...]:
    try:
        return placeholders(fold(sentence))
    except PlaceholderError:
        return ()  # Text says so, with the same line


def _complaint(cls: type[Record], data: Map, name: str, judgement: Judgement) -> str | None:
    """Why a name cannot be printed, or None if it can."""
    roles = _roles(cls)
    if name in roles.quantities or name in roles.claimed:
        if name not in data.key_lines:
            return f"{{{name}}} has nothing to print: this record has no '{name}'; add it or rewrite the sentence"
        claims = data.get(name)
        if name in roles.claimed and isinstance(claims, Seq) and len(claims) > 1:
            return (
                f"{{{name}}} stands for several claims, and a sentence holds one value; rewrite it without {{{name}}}"
            )
        return None
    if name in judgement.names["quantities"]:
        return None
    if name in cls.model_fields:
        return f"{{{name}}} is not a quantity; only quantities can stand in braces"
    known = sorted({*roles.quantities, *roles.claimed, *judgement.names["quantities"]})
    return unknown("placeholder", name, known)
