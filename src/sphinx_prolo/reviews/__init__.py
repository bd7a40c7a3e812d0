"""reviews: a ledger of signatures in, records out, and a new signature written into it. Knows no Sphinx.

``locales/<language>/reviews.yaml`` says who has signed which handout, when, and for which text. A signature counts as
long as that text is the one that would be printed.
"""

from __future__ import annotations

from sphinx_prolo.reviews.ledger import Ledger, LedgerReading, ledger_path, read
from sphinx_prolo.reviews.names import NotANameError, clean, same_person
from sphinx_prolo.reviews.signature import KIND, SAME_PERSON, Signature, State, state_of
from sphinx_prolo.reviews.writing import put

__all__ = [
    "KIND",
    "SAME_PERSON",
    "Ledger",
    "LedgerReading",
    "NotANameError",
    "Signature",
    "State",
    "clean",
    "ledger_path",
    "put",
    "read",
    "same_person",
    "state_of",
]
