"""Number words in, the numbers that they make together out: twenty-five, two hundred, 二十五, 1.5 million."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_prolo.lexicon import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HALF = Decimal("0.5")
_SCALES = frozenset(Decimal(10) ** power for power in (3, 4, 5, 6, 7, 8, 9))
_LONGEST = 12  # words of one number
_GAP = 12  # letters between two of them


@dataclasses.dataclass(frozen=True, slots=True)
class Grammar:
    """How a language puts number words together.

    joiners  what may stand between two of them: "and", "y", "-"
    glued    the words of a number are written as one
    by_tens  twenty is two ten (Chinese), not a word of its own
    """

    joiners: frozenset[str]
    glued: bool
    by_tens: bool


class Word(NamedTuple):
    """A number as it was found, and the value with which it may join others; None if it has several."""

    number: Number
    value: Decimal | None


def composed(words: Sequence[Word], text: str, grammar: Grammar) -> Iterator[Number]:
    """The numbers of a (folded) text, in order, those that belong together made one."""
    group: list[Word] = []
    links: list[str] = []
    if all(two.number.start - one.number.end > _GAP for one, two in pairwise(words)):
        yield from (word.number for word in words)
        return
    for word in _halves(words, text):
        link = _link(group[-1], word, text, grammar) if group else None
        if group and (link is None or len(group) >= _LONGEST):
            yield from _sums(group, links, grammar)
            group, links = [], []
        elif link is not None:
            links.append(link)
        group.append(word)
    if group:
        yield from _sums(group, links, grammar)


def _halves(words: Sequence[Word], text: str) -> Iterator[Word]:
    """Let the article be a part of "a half"."""
    article: Word | None = None
    for word in words:
        beside = article is not None and text[article.number.end : word.number.start] == " "
        if article is not None and beside and word.value == _HALF:
            yield Word(word.number._replace(start=article.number.start), word.value)
            article = None
            continue
        if article is not None:
            yield article
        article = word if word.value == 1 and not word.number.sure else None
        if article is None:
            yield word
    if article is not None:
        yield article


def _link(first: Word, second: Word, text: str, grammar: Grammar) -> str | None:
    """What stands between two words if it lets them be one number: a space (" "), or a joiner or nothing ("+")."""
    start, end = first.number.end, second.number.start
    if first.value is None or second.value is None or not 0 <= end - start <= _GAP:
        return None
    between = text[start:end]
    if second.number.typed:  # 1万2500
        return "+" if grammar.glued and not between and first.value in _SCALES else None
    if not between:
        return "+" if grammar.glued or first.number.typed else None
    if not between.strip():
        return " "
    return "+" if between.strip() in grammar.joiners else None


def _sums(group: list[Word], links: list[str], grammar: Grammar) -> Iterator[Number]:
    """Cut a row of linked words into numbers, each as long as it can be."""
    while group:
        size = next((size for size in range(len(group), 1, -1) if _one(group[:size], links, grammar)), 1)
        if size == 1:
            yield group[0].number
        else:
            value = _value([word.value for word in group[:size] if word.value is not None], links, grammar)
            assert value is not None
            yield _whole(value, [word.number for word in group[:size]], links[: size - 1])
        group, links = group[size:], links[size:]


def _one(group: Sequence[Word], links: Sequence[str], grammar: Grammar) -> bool:
    """Whether words make one number. A doubtful one joins others only by a joiner: "twenty a day" is not 21. Digits
    join words of scale alone, and a half.
    """
    links = links[: len(group) - 1]
    if any(not word.number.sure and link == " " for word, link in zip(group[1:], links, strict=True)):
        return False
    if links[0] == " " and not group[0].number.sure and group[0].value != 1:
        return False
    if group[0].number.typed and group[1].value not in {*_SCALES, Decimal(100), _HALF}:
        return False
    return _value([word.value for word in group if word.value is not None], links, grammar) is not None


def _whole(value: Decimal, group: Sequence[Number], links: Sequence[str]) -> Number:
    """One number of several words. With only a space between them they may also be numbers of their own."""
    return Number(
        frozenset({value}),
        group[0].start,
        group[-1].end,
        typed=group[0].typed,
        sure=any(number.sure for number in group),
        parts=tuple(group) if " " in links else (),
    )


def _value(values: Sequence[Decimal], links: Sequence[str], grammar: Grammar) -> Decimal | None:
    """What number words mean together, or None if they do not make one number."""
    total, current = Decimal(0), values[0]
    for (before, value), link in zip(pairwise(values), links, strict=False):
        if value in _SCALES and 0 < current < value:
            total, current = total + current * value, Decimal(0)
        elif value == 100 and 0 < current < 100 and (current < 10 or grammar.by_tens):
            current *= 100
        elif value == 10 and grammar.by_tens and 1 <= before < 10 and before == before.to_integral_value():
            current += before * 9
        elif _adds(before, value, current, link) or (value == _HALF and link == "+" and before >= 1):
            current += value
        else:
            return None
    return total + current


def _adds(before: Decimal, value: Decimal, current: Decimal, link: str) -> bool:
    """Whether a smaller number follows a greater one, or ones come before tens by a joiner (fünfundzwanzig)."""
    if value != value.to_integral_value() or before != before.to_integral_value() or value < 1:
        return False
    if before == 10 or (20 <= before < 100 and before % 10 == 0):
        return value < 10 or (before in {60, 80} and 10 <= value < 20)
    if before in {0, 100, *_SCALES} or current % 100 == 0:
        return value < (before if before > 100 else 100)
    return link == "+" and before < 10 and current % 100 == before and 20 <= value < 100 and value % 10 == 0
