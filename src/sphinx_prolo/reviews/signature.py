"""Signature: who has signed a handout in a language, when, and which text; and whether it is still that text."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sphinx_prolo.records import Day, Judgement, Kind, Line, Map, Shape
from sphinx_prolo.reviews.names import NotANameError, clean, same_person

KIND = Kind("reviews", "review ledger")

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def _name(text: str) -> str:
    try:
        return clean(text)
    except NotANameError as wrong:
        raise PydanticCustomError("reviews-name", "{reason}", {"reason": str(wrong)}) from wrong


def _digest(text: str) -> str:
    if _DIGEST.fullmatch(text) is None:
        raise PydanticCustomError("reviews-digest", "is not a digest; let 'sphinx-prolo approve' write it")
    return text


Name = Annotated[str, StringConstraints(strict=True), AfterValidator(_name)]
Digest = Annotated[str, StringConstraints(strict=True), AfterValidator(_digest)]


class Signature(Shape):
    """One entry of a ledger: a clinician's, of the source, or a translator's and a reviser's, of a translation."""

    clinician: Name | None = None
    """Who has approved the source."""
    translator: Name | None = None
    """Who has translated it."""
    reviser: Name | None = None
    """Who has checked the translation; never the translator (ISO 17100)."""
    date: Day
    """The day of the signature."""
    version: Annotated[Line, Field(strict=True)]
    """The version of the handout that was signed."""
    source: Digest
    """The digest of what was written in the source language: its sentences and their values."""
    printed: Digest
    """The digest of the text as it was printed in the language of the ledger."""

    @property
    def names(self) -> dict[str, str]:
        """Who signed, by role."""
        found = {"clinician": self.clinician, "translator": self.translator, "reviser": self.reviser}
        return {role: name for role, name in found.items() if name is not None}

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, then whether the right people have signed."""
        data = super().judge(data, judgement)
        wanted, other = _ROLES[bool(judgement.names.get("source"))]
        for role in other:
            if role in data:
                message = f"'{role}' does not sign here; {_WHO[wanted]}; delete the entry and sign again"
                judgement.complain(data.key_lines[role], "reviews-role", message)
        for role in wanted:
            if role not in data.key_lines:
                judgement.complain(data.line, "reviews-role", f"'{role}' is missing; {_WHO[wanted]}")
        translator, reviser = data.get("translator"), data.get("reviser")
        if isinstance(translator, str) and isinstance(reviser, str) and same_person(translator, reviser):
            judgement.complain(data.key_lines["reviser"], "reviews-same-person", SAME_PERSON)
        return data


_CLINICIAN, _TRANSLATORS = ("clinician",), ("translator", "reviser")
_ROLES: dict[bool, tuple[tuple[str, ...], tuple[str, ...]]] = {
    True: (_CLINICIAN, _TRANSLATORS),
    False: (_TRANSLATORS, _CLINICIAN),
}
_WHO: dict[tuple[str, ...], str] = {
    _CLINICIAN: "the source is signed by a clinician",
    _TRANSLATORS: "a translation is signed by its translator and its reviser",
}
SAME_PERSON = "translator and reviser are the same person; a second person has to check the translation"


class State(StrEnum):
    """What a signature is worth today."""

    SIGNED = "signed"
    STALE = "stale"
    UNSIGNED = "unsigned"


def state_of(signature: Signature | None, source: str, printed: str | None) -> State:
    """Whether the text is still the one that was signed. ``printed`` is None where it cannot be seen: a build in
    another language sees of the source only its sentences and their values.
    """
    if signature is None:
        return State.UNSIGNED
    same = signature.source == source and printed in (None, signature.printed)
    return State.SIGNED if same else State.STALE
