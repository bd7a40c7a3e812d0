"""A number of one text and the amounts of the other in, how well the one is explained by the other out."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.amounts import MINUTES, SIMPLE

if TYPE_CHECKING:
    from sphinx_prolo.catalogue.checks.amounts import Amounts
    from sphinx_prolo.lexicon import Number

_HOURS = re.compile(r"\d\s?[:：hH]\s?$")
_BUDDHIST = 543
_OUT_OF = frozenset(map(Decimal, (5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000)))


class How(IntEnum):
    """How a number is explained: not at all, by a word that may mean it, by a number that is surely the same."""

    NOT = 0
    DOUBTFULLY = 1
    SURELY = 2


def explained(number: Number, own: Amounts, other: Amounts, *, source: bool = False) -> How:
    """Whether the other text has a number too: the same, in parts, or written with another unit.

    ``source``: the number is one of the source, and is looked for in the translation.
    """
    if number.values & other.surely:
        return How.SURELY
    if (
        (number.parts and all(explained(part, own, other, source=source) for part in number.parts))
        or _in_parts(number, own, other)
        or any(other.measure(pair) for pair in own.of(number))
        or _in_percent(number, own, other)
        or _in_ratio(number, own, other)
        or _as_time_of_day(number, own, other, source=source)
        or _in_another_calendar(number, other)
    ):
        return How.SURELY
    return How.DOUBTFULLY if number.values & other.values else How.NOT


def _in_parts(number: Number, own: Amounts, other: Amounts) -> bool:
    """2.5 may be "two … and a half" in either text."""
    if other.mixed and any(value in other.mixed for value in number.values):
        return True
    sums = [total for total in other.surely if total in own.mixed] if own.mixed else ()
    return any(not number.values.isdisjoint(own.mixed[total]) for total in sums)


def _in_percent(number: Number, own: Amounts, other: Amounts) -> bool:
    """Half is 50 %, a quarter 25 %; 1 in 20 is 5 %."""
    theirs, ours = other.percents - own.percents, own.percents - other.percents
    if (
        theirs
        and _OUT_OF.intersection(own.plain)
        and any(_of(value, own, theirs) for value in number.values & own.plain)
    ):
        return True
    if ours.intersection(number.values) and any(
        value * whole / 100 in other.plain for whole in _OUT_OF.intersection(other.plain) for value in number.values
    ):
        return True
    if any(pair.unit.unit == "percent" for pair in own.of(number)):
        return any(value / 100 in other.values for value in number.values if value < 100)
    return other.counts("percent") and any(0 < value < 1 and value * 100 in other.values for value in number.values)


def _of(value: Decimal, own: Amounts, percents: frozenset[Decimal]) -> bool:
    """Whether a value is one of the two in "1 in 20", which is 5 % in the other text."""
    wholes = _OUT_OF.intersection(own.plain)
    return any(value * 100 / whole in percents for whole in wholes) or (
        value in wholes and any(part * value / 100 in own.plain for part in islice(sorted(percents), 20))
    )


def _in_ratio(number: Number, own: Amounts, other: Amounts) -> bool:
    """A quarter may be 1 of 4."""
    if any(value in other.ratios for value in number.values):
        return True
    parts = [part for part in SIMPLE if part in other.values]
    partners = (round(one, 2) for part in parts for value in number.values for one in (value * part, value / part))
    return any(partner in own.values for partner in partners)


def _as_time_of_day(number: Number, own: Amounts, other: Amounts, *, source: bool) -> bool:
    """20:00 in the source may be 8 in the evening. 20.30 may be half past eight, in hours and minutes."""
    if not number.typed:
        return False
    clock = next(iter(number.values & {hour + minute / 100 for hour, minute in own.clocks}), None)
    if clock is not None and not source:
        hour, minute = Decimal(int(clock)), clock % 1 * 100
        return hour in other.surely and (minute == 0 or minute in other.surely)
    if not source:
        return any(value + 12 in other.hours for value in number.values)
    if MINUTES.match(own.text, number.end):
        return any(value > 12 and value - 12 in other.values for value in number.values) or any(
            hour in number.values for hour, _ in other.clocks
        )
    is_minute = _HOURS.search(own.text[max(0, number.start - 4) : number.start]) is not None
    return is_minute and any(minute in number.values for _, minute in other.clocks)


def _in_another_calendar(number: Number, other: Amounts) -> bool:
    """A year of the Thai calendar."""
    return any(
        value - _BUDDHIST in other.surely or value + _BUDDHIST in other.surely
        for value in number.values
        if 1900 <= value <= 2700
    )
