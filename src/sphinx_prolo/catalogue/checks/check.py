"""What every check has in common: what it is asked, what it may answer, and what follows from its answer."""

from __future__ import annotations

import abc
import dataclasses
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from sphinx_prolo.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.glossary import Glossary
    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.lexicon import Lexicon


class Outcome(StrEnum):
    """What happens to a message that a check finds fault with."""

    REJECT = "reject"
    """It is not printed; the source sentence is. For what can be decided."""
    HOLD = "hold"
    """It is printed, but the handout cannot be final. For what a person has to judge."""
    NOTE = "note"
    """It is only mentioned."""


SEVERITIES = {Outcome.REJECT: Severity.ERROR, Outcome.HOLD: Severity.WARNING, Outcome.NOTE: Severity.NOTE}


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """The file that is being checked, and what is known of its languages.

    language, source_language  the languages that it translates to and from, as Sphinx names them
    lexicon, source_lexicon    their numbers, units and negations; without both, the checks on words say nothing
    glossary                   the terms of the project, if it has such a list
    """

    path: str
    language: str
    source_language: str = "en"
    lexicon: Lexicon | None = None
    source_lexicon: Lexicon | None = None
    glossary: Glossary | None = None


class Check(abc.ABC):
    """One thing that can be wrong with a translation. The docstring of a check is written for translators.

    code     the code of its problems, with a section of its own in the reference
    outcome  what its findings lead to
    guards   True if the checks after it must not even look at a message that it has found fault with
    """

    code: ClassVar[str]
    outcome: ClassVar[Outcome] = Outcome.REJECT
    guards: ClassVar[bool] = False

    def __init__(self, place: Place) -> None:
        self.place = place

    @abc.abstractmethod
    def check(self, message: Message) -> Iterator[Problem]:
        """What is wrong with a translated message, each finding at the line of its msgid."""

    def problem(self, message: Message, text: str) -> Problem:
        """A finding of this check."""
        return Problem(self.place.path, message.line, SEVERITIES[self.outcome], text, self.code)

    @staticmethod
    def pairs(message: Message) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each translated form with the sources that it may be measured by.

        A plural form may say what the msgid or what the msgid_plural says: "one visit" has no number in it, but
        "{n} visits" has.
        """
        sources = (message.msgid,) if message.plural is None else (message.msgid, message.plural)
        for form in message.msgstr:
            yield sources, form
