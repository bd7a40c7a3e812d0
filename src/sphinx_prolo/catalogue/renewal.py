"""A catalogue and a newer template in; the catalogue brought up to date out, with nothing of a translator's lost.

sphinx-intl finds which translations fit changed sources; but it rewrites a file only if its msgids changed, so that
examples and places in comments go stale, and it drops fields of the header, contexts and comments of obsolete entries.
So it is asked for suggestions only, and the file is written here: what did not change stays as it stands, to the byte.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue import writer
from sphinx_prolo.catalogue.merger import Merged, merge
from sphinx_prolo.catalogue.reader import read
from sphinx_prolo.catalogue.template import UnknownLocale, new_catalogue
from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sphinx_prolo.catalogue.message import Catalogue, Message

_CREATED = re.compile(r'"POT-Creation-Date:[^"]*"')
_CHARSET = re.compile(r"(charset=)[^\\\s\"';]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Refreshed:
    """Whether a file was written, and why it could not be, if it could not."""

    written: bool
    problems: tuple[Problem, ...] = ()


def refresh(
    po_path: Path,
    pot_path: Path,
    *,
    language: str = "",
    suggestions: Path | None = None,
    place: Callable[[str], str] = str,
) -> Refreshed:
    """Bring a .po up to date with a .pot, or make it; a file that has nothing new is not touched.

    language     of a new file, as Sphinx writes it; else the folder says (``es/LC_MESSAGES/handouts.po``)
    suggestions  a .po with translations for msgids that are new; they are taken over as fuzzy
    place        makes the place of a message, as the template names it, one that is the same on every machine
    """
    template = read(pot_path)
    if template.catalogue is None:
        return Refreshed(False, template.problems)
    if po_path.exists():
        reading = read(po_path)
        if reading.catalogue is None:
            return Refreshed(False, reading.problems)
        old, is_new = reading.catalogue, False
    else:
        try:
            old, is_new = new_catalogue(language or po_path.parent.parent.name, template.catalogue), True
        except UnknownLocale as fault:
            return Refreshed(False, (error(str(po_path), None, "catalogue-language", str(fault)),))
    found = () if suggestions is None else _messages(suggestions)
    merged = merge(old, [_placed(message, place) for message in template.catalogue.messages], found)
    if not (merged.changed or is_new):
        return Refreshed(False)
    writer.replace_file(po_path, _document(old, template.catalogue, merged))
    return Refreshed(True)


def _messages(path: Path) -> Sequence[Message]:
    catalogue = read(path).catalogue
    return () if catalogue is None else catalogue.messages


def _placed(message: Message, place: Callable[[str], str]) -> Message:
    """A message of the template with places as the catalogue names them; Sphinx counts an unknown line as -1."""
    places = dict.fromkeys(place(found).removesuffix(":-1") for found in message.locations)
    return dataclasses.replace(message, locations=tuple(places), source=(), body=())


def _document(old: Catalogue, template: Catalogue, merged: Merged) -> bytes:
    """The whole file. Entries that did not change are written with the lines that they were read from."""
    entries = [message.source or writer.entry(message) for message in (*merged.messages, *merged.obsolete)]
    return writer.document([_head(old.header_message, template), *entries, old.trailing], old.newline)


def _head(header: Message, template: Catalogue) -> list[str]:
    """The header as it stands, but for the date of the template, and the charset, which is UTF-8 from now on."""
    created = template.header.get("POT-Creation-Date", "")
    lines = [_CHARSET.sub(r"\1UTF-8", line) for line in header.source or writer.entry(header)]
    if not created:
        return lines
    return [_CREATED.sub(lambda _: f'"POT-Creation-Date: {created}\\n"', line) for line in lines]
