"""A translation must use the words that the project has agreed upon."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check, Outcome, Place
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.prose import prose
from sphinx_prolo.catalogue.scripts import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_prolo.catalogue.glossary import Term
    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

# Scripts that set no spaces between words, and scripts that glue small words to the front of others.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_PREFIXING = ("ARABIC", "HEBREW")


class TermsUsed(Check):
    """A term of the glossary is translated as the glossary says, with whatever endings the language needs. One term,
    one word: else a patient takes two words for two things.
    """

    code = "catalogue-glossary"
    outcome = Outcome.HOLD

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.entries: list[_Entry] = []
        # Of a language without a list of words nothing is known; an ending too many does no harm.
        inflects = place.lexicon is None or place.lexicon.inflects or not place.lexicon.has_negators
        for term in () if place.glossary is None else place.glossary.terms:
            forms = term.translations.get(place.language) or term.translations.get(base(place.language))
            if forms:
                self.entries.append(_Entry(term, forms, _any_of(forms, inflects=inflects)))
        words = {
            word: number for number, entry in enumerate(self.entries) for word in (entry.term.term, *entry.term.also)
        }
        longest_first = sorted(words, key=len, reverse=True)
        # One pattern for all terms, so that "anti-inflammatory medicine" is not taken for "medicine".
        self.source = re.compile("|".join(f"({_in_source(word)})" for word in longest_first))
        self.numbers = [words[word] for word in longest_first]

    def check(self, message: Message) -> Iterator[Problem]:
        if not self.entries or message.msgid in message.msgstr:
            return
        matches = self.source.finditer(_plain(prose(message.msgid)))
        wanted = {self.numbers[(match.lastindex or 1) - 1]: match[0] for match in matches}
        for number, word in wanted.items():
            entry = self.entries[number]
            if not any(entry.pattern.search(_plain(prose(form))) for form in message.msgstr):
                allowed = " or ".join(f"'{excerpt(form)}'" for form in entry.forms)
                why = f" ({excerpt(entry.term.note)})" if entry.term.note else ""
                yield self.problem(message, f"the glossary says {allowed} for '{excerpt(word)}'{why}; use it")


class NamesKept(Check):
    """The names and abbreviations that the glossary keeps stand in the translation as they stand in the source."""

    code = "catalogue-glossary"
    outcome = Outcome.HOLD

    def check(self, message: Message) -> Iterator[Problem]:
        if self.place.glossary is None:
            return
        for word in self.place.glossary.kept:
            if word in message.msgid and _name(word).search(prose(message.msgid)):
                for form in message.msgstr:
                    if word not in form:
                        yield self.problem(message, f"'{excerpt(word)}' is a name that is not translated; write it so")


class _Entry:
    """A term, what it is called in the language, and a pattern that finds any of that."""

    def __init__(self, term: Term, forms: Sequence[str], pattern: re.Pattern[str]) -> None:
        self.term = term
        self.forms = forms
        self.pattern = pattern


@functools.lru_cache(maxsize=256)
def _name(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _any_of(forms: Iterable[str], *, inflects: bool) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(form, inflects=inflects) for form in forms))


def _in_source(term: str) -> str:
    """Finds a term as it stands, or with the endings of an English plural or genitive; "place" is no "placebo"."""
    words = [re.escape(word.strip("*")) + (r"\w*" if word.endswith("*") else "") for word in _plain(term).split()]
    return r"(?<!\w)" + r"[\s-]+".join(words) + r"(?:['’]?s|es|['’])?(?!\w)"


def _pattern(form: str, *, inflects: bool) -> str:
    """Finds words in a translation: between the borders of words where the script has such, with any ending."""
    words = _plain(form).split()
    script = unicodedata.name(words[0].lstrip("*")[:1], "")
    if script.startswith(_UNSPACED):
        return r"\s*".join(re.escape(word.strip("*")) for word in words)
    before = r"\w{0,4}" if script.startswith(_PREFIXING) else ""
    stems = (
        (r"\w*" if word.startswith("*") else before)
        + _stem(word, inflects=inflects)  # an article may stand before each
        for word in words
    )
    return r"(?<!\w)" + r"[\s-]+(?:\w{1,3}\s)?".join(stems) + r"(?!\w)"


def _stem(word: str, *, inflects: bool) -> str:
    """The part of a word that stays, and what may follow."""
    bare = word.strip("*")
    if word.endswith("*"):
        return re.escape(bare) + r"\w*"
    if not inflects or len(bare) < 4:
        return re.escape(bare)
    cut = 1 if len(bare) == 4 else 2 if len(bare) < 8 else 3
    return re.escape(bare[:-cut]) + r"\w{0,7}"


@functools.lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """Small letters without accents and vowel signs of Arabic and Hebrew: "lesión" becomes "lesiones"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    kept = (
        char for char in parts if not (unicodedata.category(char) == "Mn" and ord(char) < 0x0700) and char != "\u0640"
    )
    return unicodedata.normalize("NFC", "".join(kept))
