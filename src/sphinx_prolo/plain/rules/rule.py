"""Rule: the base of what is asked of every sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from sphinx_prolo.problem import Problem, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.plain.language import Language
    from sphinx_prolo.plain.passage import Sentence


class Rule(ABC):
    """One habit of plain language. The docstring of a rule says what is good; its messages say what to do."""

    code: ClassVar[str]

    def __init__(self, language: Language) -> None:
        self.language = language

    @abstractmethod
    def check(self, sentence: Sentence) -> Iterator[Problem]:
        """A note for each place of the sentence that could be better."""

    def note(self, sentence: Sentence, message: str) -> Problem:
        """A remark about the sentence."""
        return note(sentence.path, sentence.line, self.code, message)
