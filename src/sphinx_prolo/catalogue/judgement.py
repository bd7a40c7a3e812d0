"""A catalogue in; what may be printed of it out, and what may not, and why."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks import CHECKS, Check, Outcome, Place
from sphinx_prolo.catalogue.file_notes import file_notes
from sphinx_prolo.catalogue.silence import Answer, Silence, answers, digest, proposal
from sphinx_prolo.problem import Problem, note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_prolo.catalogue.glossary import Glossary
    from sphinx_prolo.catalogue.message import Catalogue, Message
    from sphinx_prolo.lexicon import Lexicon

ENOUGH = 8  # findings of one check on one message
SILENCE = "catalogue-silence"


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
    silences      the findings that a translator's comment has answered, in the order of the file
    """

    messages: tuple[Message, ...]
    rejected: tuple[Message, ...]
    held: tuple[Message, ...]
    fuzzy: tuple[Message, ...]
    untranslated: tuple[Message, ...]
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]
    silences: tuple[Silence, ...] = ()


def vet(
    catalogue: Catalogue,
    path: str,
    *,
    language: str,
    source_language: str = "en",
    lexicon: Lexicon | None = None,
    source_lexicon: Lexicon | None = None,
    glossary: Glossary | None = None,
) -> Vetted:
    """Ask every check about every message of a file. ``path`` is what problems name; languages are Sphinx's codes."""
    place = Place(path, language, source_language, lexicon, source_lexicon, glossary)
    judge = _Judge(place, [check(place) for check in CHECKS])
    groups: dict[str, list[Message]] = {"kept": [], "rejected": [], "held": [], "fuzzy": [], "untranslated": []}
    for message in catalogue.messages:
        group = judge.group(message)
        groups[group].append(message)
        if group == "held":
            groups["kept"].append(message)
    return Vetted(
        messages=tuple(groups["kept"]),
        rejected=tuple(groups["rejected"]),
        held=tuple(groups["held"]),
        fuzzy=tuple(groups["fuzzy"]),
        untranslated=tuple(groups["untranslated"]),
        problems=(*file_notes(catalogue, place), *judge.problems),
        lines={message.msgid: message.line for message in groups["kept"] if message.context is None},
        silences=tuple(judge.silences),
    )


class _Judge:
    """Asks the checks about one message after the other, and keeps what they say and what was silenced."""

    def __init__(self, place: Place, checks: Sequence[Check]) -> None:
        self.place = place
        self.checks = checks
        self.problems: list[Problem] = []
        self.silences: list[Silence] = []

    def group(self, message: Message) -> str:
        """The group that a message belongs to."""
        if not message.translated:
            return "untranslated"
        if message.fuzzy:
            return "fuzzy"
        found = list(self._findings(message))
        written = list(answers(message))
        if any(check.outcome is Outcome.REJECT for check, _problems in found):
            # What is only mentioned would hide what has to be mended.
            self._tell(message, [pair for pair in found if pair[0].outcome is not Outcome.NOTE], {})
            return "rejected"
        here = digest(message) if found or written else ""
        silenced = {answer.code: answer for answer in written if isinstance(answer, Answer) and answer.digest == here}
        self._tell(message, found, silenced)
        self._tell_silences(message, written, {check.code for check, _problems in found}, here)
        loud = (check for check, _problems in found if check.code not in silenced)
        return "held" if any(check.outcome is Outcome.HOLD for check in loud) else "kept"

    def _findings(self, message: Message) -> Iterator[tuple[Check, list[Problem]]]:
        for check in self.checks:
            problems = list(dict.fromkeys(check.check(message)))[:ENOUGH]
            if problems:
                yield check, problems
                if check.guards:
                    return

    def _tell(
        self, message: Message, found: Sequence[tuple[Check, list[Problem]]], silenced: Mapping[str, Answer]
    ) -> None:
        """Keep the findings; those that may be silenced say how."""
        for check, problems in found:
            if check.outcome is Outcome.REJECT:
                self.problems += problems
            elif check.code not in silenced:
                how = f"; if it is right, add the comment '{proposal(check.code, digest(message))}'"
                self.problems += (dataclasses.replace(problem, message=problem.message + how) for problem in problems)

    def _tell_silences(self, message: Message, written: Sequence[Answer | str], codes: set[str], here: str) -> None:
        """Keep the silences that silence something, and say what is wrong with the others."""
        for answer in written:
            if isinstance(answer, str):
                complaint = answer
            elif answer.code not in codes:
                complaint = f"the comment 'prolo-ok {answer.code}' silences nothing here; delete it"
            elif answer.digest != here:
                complaint = (
                    f"the comment 'prolo-ok {answer.code} {answer.digest}' was written for another text;"
                    f" compare source and translation again, then write {here} or delete it"
                )
            else:
                self.silences.append(Silence(self.place.path, message.line, answer.code, answer.reason, message.msgid))
                continue
            self.problems.append(note(self.place.path, message.line, SILENCE, complaint))
