"""Statement: a sentence that somebody has claimed; an entry of the lists that hold nothing but sentences."""

from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from sphinx_prolo.facts.record import Fact
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import BROKEN, Map, Str


class Statement(Fact):
    """A sentence, and the sources that say so."""

    text: Text
    """The sentence."""


class OrSentence:
    """Lets a sentence that needs neither id nor source stand alone, without ``text:``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        statement = handler(source)
        written = core_schema.union_schema([handler.generate_schema(Text), statement])
        return core_schema.no_info_before_validator_function(_as_statement, statement, json_schema_input_schema=written)


Stated = Annotated[Statement, OrSentence()]
"""A field or an entry that holds a statement, in its short form or its long one."""


def _as_statement(value: object) -> object:
    """A bare sentence, in either of the forms of Text, as a statement without sources."""
    if value is BROKEN or isinstance(value, Statement) or (isinstance(value, dict) and "msg" not in value):
        return value
    if not isinstance(value, str | dict):
        raise PydanticCustomError("facts-type", "must be a sentence")
    line = value.line if isinstance(value, Str | Map) else 0
    statement = Map(line)
    statement.put("text", line, value, line)
    return statement
