"""A language code in, what CLDR knows of its numbers and units out: marks, unit names, months and weekdays."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from babel import localedata

from sphinx_prolo.language.cldr import UnknownLanguage, lender, locale_of
from sphinx_prolo.language.lexicon_fold import LETTER, fold
from sphinx_prolo.language.lexicon_typed import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from babel import Locale

UNITS = {
    **{unit: f"duration-{unit}" for unit in ("second", "minute", "hour", "day", "week", "month", "year")},
    **{unit: f"mass-{unit}" for unit in ("microgram", "milligram", "gram", "kilogram")},
    **{unit: f"volume-{unit}" for unit in ("milliliter", "centiliter", "deciliter", "liter")},
    **{unit: f"length-{unit}" for unit in ("millimeter", "centimeter", "meter")},
    "percent": "concentr-percent",
    "degree": "temperature-celsius",
}
# Symbols of the International System, and those of CLDR's root: the same in every language.
SYMBOLS = {
    "microgram": ("µg", "mcg", "мкг"),
    "milligram": ("mg", "мг", "毫克"),
    "gram": ("g", "г"),
    "kilogram": ("kg", "кг"),
    "milliliter": ("ml", "мл"),
    "centiliter": ("cl",),
    "deciliter": ("dl",),
    "liter": ("l", "л"),
    "millimeter": ("mm", "мм"),
    "centimeter": ("cm", "см"),
    "meter": ("m", "м"),
    "hour": ("h", "ч"),
    "percent": ("%", "٪", "﹪"),
    "degree": ("°c", "°f", "°", "℃", "℉"),
}
_LETTERS = frozenset("dghjlmsдчгл")  # that are no words
SHORT = 2  # letters; so short a name is a unit only behind a digit: "5 g", "20 h"
_PLACE = re.compile(r"\{0\}")


def marks(code: str) -> Marks:
    """The decimal and the grouping mark; English ones for a language that CLDR does not know."""
    locale = _locale(code)
    if locale is None:
        return Marks()
    symbols = {**locale.number_symbols["latn"], **locale.number_symbols.get(locale.default_numbering_system, {})}
    if symbols.get("decimal") == "٫":
        symbols = locale.number_symbols["latn"]  # both are typed; ٫ and ٬ cannot be mistaken
    return Marks(str(symbols["decimal"]), str(symbols["group"]))


def unit_names(code: str) -> dict[str, set[str]]:
    """The names of each unit in all plural forms, long and short, without the number; folded."""
    names: dict[str, set[str]] = defaultdict(set)
    for unit, symbols in SYMBOLS.items():
        names[unit].update(fold(symbol).text for symbol in symbols)
    locale = _locale(code)
    if locale is None or lender(code) is not None:
        return names
    root = localedata.load("root")["unit_patterns"]
    for unit, key in UNITS.items():
        widths = locale._data["unit_patterns"].get(key, {})
        for width in ("long", "short"):
            for form, pattern in widths.get(width, {}).items():
                if form != "per" and pattern != root.get(key, {}).get("short", {}).get(form):
                    names[unit].add(fold(_PLACE.sub("", str(pattern))).text.strip())
    return names


def symbols(code: str, known: frozenset[str]) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Finds symbols in a folded text, as start, end and unit: so short a name is a unit only behind a digit ("5 g").

    The lexicon's own word for what a name means goes before CLDR's, but not before that of the International System.
    """
    units = {name: unit for unit, names in unit_names(code).items() for name in names if is_short(name)}
    # "15 a" is a range in Spanish, and not 15 years.
    units = {name: unit for name, unit in units.items() if name not in known and (len(name) > 1 or name in _LETTERS)}
    units |= {fold(name).text: unit for unit, names in SYMBOLS.items() for name in names if re.match("[a-zµ]", name)}
    names = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    pattern = re.compile(rf"\d[ -]?(?P<name>{names})(?![a-zà-ɏḀ-ỿа-яёіїєґ])")

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        return ((*match.span("name"), units[match["name"]]) for match in pattern.finditer(text))

    return find


def is_short(name: str) -> bool:
    """Whether a name of a unit has at most two letters, of an alphabet."""
    return len(name.strip(".")) <= SHORT and name.strip(".").isalpha() and ord(name[0]) < 0x590


def months(code: str) -> Iterator[tuple[str, int]]:
    """The full names of the months, folded, with their numbers; those that are written with the number not."""
    locale = _locale(code)
    if locale is None or lender(code) is not None:
        return
    root = localedata.load("root")["months"]["format"]["wide"]
    for use in ("format", "stand-alone"):
        for number, name in locale.months[use].get("wide", {}).items():
            if not re.search(r"\d", name) and (name != root[number] or locale.language in {"zh", "ja"}):
                yield fold(name).text, number


def weekdays(code: str, *, short: bool) -> Iterator[str]:
    """The names of the days of the week: some have a number in them, some the word for a day."""
    locale = _locale(code)
    if locale is None or lender(code) is not None:
        return
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated") if short else ("wide",):
            for name in locale.days[use].get(width, {}).values():
                if len(LETTER.findall(name)) > 1:
                    yield str(name)


def _locale(code: str) -> Locale | None:
    try:
        return locale_of(code)
    except UnknownLanguage:
        return None
