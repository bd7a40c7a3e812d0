"""The numbers of a translation must be those of its source."""

from __future__ import annotations

import abc
from collections import Counter
from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.amounts import amounts
from sphinx_prolo.catalogue.checks.check import Check, Outcome
from sphinx_prolo.catalogue.checks.explaining import How, explained
from sphinx_prolo.catalogue.checks.pairing import in_range
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_prolo.catalogue.checks.amounts import Amounts
    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.lexicon import Number
    from sphinx_prolo.problem import Problem

_ONE = Decimal(1)
# The words of a range, in the languages that sources are written in.
_TO = frozenset(
    [
        "to",
        "or",
        "and",
        "bis",
        "oder",
        "und",
        "a",
        "o",
        "y",
        "e",
        "à",
        "ou",
        "et",
        "до",
        "или",
        "и",
        "到",
        "至",
        "或",
        "から",
        "や",
    ]
)
_ENOUGH = 8  # findings; who has so many needs no more
_DUAL = 2  # a plural form may say "two visits" in one word


class _Compared(Check):
    """What the checks on numbers share: each form is compared with what it may say."""

    def check(self, message: Message) -> Iterator[Problem]:
        source_lexicon, lexicon = self.place.source_lexicon, self.place.lexicon
        if source_lexicon is None or lexicon is None:
            return
        plural = message.plural is not None
        for sources, form in self.pairs(message):
            translation = amounts(prose(form), lexicon)
            findings = [
                list(islice(self._compare(amounts(prose(source), source_lexicon), translation, plural=plural), _ENOUGH))
                for source in sources
                if source != form
            ]
            if len(findings) == len(sources) and all(findings):
                yield from (self.problem(message, text) for text in findings[-1])

    @abc.abstractmethod
    def _compare(self, source: Amounts, translation: Amounts, *, plural: bool) -> Iterator[str]:
        """What a translation has wrong, measured by one of its sources."""


class NewNumbers(_Compared):
    """Every number of a translation is a number of its source, in digits or in words: 2, two, half a tablet, ½, 20:00
    for 8 p.m., a week for 7 days. Digits of any script are the same number; decimal marks are those of the language.
    """

    code = "catalogue-number-new"
    outcome = Outcome.REJECT

    def _compare(self, source: Amounts, translation: Amounts, *, plural: bool) -> Iterator[str]:
        lost = [number for number in source.numbers if number.sure and _lost(number, source, translation)]
        for number in translation.numbers:
            if not number.sure or (plural and not number.typed and min(number.values) <= _DUAL):
                continue
            how = explained(number, translation, source)
            if how is How.NOT or (how is How.DOUBTFULLY and number.typed and lost):
                known = _all(source)
                yield f"the number {_call(number, translation)} is not in the source, which has {known}; correct it"
        yield from _too_often(source, translation, lost)


def _too_often(source: Amounts, translation: Amounts, lost: list[Number]) -> Iterator[str]:
    """A number that stands in the place of another one: 3, 2 and 2 for 2, 3 and 3; or 2 and 2 for 2 and 1."""
    before, after = (
        [min(number.values) for number in side.numbers if number.sure and number.values]
        for side in (source, translation)
    )
    if not after or (len(after) <= len(before) and not set(after).difference(before) and len(set(after)) == len(after)):
        return
    wanted, found = Counter(before), Counter(after)
    surplus = found - wanted
    exchanged = wanted.keys() == found.keys() and len(before) == len(after)
    all_typed = all(number.typed for side in (source, translation) for number in side.numbers if number.sure)
    repeated = [value for value in surplus if value in wanted]
    rest_is_time = all(value in wanted or value - 12 in wanted for value in surplus)  # 14:15 for 2:15 p.m.
    if repeated and ((exchanged and all_typed) or (lost and rest_is_time)):
        value = repeated[0]
        missing = _call(lost[0], source) if lost else f"'{next(iter(wanted - found)):f}'"
        yield f"the number {value:f} stands where {missing} should stand; correct it"


class LostNumbers(_Compared):
    """Every number of the source is found in its translation. It may be there in words that the program does not know:
    then write it in digits, or say that it is right.
    """

    code = "catalogue-number-lost"
    outcome = Outcome.HOLD

    def _compare(self, source: Amounts, translation: Amounts, *, plural: bool) -> Iterator[str]:  # noqa: ARG002
        for number in source.numbers:
            if number.sure and _lost(number, source, translation):
                yield f"the number {_call(number, source)} of the source is not found; write it, in digits if need be"
        for number, other in _mistaken(source, translation):
            yield (
                f"the number {_call(number, source)} of the source is not found, but {_call(other, translation)} is; "
                "correct it"
            )


def _mistaken(source: Amounts, translation: Amounts) -> Iterator[tuple[Number, Number]]:
    """A word that may mean a number, and one for another number in its place: "the fourth day", and "the fifth". Or a
    fraction, and another one: "two thirds", and "three quarters".
    """
    gone = [number for number in _doubtful(source) if _lost(number, source, translation)]
    new = _doubtful(translation) if gone else []
    strange = [number for number in new if explained(number, translation, source) is How.NOT]
    if strange:
        yield gone[0], strange[0]
        return
    parts, others = _fractions(source), _fractions(translation)
    if parts and others and _multiples(parts, source).isdisjoint(_multiples(others, translation)):
        yield next(iter(parts.values())), next(iter(others.values()))


