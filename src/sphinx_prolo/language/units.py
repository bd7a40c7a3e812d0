"""A unit and a plural form in, CLDR's pattern with the place of the number out ("{0} weeks").

Read from the table of patterns, never by ``format_unit``, which prints raw ids ("3 duration-week") or a display name
where a form is missing.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from babel import localedata

from sphinx_prolo.language.cldr import lender, locale_of
from sphinx_prolo.language.digits import NO_BREAK
from sphinx_prolo.quantity import TIME, Unit

_CLDR: dict[Unit, str] = {
    **{unit: f"duration-{unit}" for unit in TIME},
    Unit.MICROGRAM: "mass-microgram",
    Unit.MILLIGRAM: "mass-milligram",
    Unit.GRAM: "mass-gram",
    Unit.MILLILITER: "volume-milliliter",
    Unit.CENTIMETER: "length-centimeter",
}


@functools.cache
def unit_pattern(code: str, unit: Unit, form: str) -> str | None:
    """The pattern of a unit for a plural form, always with ``{0}``; None where CLDR has no word of the language.

    Mass, volume and length fall back to the SI symbol, which is the same everywhere.
    """
    pattern = None if lender(code) else _with_digits(_rows(code, unit), form)
    root = _root()[unit]["other"]
    if pattern is None or pattern == root:
        # "{0} w", the root's, is no word of any language.
        pattern = None if unit in TIME else root
    return None if pattern is None else _tied(pattern)


@functools.cache
def per_pattern(code: str, per: Unit) -> str | None:
    """The pattern that puts an amount to a time ("{0} per day"); None where CLDR has none in the language."""
    pattern = _rows(code, per).get("per")
    if pattern is None or lender(code) or pattern == _root()[per]["per"]:
        return None
    return pattern


def _rows(code: str, unit: Unit) -> dict[str, str]:
    """A unit's patterns by plural form: the long ones, completed by the short ones.

    In CLDR ``long`` inherits from ``short``, form by form: where a language writes both alike only the short one is
    there (Arabic weeks, Japanese minutes).
    """
    widths = locale_of(code)._data["unit_patterns"][_CLDR[unit]]
    return {**widths.get("short", {}), **widths.get("long", {})}


def _with_digits(rows: Mapping[str, str], form: str) -> str | None:
    """The pattern of a form, with the number in it.

    CLDR writes some ones and twos as a word alone (Arabic دقيقة and دقيقتان, Hebrew יומיים), but a dose or a duration
    must show its digit. One: the digit before that word. Two: the digit in brackets behind the dual, which says "two"
    itself, so that a noun with a 2 before it would be wrong in any form: شهران (2), יומיים (2).
    """
    pattern = rows.get(form, rows.get("other"))
    if pattern is None or "{0}" in pattern:
        return pattern
    return f"{{0}} {pattern}" if form == "one" else f"{pattern} ({{0}})"


def _tied(pattern: str) -> str:
    return pattern.replace("{0} ", "{0}" + NO_BREAK).replace(" {0}", NO_BREAK + "{0}").replace(" (", NO_BREAK + "(")


@functools.cache
def _root() -> dict[Unit, Mapping[str, str]]:
    patterns = localedata.load("root")["unit_patterns"]
    return {unit: patterns[key]["short"] for unit, key in _CLDR.items()}
