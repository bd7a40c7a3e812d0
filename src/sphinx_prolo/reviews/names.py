"""A name as it was typed in, the name as it is kept and printed out, or what is wrong with it."""

from __future__ import annotations

import unicodedata

MAX_CHARACTERS = 100

# Names of some scripts need the joiners (Unicode standard, 23.2); nothing else that is invisible belongs into a name.
_JOINERS = "\u200c\u200d"


class NotANameError(ValueError):
    """The name cannot be kept; the message says why and what to do."""


def clean(name: str) -> str:
    """The name with single spaces, in Unicode's form C. Raises NotANameError for what is no name."""
    for character in name:
        if character not in _JOINERS and unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
            raise NotANameError(f"holds the invisible character U+{ord(character):04X}; type the name again without it")
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not name:
        raise NotANameError("is empty; write the name of the person who signs")
    if not any(character.isalpha() for character in name):
        raise NotANameError("has no letter; write the name of the person who signs")
    if len(name) > MAX_CHARACTERS:
        raise NotANameError(f"has more than {MAX_CHARACTERS} characters; shorten it")
    return name


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same but for capital letters, spaces and ways to type a letter."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    for joiner in _JOINERS:
        plain = plain.replace(joiner, "")
    return " ".join(unicodedata.normalize("NFKC", plain).split())