def _doubtful(side: Amounts) -> list[Number]:
    """The words that may mean a number, but for those that only amount to it in another unit: a day (24)."""
    doubtful = (number for number in side.numbers if not number.sure and not number.typed and number.values)
    return [
        number
        for number in doubtful
        if max(number.values) >= 2
        and not any(pair.around and side.word(pair.unit) != side.word(number) for pair in side.of(number))
    ]


def _fractions(side: Amounts) -> dict[Decimal, Number]:
    """The fractions that words say."""
    return {value: number for number in side.numbers if not number.typed for value in number.values if 0 < value < 1}


def _multiples(parts: Iterable[Decimal], side: Amounts) -> set[Decimal]:
    """What fractions make together with the numbers beside them: two thirds."""
    factors = {_ONE, *(value for value in side.values if 1 <= value <= 5)}
    return {round(part * factor, 2) for part in parts for factor in factors}


class NumberOrder(_Compared):
    """A range keeps both its ends and their order: 10–15 minutes become neither 15–10 minutes nor 15 minutes. Nor do
    two numbers change places: 2 tablets every 8 hours must not become 8 tablets every 2 hours.
    """

    code = "catalogue-number-order"
    outcome = Outcome.REJECT

    def _compare(self, source: Amounts, translation: Amounts, *, plural: bool) -> Iterator[str]:  # noqa: ARG002
        if len(source.numbers) < 2:
            return
        wanted, found = set(_ranges(source, words=_TO)), set(_ranges(translation))
        for low, high in wanted:
            if low != high and (high, low) in found and (low, high) not in found and (high, low) not in wanted:
                yield f"the range {low:f}–{high:f} of the source is turned round; write {low:f} first"
        typed = {value for number in translation.numbers if number.typed for value in number.values}
        for first, second in _typed_ranges(source):
            left, gone = (second, first) if _lost(first, source, translation) else (first, second)
            if _lost(gone, source, translation) and left.values & typed:
                yield f"of the range {_call(first, source)}–{_call(second, source)} only one end is left; write both"
        for one, other in _exchanged(source, translation):
            yield f"the numbers {one:f} and {other:f} have changed places; put them back"


def _exchanged(source: Amounts, translation: Amounts) -> Iterator[tuple[Decimal, Decimal]]:
    """Two numbers that have each other's unit."""
    wanted, found = _typed_units(source), _typed_units(translation)
    moved = {(unit, found[value]): value for value, unit in wanted.items() if found.get(value, unit) != unit}
    for (unit, other_unit), value in moved.items():
        if unit < other_unit and (other_unit, unit) in moved:
            yield value, moved[other_unit, unit]


def _typed_units(side: Amounts) -> dict[Decimal, str]:
    """The unit of each typed number, where there is no doubt about it."""
    units: dict[Decimal, set[str]] = {}
    for pair in side.pairs:
        if pair.number is not None and pair.number.typed and len(pair.number.values) == 1:
            sure = pair.unit.sure and pair.tight
            units.setdefault(next(iter(pair.number.values)), set()).add(pair.unit.unit if sure else "")
    return {value: next(iter(names)) for value, names in units.items() if len(names) == 1 and "" not in names}


def _typed_ranges(side: Amounts) -> Iterator[tuple[Number, Number]]:
    for first, second in pairwise(side.numbers):
        between = side.text[first.end : second.start].strip().casefold()
        if between.isalpha() and between not in _TO:  # 1 in 10
            continue
        if first.typed and second.typed and in_range(side.text, first, second, side.units):
            yield first, second


def _lost(number: Number, source: Amounts, translation: Amounts) -> bool:
    return explained(number, source, translation, source=True) is How.NOT


def _ranges(side: Amounts, words: frozenset[str] = frozenset()) -> Iterator[tuple[Decimal, Decimal]]:
    """The numbers that stand side by side with a dash or a short word between them, which may have to be of some words:
    "1 in 10" is no range.
    """
    for first, second in pairwise(side.numbers):
        clear = first.sure and second.sure and len(first.values) == len(second.values) == 1
        between = side.text[first.end : second.start].strip().casefold()
        if words and between.isalpha() and between not in words:
            continue
        if clear and in_range(side.text, first, second, side.units):
            yield next(iter(first.values)), next(iter(second.values))


def _call(number: Number, side: Amounts) -> str:
    """A number as it stands in the text, and its value if that is not the same."""
    word = excerpt(side.word(number))
    values = " or ".join(f"{value:f}" for value in sorted(number.values))
    return f"'{word}'" if word == values or not values else f"'{word}' ({values})"


def _all(side: Amounts) -> str:
    """The numbers of a text, shortly."""
    words = [f"'{excerpt(side.word(number))}'" for number in side.numbers if number.sure]
    return ", ".join(words[:6]) + (" …" if len(words) > 6 else "") if words else "none"
