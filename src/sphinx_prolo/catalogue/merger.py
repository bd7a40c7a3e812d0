"""The messages of a catalogue and of a newer template in, the messages of the new catalogue out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue import writer
from sphinx_prolo.catalogue.header import plural_count
from sphinx_prolo.catalogue.message import Catalogue, Key, Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Merged:
    """The entries of the new catalogue. A message that did not change is the very object that was read."""

    messages: tuple[Message, ...]
    obsolete: tuple[Message, ...]
    changed: bool


def merge(old: Catalogue, template: Sequence[Message], suggestions: Sequence[Message] = ()) -> Merged:
    """Every message of the template, with its translation if there is one.

    The order is that of the catalogue; a new message stands behind its neighbour in the template. So a difference
    between two versions of the file shows what happened and nothing else.
    """
    known = {message.key: message for message in old.messages}
    wanted = {message.key for message in template}
    gone = [message for message in old.messages if message.key not in wanted]
    shelf = {message.key: message for message in old.obsolete}
    fresh = _Newcomers(plural_count(old.plural_rule) or 1, shelf, gone, {m.key: m for m in suggestions if m.fuzzy})

    updated: dict[Key, Message] = {}
    newcomers: dict[Key | None, list[Message]] = {}
    neighbour: Key | None = None
    for message in template:
        if message.key in known:
            updated[message.key] = brought_up_to_date(known[message.key], message, fresh.forms)
            neighbour = message.key
        else:
            newcomers.setdefault(neighbour, []).append(fresh.make(message))

    messages = list(newcomers.get(None, ()))
    for message in old.messages:
        if message.key in updated:
            messages += [updated[message.key], *newcomers.get(message.key, ())]
    obsolete = [message for message in old.obsolete if message.key not in fresh.revived]
    obsolete += [_retired(message) for message in gone if message.key not in fresh.moved and _worth_keeping(message)]
    changed = not (_same(messages, old.messages) and _same(obsolete, old.obsolete))
    return Merged(tuple(messages), tuple(obsolete), changed)


class _Newcomers:
    """Finds a translation for messages that the catalogue has not: among the obsolete ones, or as a suggestion."""

    def __init__(
        self, forms: int, shelf: Mapping[Key, Message], gone: Sequence[Message], suggestions: Mapping[Key, Message]
    ) -> None:
        self.forms = forms
        self.shelf = shelf
        self.gone = gone
        self.suggestions = suggestions
        self.revived: set[Key] = set()
        self.moved: set[Key] = set()

    def make(self, message: Message) -> Message:
        """The entry of a new message."""
        if message.key in self.shelf:
            self.revived.add(message.key)
            revived = dataclasses.replace(self.shelf[message.key], obsolete=False, source=())
            return brought_up_to_date(revived, message, self.forms)
        blank = dataclasses.replace(message, msgstr=("",) * (1 if message.plural is None else self.forms))
        suggestion = self.suggestions.get(message.key)
        if suggestion is None or not suggestion.translated or len(suggestion.msgstr) != len(blank.msgstr):
            return blank
        guess = dataclasses.replace(blank, msgstr=suggestion.msgstr, flags=_fuzzy(blank.flags))
        origin = next((message for message in self.gone if message.msgstr == suggestion.msgstr), None)
        if origin is None:
            return guess
        self.moved.add(origin.key)
        return dataclasses.replace(
            guess,
            translator_comments=origin.translator_comments,
            flags=_fuzzy(_flags(origin, message)),
            previous=tuple(writer.body(Message(origin.msgid))[:-1]),
        )


def brought_up_to_date(old: Message, template: Message, forms: int) -> Message:
    """A message with the comments, places and flags of the template; itself if it has them already."""
    new = dataclasses.replace(
        old,
        auto_comments=_newer(old.auto_comments, template.auto_comments),
        locations=old.locations if set(old.locations) == set(template.locations) else template.locations,
        flags=_flags(old, template),
    )
    if old.plural != template.plural:
        count = 1 if template.plural is None else forms
        texts = (*old.msgstr, *("",) * count)[:count]
        flags = _fuzzy(new.flags) if old.translated else new.flags
        new = dataclasses.replace(new, plural=template.plural, msgstr=texts, flags=flags, body=())
    return old if new == old else dataclasses.replace(new, source=())


def _newer(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The new comments, unless they are the old ones in lines of another length."""
    return old if " ".join(old).split() == " ".join(new).split() else new


def _flags(old: Message, template: Message) -> tuple[str, ...]:
    """Flags of both. Only the program that extracted a message knows that it is a ``%`` format: prose is none. And
    only a message with braces has placeholders: a translation that moves to another message leaves that flag behind.
    """
    strangers = {"python-format"} if "{" in template.msgid else {"python-format", "python-brace-format"}
    kept = [flag for flag in old.flags if flag not in strangers or flag in template.flags]
    return tuple(dict.fromkeys((*kept, *template.flags)))


def _fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("fuzzy", *flags)))


def _retired(message: Message) -> Message:
    return dataclasses.replace(message, obsolete=True, auto_comments=(), locations=(), source=())


def _worth_keeping(message: Message) -> bool:
    """Whether a translator has put work into a message."""
    return any(message.msgstr) or bool(message.translator_comments)


def _same(new: Sequence[Message], old: Sequence[Message]) -> bool:
    return len(new) == len(old) and all(one is other for one, other in zip(new, old, strict=True))
