"""A language code in, its lexicon out: what the checks on translations know of it, from lexicons/*.toml and CLDR."""

from __future__ import annotations

import dataclasses
import functools
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from sphinx_prolo.language import lexicon_cldr as cldr
from sphinx_prolo.language.lexicon_file import amounts_apart, ignored, months, negators, numbers, units
from sphinx_prolo.language.lexicon_fold import Folded, alike, fold
from sphinx_prolo.language.lexicon_numbers import NumberReader
from sphinx_prolo.language.lexicon_spans import Spans
from sphinx_prolo.language.lexicon_words import Finder, Hit
from sphinx_prolo.lexicon import Lexicon, Negator, Number, UnitWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEXICONS: Final = Path(__file__).with_name("lexicons")
_REMEMBERED = 64  # texts: each is asked for by several checks


@functools.cache
def lexicon(code: str, folder: Path = LEXICONS) -> Lexicon:
    """The lexicon of a language, as Sphinx names it. One without a file knows digits, marks and CLDR's units."""
    for name in (code, code.split("_")[0]):
        path = folder / f"{name}.toml"
        if path.is_file():
            return _Lexicon(code, tomllib.loads(path.read_text(encoding="utf-8")))
    return _Lexicon(code, {})


@dataclasses.dataclass(frozen=True, slots=True)
class _Reading:
    """All that is found in a text."""

    numbers: tuple[Number, ...]
    units: tuple[UnitWord, ...]
    negators: tuple[Negator, ...]


class _Lexicon:
    """A compiled lexicon."""

    def __init__(self, code: str, data: Mapping[str, Any]) -> None:
        self.language = code
        self.matching: Literal["words", "parts"] = "parts" if data.get("matching") == "parts" else "words"
        self.prefixes: tuple[str, ...] = tuple(data.get("prefixes", ()))
        self.inflects = bool(data.get("inflects", False))
        number_words, unit_words, negations = list(numbers(data)), list(units(data, code)), list(negators(data))
        number_words = amounts_apart(number_words, unit_words)
        self.has_negators = any(meaning.sure for _, meaning in negations) or "patterns" in data.get("negators", {})
        self._beside = _any_of(data.get("negators", {}).get("beside", ()))
        self._patterns = [re.compile(alike(text)) for text in data.get("negators", {}).get("patterns", ())]
        self._symbols = cldr.symbols(code, frozenset(entry for entry, _ in unit_words))
        self._numbers = NumberReader(code, data, number_words)
        self._finder = Finder(
            (*number_words, *unit_words, *negations, *ignored(data, code), *months(code)),
            self.prefixes,
            parts=self.matching == "parts",
            compound=self._numbers.compound,
        )
        self._read = functools.lru_cache(_REMEMBERED)(self._look)

    def numbers(self, text: str) -> tuple[Number, ...]:
        """The numbers of a text, in order."""
        return self._read(text).numbers

    def units(self, text: str) -> tuple[UnitWord, ...]:
        """The words for units, in order."""
        return self._read(text).units

    def negators(self, text: str) -> tuple[Negator, ...]:
        """The words that negate, in order."""
        return self._read(text).negators

    def _look(self, text: str) -> _Reading:
        folded = fold(text)
        hits = self._finder.find(folded.text)
        found = self._unit_words(folded.text, hits["unit"])
        taken = _taken_out(hits["ignore"], found)
        percents = Spans((unit.start, unit.end) for unit in found if unit.unit == "percent" and unit.sure)
        numbers = self._numbers.read(folded.text, hits, taken, percents)
        negations = self._negations(folded.text, hits["negator"], taken)
        if taken:
            # A unit in a phrase that means something else excuses, but does not accuse.
            found = [unit._replace(sure=False) if taken.touch(unit.start, unit.end) else unit for unit in found]
        if folded.places is not None:
            numbers = [_number_at(number, folded) for number in numbers]
            found = [UnitWord(unit.unit, *folded.span(unit.start, unit.end), unit.sure) for unit in found]
            negations = [Negator(*folded.span(one.start, one.end), one.sure, one.beside) for one in negations]
        return _Reading(tuple(numbers), tuple(found), tuple(negations))

    def _unit_words(self, text: str, hits: Iterable[Hit]) -> list[UnitWord]:
        units: dict[tuple[int, int, str], bool] = {}
        for hit in hits:
            for meaning in hit.meanings:
                key = hit.start, hit.end, meaning.value
                units[key] = units.get(key, False) or meaning.sure
        for start, end, unit in self._symbols(text):
            units[start, end, unit] = True
        return [UnitWord(unit, start, end, sure) for (start, end, unit), sure in sorted(units.items())]

    def _negations(self, text: str, hits: Iterable[Hit], taken: Spans) -> list[Negator]:
        found = {(hit.start, hit.end): any(m.sure for m in hit.meanings) for hit in hits}
        for pattern in self._patterns:
            found |= {match.span(): True for match in pattern.finditer(text)}
        return [
            Negator(start, end, sure, self._beside.fullmatch(text[start:end].strip()) is not None)
            for (start, end), sure in sorted(found.items())
            if not taken.touch(start, end)
        ]


def _any_of(entries: Iterable[str]) -> re.Pattern[str]:
    """What matches one of these entries, and nothing else."""
    return re.compile("|".join(re.escape(fold(entry).text).replace(r"\*", r"\w*") for entry in entries) or "(?!)")


def _taken_out(phrases: Sequence[Hit], units: Iterable[UnitWord]) -> Spans:
    """Where phrases stand that mean something else; 十分 is "very", but not where 分钟 goes on with minutes."""
    if not phrases:
        return Spans()
    known = Spans((unit.start, unit.end) for unit in units)
    return Spans((one.start, one.end) for one in phrases if not known.run_out_of(one.start, one.end))


def _number_at(number: Number, folded: Folded) -> Number:
    """The same number at its place in the text as it was given."""
    start, end = folded.span(number.start, number.end)
    parts = tuple(_number_at(part, folded) for part in number.parts)
    return number._replace(start=start, end=end, parts=parts)
