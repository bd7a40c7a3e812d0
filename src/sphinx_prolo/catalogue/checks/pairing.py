"""The numbers and units of a text in, pairs of them out: which number belongs to which unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_prolo.lexicon import Number, UnitWord

# How much a unit is of the smallest one of its dimension. A month has 28 to 31 days, a year is 12 months or 52 weeks.
_DAY = 86_400
MEASURES: dict[str, tuple[str, tuple[int, ...]]] = {
    "second": ("duration", (1,)),
    "minute": ("duration", (60,)),
    "hour": ("duration", (3_600,)),
    "day": ("duration", (_DAY,)),
    "week": ("duration", (7 * _DAY,)),
    "month": ("duration", (30 * _DAY, 28 * _DAY, 31 * _DAY)),
    "year": ("duration", (365 * _DAY, 360 * _DAY, 364 * _DAY)),
    "microgram": ("mass", (1,)),
    "milligram": ("mass", (1_000,)),
    "gram": ("mass", (1_000_000,)),
    "kilogram": ("mass", (1_000_000_000,)),
    "milliliter": ("volume", (1,)),
    "centiliter": ("volume", (10,)),
    "deciliter": ("volume", (100,)),
    "liter": ("volume", (1_000,)),
    "millimeter": ("length", (1,)),
    "centimeter": ("length", (10,)),
    "meter": ("length", (1_000,)),
    "tablet": ("medicine", (1,)),
    "drop": ("medicine", (-1,)),
}
FRACTIONS = frozenset({Decimal("0.5"), Decimal("0.25"), Decimal("0.75")})
_LONGEST_RANGE = 10
ONE = frozenset({Decimal(1)})
_FORTNIGHT = {Decimal(15): Decimal(14), Decimal(8): Decimal(7)}  # quinze jours, huit jours: two weeks, one week
_BEFORE_PART = re.compile(r"\s?(?:[^\W\d]|[\u0300-\u0fff-]){0,4}\s?")
# Between a number and its unit: next to nothing, or one word ("3 full days"); never the end of a phrase.
_TIGHT = re.compile(r"[\s\u00ad-]?|[\s-]?[^\W\d_a-zA-Z]{1,2}[\s-]?|\s?[-‑–]\s?")
_LOOSE = re.compile(r"\s?(?:[^\W\d]|[\u0300-\u0fff'’-]){1,14}\s?")
_OR = re.compile(r"\s(?:[^\W\d]|[\u0300-\u0fff]){1,4}\s")
# Between the ends of a range: a dash, or a short word.
_RANGE = re.compile(
    r"\s?[-‑–—−~～/]\s?|\s(?:[^\W\d]|[\u0300-\u0fff]){1,6}\s|[至到或から~〜まで부터에서]{1,3}|\s?[^\W\d_a-z人名例位在]{1,2}\s?"
)


class Pair(NamedTuple):
    """A unit and the number before it (or behind it), if there is one.

    tight  next to each other
    more   values that it has besides, with what stands behind the unit: two hours and a half
    """

    unit: UnitWord
    number: Number | None = None
    tight: bool = False
    more: frozenset[Decimal] = frozenset()

    @property
    def values(self) -> frozenset[Decimal]:
        """How many; a unit without a number is one of it."""
        number = self.number
        if number is None or self.around:
            return ONE | self.more
        if number.parts:
            return number.values | number.parts[-1].values | self.more
        if self.unit.unit == "day" and not number.typed and number.values & _FORTNIGHT.keys():
            return number.values | {_FORTNIGHT.get(value, value) for value in number.values}
        return number.values | self.more if self.more else number.values

    @property
    def around(self) -> bool:
        """The number is only what the phrase amounts to in another unit: half an hour (30), a day (24)."""
        number = self.number
        return (
            number is not None and not number.sure and number.start <= self.unit.start and number.end >= self.unit.end
        )

    @property
    def dimension(self) -> str:
        """What the unit measures; for a unit that is alone in it, its own name."""
        return MEASURES.get(self.unit.unit, (self.unit.unit, ()))[0]

    def measures(self) -> Iterator[tuple[str, Decimal]]:
        """The amount in the smallest unit: 7 days measure the same as a week."""
        dimension, sizes = MEASURES.get(self.unit.unit, ("", ()))
        yield from ((dimension, value * size) for value in self.values for size in sizes)
        if self.number is not None and self.around and dimension:
            smaller = sorted(size for kind, (size, *_) in MEASURES.values() if kind == dimension and size < sizes[0])
            for value in self.number.values:
                fitting = [size for size in smaller if 1 < value <= 4 * sizes[0] / size]
                if value == value.to_integral_value():  # of a day and a half (1.5, 36), the 36
                    yield from ((dimension, value * size) for size in fitting[-1:])


def pairs(text: str, numbers: Sequence[Number], units: Sequence[UnitWord]) -> Iterator[Pair]:
    """Every unit with its numbers: those before it, else the one behind it."""
    starts = [number.start for number in numbers]
    taken: set[int] = set()
    counted: set[UnitWord] = set()
    for unit in units:
        for place, tight in _before(text, numbers, bisect_left(starts, unit.start), unit, units):
            taken.add(place)
            counted.add(unit)
            yield Pair(_by_days(unit, numbers[place]), numbers[place], tight)
    for unit in units:
        place = bisect_left(starts, unit.end)
        behind = place < len(numbers) and place not in taken
        between = text[unit.end : numbers[place].start] if behind else "."
        if unit not in counted:
            yield Pair(unit, None if between.strip() else numbers[place])
        elif _OR.fullmatch(between):  # a day or two
            yield Pair(unit, numbers[place])


def _by_days(unit: UnitWord, number: Number) -> UnitWord:
    """A fortnight is 14 days, not 14 weeks."""
    if number.sure and number.start == unit.start and unit.unit == "week" and min(number.values) >= 7:
        return unit._replace(unit="day")
    return unit


def _before(
    text: str, numbers: Sequence[Number], index: int, unit: UnitWord, units: Sequence[UnitWord]
) -> Iterator[tuple[int, bool]]:
    """The numbers that a unit is told of: around it (duals, "an hour and a half"), or before it; both of a range."""
    inside = index if index < len(numbers) and numbers[index].start == unit.start else None
    if inside is not None and numbers[inside].sure:
        yield inside, True
        return
    place = index - 1
    if place >= 0 and numbers[place].end >= unit.end:
        before = text[numbers[place - 1].end : numbers[place].start] if place and not numbers[place].sure else "."
        halved = not before.strip() and _is_part(numbers[place - 1])  # half a day
        yield (place - 1 if halved else place), True
        return
    between = text[numbers[place].end : unit.start] if place >= 0 else "."
    tight = _TIGHT.fullmatch(between) is not None
    if not tight and not _LOOSE.fullmatch(between):
        if inside is not None:  # a word that may amount to a number: half-hour (30)
            yield inside, True
        return
    if place and not numbers[place].sure and _is_part(numbers[place - 1]):  # half a tablet
        place -= 1
    yield place, tight
    if place and in_range(text, numbers[place - 1], numbers[place], units):
        yield place - 1, tight


def _is_part(number: Number) -> bool:
    return number.sure and bool(number.values) and min(number.values) < 1


def in_range(text: str, first: Number, second: Number, units: Sequence[UnitWord]) -> bool:
    """Whether two numbers are the ends of a range, or are told of one unit: 10–15, 10 to 15, 2 or 3, 10 至 15."""
    between = text[first.end : second.start]
    if len(between) > _LONGEST_RANGE or not _RANGE.fullmatch(between):
        return False
    last = bisect_left(units, second.start, key=lambda unit: unit.start) - 1
    return last < 0 or units[last].end <= first.end


def completed(text: str, numbers: Sequence[Number], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, with the fraction behind the unit added: two hours and a half, hora y media."""
    parts = [number for number in numbers if number.values & FRACTIONS]
    starts = [number.start for number in parts]
    for pair in pairs:
        index = bisect_left(starts, pair.unit.end) if parts else 0
        part = parts[index] if index < len(parts) else None
        if part is None or not _BEFORE_PART.fullmatch(text[pair.unit.end : part.start]):
            yield pair
        else:
            wholes = [value for value in pair.values if value == value.to_integral_value()]
            sums = frozenset(one + fraction for one in wholes for fraction in part.values & FRACTIONS)
            yield pair._replace(more=sums)
