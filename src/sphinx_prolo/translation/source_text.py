"""A handout before it is translated in, the digest of what was written out, in whichever language it is read.

So a build in Spanish knows whether the English text is still the one that was signed. Sentences and their values count,
whatever their order: that and everything else is in the digest of the text as it is printed (``printed.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from sphinx_prolo.directives.reading import document_facts
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.printed import digest_of
from sphinx_prolo.sentences import sentences
from sphinx_prolo.slot import slot_of
from sphinx_prolo.translation.localise import BRACES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class SourceText(SphinxTransform):
    """Keeps the digest of a handout's source text."""

    default_priority = 19  # when all sentences are there, and before Locale (20) replaces them

    def apply(self, **_kwargs: Any) -> None:
        docname = self.env.current_document.docname
        domain = prolo_domain(self.env)
        handout = domain.handouts.get(docname)
        if handout is not None:
            head = [handout.version, handout.published, handout.review_by]
            domain.source_digests[docname] = digest_of([*head, *sorted(self._sentences(docname))])

    def _sentences(self, docname: str) -> Iterator[str]:
        facts = document_facts(self.env, docname)
        shared = {} if facts is None else facts.quantities
        for node, message in sentences(self.document):
            slot = slot_of(node)
            values = shared if slot is None else {**shared, **slot.values}
            names = sorted({match[1] for match in BRACES.finditer(message) if match[1]})
            yield "\n".join([message, *(f"{name}={values.get(name, '')}" for name in names)])


def setup_source_text(app: Sphinx) -> None:
    app.add_transform(SourceText)
