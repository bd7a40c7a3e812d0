"""The documents of a gettext build in, comments and flags in its .pot files out.

The translator learns where a sentence is printed, how long it may be and what each placeholder becomes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.i18n import docname_to_domain

from sphinx_prolo import catalogue
from sphinx_prolo.directives.reading import document_facts
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.sentences import sentences
from sphinx_prolo.slot import Slot, slot_of
from sphinx_prolo.translation.localise import BRACES
from sphinx_prolo.translation.places import where
from sphinx_prolo.words import author

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.language import Writer
    from sphinx_prolo.quantity import Quantity


def annotate_templates(app: Sphinx, exception: Exception | None) -> None:
    """At ``build-finished`` of the gettext builder: explain its messages."""
    if exception is not None or app.builder.name != "gettext":
        return
    notes: dict[str, dict[str, catalogue.Annotation]] = {}
    for docname in sorted(app.env.found_docs):
        domain = docname_to_domain(docname, app.config.gettext_compact)
        for message, annotation in _annotations(app.env, docname):
            known = notes.setdefault(domain, {}).get(message)
            notes[domain][message] = annotation if known is None else known.merged(annotation)
    for domain, explained in notes.items():
        catalogue.annotate(Path(app.outdir, f"{domain}.pot"), explained)


def _annotations(env: BuildEnvironment, docname: str) -> Iterator[tuple[str, catalogue.Annotation]]:
    facts = document_facts(env, docname)
    shared = {} if facts is None else facts.quantities
    is_handout = docname in prolo_domain(env).handouts
    for node, message in sentences(env.get_doctree(docname)):
        slot = slot_of(node)
        if slot is None and not is_handout:
            continue
        slot = slot or Slot({}, where(node))
        comments = tuple(_comments(message, slot, {**shared, **slot.values}, author(env)))
        has_braces = BRACES.search(message) is not None
        yield message, catalogue.Annotation(comments, frozenset({"python-brace-format"} if has_braces else ()))


def _comments(message: str, slot: Slot, values: Mapping[str, Quantity], writer: Writer) -> Iterator[str]:
    if slot.where:
        yield f"Printed as: {slot.where}."
    if slot.limit is not None:
        yield f"At most {slot.limit} characters."
    if slot.note:
        yield slot.note
    for name in dict.fromkeys(match[1] for match in BRACES.finditer(message) if match[1]):
        if name in values:
            yield f'{{{name}}} prints as "{writer.quantity(values[name])}"; keep it as it is.'


def setup_extract(app: Sphinx) -> None:
    app.connect("build-finished", annotate_templates)
