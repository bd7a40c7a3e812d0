"""How a handout stands in, the problems that keep it from being signed out: each where it can be solved."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import reviews
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.reviews import State

if TYPE_CHECKING:
    from sphinx_prolo.press.project import Project
    from sphinx_prolo.translation.standing import Standing

ENOUGH = 10  # messages of one kind

_MESSAGES = {
    "rejected": ("reviews-rejected", "this translation was refused by a safety check; correct it, then sign"),
    "missing": ("reviews-untranslated", "this sentence is not translated; translate it, then sign"),
    "fuzzy": ("reviews-fuzzy", "this translation is marked as fuzzy; check it and take the mark out, then sign"),
    "held": (
        "reviews-held",
        "a check found something that a person has to look at; correct the translation, or answer with the comment "
        "that 'sphinx-prolo check' shows, then sign",
    ),
}


def find(handout: str, standings: Mapping[str, Standing], srcdir: Path) -> Standing | Problem:
    """The handout that is meant: by the name of its document, or by its file."""
    if handout in standings:
        return standings[handout]
    files = {Path(handout).resolve(), (srcdir / handout).resolve()}
    for standing in standings.values():
        if Path(standing.path).resolve() in files:
            return standing
    name = handout.rpartition(".")[0] or handout
    last_words = {docname.rpartition("/")[2]: docname for docname in standings}
    near = difflib.get_close_matches(name, standings, 1, 0.6) or [
        last_words[word] for word in difflib.get_close_matches(name.rpartition("/")[2], last_words, 1, 0.6)
    ]
    hint = f"did you mean '{near[0]}'?" if near else f"the handouts are: {', '.join(standings) or 'none'}"
    shown = "".join(character if character.isprintable() else " " for character in handout[:80])
    return error(str(srcdir), None, "reviews-unknown", f"there is no handout '{shown}'; {hint}")


def unusable(standing: Standing) -> Iterator[Problem]:
    """What is unfinished about a text that shall be signed."""
    handout = standing.handout
    if handout.withdrawn:
        message = "the handout is withdrawn; delete ':status: withdrawn' to print it again, then sign"
        yield error(handout.path, handout.line, "reviews-withdrawn", message)
    if "problems" in standing.reasons:
        yield from standing.problems
        message = "an error or a warning stands against this handout; solve it, then sign"
        yield error(handout.path, handout.line, "reviews-problems", message)
    for state, places in standing.unfinished.items():
        code, message = _MESSAGES[state]
        rest = len(places) - ENOUGH
        for number, (path, line) in enumerate(places[:ENOUGH], 1):
            more = f" ({rest} more like this)" if number == ENOUGH and rest > 0 else ""
            yield error(path, line, code, message + more)
    if "review-overdue" in standing.reasons:
        message = f"the review-by date {handout.review_by} has passed; give the date of the next review, then sign"
        yield error(handout.path, handout.line, "reviews-overdue", message)


def unsigned(standing: Standing, project: Project) -> Iterator[Problem]:
    """Why a translation of this source cannot be signed yet."""
    if standing.review.approved is State.SIGNED:
        return
    ledger = reviews.ledger_path(project.locale_dirs, project.source_language)
    lines = {} if ledger is None else reviews.read(ledger, of_source=True).lines
    what = (
        f"no clinician has signed '{standing.docname}'"
        if standing.review.approved is State.UNSIGNED
        else f"'{standing.docname}' has changed since a clinician signed it"
    )
    message = f"{what}; sign the source first: sphinx-prolo approve … {standing.docname} --clinician NAME"
    code = "reviews-unsigned-source" if standing.review.approved is State.UNSIGNED else "reviews-stale-source"
    yield error(str(ledger or project.conf), lines.get(standing.docname), code, message)
