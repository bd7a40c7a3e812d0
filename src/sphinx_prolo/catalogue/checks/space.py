"""A translation must fit where it is printed, and say about as much as its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check, Outcome
from sphinx_prolo.catalogue.prose import OBJECT, prose
from sphinx_prolo.catalogue.stretches import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

# As translation/extract.py writes them for the translator.
LIMIT = re.compile(r"At most ([0-9]{1,5}) characters\.")
EXAMPLE = re.compile(r'\{(\w+)\} prints as "([^"]*)"')
LEAST = 24  # columns; shorter sources say nothing about the length of a translation
SHORT, LONG = 5, 4


class Room(Check):
    """Where a comment says "At most 30 characters.", there is room for so many, values filled in. A Chinese, Japanese
    or Korean sign takes the room of two Latin letters.
    """

    code = "catalogue-room"
    outcome = Outcome.HOLD

    def check(self, message: Message) -> Iterator[Problem]:
        limits = [int(match[1]) for comment in message.auto_comments for match in LIMIT.finditer(comment)]
        if not limits:
            return
        found = (match for comment in message.auto_comments for match in EXAMPLE.finditer(comment))
        examples = {match[1]: match[2] for match in found}
        for _sources, form in self.pairs(message):
            filled = re.sub(r"\{(\w+)\}", lambda match: examples.get(match[1], ""), form)
            columns = width(prose(filled))
            if columns > min(limits):
                yield self.problem(
                    message,
                    f"the translation is {columns} characters wide, and there is room for {min(limits)}; shorten it",
                )


class Proportion(Check):
    """A translation that is less than a fifth as long as its source, or more than four times as long, may have lost or
    gained a sentence.
    """

    code = "catalogue-proportion"
    outcome = Outcome.NOTE

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            wanted, found = [width(prose(source).replace(OBJECT, "")) for source in sources], width(prose(form))
            if max(wanted) < LEAST:
                continue
            if found * SHORT < min(wanted):
                yield self.problem(
                    message, "the translation is far shorter than the source; see that nothing is missing"
                )
            elif found > max(wanted) * LONG:
                yield self.problem(message, "the translation is far longer than the source; see that nothing was added")
