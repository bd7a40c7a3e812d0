"""The units of a translation must be those of its source: minutes no hours, days no weeks, milligrams no grams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.amounts import amounts
from sphinx_prolo.catalogue.checks.check import Check, Outcome
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from sphinx_prolo.catalogue.checks.amounts import Amounts
    from sphinx_prolo.catalogue.checks.pairing import Pair
    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

_MIXED_UP = frozenset({"mass", "volume", "percent", "medicine"})  # 5 ml are not 5 mg, nor 5 drops
_MEASURED = frozenset({"day", "week", "month", "microgram", "milligram", "gram", "milliliter", "liter", "percent"})


class Units(Check):
    """A number keeps its unit: 2 days do not become 2 weeks, 5 mg not 5 g; nor does "every hour" become "every day".
    The same amount in another unit is welcome: 7 days for a week, 24 hours for a day.
    """

    code = "catalogue-unit"
    outcome = Outcome.HOLD

    def check(self, message: Message) -> Iterator[Problem]:
        source_lexicon, lexicon = self.place.source_lexicon, self.place.lexicon
        if source_lexicon is None or lexicon is None:
            return
        for sources, form in self.pairs(message):
            translation = amounts(prose(form), lexicon)
            if not translation.pairs:
                continue
            findings = [
                list(_compare(amounts(prose(source), source_lexicon), translation))
                for source in sources
                if source != form
            ]
            if len(findings) == len(sources) and all(findings):
                yield from (self.problem(message, text) for text in findings[-1])


def _compare(source: Amounts, translation: Amounts) -> Iterator[str]:
    strange = [pair for pair in translation.pairs if not source.has(pair) or _borrowed(pair, source, translation)]
    for compare in (_exchanged, _swapped, _miscounted, _added) if strange else ():
        if found := dict.fromkeys(compare(source, translation, strange)):
            yield from found
            return


def _borrowed(pair: Pair, source: Amounts, translation: Amounts) -> bool:
    """Whether a pair is the amount of another one only by chance: "two days" for "two weeks", where there are 48 hours
    in both texts.
    """
    if pair.number is None or pair.around or source.counts(pair.unit.unit):
        return False
    return any(
        their.unit.sure and their.tight and _confusable(their, pair) and not translation.has(their)
        for their in source.counted(pair.number)
    )


def _exchanged(source: Amounts, translation: Amounts, strange: Sequence[Pair]) -> Iterator[str]:
    """A number that both texts have, with another unit."""
    for pair in strange:
        if pair.number is None or not pair.number.sure or not pair.tight:
            continue
        for their in source.counted(pair.number):
            # A doubtful word accuses only where it stands in the place of the right one.
            doubt = not pair.unit.sure and translation.counts(their.unit.unit)
            moved = their.dimension == pair.dimension or not translation.has(their)
            if their.unit.sure and _confusable(their, pair) and not doubt and moved:
                yield _became(their, source, pair, translation)
                break


def _miscounted(source: Amounts, translation: Amounts, strange: Sequence[Pair]) -> Iterator[str]:
    """A unit that both texts have, with other numbers, each of which stands for something else in the source."""
    counted: dict[str, Pair | None] = {}
    for their in source.pairs:
        clear = their.unit.sure and their.number is not None and their.tight and not their.around
        counted[their.unit.unit] = their if clear and counted.get(their.unit.unit, their) is not None else None
    elsewhere: dict[str, set[Decimal]] = {}
    for pair in strange:
        wanted = counted.get(pair.unit.unit)
        if wanted is None or pair.number is None or not (pair.number.sure and pair.tight) or translation.has(wanted):
            continue
        if pair.dimension not in elsewhere:
            elsewhere[pair.dimension] = _elsewhere(source, pair.dimension)
        if not pair.number.values & elsewhere[pair.dimension]:
            yield _became(wanted, source, pair, translation)


def _elsewhere(side: Amounts, dimension: str) -> set[Decimal]:
    """The numbers that may well be told of another unit: "one tablet now and two tonight", "three times" daily."""
    found: set[Decimal] = set()
    for number in side.numbers:
        pairs = [pair for pair in side.of(number) if pair.unit.sure]
        if not pairs or (dimension == "duration" and any(pair.unit.unit == "time" for pair in pairs)):
            found |= number.values
    return found


def _became(pair: Pair, source: Amounts, other: Pair, translation: Amounts) -> str:
    before, after = excerpt(_phrase(pair, source)), excerpt(_phrase(other, translation))
    return f"'{before}' of the source has become '{after}'; correct the number or the unit"


def _confusable(first: Pair, second: Pair) -> bool:
    """Whether one unit instead of the other is a mistake of the unit, not two ways to say a thing."""
    kinds = {first.dimension, second.dimension}
    return first.unit.unit != second.unit.unit and (len(kinds) == 1 or kinds <= _MIXED_UP)


def _swapped(source: Amounts, translation: Amounts, strange: Sequence[Pair]) -> Iterator[str]:
    """A unit of the source that is not found, while the translation has another one of its kind instead."""
    new: dict[str, Pair] = {}
    for pair in strange:
        # The word for a year is often doubtful (năm is 5, too), and still stands where a month should.
        if (pair.unit.sure or (pair.unit.unit == "year" and pair.tight)) and not source.counts(pair.unit.unit):
            for dimension in _MIXED_UP if pair.dimension in _MIXED_UP else (pair.dimension,):
                new.setdefault(dimension, pair)
    for pair in source.pairs if new else ():
        other = new.get(pair.dimension)
        if other is None or not pair.unit.sure or translation.counts(pair.unit.unit) or translation.has(pair):
            continue
        yield (
            f"'{excerpt(_phrase(pair, source))}' of the source is not found, but "
            f"'{excerpt(_phrase(other, translation))}' is; check the unit"
        )


def _added(source: Amounts, translation: Amounts, strange: Sequence[Pair]) -> Iterator[str]:
    """A unit for a number that has none in the source. Ages, times of day and dates are often written so."""
    for pair in strange:
        if pair.number is None or not (pair.unit.sure and pair.tight and pair.number.sure) or source.dated:
            continue
        if pair.unit.unit == "percent" and len(source.numbers) > 1:  # 1 in 10
            continue
        if pair.unit.unit in _MEASURED and not source.counted(pair.number) and source.says(pair.number):
            yield f"'{excerpt(_phrase(pair, translation))}' has no unit in the source; check it"


def _phrase(pair: Pair, side: Amounts) -> str:
    """A unit with its number, as they stand in the text."""
    if pair.number is None:
        return side.word(pair.unit)
    return side.text[min(pair.number.start, pair.unit.start) : max(pair.number.end, pair.unit.end)]
