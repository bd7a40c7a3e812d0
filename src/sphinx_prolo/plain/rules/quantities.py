"""A quantity belongs into the facts, and prints best where no language bends it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.plain.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.plain.language import Language
    from sphinx_prolo.plain.passage import Sentence
    from sphinx_prolo.problem import Problem


class TypedQuantity(Rule):
    """A number with a unit stands in the facts, and the sentence names it: ``{rest}``, not "2 days". So no translator
    can type another one, and every language writes it in its own way.
    """

    code = "plain-typed-quantity"

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        end = r"(?!\w)" if language.is_spaced else ""
        amount = r"\d+(?:[.,]\d+)?"
        between = r"(?:\s?[-–]\s?|\s+to\s+)"
        self.pattern = re.compile(
            rf"(?<![\w.,]){amount}(?:{between}{amount})?[\s-]?(?:{language.unit}){end}", re.IGNORECASE
        )

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        for match in self.pattern.finditer(sentence.text):
            told = f"'{match[0]}' is typed by hand; put it into the facts (quantities:) and write its {{name}} here"
            yield self.note(sentence, told)


class Preposition(Rule):
    """A quantity stands best behind a colon: "How long: {rest}". Behind a preposition ("for {rest}") many languages
    bend its words, and no rule of CLDR knows how.
    """

    code = "plain-preposition"

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        pattern = self.language.preposition
        for match in pattern.finditer(sentence.text) if pattern else ():
            told = (
                f"'{match[0]}': many languages bend words after a preposition; rewrite it, as in 'How long: {{name}}'"
            )
            yield self.note(sentence, told)
