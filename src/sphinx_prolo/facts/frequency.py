"""Frequency: how often a harm comes, as a band of the CIOMS or as n in N; a word such as "rarely" is neither."""

from __future__ import annotations

import dataclasses
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class Band(StrEnum):
    """The frequency bands of the CIOMS Working Group III, and ``not-known``: cannot be estimated from the data."""

    VERY_COMMON = "very-common"  # 1 in 10 or more
    COMMON = "common"  # up to 1 in 10
    UNCOMMON = "uncommon"  # up to 1 in 100
    RARE = "rare"  # up to 1 in 1,000
    VERY_RARE = "very-rare"  # up to 1 in 10,000
    NOT_KNOWN = "not-known"


_COUNT = re.compile(r"([0-9]{1,9}) in ([0-9]{1,9})", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class Frequency:
    """Either a band, or ``n`` people in ``of`` people.

    band   a frequency band; None if people were counted
    n      how many had it; None with a band
    of     among how many; None with a band
    """

    band: Band | None = None
    n: int | None = None
    of: int | None = None

    def __post_init__(self) -> None:
        if (self.band is None) == (self.n is None) or (self.n is None) != (self.of is None):
            raise ValueError("a frequency is either a band or n in N")

    def __str__(self) -> str:
        """As a writer would type it."""
        return str(self.band) if self.band is not None else f"{self.n} in {self.of}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """From YAML by :func:`_read`; to an editor's completion, a choice of the bands or a counted frequency."""
        bands = core_schema.literal_schema([str(band) for band in Band])
        written = core_schema.union_schema([bands, core_schema.str_schema(pattern=r"^\d{1,9} in \d{1,9}$")])
        return core_schema.json_or_python_schema(
            json_schema=written, python_schema=core_schema.no_info_plain_validator_function(_read)
        )


def _read(value: object) -> Frequency:
    if isinstance(value, Frequency):
        return value
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if words in set(Band):
        return Frequency(band=Band(words))
    counted = _COUNT.fullmatch(words)
    if counted is None:
        raise PydanticCustomError(
            "facts-frequency",
            f"must be one of {', '.join(Band)}, or counted people as in '3 in 100' or '1 in 1000'; a source's word "
            "without numbers is not a band: write not-known, and the word under 'verbal_source'",
        )
    n, of = int(counted[1]), int(counted[2])
    if of == 0 or n > of:
        raise PydanticCustomError(
            "facts-range", "is not right: the second number of 'n in N' must be the larger one, and not 0"
        )
    return Frequency(n=n, of=of)
