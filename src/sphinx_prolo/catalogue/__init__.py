"""Catalogues: .po files in; what may be printed of them out, and every problem with its place. Knows no Sphinx."""

from __future__ import annotations

from sphinx_prolo.catalogue.annotation import Annotation, annotate
from sphinx_prolo.catalogue.glossary import Glossary, read_glossary
from sphinx_prolo.catalogue.judgement import Vetted, vet
from sphinx_prolo.catalogue.labels import LabelEntries, label_entries
from sphinx_prolo.catalogue.message import Catalogue, CatalogueReading, Message
from sphinx_prolo.catalogue.reader import read
from sphinx_prolo.catalogue.renewal import Refreshed, refresh
from sphinx_prolo.catalogue.silence import Silence
from sphinx_prolo.catalogue.structure import is_plain
from sphinx_prolo.catalogue.template import simplify
from sphinx_prolo.catalogue.vetted import write_vetted

__all__ = [
    "Annotation",
    "Catalogue",
    "CatalogueReading",
    "Glossary",
    "LabelEntries",
    "Message",
    "Refreshed",
    "Silence",
    "Vetted",
    "annotate",
    "is_plain",
    "label_entries",
    "read",
    "read_glossary",
    "refresh",
    "simplify",
    "vet",
    "write_vetted",
]
