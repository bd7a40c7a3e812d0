"""facts: YAML in, frozen records or problems out. Knows no Sphinx; the one room that imports ruamel.yaml.

intake -> document -> judge -> records: bytes become text, text a tree whose values know their lines, the tree is
judged by the record classes, and past this door there are only typed, frozen records.
"""

from __future__ import annotations

from sphinx_prolo.facts.aftercare import AftercareChecklist, Avoidance, Medicine, Resumption, Step, Use
from sphinx_prolo.facts.amounts import Amount, AnyQuantity, Duration, Times
from sphinx_prolo.facts.claims import Claim, Claims, Qualifier
from sphinx_prolo.facts.facts import SECTIONS, Facts
from sphinx_prolo.facts.frequency import Band, Frequency
from sphinx_prolo.facts.reading import Reading, parse, read
from sphinx_prolo.facts.record import Fact, Record, Section
from sphinx_prolo.facts.risks import HarmSeverity, Risk, RiskTable
from sphinx_prolo.facts.sources import Interest, Source, SourceKind
from sphinx_prolo.facts.text import PlaceholderError, Text, placeholders

__all__ = [
    "SECTIONS",
    "AftercareChecklist",
    "Amount",
    "AnyQuantity",
    "Avoidance",
    "Band",
    "Claim",
    "Claims",
    "Duration",
    "Fact",
    "Facts",
    "Frequency",
    "HarmSeverity",
    "Interest",
    "Medicine",
    "PlaceholderError",
    "Qualifier",
    "Reading",
    "Record",
    "Resumption",
    "Risk",
    "RiskTable",
    "Section",
    "Source",
    "SourceKind",
    "Step",
    "Text",
    "Times",
    "Use",
    "parse",
    "placeholders",
    "read",
]
