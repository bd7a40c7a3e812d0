"""A signature in, the ledger that holds it out: written beside its place and moved there in one step."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem
from sphinx_prolo.reviews.editing import sign
from sphinx_prolo.reviews.ledger import load, parse
from sphinx_prolo.reviews.signature import KIND

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_prolo.reviews.signature import Signature


def put(path: Path, docname: str, signature: Signature) -> tuple[Problem, ...]:
    """Put the signature of a document into a ledger, which is made if there is none. Problems say why it was not:
    a ledger with an error is left as it is, for nobody knows what else is wrong with it.
    """
    text = load(path)
    if isinstance(text, Problem):
        return (text,)
    broken = parse(text, str(path), of_source=signature.clinician is not None).problems
    if any(problem.is_error for problem in broken):
        return broken
    made = sign(text, str(path), docname, signature)
    if isinstance(made, Problem):
        return (made,)
    try:
        write(path, made)
    except OSError as refused:
        message = f"cannot be written ({refused.strerror or refused}); see to room and permissions, and sign again"
        return (KIND.error(str(path), None, "reviews-file", message),)
    return ()


def write(path: Path, text: str) -> None:
    """Replace a ledger: whoever reads it sees the old one or the new one. Raises OSError, and leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    except BaseException:  # an interrupt too leaves nothing behind
        beside.unlink(missing_ok=True)
        raise
