"""Standings in, lines for people or data for machines out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from sphinx_prolo.cli.report import near
from sphinx_prolo.reviews import State

if TYPE_CHECKING:
    from sphinx_prolo.reviews import Signature
    from sphinx_prolo.translation.standing import Standing

_COLOURS = {"final": "green", "draft": "yellow", "withdrawn": "dim"}
# Reasons of a draft that are said by the numbers before them.
_COUNTED = {"rejected": "rejected", "missing": "untranslated", "held": "held", "fuzzy": "fuzzy"}
_SAID = {
    "review-overdue": "review date passed",
    "unsigned-source": "source not signed",
    "source-stale": "source changed since signed",
    "unreviewed": "not signed",
    "stale": "changed since signed",
}


def print_standings(standings: Sequence[Standing], srcdir: Path) -> None:
    """A line for each handout and language; plain text where stdout is no terminal."""
    console = Console(highlight=False, soft_wrap=False)
    codes = max((cell_len(standing.language) for standing in standings), default=0)
    for docname, several in itertools.groupby(standings, key=lambda standing: standing.docname):
        group = list(several)
        _write(console, [Text(docname, style="bold"), Text(f"  version {group[0].handout.version}")])
        for standing in group:
            percent = "" if standing.percent is None else f"{standing.percent} %"
            status = Text(f"{standing.status:<9} ", style=_COLOURS[standing.status])
            head = [Text(f"  {set_cell_size(standing.language, codes)}  "), status, Text(f"{percent:>5}  ")]
            _write(console, [*head, Text("; ".join(_words(standing)))])
    silences = dict.fromkeys(silence for standing in standings for silence in standing.silences)
    if silences:
        _write(console, [Text("Silenced findings; the reviser looks at each:", style="bold")])
    for silence in silences:
        _write(console, [Text(f"  {near(silence.path, srcdir)}:{silence.line}: {silence.code}: {silence.reason}")])


def _write(console: Console, pieces: Iterable[Text]) -> None:
    line = Text.assemble(*pieces)
    if console.is_terminal:
        console.print(line)
    else:
        console.file.write(f"{line.plain.rstrip()}\n")


def _words(standing: Standing) -> Iterator[str]:
    """What is to be done, then who has signed."""
    if standing.handout.withdrawn:
        return
    if "problems" in standing.reasons:
        yield "problems"
    if standing.progress is not None:
        counts = ((getattr(standing.progress, part), word) for part, word in _COUNTED.items())
        said = ", ".join(f"{count} {word}" for count, word in counts if count)
        if said:
            yield said
    yield from (_SAID[reason] for reason in standing.reasons if reason in _SAID)
    review = standing.review
    own, state = (review.source, review.approved) if review.checked is None else (review.translation, review.checked)
    if own is not None and state is State.SIGNED:
        yield f"signed {own.date} by {', '.join(own.names.values())}"


def as_data(standing: Standing, srcdir: Path) -> dict[str, Any]:
    """A standing for JSON. Counts and ``percent`` are of the messages of the handout; null in the source language."""
    progress, handout = standing.progress, standing.handout
    return {
        "docname": standing.docname,
        "language": standing.language,
        "path": near(standing.path, srcdir),
        "status": standing.status,
        "reasons": list(standing.reasons),
        "version": handout.version,
        "dates": {"published": handout.published, "review_by": handout.review_by},
        "percent": standing.percent,
        "messages": progress
        and {
            "total": progress.total,
            "translated": progress.translated,
            "untranslated": progress.missing,
            "fuzzy": progress.fuzzy,
            "rejected": progress.rejected,
            "held": progress.held,
        },
        "problems": {
            "errors": sum(problem.is_error for problem in standing.problems),
            "warnings": sum(not problem.is_error for problem in standing.problems),
        },
        "source_review": _signed(standing.review.source, standing.review.approved),
        "review": standing.review.checked and _signed(standing.review.translation, standing.review.checked),
        "silences": [
            {"path": near(silence.path, srcdir), "line": silence.line, "code": silence.code, "reason": silence.reason}
            for silence in standing.silences
        ],
    }


def _signed(signature: Signature | None, state: State) -> dict[str, Any]:
    if signature is None:
        return {"state": str(state)}
    return {"state": str(state), **signature.names, "date": str(signature.date), "version": signature.version}
