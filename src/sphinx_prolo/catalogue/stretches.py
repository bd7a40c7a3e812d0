"""The prose of a message in; where its sentences and clauses begin and end, and how much room it takes, out."""

from __future__ import annotations

import functools
import re
import unicodedata

Stretch = tuple[int, int]

# A full stop ends a sentence if a space follows; those of scripts without spaces always do.
_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔])[\"'”’»)\]]*\s+|(?<=[。！？｡।॥։።។៕])[”’」』）)]*\s*")
_CLAUSE_END = re.compile("[,;:，、；：،؛—–()（）]")


def sentences(text: str) -> list[Stretch]:
    """Where each sentence of a prose begins and ends."""
    return _stretches(text, _SENTENCE_END)


def clauses(text: str) -> list[Stretch]:
    """Where each stretch between commas and the like begins and ends."""
    return _stretches(text, _CLAUSE_END)


def _stretches(text: str, border: re.Pattern[str]) -> list[Stretch]:
    found: list[Stretch] = []
    start = 0
    for match in border.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip()]


def width(text: str) -> int:
    """How many columns a text takes: Chinese, Japanese and Korean signs two, marks that sit on a letter none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@functools.lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
