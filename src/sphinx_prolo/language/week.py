"""Days of the week and times of the day in, as a language writes them out: "Monday – Friday", "8:00 AM – 5:30 PM"."""

from __future__ import annotations

import datetime
import re

from babel.dates import format_interval

from sphinx_prolo.language.cldr import lender, lineage, locale_of
from sphinx_prolo.language.digits import NO_BREAK, local

# Of a language whose data are another language's (see cldr.lender) the names are wrong; these are its own.
_OWN = {"ht": ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch")}


def day(code: str, number: int) -> str:
    """The name of a day of the week, Monday being 0. From CLDR's format names: Babel mixes up the others."""
    if lender(code) is not None:
        own = next((_OWN[name] for name in lineage(code) if name in _OWN), None)
        if own is not None:
            return own[number]
    return str(locale_of(code).days["format"]["wide"][number])


def days(code: str, first: int, last: int) -> str:
    """A day, or the days from one to another in CLDR's pattern for an interval."""
    if first == last:
        return day(code, first)
    pattern = str(locale_of(code).interval_formats.get(None) or "{0} – {1}")
    return _plain(pattern, " ").replace("{0}", day(code, first)).replace("{1}", day(code, last))


def times(code: str, start: datetime.time, end: datetime.time) -> str:
    """From when to when, by the clock of the language: twelve hours or twenty-four, in its digits."""
    locale = locale_of(code)
    twelve = re.search("[hK]", str(locale.time_formats["short"].pattern)) is not None
    text = local(locale, _plain(format_interval(start, end, "hm" if twelve else "Hm", locale=locale), NO_BREAK))
    if locale.text_direction == "rtl" and locale.default_numbering_system != "arab":
        # As in a range of numbers: a hyphen between digits holds them together in lines of both directions.
        text = re.sub(r"(?<=\d)[ \u00a0]?–[ \u00a0]?(?=\d)", "-", text)
    return text.replace(" ", NO_BREAK)


def _plain(text: str, space: str) -> str:
    """With one kind of space: fonts of some scripts lack the thin ones, and readers need no difference."""
    return re.sub("[\u2009\u202f]", space, text)
