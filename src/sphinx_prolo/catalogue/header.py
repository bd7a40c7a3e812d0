"""The header entry of a PO file in; its fields, language and plural rule out."""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.scanner import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message

_PLURAL = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")


def fields(header: Message) -> dict[str, str]:
    """The fields of a header, in order. Lines that are no field are :func:`mistakes`."""
    return {
        name.strip(): value.strip()
        for name, colon, value in (line.partition(":") for line in header.msgstr[0].split("\n"))
        if colon
    }


def plural_count(rule: str) -> int | None:
    """How many plural forms a value of Plural-Forms declares; None if it cannot be read."""
    match = _PLURAL.fullmatch(rule)
    if match is None:
        return None
    try:
        gettext.c2py(match[2])
    except ValueError:
        return None
    return int(match[1]) or None


def mistakes(header: Message, messages: list[Message], *, is_template: bool) -> Iterator[Mistake]:
    """What is wrong with the header, and with the number of forms of plural entries (which a template cannot know)."""
    for line in header.msgstr[0].split("\n"):
        if line.strip() and ":" not in line:
            yield Mistake(
                header.line, "catalogue-header", f"'{line[:40]}' is no field of a header; write 'Name: value'"
            )
    if is_template:
        return
    rule = fields(header).get("Plural-Forms", "")
    count = plural_count(rule)
    if rule and count is None:
        yield Mistake(header.line, "catalogue-plural", f"Plural-Forms cannot be read: '{rule[:80]}'")
        return
    for message in messages:
        if message.plural is None:
            continue
        if count is None:
            yield Mistake(message.line, "catalogue-plural", "a plural entry needs Plural-Forms in the header")
        elif len(message.msgstr) != count:
            yield Mistake(
                message.line,
                "catalogue-plural",
                f"the entry has {len(message.msgstr)} forms, but Plural-Forms in the header asks for {count}",
            )
