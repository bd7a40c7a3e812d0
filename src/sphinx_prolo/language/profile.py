"""A language code in, its profile out: everything about a language that is not a sentence."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Literal

from sphinx_prolo.language.cldr import lender, likely, lineage, locale_of, subtags
from sphinx_prolo.language.quotes import Quotes, quotes
from sphinx_prolo.language.script import script

if TYPE_CHECKING:
    from babel import Locale

# What languages are called in a language that has no names in CLDR: those that handouts are likely to be written in.
_OUR_NAMES = {
    "ht": {
        "en": "angle",
        "es": "panyòl",
        "fr": "franse",
        "pt": "pòtigè",
        "de": "alman",
        "it": "italyen",
        "nl": "olandè",
    }
}


@dataclasses.dataclass(frozen=True, slots=True)
class Profile:
    """A language as data.

    code         as Sphinx and the locale folders write it: ``es``, ``zh_CN``, ``ar_EG``
    tag          as HTML and PDF do, BCP 47: ``es``, ``zh-Hans``, ``ar-EG``
    name         what its readers call it, capitalised for display: ``Español``, ``العربية``, ``简体中文``
    direction    of its lines
    fonts        CSS font families in order, all bundled
    quotes       outer opening and closing, inner opening and closing quotation mark
    line_height  multiple of the font size
    size         factor of the size of letters
    italic       whether emphasis may be italic; else print it bold
    """

    code: str
    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    fonts: tuple[str, ...]
    quotes: Quotes
    line_height: float
    size: float
    italic: bool


@functools.cache
def profile(code: str) -> Profile:
    """The profile of a language. Raises UnknownLanguage for a code that CLDR has no data for."""
    locale = locale_of(code)
    how = script(likely(code)[1])
    return Profile(
        code=code,
        tag=tag(code),
        name=_title(language_name(code, locale)),
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        fonts=how.fonts,
        quotes=quotes(lineage(code)),
        line_height=how.line_height,
        size=how.size,
        italic=how.italic,
    )


def tag(code: str) -> str:
    """The BCP 47 tag: what the code names, but Chinese by its script, which is what decides the letters' shapes."""
    language, script_code, territory = subtags(code)
    if language == "zh":
        _, script_code, _ = likely(code)
        if territory == {"Hans": "CN", "Hant": "TW"}.get(script_code):
            territory = None
    return "-".join(part for part in (language, script_code, territory) if part)


def language_name(code: str, reader: Locale) -> str:
    """What the reader's language calls a language, in running text ("inglés"); its own name where it has none."""
    language, script_code, territory = subtags(code)
    if language == "zh":
        script_code = likely(code)[1]
        territory = None if territory in {"CN", "TW"} else territory
    # A reader's language that borrows another's data would name it in that other language: use its own name then.
    lent = lender(str(reader)) is not None and reader.language != language
    names = _OUR_NAMES.get(reader.language, {}) if lent else reader.languages
    known = (
        (f"{language}_{script_code}_{territory}", "", ""),
        (f"{language}_{script_code}", "", territory),
        (f"{language}_{territory}", script_code, ""),
        (language, script_code, territory),
    )
    for key, script_left, territory_left in known:
        if key in names:
            details = (reader.scripts.get(script_left or ""), reader.territories.get(territory_left or ""))
            detail = ", ".join(part for part in details if part)
            return f"{names[key]} ({detail})" if detail else str(names[key])
    return locale_of(code).languages.get(language) or locale_of(code).english_name or code


def _title(name: str) -> str:
    """With a first capital where the script has capitals for names; Georgian has only capitals for headlines."""
    return name[:1].title() + name[1:]
