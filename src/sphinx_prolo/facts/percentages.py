"""Records that weigh evidence in, a problem for each bare percentage in their sentences out.

A percentage says nothing without the number of people, what they were compared with, the time and the certainty
(IPDAS); the fields of ``icon-array`` demand them all, a sentence cannot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.facts.record import Record, sentences
from sphinx_prolo.facts.text import PlaceholderError, fold, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.records import Judgement, Map

_PERCENT = re.compile(r"\d[\d.,–-]*\s*(?:[%٪％]|per ?cent\b)", re.IGNORECASE)
_WHAT_TO_DO = (
    "a percentage says nothing without the number of people, what they were compared with, the time and the "
    "certainty: give all of them in 'icon-array', or the percentage in 'reported-outcomes' with who reports it"
)


class Weighed(Record):
    """A record about evidence: its sentences hold no percentage, typed or by a placeholder."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Complain of each percentage where it stands."""
        data = super().judge(data, judgement)
        for line, sentence in sentences(cls, data):
            for percentage in _percentages(sentence, judgement):
                judgement.complain(line, "facts-percentage", f"'{percentage}': {_WHAT_TO_DO}")
        return data


def _percentages(sentence: str, judgement: Judgement) -> Iterator[str]:
    yield from (match[0] for match in _PERCENT.finditer(sentence))
    try:
        yield from (f"{{{name}}}" for name in placeholders(fold(sentence)) if name in judgement.names["percentages"])
    except PlaceholderError:
        return  # Text says so, with the same line
