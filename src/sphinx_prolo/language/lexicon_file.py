"""The tables of a lexicon file in, its entries with their meanings out; units completed from CLDR."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sphinx_prolo.language import lexicon_cldr as cldr
from sphinx_prolo.language.lexicon_fold import fold
from sphinx_prolo.language.lexicon_words import Finder, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Entry = tuple[str, Meaning]
_RATIOS = (60, 24, 7, 12, 30, 52, 365)  # of one unit of time to another


def numbers(data: Mapping[str, Any]) -> Iterator[Entry]:
    """The words for numbers."""
    for sure, table in _both(data.get("numbers", {})):
        for value, entries in table.items():
            if isinstance(entries, dict):  # 0.5 without quotation marks is a table "0" with a key "5"
                for rest, words in entries.items():
                    yield from ((word, Meaning("number", sure, f"{value}.{rest}")) for word in words)
            else:
                yield from ((word, Meaning("number", sure, value)) for word in entries)


def amounts_apart(words: Sequence[Entry], names: Sequence[Entry]) -> list[Entry]:
    """The number words; those that say a number in another unit ("half an hour", 30) as amounts, so that the number
    that they begin with is read, too.
    """
    surely = Finder((entry, meaning) for entry, meaning in (*words, *names) if meaning.sure)

    def is_amount(entry: str, value: str) -> bool:
        text = fold(entry).text
        hits = surely.find(text)
        inner = [meaning.value for hit in hits["number"] if hit.end < len(text) for meaning in hit.meanings]
        return bool(hits["unit"]) and any(Decimal(value) == Decimal(one) * ratio for one in inner for ratio in _RATIOS)

    return [
        (entry, meaning._replace(kind="amount") if not meaning.sure and is_amount(entry, meaning.value) else meaning)
        for entry, meaning in words
    ]


def units(data: Mapping[str, Any], code: str) -> Iterator[Entry]:
    """The words for units: those of the file, and those of CLDR of which the file says nothing."""
    own: set[str] = set()
    for sure, table in _both(data.get("units", {})):
        for unit, entries in table.items():
            own |= {fold(entry).text for entry in entries}
            yield from ((entry, Meaning("unit", sure, unit)) for entry in entries)
    names = cldr.unit_names(code)
    for unit, known in names.items():
        for name in sorted(known - own):
            alone = sum(name in others for others in names.values()) == 1
            if name and not cldr.is_short(name):
                yield name, Meaning("unit", alone, unit)


def negators(data: Mapping[str, Any]) -> Iterator[Entry]:
    """The words that negate."""
    for sure, table in _both({name: {"": words} for name, words in data.get("negators", {}).items()}):
        yield from ((entry, Meaning("negator", sure)) for entry in table.get("", ()))


def ignored(data: Mapping[str, Any], code: str) -> Iterator[Entry]:
    """The phrases in which such words mean something else."""
    days = cldr.weekdays(code, short=data.get("matching") == "parts")
    yield from ((entry, Meaning("ignore")) for entry in (*data.get("ignore", ()), *days))


def months(code: str) -> Iterator[Entry]:
    """The names of the months."""
    yield from ((name, Meaning("month", value=str(number))) for name, number in cldr.months(code))


def _both(tables: Mapping[str, Any]) -> Iterator[tuple[bool, Mapping[str, Any]]]:
    yield True, tables.get("sure", {})
    yield False, tables.get("unsure", {})
