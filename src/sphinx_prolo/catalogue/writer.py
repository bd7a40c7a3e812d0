"""Messages in, the lines of a PO file out. What was read from a file and not changed stays exactly as it stood."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from babel.messages.pofile import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sphinx_prolo.catalogue.message import Message

WIDTH = 76


def entry(message: Message) -> list[str]:
    """The lines of an entry: comments, places, flags, then what it says, in gettext's order."""
    lines = [f"# {comment}".rstrip() for comment in message.translator_comments]
    lines += [f"#. {comment}" for comment in message.auto_comments]
    lines += [f"#: {_place(place)}" for place in message.locations]
    if message.flags:
        lines.append("#, " + ", ".join(message.flags))
    prefix = "#~ " if message.obsolete else ""
    lines += [f"{prefix.rstrip() or '#'}| {line}" for line in message.previous]
    lines += [prefix + line for line in message.body or body(message)]
    return lines


def body(message: Message, width: int = WIDTH) -> list[str]:
    """The lines with msgctxt, msgid and msgstr, wrapped as sphinx-intl wraps them; not wrapped if ``width`` is 0."""
    fields: list[tuple[str, str]] = []
    if message.context is not None:
        fields.append(("msgctxt", message.context))
    fields.append(("msgid", message.msgid))
    if message.plural is None:
        fields.append(("msgstr", message.msgstr[0]))
    else:
        fields.append(("msgid_plural", message.plural))
        fields += [(f"msgstr[{number}]", form) for number, form in enumerate(message.msgstr)]
    return [line for keyword, text in fields for line in f"{keyword} {normalize(text, width=width)}".split("\n")]


def document(chunks: Iterable[Sequence[str]], newline: str = "\n") -> bytes:
    """A whole file: entries with an empty line between them, as UTF-8."""
    return (newline * 2).join(newline.join(chunk) for chunk in chunks if chunk).encode() + newline.encode()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step, so that no one ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def header_lines(fields: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The text of a header entry, field by field."""
    return (f"{name}: {value}\n" for name, value in fields)


def _place(place: str) -> str:
    """A place on one line; gettext wraps names with blanks in two invisible characters."""
    if " " not in place and "\t" not in place:
        return place
    name, colon, line = place.rpartition(":")
    if not (colon and line.isdigit()):
        name, line = place, ""
    return f"\u2068{name}\u2069" + (f":{line}" if line else "")
