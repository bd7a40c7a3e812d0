"""A translation must keep the {placeholders} where the program prints the values."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check
from sphinx_prolo.catalogue.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FOREIGN = re.compile("[｛｝﹛﹜❴❵⦃⦄]")
# Placeholders of other programs.
_FORMATS = re.compile(r"%\([A-Za-z_]\w*\)|(?<!\d)(?<!\d\s)%[sdif](?![A-Za-z'’])|\$\{")


class Placeholders(Check):
    """Words in braces, such as {each}, are replaced by a value when the handout is printed. A translation has the same
    ones as its source, spelled the same, and none more often; their order is free. Nothing but the name stands between
    the braces. A brace that should be printed is written twice: {{ and }}.
    """

    code = "catalogue-placeholder"

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if not any("{" in text or "}" in text for text in (*sources, form)) and not _FORMATS.search(form):
                continue
            findings = [list(_compare(source, form)) for source in sources]
            # A plural form may follow the singular or the plural source; if it follows neither, the last one explains.
            if all(findings):
                yield from (self.problem(message, text) for text in findings[-1])


def _compare(source: str, form: str) -> Iterator[str]:
    """What is wrong with the placeholders of a form."""
    wanted, wrong_in_source = _read(source)
    found, wrong = _read(form)
    if wrong_in_source:
        # The braces of such a source are no placeholders of ours: they stay as they are, one by one.
        if (wanted, wrong_in_source) != (found, wrong):
            yield "the braces are not the same as in the source; copy them from there"
        return
    yield from (_explain(piece) for piece in wrong)
    for name in wanted - found:
        if name not in found:
            hint = "; write the braces { and } of the source, not other ones" if _FOREIGN.search(form) else ""
            yield f"{{{name}}} is missing; the value would not be printed{hint}"
    for name in found - wanted:
        if name in wanted:
            yield f"{{{name}}} stands here more often than in the source"
        else:
            known = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            yield f"{{{excerpt(name)}}} is not in the source; allowed here: {known}"
    for pattern in (_FOREIGN, _FORMATS):
        new = {piece for piece in pattern.findall(form) if piece not in source}
        if new and found >= wanted:
            yield f"'{min(new)}' would be printed as it stands; only the braces of the source are replaced by a value"
    if form.count("{{") > source.count("{{"):
        yield "'{{' prints a brace, and the source has none there; write the placeholder as the source does"


def _read(text: str) -> tuple[Counter[str], list[str]]:
    """The placeholders of a text, counted, and every brace that is none."""
    names: Counter[str] = Counter()
    wrong: list[str] = []
    for match in _BRACES.finditer(text):
        if match[1] is not None and _NAME.fullmatch(match[1]):
            names[match[1]] += 1
        elif match[0] not in {"{{", "}}"}:
            wrong.append(match[0])
    return names, wrong


def _explain(piece: str) -> str:
    """Why a piece in braces, or a brace, is no placeholder."""
    if piece in {"{", "}"}:
        return f"the brace '{piece}' has no partner; write '{piece * 2}' to print a brace, or {{name}} for a value"
    return f"'{excerpt(piece)}' is not a placeholder: only the name from the source stands between the braces"
