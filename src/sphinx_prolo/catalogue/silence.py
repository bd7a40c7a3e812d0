"""The comments of a message in, the holds and notes that a person has answered out.

A silence is an ordinary translator's comment, because that is what every PO editor keeps::

    # prolo-ok catalogue-negation 1a2b3c4d: "bleibt aus" says that it does not come

The digits are those of the very texts that the person has looked at; with another text, the question is asked again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message

WORD = "prolo-ok"
_SILENCE = re.compile(r"prolo-ok[ \t]+([a-z-]+)[ \t]+([0-9a-f]{8})[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
# What the tool proposes to fill in is not a reason.
_EMPTY_REASONS = frozenset({"why", "reason", "your reason"})


@dataclasses.dataclass(frozen=True, slots=True)
class Silence:
    """One finding that is silenced: where (path and line of the msgid), which code, why, and for which message."""

    path: str
    line: int
    code: str
    reason: str
    msgid: str


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """A comment as a translator has written it, before anyone knows whether it fits."""

    code: str
    digest: str
    reason: str


def digest(message: Message) -> str:
    """Eight hexadecimal digits that change when the source, its context or the translation changes."""
    texts = (message.context, message.msgid, message.plural, *message.msgstr)
    return hashlib.sha256("\0".join(text or "" for text in texts).encode()).hexdigest()[:8]


def proposal(code: str, texts: str) -> str:
    """What a translator writes into the file to answer a finding."""
    return f"# {WORD} {code} {texts}: why"


def answers(message: Message) -> Iterator[Answer | str]:
    """The silences among the comments of a message; a text where one cannot be understood.

    A reason runs on over the next lines, up to an empty one: some programs wrap long comments.
    """
    if not any(WORD in comment.lower() for comment in message.translator_comments):
        return
    for comment in _comments(message.translator_comments):
        found = _SILENCE.search(comment)
        if found is None:
            yield f"'{comment[:60]}' cannot be understood; write '{proposal('catalogue-…', '12345678')}'"
        elif not _LETTER.search(found[3]) or found[3].strip().casefold() in _EMPTY_REASONS:
            yield f"'{comment[:60]}' gives no reason; write after the colon why the translation is right"
        else:
            yield Answer(found[1].lower(), found[2].lower(), found[3].strip())


def _comments(lines: tuple[str, ...]) -> Iterator[str]:
    """Each stretch of comment lines that starts with our word, on one line."""
    current: list[str] = []
    for line in (*lines, ""):
        starts = WORD in line.lower()
        if current and (starts or not line.strip()):
            yield " ".join(current)
            current = []
        if starts or current:
            current.append(line.strip())
