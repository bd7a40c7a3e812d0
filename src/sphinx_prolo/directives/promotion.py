"""The sentences of a handout in, a warning for each word out that promises more than its weak evidence holds.

A transform, because facts and prose meet in the document; before ``Locale``, because the words are judged in the
language that they were written in.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_prolo.directives.reading import document_facts
from sphinx_prolo.facts import Basis, Certainty
from sphinx_prolo.problem import warning
from sphinx_prolo.report import report
from sphinx_prolo.sentences import sentences

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Facts
    from sphinx_prolo.problem import Problem

_SENTENCE = re.compile(r"[^.!?。؟]*[.!?。؟]*")
_STRONG = (Certainty.HIGH, Certainty.MODERATE)


@dataclasses.dataclass(frozen=True, slots=True)
class _Words:
    """What promises in a language, and what takes a promise back."""

    promise: re.Pattern[str]
    excuse: re.Pattern[str]


class Promotion(SphinxTransform):
    """Warns of promises in a handout whose facts say that the evidence is weak or was not assessed."""

    default_priority = 14  # before Locale (20)

    def apply(self, **_kwargs: Any) -> None:
        docname = self.env.current_document.docname
        facts = document_facts(self.env, docname)
        words = _words(self.config.handout_source_language.partition("_")[0])
        if facts is not None and words is not None and is_weak(facts):
            report(self.env, docname, self._promises(words))

    def _promises(self, words: _Words) -> Iterator[Problem]:
        for node, message in sentences(self.document):
            text = message if isinstance(node, nodes.image) else node.rawsource
            for start, word in promises(text, words):
                line = (node.line or 1) + text.count("\n", 0, start)
                told = (
                    f"'{word}' promises more than the evidence holds, which the facts call weak or not assessed; say "
                    "what is known, or print 'evidence-summary'"
                )
                yield warning(node.source or self.document["source"], line, "handout-promotional", told)


def promises(text: str, words: _Words) -> Iterator[tuple[int, str]]:
    """Each word that promises, with its place; not in a sentence that denies, doubts or asks."""
    for sentence in _SENTENCE.finditer(text):
        if words.excuse.search(sentence[0]) is None and not sentence[0].endswith(("?", "？", "؟")):
            yield from ((sentence.start() + match.start(), match[0]) for match in words.promise.finditer(sentence[0]))


def is_weak(facts: Facts) -> bool:
    """Whether nothing in the facts is of high or moderate certainty; False where they do not speak of evidence."""
    levels = [outcome.certainty for outcome in (facts.evidence_summary.outcomes if facts.evidence_summary else ())]
    if facts.icon_array is not None:
        levels.append(facts.icon_array.certainty)
    if facts.reported_outcomes is not None and facts.reported_outcomes.basis is not Basis.TRIAL:
        levels.append(Certainty.NOT_ASSESSED)
    return bool(levels) and not any(level in _STRONG for level in levels)


@functools.cache
def _words(language: str) -> _Words | None:
    """The words of a language, or None where nobody has collected them."""
    data = tomllib.loads(files(__package__).joinpath("promotion.toml").read_text(encoding="utf-8")).get(language)
    return None if data is None else _Words(_any(data["words"]), _any(data["excused"]))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns), re.IGNORECASE)


def setup_promotion(app: Sphinx) -> None:
    app.add_transform(Promotion)
