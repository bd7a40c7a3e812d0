"""Draft or final: what is known of a handout in, the reasons that make it a draft out, and who has signed it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from sphinx_prolo.clock import today
from sphinx_prolo.domain import Progress, prolo_domain
from sphinx_prolo.printed import printed_digest
from sphinx_prolo.problem import Problem, Severity
from sphinx_prolo.reviews import Signature, State, state_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


# Problems of a language that are on the pages of all its handouts.
_EVERYWHERE = frozenset({"label-missing"})


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """Who has signed a handout, and what that is worth in the language of the build.

    source       the clinician's signature, or None; ``approved`` says whether it holds
    translation  the translator's and the reviser's, or None; ``checked`` says whether it holds, and is None where
                 there is nothing to translate
    """

    source: Signature | None
    approved: State
    translation: Signature | None = None
    checked: State | None = None


def reasons(env: BuildEnvironment, docname: str) -> tuple[str, ...]:
    """Why the handout is a draft in the language of the build, the weightiest first; empty when it is final.

    ``withdrawn``        the handout is not to be printed any more
    ``problems``         an error or a warning stands
    ``rejected``         a translation failed a safety check, the source sentence is printed
    ``untranslated``     a sentence has no translation
    ``held``             a check found a translation that a person has to look at
    ``fuzzy``            the source of a sentence changed after it was translated
    ``review-overdue``   the review-by date has passed
    ``unsigned-source``  no clinician has signed the source of this translation
    ``source-stale``     the source has changed since a clinician signed it
    ``unreviewed``       nobody has signed this text
    ``stale``            this text has changed since it was signed
    """
    domain = prolo_domain(env)
    progress = domain.progress.get(docname, Progress())
    signed = review(env, docname)
    is_translation = signed.checked is not None
    own = signed.checked if is_translation else signed.approved
    found = {
        "withdrawn": domain.handouts[docname].withdrawn,
        "problems": bool(standing_problems(env, docname)),
        "rejected": progress.rejected,
        "untranslated": progress.missing,
        "held": progress.held,
        "fuzzy": progress.fuzzy,
        "review-overdue": is_overdue(domain.handouts[docname].review_by),
        "unsigned-source": is_translation and signed.approved is State.UNSIGNED,
        "source-stale": is_translation and signed.approved is State.STALE,
        "unreviewed": own is State.UNSIGNED,
        "stale": own is State.STALE,
    }
    return tuple(reason for reason, holds in found.items() if holds)


def standing_problems(env: BuildEnvironment, docname: str) -> tuple[Problem, ...]:
    """The errors and warnings of a handout, and those that are of every handout of the language."""
    domain = prolo_domain(env)
    everywhere = (problem for problem in domain.catalogue_problems if problem.code in _EVERYWHERE)
    found = (*domain.problems(docname), *everywhere)
    return tuple(problem for problem in found if problem.severity is not Severity.NOTE)


def review(env: BuildEnvironment, docname: str) -> Review:
    """Who has signed the handout. What would be printed is looked at only if somebody has signed something."""
    domain = prolo_domain(env)
    if docname not in domain.reviews:
        domain.reviews[docname] = _review(env, docname)
    return domain.reviews[docname]


def _review(env: BuildEnvironment, docname: str) -> Review:
    domain, source = prolo_domain(env), prolo_domain(env).source_digests.get(docname, "")
    approval = domain.source_ledger.signatures.get(docname)
    if env.config.language == env.config.handout_source_language:
        return Review(approval, _state(env, docname, approval, source))
    translation = domain.ledger.signatures.get(docname)
    # Of the source a build in another language sees what was written, not what is printed.
    return Review(approval, state_of(approval, source, None), translation, _state(env, docname, translation, source))


def _state(env: BuildEnvironment, docname: str, signature: Signature | None, source: str) -> State:
    state = state_of(signature, source, None)
    return state_of(signature, source, printed_digest(env, docname)) if state is State.SIGNED else state


def spoken(env: BuildEnvironment, docname: str) -> str:
    """All that a page says of the status of a handout, in one word: it changes without any document being read."""
    return repr((reasons(env, docname), prolo_domain(env).progress.get(docname), review(env, docname)))


def is_overdue(review_by: str) -> bool:
    """Whether the day has passed; what is no day, has."""
    try:
        return datetime.date.fromisoformat(review_by) < today()
    except ValueError:
        return True
