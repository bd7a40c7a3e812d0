"""A translation must be one: not the source once more, and no part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check, Outcome, Place
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.prose import prose
from sphinx_prolo.catalogue.scripts import base, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

SENTENCE = 3  # words
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The same everywhere, or nearly: units, Roman numerals, single letters.
_SIGNS = frozenset(
    {"cl", "cm", "dl", "g", "h", "kcal", "kg", "km", "l", "m", "mcg", "mg", "min", "ml", "mm", "pH", "s", "µg"}
)
_SMALL_WORDS = re.compile("[a-z]+ [a-z]+ [a-z]")
_SMALL_WORD = re.compile("[a-z]{2,}")
_IN_BRACKETS = re.compile(
    r"[(（\[【][^()（）\[\]【】]*[)）\]】]"
    r"|[\"“«„「『][^\"“”»「」『』]*[\"”»」』]"
)


def _is_word(word: str, names: frozenset[str]) -> bool:
    """Whether a word can be translated: abbreviations, signs and names that stay as they are cannot."""
    return word not in _SIGNS and word not in names and any(char.islower() for char in word[1:])


class Identical(Check):
    """A sentence is translated. If it must be the same in both languages (a title, a name), say so in a comment.
    Placeholders, numbers, abbreviations and names of the glossary need no translation.
    """

    code = "catalogue-identical"
    outcome = Outcome.HOLD

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        kept = () if place.glossary is None else place.glossary.kept
        self.names = frozenset(word for term in kept for word in _WORD.findall(term))
        self.same_language = base(place.language) == base(place.source_language)
        self.same_script = is_latin(place.language) == is_latin(place.source_language)

    def check(self, message: Message) -> Iterator[Problem]:
        count = self.untranslated_words(message)
        if count >= SENTENCE or (count and not self.same_script):
            yield self.problem(message, "the translation is the same as the source; translate it")

    def untranslated_words(self, message: Message) -> int:
        """How many words of the message stand in the translation as they stand in the source; 0 if it differs."""
        if self.same_language or message.msgid not in message.msgstr:
            return 0
        return sum(_is_word(word, self.names) for word in _WORD.findall(prose(message.msgid)))


class IdenticalWords(Identical):
    """One or two words may be the same in two languages ("Total", "Normal"). Look once more; if they are right, say so
    in a comment.
    """

    outcome = Outcome.NOTE

    def check(self, message: Message) -> Iterator[Problem]:
        if self.same_script and 0 < self.untranslated_words(message) < SENTENCE:
            yield self.problem(message, "the translation is the same as the source; look whether that is right")


class SourceLeft(Check):
    """No part of the source is left in the translation. Names, and words in brackets or quotation marks, may be."""

    code = "catalogue-source-left"
    outcome = Outcome.HOLD

    def check(self, message: Message) -> Iterator[Problem]:
        if base(self.place.language) == base(self.place.source_language):
            return
        length = 4 if is_latin(self.place.language) == is_latin(self.place.source_language) else 3
        for sources, form in self.pairs(message):
            if form in sources or not _SMALL_WORDS.search(form):
                continue
            words = set(_SMALL_WORD.findall(form))
            if all(len(words.intersection(_SMALL_WORD.findall(source))) < length - 1 for source in sources):
                continue
            found = set(_runs(_IN_BRACKETS.sub(" ¦ ", prose(form)), length))
            left = [run for source in sources for run in _runs(prose(source), length) if run in found]
            if left:
                yield self.problem(message, f"'{excerpt(' '.join(left[0]))}' is left from the source; translate it")


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Each stretch of so many words in small letters, with nothing but spaces between them; names have capitals."""
    for stretch in re.split(r"[^\w\s'’-]|\d", text):
        words = stretch.split()
        for start in range(len(words) - length + 1):
            run = tuple(words[start : start + length])
            if all(word[0].islower() for word in run) and any(len(word) > 3 for word in run):
                yield run
