"""Label: one text that we print ourselves, in plain English, with what a translator must know."""

from __future__ import annotations

import dataclasses
import re

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """A text of ours, in English.

    msgid     the text; the singular where there is a plural. ``{names}`` are filled with values that CLDR writes.
    comment   for the translator
    context   gettext's msgctxt: the directive or the place, where the same English may need two translations
    plural    the English plural, or None for a text without plural forms
    optional  a catalogue may leave it empty, because CLDR has it; a catalogue that fills it overrules CLDR
    """

    msgid: str
    comment: str
    context: str = ""
    plural: str | None = None
    optional: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What the label is looked up by: ``(context, msgid)``."""
        return self.context, self.msgid


def placeholders(text: str) -> list[str]:
    """The names in a label's text, sorted, as often as they stand there."""
    return sorted(_PLACEHOLDER.findall(text))


def fill(text: str, values: dict[str, str]) -> str:
    """The text with its placeholders replaced. Raises KeyError for a value that was not given: a bug of ours."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)
