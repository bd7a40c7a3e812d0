"""A language as data: its profile, CLDR's writing of values in it, and the words that we print ourselves.

The only room that imports Babel's CLDR. Knows no Sphinx, no files but its own tables.
"""

from sphinx_prolo.language.bidi import direction_of, has_right_to_left, number_runs
from sphinx_prolo.language.breaking import UNSPACED, pieces
from sphinx_prolo.language.cldr import UnknownLanguage
from sphinx_prolo.language.label import Label
from sphinx_prolo.language.label_evidence import finding
from sphinx_prolo.language.labels import LABELS, Labels
from sphinx_prolo.language.lexicon import lexicon
from sphinx_prolo.language.paper import Paper, is_territory, paper, territory
from sphinx_prolo.language.profile import Profile, profile
from sphinx_prolo.language.writer import Writer

__all__ = [
    "LABELS",
    "UNSPACED",
    "Label",
    "Labels",
    "Paper",
    "Profile",
    "UnknownLanguage",
    "Writer",
    "direction_of",
    "finding",
    "has_right_to_left",
    "is_territory",
    "lexicon",
    "number_runs",
    "paper",
    "pieces",
    "profile",
    "territory",
]
