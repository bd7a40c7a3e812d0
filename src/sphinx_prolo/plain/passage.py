"""A block of a handout in, its sentences out, each with the line where it starts."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")

# A mark that ends sentences, with what closes behind it; in Chinese and Japanese nothing need stand between two.
# The possessive quantifiers keep a line of dots from being tried at each dot.
_END = re.compile(r"(?<![.!?؟])[.!?؟]++[\"'”’»)\]]*+(?=\s|$)|[。！？]++[”’」』）]*+")
# A full stop that ends no sentence. Where it may end one ("Source D.", "etc.") it does: better two than one too long.
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[a-z]\.[a-z]|Dr|Mr|Mrs|Ms|Prof|St|vs|approx|incl|No|Fig)\.$")
_LONGEST = 12


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item, a cell or a title as it is printed, but with ``{name}`` where a quantity stands.

    path, line  where it was written; every line end in ``text`` is one of the source
    title       whether it is a title, which nobody reads as a sentence
    """

    path: str
    line: int
    text: str
    title: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Handout:
    """A handout in the language that it was written in.

    path, line    where it says that it is a handout
    passages      all that its writer wrote of what it prints
    unexplained   the words that the facts explain, but this handout does not print the meaning of
    """

    path: str
    line: int
    passages: tuple[Passage, ...]
    unexplained: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a phrase where ``ends`` is false: a label, a cell of a table. Its text is on one line."""

    path: str
    line: int
    text: str
    ends: bool

    @property
    def words(self) -> list[str]:
        """The words between spaces; a quantity is one."""
        return [word for word in self.text.split() if any(character.isalnum() for character in word)]

    @property
    def short(self) -> str:
        """The start of the sentence, for a message."""
        return self.text if len(self.text) <= 40 else f"{self.text[:40].rstrip()}…"


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage in their order."""
    start = 0
    for match in _END.finditer(passage.text):
        before = passage.text[max(start, match.end() - _LONGEST) : match.end()]
        if _ABBREVIATION.search(before) and passage.text[match.end() :].strip():
            continue
        yield from _sentence(passage, start, match.end(), ends=True)
        start = match.end()
    yield from _sentence(passage, start, len(passage.text), ends=False)


def _sentence(passage: Passage, start: int, end: int, *, ends: bool) -> Iterator[Sentence]:
    raw = passage.text[start:end]
    text = " ".join(raw.split())
    if text:
        start += len(raw) - len(raw.lstrip())
        yield Sentence(passage.path, passage.line + passage.text.count("\n", 0, start), text, ends)
