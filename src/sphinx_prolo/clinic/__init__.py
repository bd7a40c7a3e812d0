"""A clinic file in, the clinic that stands on its handouts out, or problems with lines. Knows no Sphinx and no words.

What it says is data: names, numbers, days and times. The words around them come from the reader's language.
"""

from __future__ import annotations

from sphinx_prolo.clinic.clinic import KIND, Clinic
from sphinx_prolo.clinic.hours import ALWAYS, Days, Hours, Times
from sphinx_prolo.clinic.phones import Telephone, Use
from sphinx_prolo.clinic.reading import ClinicReading, identifier, read

__all__ = [
    "ALWAYS",
    "KIND",
    "Clinic",
    "ClinicReading",
    "Days",
    "Hours",
    "Telephone",
    "Times",
    "Use",
    "identifier",
    "read",
]
