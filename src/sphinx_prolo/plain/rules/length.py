"""A sentence should be short enough to be understood at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.plain.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.plain.passage import Sentence
    from sphinx_prolo.problem import Problem

LONG, TOO_LONG = 20, 25


class Length(Rule):
    """A sentence has at most 20 words. A quantity counts as one word. Where a script sets no spaces between words, they
    cannot be counted.
    """

    code = "plain-long-sentence"

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        words = len(sentence.words)
        if not self.language.is_spaced or words <= LONG:
            return
        advice = "is too long for many readers; make it two" if words > TOO_LONG else "is long; can it be two?"
        yield self.note(sentence, f"'{sentence.short}' has {words} words and {advice}")
