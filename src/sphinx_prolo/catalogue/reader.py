"""A path in, a catalogue out, or the problems of the file, each with its line. Never a traceback."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue import header
from sphinx_prolo.catalogue.encoding import decode
from sphinx_prolo.catalogue.message import Catalogue, CatalogueReading, Message
from sphinx_prolo.catalogue.scanner import Mistake, Scan, Scanner
from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_BYTES = 16 * 1024 * 1024


def read(path: Path) -> CatalogueReading:
    """Read a .po file strictly: one mistake and there is no catalogue, for half a file would print as if whole."""
    try:
        data = _load(path)
    except OSError as exc:
        return _failed(path, [Mistake(0, "catalogue-file", f"cannot be read: {exc.strerror or exc}")])
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MiB"
        return _failed(path, [Mistake(0, "catalogue-size", f"is larger than {limit}; split it into several domains")])
    text, mistakes = decode(data)
    if mistakes:
        return _failed(path, mistakes)
    return parse(text, path)


def parse(text: str, path: Path) -> CatalogueReading:
    """The same for a text that was decoded already; ``path`` is only named in problems."""
    lines = text.split("\n")
    newline = "\r\n" if lines[0].endswith("\r") else "\n"
    scan = Scanner().scan(line.removesuffix("\r") for line in lines)
    head = next((message for message in scan.messages if message.key == (None, "") and not message.obsolete), None)
    if head is None and not scan.mistakes:
        scan.mistakes.append(Mistake(1, "catalogue-header", 'the header is missing: msgid "" with the file\'s charset'))
    if head is not None:
        scan.mistakes.extend(header.mistakes(head, scan.messages, is_template=path.suffix == ".pot"))
    if scan.mistakes or head is None:
        return _failed(path, scan.mistakes)
    return CatalogueReading(_catalogue(scan, head, newline), ())


def _load(path: Path) -> bytes:
    """The bytes of a regular file, and no more than one beyond the limit. Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _catalogue(scan: Scan, head: Message, newline: str) -> Catalogue:
    found = header.fields(head)
    return Catalogue(
        language=found.get("Language", ""),
        header=found,
        header_message=head,
        plural_rule=found.get("Plural-Forms", ""),
        messages=tuple(message for message in scan.messages if not message.obsolete and message is not head),
        obsolete=tuple(message for message in scan.messages if message.obsolete),
        trailing=scan.trailing,
        newline=newline,
    )


def _failed(path: Path, mistakes: Iterable[Mistake]) -> CatalogueReading:
    problems: list[Problem] = [
        error(str(path), mistake.line or None, mistake.code, mistake.message) for mistake in mistakes
    ]
    return CatalogueReading(None, tuple(sorted(problems, key=lambda problem: problem.line or 0)))
