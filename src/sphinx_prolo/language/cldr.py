"""A language code in, Babel's locale and CLDR's likely script and territory out; the only place that reads a code."""

from __future__ import annotations

import functools
import re

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_CODE = re.compile(r"(?P<language>[a-z]{2,3})(?:_(?P<script>[A-Z][a-z]{3}))?(?:_(?P<territory>[A-Z]{2}|[0-9]{3}))?")
_MODIFIERS = {"@latin": "_Latn", "@cyrillic": "_Cyrl"}

# Bokmål and Nynorsk are CLDR's children of Norwegian: the same language for our purpose, no loan.
_SAME = {"nb": "no", "nn": "no"}


class UnknownLanguage(ValueError):  # noqa: N818  (the contract's name; it reads as a statement)
    """CLDR has no data for the code; the message says how codes are written."""


@functools.cache
def locale_of(code: str) -> Locale:
    """Babel's locale for a code as Sphinx writes it (``es``, ``zh_CN``, ``pt_BR``, ``sr@latin``).

    Raises UnknownLanguage for a code that is malformed or that CLDR, as Babel ships it, has no data for.
    """
    plain = _plain(code)
    try:
        return Locale.parse(plain)
    except (UnknownLocaleError, ValueError) as bad:
        raise UnknownLanguage(
            f"'{code}' is not a language that CLDR knows; write a language code as Sphinx does, "
            "for example es, ar, zh_CN or pt_BR, with a territory only where the language is official"
        ) from bad


def subtags(code: str) -> tuple[str, str | None, str | None]:
    """The language, script and territory that the code itself names; old codes (``iw``) become today's."""
    match = _CODE.fullmatch(_plain(code))
    assert match is not None
    return locale_of(code).language, match["script"], match["territory"]


def likely(code: str) -> tuple[str, str, str]:
    """Language, script and territory, the latter two by CLDR's likely subtags where the code names none."""
    language, script, territory = subtags(code)
    table = get_global("likely_subtags")
    for key in (f"{language}_{script}_{territory}", f"{language}_{territory}", f"{language}_{script}", language):
        if key in table:
            parts = str(table[key]).split("_")
            return language, script or parts[1], territory or parts[2]
    return language, script or "Latn", territory or "001"


def lineage(code: str) -> tuple[str, ...]:
    """The locale's name and its shorter ones (``zh_Hans_CN``, ``zh_Hans``, ``zh``): the keys of our own tables."""
    names = [str(locale_of(code))]
    while "_" in names[-1]:
        names.append(names[-1].rpartition("_")[0])
    return tuple(names)


@functools.cache
def lender(code: str) -> str | None:
    """The other language that CLDR takes this one's missing data from (Haitian Creole: French), or None.

    What comes from there is in the wrong language, although no lookup fails.
    """
    name = str(locale_of(code))
    language = _same(name)
    while name != "root":
        parent = get_global("parent_exceptions").get(name) or name.rpartition("_")[0] or "root"
        if parent != "root" and _same(parent) != language:
            return str(parent)
        name = str(parent)
    return None


def _same(name: str) -> str:
    language = name.partition("_")[0]
    return _SAME.get(language, language)


def _plain(code: str) -> str:
    for modifier, script in _MODIFIERS.items():
        code = code.replace(modifier, script)
    if _CODE.fullmatch(code) is None:
        raise UnknownLanguage(
            f"'{code}' is not a language code; write it as Sphinx does, for example es, ar, zh_CN or pt_BR"
        )
    return code
