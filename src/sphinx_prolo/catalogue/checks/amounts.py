"""A text and its lexicon in, its amounts out: the numbers, the units, and what is the same in another text."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.pairing import FRACTIONS, Pair, completed, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_prolo.lexicon import Lexicon, Number, UnitWord

SIMPLE = (
    *sorted(FRACTIONS),
    *(Decimal(part) for part in ("0.2", "0.1", "0.3333", "0.6667", "0.01", "0.4", "0.6", "0.8")),
)
_NEAR = 30  # characters between a whole number and its fraction: "two long hours and a half"
_YEARS = frozenset(map(Decimal, range(1900, 2100)))
_ANY = Decimal(-1)  # a unit without a number
_CLOCK = re.compile(r"(\d{1,2})[.,]([0-5]\d)")
_DECIMAL = re.compile(r"[.,٫]")
MINUTES = re.compile(r"\s?[:：hH]\s?[0-5]\d(?!\d)")


class Amounts:
    """The amounts of a text.

    text, numbers, units  as the lexicon found them
    values   every reading of every number, those of parts too
    surely   the readings of the numbers that are sure
    pairs    every unit with its number; a range has two
    mixed    what a whole number and a fraction behind it make together: 2.5 from "two hours and a half"
    clocks   hours and minutes that are typed as one number: 20.30
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.numbers = lexicon.numbers(text)
        self.units = lexicon.units(text)
        everything = [*self.numbers, *(part for number in self.numbers for part in number.parts)]
        self.values = frozenset(value for number in everything for value in number.values)
        self.surely = frozenset(value for number in everything if number.sure for value in number.values)
        self.pairs = tuple(pairs(text, self.numbers, self.units))
        self.mixed: dict[Decimal, tuple[Decimal, Decimal]] = {}
        if not self.values.isdisjoint(FRACTIONS):
            self.pairs = tuple(completed(text, self.numbers, self.pairs))
            self.mixed = {
                one + part: (one, part)
                for first, second in pairwise(self.numbers)
                if not (second.typed and _DECIMAL.search(self.word(second)))
                for one, part in _mixed(first, second)
            }

    @cached_property
    def _by_number(self) -> dict[Number, list[Pair]]:
        found: dict[Number, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            if pair.number is not None:
                found[pair.number].append(pair)
        return found

    @cached_property
    def _by_value(self) -> dict[Decimal, dict[tuple[str, bool], Pair]]:
        found: dict[Decimal, dict[tuple[str, bool], Pair]] = defaultdict(dict)
        for pair in self.pairs:
            for value in pair.number.values if pair.number is not None else ():
                found[value].setdefault((pair.unit.unit, pair.unit.sure), pair)
        return found

    @cached_property
    def _by_unit(self) -> dict[str, set[Decimal]]:
        found: dict[str, set[Decimal]] = defaultdict(set)
        for pair in self.pairs:
            found[pair.unit.unit] |= pair.values if pair.number is not None else {_ANY}
        return found

    @cached_property
    def dated(self) -> bool:
        """Whether there is a date (a year, or a month beside a day), or a time of day."""
        return bool(self.hours) or any(
            (number.typed and number.values & _YEARS) or (number.typed != other.typed and self._named(number, other))
            for number, other in pairwise((*self.numbers, *self.numbers[-1:]))
        )

    def _named(self, *two: Number) -> bool:
        """Whether one of two numbers is the name of a month, and the other one its day."""
        name = min(two, key=lambda number: number.typed)
        together = self.text[two[0].end : two[1].start].strip(" ,.\u00a0") == ""
        return together and not name.sure and len(self.word(name)) >= 3 and not self.word(name).islower()

    @cached_property
    def hours(self) -> frozenset[Decimal]:
        """The hours of times of day that are typed as two numbers: 20:30."""
        hours = (number for number in self.numbers if number.typed and MINUTES.match(self.text, number.end))
        return frozenset(value for number in hours for value in number.values)

    @cached_property
    def clocks(self) -> frozenset[tuple[Decimal, Decimal]]:
        matches = (_CLOCK.fullmatch(self.word(number)) for number in self.numbers if number.typed)
        return frozenset((Decimal(match[1]), Decimal(match[2])) for match in matches if match is not None)

    @cached_property
    def ratios(self) -> frozenset[Decimal]:
        """The simple fractions that two numbers make: a quarter, if there are 1 and 4."""
        return frozenset(
            part
            for part in SIMPLE
            if any(value >= 2 and round(value * part, 2) in self.values for value in self.values)
        )

    @cached_property
    def percents(self) -> frozenset[Decimal]:
        """How many percent."""
        return frozenset(
            value for pair in self.pairs if pair.unit.unit == "percent" and pair.unit.sure for value in pair.values
        )

    @cached_property
    def plain(self) -> frozenset[Decimal]:
        """The values that are no percentages."""
        return self.values - self.percents

    @cached_property
    def _measures(self) -> frozenset[tuple[str, Decimal]]:
        return frozenset(measure for pair in self.pairs for measure in pair.measures())

    def of(self, number: Number) -> Sequence[Pair]:
        """The units of a number."""
        return self._by_number.get(number, ())

    def counted(self, number: Number) -> list[Pair]:
        """The units of all numbers with a value of this one, each once."""
        return [pair for value in number.values for pair in self._by_value.get(value, {}).values()]

    def says(self, number: Number) -> bool:
        """Whether there is a sure number with a value of this one."""
        return any(one.sure and not one.values.isdisjoint(number.values) for one in self.numbers)

    def counts(self, unit: str) -> bool:
        """Whether there is a unit."""
        return unit in self._by_unit

    def measure(self, pair: Pair) -> bool:
        """Whether there is the same amount in some unit: a week, if the pair is 7 days."""
        return not self._measures.isdisjoint(pair.measures())

    def has(self, pair: Pair) -> bool:
        """Whether there is the same amount, or the same unit without a number."""
        known = self._by_unit.get(pair.unit.unit)
        if known is not None and (pair.number is None or _ANY in known or not known.isdisjoint(pair.values)):
            return True
        return self.measure(pair)

    def word(self, item: Number | UnitWord) -> str:
        """How it stands in the text."""
        return self.text[item.start : item.end]


@functools.lru_cache(maxsize=64)
def amounts(text: str, lexicon: Lexicon) -> Amounts:
    """The amounts of a text as a reader sees it (see ``prose``)."""
    return Amounts(text, lexicon)


def _mixed(first: Number, second: Number) -> Iterator[tuple[Decimal, Decimal]]:
    """A whole number and a fraction that may belong together."""
    if second.start - first.end <= _NEAR:
        for whole in first.values:
            for part in second.values & FRACTIONS:
                if whole >= 1 and whole == whole.to_integral_value():
                    yield whole, part
