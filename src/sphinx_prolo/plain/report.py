"""A handout in, all remarks about its plain language out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_prolo.plain.language import language
from sphinx_prolo.plain.passage import sentences
from sphinx_prolo.plain.rules import RULES
from sphinx_prolo.plain.terms import unexplained
from sphinx_prolo.problem import Problem, note

if TYPE_CHECKING:
    from sphinx_prolo.plain.passage import Handout

# What AHRQ advises for patients: half of the adults in the United States do not read beyond the eighth.
WANTED = 6


def remarks(handout: Handout, code: str) -> tuple[Problem, ...]:
    """Notes about the sentences of a handout and about the whole of it. ``code`` is its language: en, pt_BR."""
    words = language(code)
    rules = [rule(words) for rule in RULES]
    found: dict[Problem, None] = {}
    for passage in handout.passages:
        for sentence in sentences(passage):
            for rule in rules:
                found.update(dict.fromkeys(rule.check(sentence)))
    found.update(dict.fromkeys(unexplained(handout)))
    found.update(dict.fromkeys(_grade(handout, words.code)))
    return tuple(found)


def _grade(handout: Handout, code: str) -> Iterator[Problem]:
    """The reading grade: of what is written as sentences; labels and cells would make it look easier than it is."""
    # Imported here, because the library brings word lists, and whoever only builds does not need them.
    from sphinx_prolo.plain.grade import grade, is_long_enough

    whole = [sentence for passage in handout.passages if not passage.title for sentence in sentences(passage)]
    whole = [sentence for sentence in whole if sentence.ends]
    if not is_long_enough(whole):
        return
    reached = grade(whole) if code == "en" else None
    if reached is None:
        told = f"reading grade: not available for '{code}'; the formulas hold for English only"
    else:
        smog = "" if reached.smog is None else f", {reached.smog:.1f} (SMOG)"
        advice = "" if reached.kincaid < WANTED + 1 else f"; aim at {WANTED}: shorter sentences, shorter words"
        told = f"reading grade: {reached.kincaid:.1f} (Flesch-Kincaid){smog}{advice}"
    yield note(handout.path, handout.line, "plain-grade", told)
