"""A translation must hold no characters that cannot be seen, but change what is seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

_DIRECTION = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_CONTROL = "\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029"
_OTHER = "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
REFUSED = re.compile(f"[{_DIRECTION}{_CONTROL}{_OTHER}]")
# Unicode has no names for control characters; these are the ones that people meet.
_NAMES = {"\t": "tab", "\r": "carriage return", "\0": "null", "\x85": "next line"}


class Characters(Check):
    """A translation has no invisible characters that turn or reorder text (direction embeddings, overrides and
    isolates), and no control characters. The marks LRM, RLM and ALM, joiners and soft hyphens are welcome: they change
    nothing but the place of the punctuation, and the shape or the break of a word. Numbers and names in right-to-left
    text are put in order by the program that prints.
    """

    code = "catalogue-characters"
    guards = True

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            known = set("".join(sources))
            for char in dict.fromkeys(REFUSED.findall(form)):
                if char not in known:
                    yield self.problem(message, f"the invisible character {name(char)} must not be used; delete it")


def name(char: str) -> str:
    """A character as people can look it up."""
    return f"U+{ord(char):04X} ({_NAMES.get(char) or unicodedata.name(char, 'control character').lower()})"
