"""The code of a language in, what the rules must know of it out."""

from __future__ import annotations

import dataclasses
import functools
import re
import tomllib
from importlib.resources import files
from typing import Any

from sphinx_prolo.quantity import SPELLINGS

# Languages whose scripts set no spaces between words: nobody can count the words of a sentence without a dictionary.
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language; a pattern is None where nobody has collected its words.

    code          the language without its country: en, es, zh
    unit          a unit of a quantity
    preposition, daily, address, passive   see words.toml; ``passive`` has its participle in group 1
    states        participles that only tell of a state
    """

    code: str
    unit: str
    preposition: re.Pattern[str] | None = None
    daily: re.Pattern[str] | None = None
    address: re.Pattern[str] | None = None
    passive: re.Pattern[str] | None = None
    states: frozenset[str] = frozenset()

    @property
    def is_spaced(self) -> bool:
        """Whether words can be counted by the spaces between them."""
        return self.code not in _UNSPACED


@functools.cache
def language(code: str) -> Language:
    """The language of a code of Sphinx's, such as en or pt_BR."""
    code = code.partition("_")[0].lower()
    words = _data().get(code, {})
    return Language(
        code=code,
        unit="|".join([*map(re.escape, sorted(SPELLINGS, key=len, reverse=True)), *words.get("units", ())]),
        preposition=_pattern("|".join(words.get("prepositions", ())), r"\s+\{[a-z0-9_]+\}"),
        daily=_pattern(words.get("daily", ""), r"(?!\w)"),
        address=_pattern(words.get("address", ""), r"(?!\w)"),
        passive=_passive(words),
        states=frozenset(words.get("states", ())),
    )


def _passive(words: dict[str, Any]) -> re.Pattern[str] | None:
    """A form of "be", two adverbs at most, a participle."""
    participles = "|".join(words.get("participles", ()))
    between = r"(?:n['’]t)?\s+(?:(?:not|never|often|also|always|sometimes|usually|still|only|then|\w+ly)\s+){0,2}"
    return _pattern(words.get("be", ""), f"{between}({participles})(?!\\w)")


def _pattern(words: str, after: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{words}){after}", re.IGNORECASE) if words else None


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
