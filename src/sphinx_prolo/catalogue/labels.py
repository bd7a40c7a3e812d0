"""A catalogue of labels in, their forms by context and msgid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_prolo.catalogue.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_prolo.problem import Problem


class LabelEntries(NamedTuple):
    """What a catalogue of labels holds.

    entries      (context or "", msgid) -> the translation, in all plural forms; only what is complete and not fuzzy
    plural_rule  the value of Plural-Forms
    problems     why there is nothing, if the file cannot be read
    """

    entries: dict[tuple[str, str], tuple[str, ...]]
    plural_rule: str
    problems: tuple[Problem, ...]


def label_entries(path: Path) -> LabelEntries:
    """Read the labels of a .po file, as strictly as any catalogue."""
    reading = read(path)
    if reading.catalogue is None:
        return LabelEntries({}, "", reading.problems)
    entries = {
        (message.context or "", message.msgid): message.msgstr
        for message in reading.catalogue.messages
        if message.translated and not message.fuzzy
    }
    return LabelEntries(entries, reading.catalogue.plural_rule, reading.problems)
