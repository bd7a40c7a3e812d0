"""A folded text in, its numbers out: typed ones, words and what they make together, names of months."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sphinx_prolo.language import lexicon_cldr as cldr
from sphinx_prolo.language.lexicon_fold import WORD, fold
from sphinx_prolo.language.lexicon_spelled import Grammar, Word, composed
from sphinx_prolo.language.lexicon_typed import typed
from sphinx_prolo.language.lexicon_words import Hit, Kind, Meaning
from sphinx_prolo.lexicon import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_prolo.language.lexicon_spans import Spans

_SHORT_NAME = 5  # letters; "May" and "mars" are months beside a digit only
_REMEMBERED = 5_000  # entries
_GLUED_FROM = 6  # letters of a number word that is made of others
_DIGIT_BEFORE = re.compile(r"\d[^\W\d_]{0,2}[.,]? ?(?:[^\W\d_]{1,3} )?$")
_DIGIT_BEHIND = re.compile(r"[.,]? ?\d")


class NumberReader:
    """Reads the numbers of a language."""

    def __init__(self, code: str, data: Mapping[str, Any], entries: Sequence[tuple[str, Meaning]]) -> None:
        parts = data.get("matching") == "parts"
        joiners = frozenset(fold(joiner).text.strip() for joiner in data.get("joiners", ())) | {"-"}
        surely = {meaning.value for _, meaning in entries if meaning.sure}
        self._grammar = Grammar(joiners, glued=parts, by_tens=parts or not surely & {"40", "50"})
        self._marks = cldr.marks(code)
        self._single: dict[str, list[Meaning]] = defaultdict(list)
        for entry, meaning in () if parts else entries:
            self._single[fold(entry).text].append(meaning)
        pieces = {word for word in (*self._single, *joiners) if WORD.fullmatch(word)} if self._single else set()
        alternatives = "|".join(map(re.escape, sorted(pieces, key=len, reverse=True)))
        self._piece = re.compile(alternatives) if pieces else None
        self._glued = re.compile(f"(?:{alternatives})+")

    def read(self, text: str, hits: Mapping[Kind, Sequence[Hit]], taken: Spans, percents: Spans) -> list[Number]:
        """The numbers in order. In what is ``taken`` out they are doubtful; the hundred of a percent sign is none."""
        words = [Word(number, _only(number)) for number in typed(text, self._marks)]
        if hits["number"]:
            words += (_word(hit.start, hit.end, hit.meanings) for hit in hits["number"])
            words = [
                word for word in words if word.number.typed or not percents.hold(word.number.start, word.number.end)
            ]
            words.sort(key=lambda word: word.number.start)
        found = list(composed(words, text, self._grammar)) if len(words) > 1 else [word.number for word in words]
        if taken:
            found = [one._replace(sure=False) if taken.touch(one.start, one.end) else one for one in found]
        if hits["month"] or hits["amount"]:
            found += _named_months(text, hits["month"])
            found += (_word(hit.start, hit.end, hit.meanings).number for hit in hits["amount"])
            found.sort(key=lambda number: (number.start, -number.end, number.sure))
        return found

    def compound(self, word: str) -> Meaning | None:
        """A number that is written as one word: fünfundzwanzig."""
        if self._piece is None or len(word) < _GLUED_FROM or not self._glued.fullmatch(word):
            return None
        pieces = [(match.start(), match[0]) for match in self._piece.finditer(word)]
        words = [_word(at, at + len(piece), self._single[piece]) for at, piece in pieces if piece in self._single]
        whole = list(composed(words, word, dataclasses.replace(self._grammar, glued=True)))
        if len(words) < 2 or len(whole) != 1 or _only(whole[0]) is None:
            return None
        return Meaning("number", whole[0].sure, str(_only(whole[0])))


def _named_months(text: str, hits: Iterable[Hit]) -> Iterator[Number]:
    """The numbers of the months that are named: another language may write the number."""
    for hit in hits:
        before, after = text[max(0, hit.start - 9) : hit.start], text[hit.end : hit.end + 4]
        if hit.end - hit.start > _SHORT_NAME or _DIGIT_BEFORE.search(before) or _DIGIT_BEHIND.match(after):
            values = frozenset(Decimal(meaning.value) for meaning in hit.meanings)
            yield Number(values, hit.start, hit.end, typed=False, sure=False)


def _word(start: int, end: int, meanings: Sequence[Meaning]) -> Word:
    """A number word with all its readings; with its one sure value, or its one value, it may join others."""
    known = _known.get(id(meanings))
    if known is None or known[0] is not meanings:
        if len(_known) >= _REMEMBERED:
            _known.clear()
        known = _known[id(meanings)] = (meanings, *_values(meanings))
    _, values, sure, value = known
    return Word(Number(values, start, end, False, sure), value)


# By identity: a hash of all meanings takes longer than all the rest. The meanings are kept, so that none is mistaken.
_known: dict[int, tuple[Sequence[Meaning], frozenset[Decimal], bool, Decimal | None]] = {}


def _values(meanings: Sequence[Meaning]) -> tuple[frozenset[Decimal], bool, Decimal | None]:
    surely = {Decimal(meaning.value) for meaning in meanings if meaning.sure}
    values = frozenset(Decimal(meaning.value) for meaning in meanings)
    main = surely or values
    return values, bool(surely), next(iter(main)) if len(main) == 1 else None


def _only(number: Number) -> Decimal | None:
    return next(iter(number.values)) if len(number.values) == 1 else None
