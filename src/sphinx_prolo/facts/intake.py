"""Bytes in, text out; what is too big, not UTF-8, or holds invisible characters is a problem with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5 * 1024 * 1024

# What YAML 1.2 does not call printable (5.1), and the embedding and overriding controls of Unicode's bidirectional
# algorithm: with them a line on paper reads otherwise than it is written. The isolates are fine.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")
_TAB = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)


def load(path: Path) -> bytes | Problem:
    """The bytes of a file, or why there are none. Reads one byte more than is allowed, whatever the file's size."""
    try:
        if not path.is_file():
            return error(str(path), None, "facts-file", "this facts file does not exist; check its name")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) else exc
        return error(str(path), None, "facts-file", f"this facts file cannot be read: {reason}")
    return data


def decode(data: bytes, path: str) -> str | Problem:
    """The text of the bytes, or the problem at the line where it stops being UTF-8."""
    if len(data) > MAX_BYTES:
        return too_large(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        message = f"byte 0x{data[exc.start]:02x} is not UTF-8; save the file with the encoding UTF-8"
        return error(path, line, "facts-encoding", message)


def too_large(path: str) -> Problem:
    """The problem of a file beyond the limit."""
    message = f"the facts are larger than {MAX_BYTES // 1024 // 1024} MiB; split them into several files"
    return error(path, None, "facts-too-large", message)


def plain_lines(text: str) -> str:
    r"""The text with every line end written as ``\n`` and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def unreadable(text: str, path: str, first_line: int) -> list[Problem]:
    """A problem for each line that holds a control character or starts with a tab."""
    problems = []
    for match in _CONTROL.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        problems.append(error(path, line, "facts-control-character", control_character(match[0])))
        if len(problems) == 100:  # a binary file has one per byte
            break
    for count, match in enumerate(_TAB.finditer(text), 1):
        line = first_line + text.count("\n", 0, match.start())
        problems.append(error(path, line, "facts-tab", "this line starts with a tab; indent with spaces"))
        if count == 100:
            break
    return problems


def find_control(text: str) -> str | None:
    """The first control character of a text, or None."""
    match = _CONTROL.search(text)
    return match[0] if match else None


def control_character(character: str) -> str:
    """What to say of a control character."""
    return f"the text holds the invisible control character U+{ord(character):04X}; delete it"
