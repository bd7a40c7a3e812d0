"""A catalogue in, what is to be said about the file as a whole out: its language, what is empty, fuzzy or obsolete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem, note, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.checks import Place
    from sphinx_prolo.catalogue.message import Catalogue, Message


def file_notes(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    """The problems of a file that are none of a message."""
    yield from _language(catalogue, place)
    yield from _unfinished(catalogue, place)
    if catalogue.obsolete:
        count, line = len(catalogue.obsolete), catalogue.obsolete[0].line
        text = f"{_messages(count)} no longer in the sources (#~); delete what you do not want to use again"
        yield note(place.path, line, "catalogue-obsolete", text)


def _language(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    """A file in the wrong folder is soon done, and hard to see for who cannot read it."""
    said, wanted = (code.replace("-", "_").lower().partition("_")[0] for code in (catalogue.language, place.language))
    if said and said != wanted:
        line = catalogue.header_message.line
        text = f"the header says Language: {said}, but the folder is '{place.language}'; correct one of the two"
        yield warning(place.path, line, "catalogue-language", text)


def _unfinished(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    """How much is not printed, and where it begins."""
    empty = [message for message in catalogue.messages if not message.translated and not _may_be_empty(message)]
    fuzzy = [message for message in catalogue.messages if message.translated and message.fuzzy]
    total = len(catalogue.messages)
    if empty:
        text = f"{len(empty)} of {total} messages have no translation; the first is in line {empty[0].line}"
        yield note(place.path, empty[0].line, "catalogue-empty", text)
    if fuzzy:
        text = (
            f"{len(fuzzy)} of {total} messages are fuzzy and so not printed, the first in line {fuzzy[0].line};"
            " compare each with its source, correct it and take the mark away"
        )
        yield note(place.path, fuzzy[0].line, "catalogue-fuzzy", text)


def _may_be_empty(message: Message) -> bool:
    """Whether the comment of one of our own words says so."""
    return any(comment.startswith("Leave empty") for comment in message.auto_comments)


def _messages(count: int) -> str:
    return "one message is" if count == 1 else f"{count} messages are"
