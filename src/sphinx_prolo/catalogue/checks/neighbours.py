"""A value must be printed as it is: nothing in a translation may touch a {placeholder} that changes what is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check, Place
from sphinx_prolo.catalogue.scripts import UNSPACED, base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

_VALUE = r"\{[A-Za-z_][A-Za-z0-9_]*\}"
_LETTER = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1e00-\u1fff]"
# Marks of emphasis, and backslashes with a space, print nothing.
_STARS = r"(?:\\\s|\*){0,6}"
_MARK = r"[.,٫٬:/'’\u00a0\u202f]"
_UNSPACED = r"[\u0e00-\u0eff\u1780-\u17ff\u3041-\u30fa\u3400-\u9fff]"
_DASH = r"[-\u2010-\u2015\u2212×^~]"
_IN_NUMBERS = {
    "a digit": rf"\d{_STARS}{_MARK}?{_STARS}(?:\s?{_DASH}\s?)?{_STARS}(?={_VALUE})",
    "a digit or a decimal mark": rf"(?<=\}}){_STARS}(?:{_MARK}|\s?{_DASH}\s?)?{_STARS}\d",
    "a sign": rf"(?:(?<![\w}}])|(?<={_UNSPACED}))[-\u2212+±<>≤≥≈]{_STARS}(?={_VALUE})|(?<=\}}){_STARS}[%‰]",
}
_IN_WORDS = {
    "a word": rf"{_LETTER}{{2}}{_STARS}(?={_VALUE})|(?<=\}}){_STARS}{_LETTER}{{4}}",
    "another placeholder": rf"(?<=\}}){_STARS}(?={_VALUE})",
}


class Neighbours(Check):
    """No digit, decimal mark, dash or sign touches a {placeholder}: it would become part of the number that is printed.
    No word does either, where the language sets spaces between words; short endings may ({n}-й, {n}টি).
    """

    code = "catalogue-placeholder"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        kinds = _IN_NUMBERS if base(place.language) in UNSPACED else _IN_NUMBERS | _IN_WORDS
        self.kinds = {kind: re.compile(pattern) for kind, pattern in kinds.items()}

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if "{" not in form or form in sources:
                continue
            for kind, pattern in self.kinds.items():
                match = pattern.search(form)
                if match is not None and not any(pattern.search(source) for source in sources):
                    around = form[max(0, match.start() - 8) : match.end() + 8]
                    yield self.problem(message, f"{kind} touches a placeholder in '{around}'; put a space between them")
