"""Bytes in, text out; what is too big, not UTF-8, or holds invisible characters is a problem with its line."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_prolo.problem import Problem
    from sphinx_prolo.records.kind import Kind

MAX_BYTES = 5 * 1024 * 1024

# What YAML 1.2 does not call printable (5.1), and the embedding and overriding controls of Unicode's bidirectional
# algorithm: with them a line on paper reads otherwise than it is written. The isolates are fine.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)
_TAB = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)
_LINES = (
    (_TAB, "records-tab", "this line starts with a tab; indent with spaces"),
    (_CONFLICT, "records-syntax", "git marks a conflict here; keep what is right of both sides, and delete the marks"),
)


def load(path: Path, kind: Kind) -> bytes | Problem:
    """The bytes of a file, or why there are none. Reads one byte more than is allowed, whatever the file's size."""
    try:
        if not path.is_file():
            return kind.error(str(path), None, "records-file", f"this {kind.noun} does not exist; check its name")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) else exc
        return kind.error(str(path), None, "records-file", f"this {kind.noun} cannot be read: {reason}")
    return data


def decode(data: bytes, path: str, kind: Kind) -> str | Problem:
    """The text of the bytes, or the problem at the line where it stops being UTF-8."""
    if len(data) > MAX_BYTES:
        return too_large(path, kind)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        message = f"byte 0x{data[exc.start]:02x} is not UTF-8; save the file with the encoding UTF-8"
        return kind.error(path, line, "records-encoding", message)


def too_large(path: str, kind: Kind) -> Problem:
    """The problem of a file beyond the limit."""
    message = f"this {kind.noun} is larger than {MAX_BYTES // 1024 // 1024} MiB; split it into several files"
    return kind.error(path, None, "records-too-large", message)


def plain_lines(text: str) -> str:
    r"""The text with every line end written as ``\n`` and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def unreadable(text: str, path: str, first_line: int, kind: Kind) -> list[Problem]:
    """A problem for each line that holds a control character, starts with a tab or marks a conflict."""
    problems = []
    for match in _CONTROL.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        problems.append(kind.error(path, line, "records-control-character", control_character(match[0])))
        if len(problems) == 100:  # a binary file has one per byte
            break
    for pattern, code, message in _LINES:
        for match in itertools.islice(pattern.finditer(text), 100):
            line = first_line + text.count("\n", 0, match.start())
            problems.append(kind.error(path, line, code, message))
    return problems


def find_control(text: str) -> str | None:
    """The first control character of a text, or None."""
    match = _CONTROL.search(text)
    return match[0] if match else None


def control_character(character: str) -> str:
    """What to say of a control character."""
    return f"the text holds the invisible control character U+{ord(character):04X}; delete it"
