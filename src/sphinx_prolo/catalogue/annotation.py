"""A template (.pot) and notes on its messages in; the same template with comments and flags for translators out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue import writer
from sphinx_prolo.catalogue.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Annotation:
    """What a translator should know about a message: comments in plain words, and flags such as python-brace-format."""

    comments: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()

    def merged(self, other: Annotation) -> Annotation:
        """Both, each comment once: a message that stands in two places has the comments of both."""
        return Annotation(tuple(dict.fromkeys((*self.comments, *other.comments))), self.flags | other.flags)


def annotate(path: Path, notes: Mapping[str, Annotation]) -> tuple[Problem, ...]:
    """Write notes, by msgid, into a template; what stood there stays. Returns why it could not, if it could not."""
    reading = read(path)
    if reading.catalogue is None:
        return reading.problems
    template = reading.catalogue
    messages = [_annotated(message, notes.get(message.msgid, Annotation())) for message in template.messages]
    chunks = (message.source or writer.entry(message) for message in (template.header_message, *messages))
    writer.replace_file(path, writer.document(chunks))
    return ()


def _annotated(message: Message, note: Annotation) -> Message:
    comments = tuple(dict.fromkeys((*message.auto_comments, *_lines(note.comments))))
    flags = (*message.flags, *sorted(note.flags.difference(message.flags)))
    if (comments, flags) == (message.auto_comments, message.flags):
        return message
    return dataclasses.replace(message, auto_comments=comments, flags=flags, source=())


def _lines(comments: tuple[str, ...]) -> tuple[str, ...]:
    """A comment stands on one line: a line break in it would end the comment."""
    return tuple(" ".join(comment.split()) for comment in comments)
