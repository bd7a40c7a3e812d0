"""Quantities as fields of a record: what a writer may give where a time, a number of times or an amount is wanted."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from sphinx_prolo.quantity import (
    COUNTED,
    TIME,
    Quantity,
    QuantityError,
    ReversedRangeError,
    Unit,
    UnknownUnitError,
    parse,
)
from sphinx_prolo.records import Float, Int

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

_CODES: dict[type[QuantityError], str] = {UnknownUnitError: "facts-unit", ReversedRangeError: "facts-range"}


@dataclasses.dataclass(frozen=True)
class _Written:
    """Makes a Quantity from what is written, if it is of the wanted kind."""

    name: str
    wanted: str
    accepts: Callable[[Quantity], bool]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        written = core_schema.union_schema([core_schema.str_schema(min_length=1), core_schema.float_schema()])
        return core_schema.json_or_python_schema(
            json_schema=written, python_schema=core_schema.no_info_plain_validator_function(self._read)
        )

    def _read(self, value: object) -> Quantity:
        quantity = value if isinstance(value, Quantity) else as_quantity(value)
        if not self.accepts(quantity):
            reason = f"must be {self.wanted}, not '{quantity}'"
            raise PydanticCustomError("facts-quantity", "{reason}", {"reason": reason})
        return quantity


def as_quantity(value: object) -> Quantity:
    """The quantity that a value of the tree spells; an error for pydantic if it spells none."""
    text = value.text if isinstance(value, Int | Float) else value
    if not isinstance(text, str):
        raise PydanticCustomError("facts-type", "must be a quantity, such as 10-15 min or 3 per day")
    try:
        return parse(text)
    except QuantityError as exc:
        code = _CODES.get(type(exc), "facts-quantity")
        raise PydanticCustomError(code, "is not right: {reason}", {"reason": str(exc)}) from exc


AnyQuantity = Annotated[Quantity, _Written("Quantity", "a quantity", lambda _: True)]
"""Any quantity."""

Duration = Annotated[
    Quantity,
    _Written(
        "Duration", "a length of time, such as 10-15 min or 1-3 weeks", lambda q: q.unit in TIME and q.per is None
    ),
]
"""A length of time."""

Times = Annotated[
    Quantity,
    _Written("Times", "how often in a time, such as 3 per day", lambda q: q.per is not None and q.unit is None),
]
"""A number of times in a length of time."""

Amount = Annotated[
    Quantity,
    _Written("Amount", "an amount with its unit, such as 10-15 min", lambda q: q.unit is not None and q.per is None),
]
"""A number of something: minutes, visits, milligrams."""

Count = Annotated[
    Quantity,
    _Written(
        "Count", "a bare number, such as 5 or about 300", lambda q: q.unit is None and q.per is None and q.of is None
    ),
]
"""A number of people or things that the field names."""

Share = Annotated[
    Quantity,
    _Written(
        "Share", "a part of people, such as 80-90 % or 30 in 100", lambda q: q.unit is Unit.PERCENT or q.of is not None
    ),
]
"""How many of all."""

Visits = Annotated[
    Quantity,
    _Written(
        "Visits",
        "a number of visits, sessions, injections or rounds, such as 3-6 visits",
        lambda q: q.unit in COUNTED and q.per is None,
    ),
]
"""How many times somebody is treated."""
