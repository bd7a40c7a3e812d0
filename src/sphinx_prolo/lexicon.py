"""Lexicon: what the checks know of a language. A text goes in, its numbers, units and negations come out.

The third value, beside Problem and Quantity, that rooms may share: ``language`` makes lexicons, ``catalogue`` asks
them, and neither knows the other.
"""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Literal, NamedTuple, Protocol


class Number(NamedTuple):
    """A number in a text, in digits or in words, composed: "twenty-five" is one number.

    values      its readings; more than one where the language writes two numbers alike
    start, end  where it stands in the text
    typed       in digits
    sure        surely a number of that value; else a word that may mean it ("second"), which excuses and never accuses
    parts       the numbers that it may be taken for instead: "2 500", "1/2", "thirty one-hour visits"
    """

    values: frozenset[Decimal]
    start: int
    end: int
    typed: bool
    sure: bool
    parts: tuple[Number, ...] = ()


class UnitWord(NamedTuple):
    """A word for a unit, by CLDR's name ("minute", "milligram") or one of ours ("time", "dose", "tablet", "drop")."""

    unit: str
    start: int
    end: int
    sure: bool


class Negator(NamedTuple):
    """A word that negates ("not", "avoid"), or that may do so (not ``sure``: "except", "until").

    beside  it says "without" or "unless", which may stand beside a "not": "do not stop without asking"
    """

    start: int
    end: int
    sure: bool
    beside: bool = False


class Lexicon(Hashable, Protocol):
    """What is known of one language. Text is plain, as a reader sees it; places are counted in it as it was given.

    language      the code, as Sphinx writes it
    matching      "words": words stand between spaces; "parts": they do not (Chinese, Thai)
    prefixes      what may be glued before a word (Arabic and, the, in)
    inflects      whether words change their endings
    has_negators  whether there is a list of negators; without one a lost "not" cannot be seen
    """

    @property
    def language(self) -> str: ...

    @property
    def matching(self) -> Literal["words", "parts"]: ...

    @property
    def prefixes(self) -> tuple[str, ...]: ...

    @property
    def inflects(self) -> bool: ...

    @property
    def has_negators(self) -> bool: ...

    def numbers(self, text: str) -> tuple[Number, ...]:
        """The numbers of a text, in order."""
        ...

    def units(self, text: str) -> tuple[UnitWord, ...]:
        """The words for units, in order; a word that may mean several units comes once for each."""
        ...

    def negators(self, text: str) -> tuple[Negator, ...]:
        """The words that negate, in order."""
        ...
