"""Kind: what a YAML file is for, as problems name it."""

from __future__ import annotations

import dataclasses

from sphinx_prolo.problem import Problem, error, note

_OURS = "records-"


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """The user of this room. Codes that are written ``records-…`` here take the prefix of the kind, so that
    ``records-tab`` is ``facts-tab`` in a facts file.

    prefix  of the problem codes, without hyphen
    noun    what a message calls the file
    """

    prefix: str
    noun: str

    def code(self, code: str) -> str:
        """A code of this room as the kind's own."""
        return f"{self.prefix}-{code.removeprefix(_OURS)}" if code.startswith(_OURS) else code

    def knows(self, code: str) -> bool:
        """Whether an error was raised by a validator of this room or of the kind, which know the words."""
        return code.startswith((_OURS, f"{self.prefix}-"))

    def error(self, path: str, line: int | None, code: str, message: str) -> Problem:
        """A problem that makes the exit status 1."""
        return error(path, line, self.code(code), one_line(message))

    def note(self, path: str, line: int | None, code: str, message: str) -> Problem:
        """A remark."""
        return note(path, line, self.code(code), one_line(message))


def one_line(message: str) -> str:
    """The message without line ends and other characters that would break a log."""
    return "".join(character if character.isprintable() else " " for character in message)
