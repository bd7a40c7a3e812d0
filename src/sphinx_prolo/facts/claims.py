"""Claim: a value and who says so. Where sources differ all claims are kept, never an average, never the kinder one."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar, get_args

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import core_schema

from sphinx_prolo.facts.scalars import Line, SourceId
from sphinx_prolo.records import Map, Seq, Shape

T = TypeVar("T")


class Qualifier(StrEnum):
    """What the source says of the value."""

    TYPICAL = "typical"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    UP_TO = "up-to"
    REPORTED = "reported"


class Claim(Shape, Generic[T]):
    """A value, and the source that states it."""

    value: T
    """What is claimed."""
    source: SourceId | None = None
    """The id of the source that claims it."""
    locator: Line | None = None
    """Where in the source: a page, a section, a table."""
    qualifier: Qualifier | None = None
    """What the source says of the value: typical, minimum, maximum, up-to, reported."""

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """``Claim[Duration]`` is called DurationClaim in the JSON schema and in pickles."""
        names = [getattr(meta, "name", None) for meta in getattr(params[0], "__metadata__", ())]
        return f"{next(filter(None, names), None) or params[0].__name__}Claim"


class _OneOrMore:
    """Lets a value that nobody disputes stand alone, without a list and without ``value:``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        claims = handler(source)
        claim = get_args(source)[0]
        field = claim.model_fields["value"]
        value = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        written = core_schema.union_schema([handler.generate_schema(value), handler.generate_schema(claim), claims])
        return core_schema.no_info_before_validator_function(_as_claims, claims, json_schema_input_schema=written)


if TYPE_CHECKING:
    Claims: TypeAlias = tuple[Claim[T], ...]
else:

    class Claims:
        """A field that holds claims: ``Claims[X]`` is a tuple of ``Claim[X]``, empty when the writer wrote none."""

        def __class_getitem__(cls, value: object) -> object:
            """Built here, because ``Claim[T]`` of pydantic forgets its T and cannot stand in a generic alias."""
            claim = Claim[value]
            claim.__doc__ = Claim.__doc__
            globals()[claim.__name__] = claim  # where pickle looks for a class
            return Annotated[tuple[claim, ...], Field(min_length=1), _OneOrMore()]


def _as_claims(value: object) -> object:
    """A bare value as the list of its one claim."""
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Map) and "value" in value:
        claims = Seq(value.line)
        claims.put(value, value.line)
        return claims
    line = getattr(value, "line", 0)
    claim = Map(line)
    claim.put("value", line, value, line)
    return (claim,)
