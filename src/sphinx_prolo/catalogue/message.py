"""What a PO file holds, as frozen records: messages with their lines, and the catalogue that they make."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_prolo.problem import Problem

Key = tuple[str | None, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """One entry of a PO file.

    msgid                what is translated; of a plural entry the singular
    msgstr               the translation, one string per plural form; ``("",)`` when there is none yet
    context              the msgctxt, or None
    plural               the msgid_plural, or None
    line                 the line of the file, from 1, where the msgid stands
    flags                what stands after ``#,``, in order, each once
    auto_comments        what stands after ``#.``: written by the program for the translator
    translator_comments  what stands after ``#``: written by translators
    locations            what stands after ``#:``, as "file:line"
    previous             what stands after ``#|``: the msgid that the translation was made for, as PO source
    obsolete             a ``#~`` entry: kept for later, not in use
    source               the lines of the entry as they stand in the file, without line ends
    body                 those of them that hold msgctxt, msgid and msgstr, without ``#~``
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    line: int = 0
    flags: tuple[str, ...] = ()
    auto_comments: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    obsolete: bool = False
    source: tuple[str, ...] = dataclasses.field(default=(), repr=False, compare=False)
    body: tuple[str, ...] = dataclasses.field(default=(), repr=False, compare=False)

    @property
    def key(self) -> Key:
        """What tells a message from every other one of its file."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """A guess that a translator has not confirmed."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Every form has more than white space in it."""
        return all(form.strip() for form in self.msgstr)


@dataclasses.dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one PO file.

    language        as the header says, "" if it does not
    header          the fields of the header, in order ("Last-Translator": …); the charset is UTF-8 from here on
    header_message  the header's own entry; its translator_comments hold marks such as "machine-made draft"
    plural_rule     the value of Plural-Forms ("nplurals=2; plural=(n != 1);"), "" if there is none
    messages        the entries in use, in the order of the file, without the header
    obsolete        the ``#~`` entries
    trailing        comment lines after the last entry
    newline         how the file ends its lines
    """

    language: str
    header: Mapping[str, str]
    header_message: Message
    plural_rule: str
    messages: tuple[Message, ...]
    obsolete: tuple[Message, ...] = ()
    trailing: tuple[str, ...] = ()
    newline: str = "\n"

    @property
    def header_comment(self) -> str:
        """The comment at the head of the file, without the number signs."""
        return "\n".join(self.header_message.translator_comments)


@dataclasses.dataclass(frozen=True, slots=True)
class CatalogueReading:
    """A catalogue, which is None if and only if there is an error among the problems."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
