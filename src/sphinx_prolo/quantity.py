"""Quantity: an amount as data, parsed strictly from what people write ("10-15 min"); no language in it.

The second value, beside Problem, that rooms may share: facts reads quantities, language writes them, and neither
knows the other.
"""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What is counted. Time, mass and volume are CLDR's to name; the rest are ours, see ``COUNTED``."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PERCENT = "percent"
    MICROGRAM = "microgram"
    MILLIGRAM = "milligram"
    GRAM = "gram"
    MILLILITER = "milliliter"
    CENTIMETER = "centimeter"
    VISIT = "visit"
    SESSION = "session"
    INJECTION = "injection"
    ROUND = "round"


TIME = (Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
COUNTED = (Unit.VISIT, Unit.SESSION, Unit.INJECTION, Unit.ROUND)

# What a writer may type. UCUM's codes where it has them (min, h, d, wk, mo, %, mg, mL), and the English words.
SPELLINGS: dict[str, Unit] = {
    "min": Unit.MINUTE, "minute": Unit.MINUTE, "minutes": Unit.MINUTE,
    "h": Unit.HOUR, "hour": Unit.HOUR, "hours": Unit.HOUR,
    "d": Unit.DAY, "day": Unit.DAY, "days": Unit.DAY,
    "wk": Unit.WEEK, "week": Unit.WEEK, "weeks": Unit.WEEK,
    "mo": Unit.MONTH, "month": Unit.MONTH, "months": Unit.MONTH,
    "yr": Unit.YEAR, "year": Unit.YEAR, "years": Unit.YEAR,
    "%": Unit.PERCENT, "mcg": Unit.MICROGRAM, "mg": Unit.MILLIGRAM, "g": Unit.GRAM, "mL": Unit.MILLILITER,
    "cm": Unit.CENTIMETER,
    "visit": Unit.VISIT, "visits": Unit.VISIT,
    "session": Unit.SESSION, "sessions": Unit.SESSION,
    "injection": Unit.INJECTION, "injections": Unit.INJECTION,
    "round": Unit.ROUND, "rounds": Unit.ROUND,
}  # fmt: skip


class Bound(StrEnum):
    """Whether the number is the amount, its upper end or its lower end."""

    EXACT = "exact"
    UP_TO = "up to"
    AT_LEAST = "at least"


class QuantityError(ValueError):
    """The text is not a quantity; the message says what is wrong and what is allowed, in one line."""


class UnknownUnitError(QuantityError):
    """The number is fine, but what it counts is not in ``SPELLINGS``."""


class ReversedRangeError(QuantityError):
    """The range ends below its start."""


@dataclasses.dataclass(frozen=True, slots=True)
class Quantity:
    """An amount or a range of it.

    low, high   the ends of the range; equal for a single amount. Decimals, so that 0.5 stays 0.5.
    unit        what is counted; None for a bare number
    per         the time in which it is counted ("3 per day"); None otherwise. With ``per`` the unit is None ("times")
                or one that can be dosed ("500 mg per day").
    of          the denominator of a natural frequency ("1 in 100"); None otherwise
    bound       exact, up to, at least
    approx      the amount is approximate ("about 10 min")
    """

    low: Decimal
    high: Decimal
    unit: Unit | None = None
    per: Unit | None = None
    of: Decimal | None = None
    bound: Bound = Bound.EXACT
    approx: bool = False

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ReversedRangeError(
                f"the range {self.low:f}-{self.high:f} is reversed; write {self.high:f}-{self.low:f}"
            )

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    def __str__(self) -> str:
        """The quantity as a writer would type it; :func:`parse` reads it back to an equal value."""
        amount = f"{self.low:f}" if not self.is_range else f"{self.low:f}-{self.high:f}"
        words = ["about"] if self.approx else []
        if self.bound is not Bound.EXACT:
            words.append(str(self.bound))
        words.append(amount)
        if self.of is not None:
            words.append(f"in {self.of:f}")
        if self.unit is not None:
            words.append("%" if self.unit is Unit.PERCENT else _shortest(self.unit))
        if self.per is not None:
            words.append(f"per {self.per}")
        return " ".join(words)


def _shortest(unit: Unit) -> str:
    return next(spelling for spelling, known in SPELLINGS.items() if known is unit)


# No sign, no exponent, no thousands separator, no trailing or leading bare point: "1.0" is a trailing zero that can
# be read as 10 and ".5" as 5 (ISMP list of error-prone dose designations), so both are refused below.
_NUMBER = r"(?:\d{1,9}(?:\.\d{1,4})?)"
_PATTERN = re.compile(
    rf"(?P<approx>about )?(?P<bound>up to |at least )?"
    rf"(?P<low>{_NUMBER})(?: ?[-–] ?(?P<high>{_NUMBER})| to (?P<to>{_NUMBER}))?"
    rf"(?: in (?P<of>{_NUMBER}))?"
    r"(?: ?(?P<unit>[A-Za-z]+|%))??"
    r"(?: per (?P<per>[A-Za-z]+))?",
    re.ASCII,
)


def parse(text: str) -> Quantity:
    """Read a quantity: ``10-15 min``, ``1 to 5 days``, ``3 per day``, ``up to 10 rounds``, ``80-90 %``, ``1 in 100``.

    Raises QuantityError, with a message that lists what is allowed, for anything else.
    """
    text = " ".join(text.split())
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise QuantityError(
            f"'{text[:60]}' is not a quantity; write a number or a range and a unit, for example 10-15 min, 1-3 weeks, "
            "3 per day, up to 10 visits, at least 3, 80-90 %, 1 in 100"
        )
    low = _number(match["low"])
    end = match["high"] or match["to"]
    quantity = Quantity(
        low=low,
        high=low if end is None else _number(end),
        unit=_unit(match["unit"]),
        per=_per(match["per"]),
        of=None if match["of"] is None else _number(match["of"]),
        bound=Bound((match["bound"] or "exact").strip()),
        approx=bool(match["approx"]),
    )
    _judge(quantity, text)
    return quantity


def _number(text: str) -> Decimal:
    if "." in text and text.endswith("0"):
        raise QuantityError(f"'{text}' ends in a zero that can be misread; write {Decimal(text).normalize():f}")
    if len(text) > 1 and text[0] == "0" and text[1] != ".":
        raise QuantityError(f"'{text}' starts with a zero; write {Decimal(text):f}")
    return Decimal(text)


def _unit(word: str | None) -> Unit | None:
    if word is None:
        return None
    if word not in SPELLINGS:
        raise UnknownUnitError(f"'{word[:40]}' is not a known unit; known are: {', '.join(SPELLINGS)}")
    return SPELLINGS[word]


def _per(word: str | None) -> Unit | None:
    unit = _unit(word)
    if unit is not None and unit not in TIME:
        raise UnknownUnitError(f"'per {word}' is not a time; write per day, per week, per hour, …")
    return unit


def _judge(quantity: Quantity, text: str) -> None:
    """Refuse what parses but cannot be meant."""
    if quantity.unit is Unit.PERCENT and quantity.high > 100:
        raise QuantityError(f"'{text}' is more than 100 %")
    if quantity.of is not None:
        if quantity.unit is not None or quantity.per is not None:
            raise QuantityError(f"'{text}': '{quantity.low:f} in {quantity.of:f}' takes no unit")
        if quantity.of == 0 or quantity.high > quantity.of:
            raise QuantityError(f"'{text}': the second number of 'n in N' must be the larger one, and not 0")
    if quantity.bound is not Bound.EXACT and quantity.is_range:
        raise QuantityError(f"'{text}' is a range and a bound at once; write either")
