"""Numbers in, the language's digits, separators, ranges and percent signs out."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel import Locale, localedata
from babel.dates import format_date
from babel.numbers import format_decimal

from sphinx_prolo.language.cldr import lender, lineage, locale_of
from sphinx_prolo.language.cldr48 import MINIMUM_GROUPING, RANGE_PATTERNS

NO_BREAK = "\u00a0"

# The digit zero of every numbering system that is some locale's default in CLDR. Babel formats with ASCII digits
# whatever the locale (Arabic of Egypt, Persian, Bengali …).
_ZERO = {
    "adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136, "deva": 0x966, "hmnp": 0x1E140,
    "latn": 0x30, "mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x7C0, "olck": 0x1C50, "tibt": 0xF20,
}  # fmt: skip

# CLDR's own left-to-right and right-to-left marks. The page isolates numbers (see bidi), and a mark is a character
# that fonts lack and that readers of the text layer stumble over.
_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")


def number(code: str, value: Decimal | int, *, always_group: bool = False) -> str:
    """A number with all its decimals, in the locale's digits: 10,000 · 10.000 · 0,5 · ١٠.

    Grouped from as many digits on as CLDR says (Spanish 1000, but 10.000), or always.
    """
    locale = locale_of(code)
    minimum = next((MINIMUM_GROUPING[name] for name in lineage(code) if name in MINIMUM_GROUPING), 1)
    text = format_decimal(
        value,
        locale=locale,
        decimal_quantization=False,
        group_separator=always_group or abs(value) >= 10 ** (2 + minimum),
        numbering_system="default",
    )
    return local(locale, text)


def span(code: str, low: Decimal, high: Decimal, *, always_group: bool = False) -> str:
    """A number, or a range of two in the locale's range pattern: 10–15 · 10-15 · 10～15."""
    start, end = (number(code, value, always_group=always_group) for value in (low, high))
    if low == high:
        return end
    return _range_pattern(code).replace(" ", NO_BREAK).replace("{0}", start).replace("{1}", end)


def _range_pattern(code: str) -> str:
    """CLDR's pattern, but with a hyphen in right-to-left lines, unless the digits are Arabic-Indic.

    To the bidi algorithm an en dash is neutral, a hyphen between European or Persian digits part of the number. So a
    dash lets the ends of a range change places, on the page or in its extracted text (of "10–15" poppler and PDFium
    each get one layout wrong), and a hyphen does not. Arabic-Indic digits run right to left around either.
    """
    locale = locale_of(code)
    pattern = next((RANGE_PATTERNS[name] for name in lineage(code) if name in RANGE_PATTERNS), "{0}–{1}")
    if locale.text_direction == "rtl" and locale.default_numbering_system != "arab":
        return pattern.replace("–", "-")
    return pattern


def percent(code: str, amount: str) -> str:
    """An amount that is already written, with the percent sign where the locale's pattern puts it: 80–90 %, %80."""
    locale = locale_of(code)
    pattern = locale.percent_formats[None]
    symbols = locale.number_symbols.get(locale.default_numbering_system, {})
    sign = str(symbols.get("percentSign", "%"))
    before, after = (str(affix[0]).replace("%", sign) for affix in (pattern.prefix, pattern.suffix))
    return f"{before}{amount}{after}".translate(_MARKS).replace(" ", NO_BREAK)


def date(code: str, day: datetime.date) -> str:
    """A date in CLDR's long form, Gregorian calendar; ISO 8601 where CLDR has no month names in the language itself."""
    locale = locale_of(code)
    if lender(code) is not None or _months(locale) == localedata.load("root")["months"]["format"]["wide"]:
        return local(locale, day.isoformat())
    return local(locale, format_date(day, "long", locale=locale))


def _months(locale: Locale) -> object:
    return dict(locale.months["format"]["wide"])


def local(locale: Locale, text: str) -> str:
    """A text with ASCII digits in the digits of the locale, without direction marks."""
    zero = _ZERO.get(locale.default_numbering_system, _ZERO["latn"])
    return re.sub(r"[0-9]", lambda digit: chr(zero + int(digit[0])), text).translate(_MARKS)
