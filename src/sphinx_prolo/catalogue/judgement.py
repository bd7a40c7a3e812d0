"""A catalogue in; what may be printed of it out, and what may not, and why."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks import CHECKS, Check, Outcome, Place
from sphinx_prolo.problem import Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_prolo.catalogue.message import Catalogue, Message

ENOUGH = 8  # findings of one check on one message


@dataclasses.dataclass(frozen=True, slots=True)
class Vetted:
    """The judgement on one file.

    messages      translated and safe; those of ``held`` among them
    rejected      not to be printed: the source sentence is
    held          printed, but not in a final handout, until a person has looked at them
    fuzzy         not confirmed by a translator, so not printed
    untranslated  empty
    problems      what the checks found, and the language of the file; in the order of the file
    lines         msgid -> line of the file, of the messages without context (those that Sphinx can see)
    """

    messages: tuple[Message, ...]
    rejected: tuple[Message, ...]
    held: tuple[Message, ...]
    fuzzy: tuple[Message, ...]
    untranslated: tuple[Message, ...]
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]


def vet(catalogue: Catalogue, path: str, *, language: str, source_language: str = "en") -> Vetted:
    """Ask every check about every message of a file. ``path`` is what problems name; languages are Sphinx's codes."""
    place = Place(path, language, source_language)
    checks = [check(place) for check in CHECKS]
    groups: dict[str, list[Message]] = {"kept": [], "rejected": [], "held": [], "fuzzy": [], "untranslated": []}
    problems = list(_language(catalogue, place))
    for message in catalogue.messages:
        group, found = _judge(message, checks)
        groups[group].append(message)
        problems += found
        if group == "held":
            groups["kept"].append(message)
    return Vetted(
        messages=tuple(groups["kept"]),
        rejected=tuple(groups["rejected"]),
        held=tuple(groups["held"]),
        fuzzy=tuple(groups["fuzzy"]),
        untranslated=tuple(groups["untranslated"]),
        problems=tuple(problems),
        lines={message.msgid: message.line for message in groups["kept"] if message.context is None},
    )


def _judge(message: Message, checks: Sequence[Check]) -> tuple[str, list[Problem]]:
    """The group that a message belongs to, and why."""
    if not message.translated:
        return "untranslated", []
    if message.fuzzy:
        return "fuzzy", []
    problems: list[Problem] = []
    outcomes: set[Outcome] = set()
    for check in checks:
        found = list(dict.fromkeys(check.check(message)))[:ENOUGH]
        if found:
            problems += found
            outcomes.add(check.outcome)
            if check.guards:
                break
    if Outcome.REJECT in outcomes:
        return "rejected", problems
    return ("held" if Outcome.HOLD in outcomes else "kept"), problems


def _language(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    """A file in the wrong folder is soon done, and hard to see for who cannot read it."""
    said, wanted = (code.replace("-", "_").lower().partition("_")[0] for code in (catalogue.language, place.language))
    if said and said != wanted:
        line = catalogue.header_message.line
        text = f"the header says Language: {said}, but the folder is '{place.language}'; correct one of the two"
        yield warning(place.path, line, "catalogue-language", text)
