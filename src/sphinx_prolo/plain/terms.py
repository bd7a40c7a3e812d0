"""The words that the facts explain in, those out that a handout uses and does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.plain.passage import sentences
from sphinx_prolo.problem import Problem, note

if TYPE_CHECKING:
    from sphinx_prolo.plain.passage import Handout, Sentence


def unexplained(handout: Handout) -> Iterator[Problem]:
    """A note at the first use of each word that nothing explains: neither ``glossary-terms`` nor the sentences."""
    said = [sentence for passage in handout.passages for sentence in sentences(passage)]
    whole = " ".join(sentence.text for sentence in said).casefold()
    for term in handout.unexplained:
        if " ".join(term.split()).casefold() not in whole:
            continue
        use = _use(term)
        uses = [sentence for sentence in said if use.search(sentence.text)]
        if uses and not any(_explains(sentence, term) for sentence in uses):
            name = Path(handout.path).name
            told = f"{name} uses '{term}' and does not explain it; print 'glossary-terms', or say it in plain words"
            yield note(uses[0].path, uses[0].line, "plain-term", told)


def _use(term: str) -> re.Pattern[str]:
    """The word as a whole, also with the ending of an English plural."""
    words = r"\s+".join(map(re.escape, term.split()))
    return re.compile(rf"(?<!\w){words}(?:e?s)?(?!\w)", re.IGNORECASE)


def _explains(sentence: Sentence, term: str) -> bool:
    """Whether the sentence says what the word means: by brackets ("sciatica (leg pain)", "leg pain (sciatica)"), by
    "called", or by starting with it and going on with what it is.
    """
    word = _use(term).pattern
    ways = (
        rf"{word}\s*[(（]",
        rf"[(（]{word}[)）]",
        rf"called\s+{word}",
        rf"^\W*(?:an?\s+|the\s+)?{word}\s+(?:is|are|means?)\b",
    )
    return any(re.search(way, sentence.text, re.IGNORECASE) for way in ways)
