"""What Sphinx writes to its warning stream in, problems out.

Most of it is kept by the domain ``prolo`` as well, which remembers it from one build to the next; see :meth:`news`.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection

_OURS = "prolo."
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_SAID = re.compile(
    r"(?:(?P<path>.+?)(?::(?P<line>\d+))?::? )?(?P<level>WARNING|ERROR|CRITICAL): (?P<text>.*?)"
    r"(?: \[(?P<code>[\w.-]+)\])?",
    re.DOTALL,
)


class Hearing(io.StringIO):
    """A stream to give to Sphinx as ``warning``; each of its writes is one message."""

    def __init__(self, srcdir: Path) -> None:
        super().__init__()
        self._srcdir = srcdir
        self._heard: list[Problem] = []

    def write(self, text: str, /) -> int:
        if problem := parse(text, self._srcdir):
            self._heard.append(problem)
        return len(text)

    def news(self, known: Collection[Problem] = ()) -> tuple[Problem, ...]:
        """What was said and is not ``known`` already, in the same words or in other words about the same line."""
        places = {(problem.path, problem.line) for problem in known}
        return tuple(problem for problem in self._heard if (problem.path, problem.line) not in places)


def parse(text: str, srcdir: Path) -> Problem | None:
    """One message of Sphinx's log as a problem, without the excerpt of the source that docutils adds."""
    said = _SAID.fullmatch(_COLOUR.sub("", text).strip())
    if said is None:
        return None
    path, kind = said["path"], said["code"] or ""
    message = " ".join(said["text"].split("\n\n")[0].split())
    if path is None and kind.startswith(_OURS):  # see sphinx_prolo.report
        path, _colon, message = message.partition(": ")
    return Problem(
        path=path or str(srcdir),
        line=int(said["line"]) if said["line"] else None,
        severity=Severity.WARNING if said["level"] == "WARNING" else Severity.ERROR,
        message=message,
        code=_code(kind),
    )


def _code(kind: str) -> str:
    """Sphinx's ``ref.doc`` as a code of ours, ``sphinx-ref-doc``; our own codes come back as they were."""
    if kind.startswith(_OURS):
        return kind.removeprefix(_OURS)
    words = re.sub(r"[^a-z0-9]+", "-", kind.lower()).strip("-")
    return f"sphinx-{words}" if words else "sphinx"
