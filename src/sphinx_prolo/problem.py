"""Problem: the one coin for bad news, whichever room found it."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Any, Self


class Severity(StrEnum):
    """How bad it is: an error makes the exit status 1, a warning keeps a handout a draft, a note does neither."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding about the user's input. Printed as ``path:line: severity: message [code]``.

    The message says what is wrong and what to do, in one line; ``code`` is a kebab-case name with a section of its
    own in the reference. ``line`` counts from 1; None means the file as a whole.
    """

    path: str
    line: int | None
    severity: Severity
    message: str
    code: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.severity}: {self.message} [{self.code}]"

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def as_dict(self) -> dict[str, Any]:
        """The problem as plain data, for JSON."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The inverse of :meth:`as_dict`."""
        return cls(**{**data, "severity": Severity(data["severity"])})


def error(path: str, line: int | None, code: str, message: str) -> Problem:
    """A problem that makes the exit status 1."""
    return Problem(path, line, Severity.ERROR, message, code)


def warning(path: str, line: int | None, code: str, message: str) -> Problem:
    """A problem that a person has to look at; the handout stays a draft."""
    return Problem(path, line, Severity.WARNING, message, code)


def note(path: str, line: int | None, code: str, message: str) -> Problem:
    """A remark."""
    return Problem(path, line, Severity.NOTE, message, code)
