"""plain: the sentences of a handout in, remarks about their plain language out. Knows no Sphinx.

Remarks are notes: a person decides. They follow AHRQ's and CDC's advice for patient materials, and for doses the lists
of error-prone abbreviations of ISMP and the Joint Commission. The one room that imports readability.
"""

from __future__ import annotations

from sphinx_prolo.plain.passage import Handout, Passage
from sphinx_prolo.plain.report import remarks

__all__ = ["Handout", "Passage", "remarks"]
