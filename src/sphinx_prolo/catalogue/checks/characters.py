"""A translation must hold no characters that cannot be seen, but change what is seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check
from sphinx_prolo.catalogue.scripts import is_right_to_left, leftward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

_DIRECTION = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_CONTROL = "\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029"
_OTHER = "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
# Characters without a shape that no language needs in running text: they hide words from checks and from searches.
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2061-\u2064\u2800\u3164\uffa0\U0001d173-\U0001d17a"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# Strokes and rings through or around the letter before them: "do not" with a line through "not".
_OVERLAYS = "\u0334-\u0338\u0488\u0489\u20d2\u20d3\u20d8-\u20e0\u20e2-\u20f0"
REFUSED = re.compile(f"[{_DIRECTION}{_CONTROL}{_OTHER}{_FILLERS}{_PRIVATE}]")
# Another shape of the letter before them, which only symbols and Chinese characters have.
_SHAPED = "[0-9A-Za-z\u00c0-\u052f\u0590-\u0fff][\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_OVERLAID = re.compile(f"[{_OVERLAYS}]|{_SHAPED}")

_DIRECTION_MARKS = "\u200e\u200f\u061c"
_UNSEEN = rf"{_DIRECTION_MARKS}\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f"
# What may stand inside a number, a range or a date; then a mark of direction moves its parts.
_INSIDE = r"[.,:/'’٫٬،\u00a0\u2009\u202f\u2010-\u2015\u2212+×~-]{0,3}"
# Within or before a number: "1<unseen>0", "1<mark>.<mark>5", "-<mark>5".
_HIDDEN_IN_NUMBER = re.compile(
    rf"(?<=\d)[{_UNSEEN}]+(?=\d)"
    rf"|(?<=\d){_INSIDE}[{_DIRECTION_MARKS}]+{_INSIDE}[{_DIRECTION_MARKS}]*{_INSIDE}(?=\d)"
    rf"|(?<=\d) ?[{_DIRECTION_MARKS}]+ ?(?=\d)"
    rf"|(?<=[+\u2212-])[{_UNSEEN}]+(?=\d)"
)
_MARKED_DIGIT = re.compile(r"\d[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]")
# The letter O of three alphabets behind or between digits is read as a nought ("1O mg" as ten).
_NOUGHT = re.compile("(?<=[0-9])[OОΟ](?![A-Za-z])")
_DIGIT = re.compile(r"\d")
# Unicode has no names for control characters; these are the ones that people meet.
_NAMES = {"\t": "tab", "\r": "carriage return", "\0": "null", "\x85": "next line"}


class Characters(Check):
    """A translation has no invisible characters that turn or reorder text (direction embeddings, overrides and
    isolates), and no control characters. The marks LRM, RLM and ALM, joiners and soft hyphens are welcome between
    words: they change nothing but the place of the punctuation, and the shape or the break of a word. Numbers and
    names in right-to-left text are put in order by the program that prints.
    """

    code = "catalogue-characters"
    guards = True

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if form.isascii() and form.isprintable():
                continue
            known = set("".join(sources))
            for char in dict.fromkeys(REFUSED.findall(form)):
                if char not in known:
                    yield self.problem(message, f"the invisible character {name(char)} must not be used; delete it")
            for piece in _OVERLAID.findall(unicodedata.normalize("NFC", form)):
                if piece[-1] not in known:
                    text = f"{name(piece[-1])} hides or strikes through what a patient has to read; delete it"
                    yield self.problem(message, text)


class HiddenInNumbers(Check):
    """Nothing that cannot be seen stands in a number, a range or a date, and nothing is set on a digit: it could change
    the order or the value of the digits. A nought is the digit 0, not the letter O. Letters and digits that run from
    right to left stand only in languages that are written so, or where the source has some.
    """

    code = "catalogue-characters"

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if _DIGIT.search(form):
                yield from (self.problem(message, text) for text in _in_numbers("".join(sources), form))
            if form.isascii() or is_right_to_left(self.place.language):
                continue
            if (char := leftward(form)) and not leftward("".join(sources)):
                text = f"{name(char)} runs from right to left and moves what stands beside it; take it out"
                yield self.problem(message, text)


def _in_numbers(source: str, form: str) -> Iterator[str]:
    """What is wrong in the numbers of a form."""
    for match in _HIDDEN_IN_NUMBER.finditer(form) if not form.isascii() else ():
        unseen = next(char for char in match[0] if unicodedata.category(char) in {"Cf", "Mn"})
        if match[0] not in source:
            yield f"the invisible character {name(unseen)} stands in a number; delete it"
    for match in _MARKED_DIGIT.finditer(form) if not form.isascii() else ():
        if match[0] not in source:
            yield f"{name(match[0][-1])} is set on the digit {match[0][0]}; delete it"
    for match in _NOUGHT.finditer(form):
        if f"{form[match.start() - 1]}{match[0]}" not in source:
            yield f"'{form[match.start() - 1]}{match[0]}' is a digit and a letter; write the digit 0"


def name(char: str) -> str:
    """A character as people can look it up."""
    return f"U+{ord(char):04X} ({_NAMES.get(char) or unicodedata.name(char, 'control character').lower()})"
