"""A catalogue's entries in, our own printed words in that language out; English, and a remark, where it has none."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping

from sphinx_prolo.language.label import Label, fill, placeholders
from sphinx_prolo.language.label_care import CARE
from sphinx_prolo.language.label_clinic import LETTERHEAD, LINKS, SIGNATURES
from sphinx_prolo.language.label_counts import COUNTS
from sphinx_prolo.language.label_evidence import EVIDENCE
from sphinx_prolo.language.label_lists import LISTS
from sphinx_prolo.language.label_words import AFTERCARE, DRAFT, PAGE, RISK_TABLE, SOURCES
from sphinx_prolo.language.plural import samples

LABELS: tuple[Label, ...] = (
    *RISK_TABLE, *AFTERCARE, *CARE, *LISTS, *SOURCES, *COUNTS, *PAGE, *DRAFT, *EVIDENCE, *SIGNATURES, *LETTERHEAD,
    *LINKS,
)  # fmt: skip

_BY_KEY = {label.key: label for label in LABELS}

Key = tuple[str, str]


class Labels:
    """The labels of one language.

    code         the language, as in :func:`profile`
    entries      ``(msgctxt or "", msgid)`` -> the translation's plural forms; one form for a label without plural
    plural_rule  the catalogue's Plural-Forms header, or only its expression (``n != 1``)
    fallback     the labels to ask where this catalogue has nothing, with a plural rule of their own: a project's
                 catalogue stands before ours, the one of ``ar_EG`` before that of ``ar``
    missing      the labels that were asked for and printed in English, since the catalogue has no sound translation

    A translation is unsound when its placeholders are not those of the English: a label cannot lose a number.
    """

    def __init__(
        self, code: str, entries: Mapping[Key, tuple[str, ...]], plural_rule: str = "", fallback: Labels | None = None
    ) -> None:
        self.code = code
        self.missing: set[Key] = set()
        self._fallback = fallback
        self._english = code.partition("_")[0] == "en"
        self._entries = {key: forms for key, forms in entries.items() if key in _BY_KEY and _sound(_BY_KEY[key], forms)}
        rule = _rule(plural_rule)
        self._index = {form: _apply(rule, sample) for form, sample in samples(code).items()}

    def text(self, msgid: str, context: str = "", **values: str) -> str:
        """A label without plural forms, its placeholders filled. Raises KeyError for what is not in LABELS."""
        label = _label(context, msgid)
        form = self._form(label, "other")
        if form is None:
            self._miss(label)
        return fill(form or msgid, values)

    def plural(self, msgid: str, category: str, context: str = "", **values: str) -> str:
        """A label in the form for a CLDR plural category (zero, one, two, few, many, other), filled likewise."""
        label = _label(context, msgid)
        form = self._form(label, category)
        if form is None:
            self._miss(label)
            form = msgid if category == "one" or label.plural is None else label.plural
        return fill(form, values)

    def find(self, msgid: str, category: str = "other", context: str = "") -> str | None:
        """The translation of an optional label, not filled; None, and nothing missed, where the catalogue has none."""
        return self._form(_label(context, msgid), category)

    def _form(self, label: Label, category: str) -> str | None:
        """The translation, here or in the fallback; None where there is none for the plural category."""
        forms = self._entries.get(label.key, ())
        index = 0 if label.plural is None else self._index.get(category)
        if index is not None and 0 <= index < len(forms):
            return forms[index]
        return None if self._fallback is None else self._fallback._form(label, category)

    def _miss(self, label: Label) -> None:
        if not self._english:
            self.missing.add(label.key)


def _label(context: str, msgid: str) -> Label:
    try:
        return _BY_KEY[context, msgid]
    except KeyError:
        raise KeyError(f"no label '{msgid}' with context '{context}'; add it to sphinx_prolo.language.LABELS") from None


def _sound(label: Label, forms: tuple[str, ...]) -> bool:
    wanted = placeholders(label.msgid)
    return bool(forms) and all(form and placeholders(form) == wanted for form in forms)


def _rule(header: str) -> Callable[[int], int] | None:
    match = re.search(r"plural\s*=\s*([^;]+)", header)
    try:
        return gettext.c2py((match[1] if match else header or "n != 1").strip())
    except ValueError:
        return None


def _apply(rule: Callable[[int], int] | None, sample: int) -> int | None:
    """The index of the form for a number; None where the rule is none (it divides by zero, or does not parse)."""
    try:
        return None if rule is None else int(rule(sample))
    except ArithmeticError:
        return None
