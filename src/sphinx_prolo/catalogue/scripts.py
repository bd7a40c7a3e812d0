"""A language's code in, what the checks must know of its writing out. Only what differs from Latin is listed."""

from __future__ import annotations

import re
import unicodedata

# The languages, of those that have a script of their own, that are written in other letters than Latin ones.
_CODES_NOT_LATIN = (
    "ar fa ur ps sd ug ckb he yi dv ks pnb azb ru uk be bg mk sr kk ky tg tt mn cv ba os ab el hy ka am ti hi "
    "mr ne sa mai bho kok bn as pa gu or ta te kn ml si th lo km my bo dz zh yue ja ko ii iu chr"
)
_NOT_LATIN = frozenset(_CODES_NOT_LATIN.split())
_IN_LATIN = frozenset({"sr_Latn", "sr_latin", "sr@latin", "uz", "az"})
_CODES_RIGHT_TO_LEFT = "ar fa ur ps sd ug ckb he yi dv ks pnb azb arc syr nqo rhg"
RIGHT_TO_LEFT = frozenset(_CODES_RIGHT_TO_LEFT.split())
# Where the zero-width joiner and non-joiner are letters, so to speak.
_CODES_JOINING = "fa ur ps sd ug ckb ks pnb azb ku hi mr ne sa mai bho kok bn as pa gu or ta te kn ml si km my mn bo dz"
JOINING = frozenset(_CODES_JOINING.split())
# Where the zero-width space parts words.
_CODES_UNSPACED = "th lo km my bo dz ja zh yue ii"
UNSPACED = frozenset(_CODES_UNSPACED.split())
# Where no full stop ends a sentence.
NO_FULL_STOP = frozenset({"th", "lo"})
# The blocks that hold such characters, among others.
_LEFTWARD_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def base(code: str) -> str:
    """The language without its region: pt_BR -> pt."""
    return code.replace("-", "_").replace("@", "_").partition("_")[0].lower()


def is_latin(code: str) -> bool:
    """Whether a language is written in Latin letters."""
    return base(code) not in _NOT_LATIN or code in _IN_LATIN or "Latn" in code


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return base(code) in RIGHT_TO_LEFT or "_Arab" in code or "_Hebr" in code


def leftward(text: str) -> str:
    """The first character that is strong from right to left, or a digit that is set among such; "" if none is."""
    found = (match[0] for match in _LEFTWARD_BLOCKS.finditer(text))
    return next((char for char in found if unicodedata.bidirectional(char) in {"R", "AL", "AN"}), "")
