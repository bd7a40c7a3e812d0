"""Draft or final: what is known of a handout in, the reasons that make it a draft out."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from sphinx_prolo.domain import Progress, prolo_domain
from sphinx_prolo.problem import Severity

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def today() -> datetime.date:
    """The date of the build, in UTC; ``SOURCE_DATE_EPOCH`` sets it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()


def reasons(env: BuildEnvironment, docname: str) -> tuple[str, ...]:
    """Why the handout is a draft in the language of the build, the weightiest first; empty when it is final.

    ``problems``      an error or a warning stands
    ``rejected``      a translation failed a safety check, the source sentence is printed
    ``untranslated``  a sentence has no translation
    ``fuzzy``         the source of a sentence changed after it was translated
    ``review-overdue``  the review-by date has passed
    ``unreviewed``    nobody has signed this text
    """
    domain = prolo_domain(env)
    progress = domain.progress.get(docname, Progress())
    standing = any(problem.severity is not Severity.NOTE for problem in domain.problems(docname))
    found = {
        "problems": standing,
        "rejected": progress.rejected,
        "untranslated": progress.missing,
        "fuzzy": progress.fuzzy,
        "review-overdue": _is_overdue(domain.handouts[docname].review_by),
        # No signatures are kept yet, so no text can have one.
        "unreviewed": True,
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _is_overdue(review_by: str) -> bool:
    try:
        return datetime.date.fromisoformat(review_by) < today()
    except ValueError:
        return True
