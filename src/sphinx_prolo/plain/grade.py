"""The sentences of a handout in, the years of school that they ask for out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

import readability
from readability.langdata import countsyllables_en

from sphinx_prolo.plain.passage import PLACEHOLDER

if TYPE_CHECKING:
    from sphinx_prolo.plain.passage import Sentence

# Fewer words make no grade, and SMOG was made from samples of thirty sentences.
FEWEST_WORDS = 100
FEWEST_SENTENCES = 30

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What the library's count of syllables misses: "nee-dle"; and "called", "times", whose last e is silent.
_SPOKEN = re.compile(r"[^aeiouylrwb]les?$")
_SILENT = re.compile(r"(?:[^aeiouytd]ed|[^aeiousxzcgh]es)$")


@dataclasses.dataclass(frozen=True, slots=True)
class Grade:
    """Years of school in the United States.

    kincaid  by Flesch and Kincaid: long words, long sentences
    smog     by McLaughlin's SMOG: words of three syllables and more; None of a short text
    """

    kincaid: float
    smog: float | None


def is_long_enough(sentences: Collection[Sentence]) -> bool:
    """Whether there is enough of a text to be graded."""
    return sum(len(sentence.words) for sentence in sentences) >= FEWEST_WORDS


def grade(sentences: Collection[Sentence]) -> Grade | None:
    """The grade of English sentences; None where there are too few words."""
    words = [word for sentence in sentences for word in _WORD.findall(PLACEHOLDER.sub(" ", sentence.text))]
    if not words or not is_long_enough(sentences):
        return None
    spoken = [syllables(word) for word in words]
    kincaid = readability.KincaidGradeLevel(sum(spoken), len(words), len(sentences))
    if len(sentences) < FEWEST_SENTENCES:
        return Grade(kincaid, None)
    return Grade(kincaid, readability.SMOGIndex(sum(count >= 3 for count in spoken), len(sentences)))


def syllables(word: str) -> int:
    """How many syllables an English word has: never none, as the library has it of "the"."""
    word = word.lower()
    count: int = countsyllables_en(word)
    if _SPOKEN.search(word):
        count += word.endswith("e")
    elif _SILENT.search(word):
        count -= 1
    return max(count, 1)
