"""A resolved tree in, the tree with the draft band under the title of each handout that is not final out.

At the time of writing, not of reading: a review-by date passes without any document being read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.printed import BAND
from sphinx_prolo.status import reasons
from sphinx_prolo.words import author, reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.language import Writer


def documents(transform: SphinxPostTransform) -> Iterator[tuple[str, nodes.Element]]:
    """The document, or the documents of which a builder such as latex has made one tree."""
    files = list(transform.document.findall(addnodes.start_of_file))
    if not files:
        yield transform.env.current_document.docname, transform.document
    for file in files:
        yield file["docname"], file


class DraftBand(SphinxPostTransform):
    """Says "draft" in the reader's language, then in the source language."""

    default_priority = 1  # before anything looks at the tree that will be written

    def run(self, **_kwargs: Any) -> None:
        if prolo_domain(self.env).resolving:
            return
        for docname, tree in documents(self):
            if docname in prolo_domain(self.env).handouts and reasons(self.env, docname):
                _insert(tree, self._band())

    def _band(self) -> nodes.container:
        words = [reader(self.env)]
        if self.config.language != self.config.handout_source_language:
            words.append(author(self.env))
        return nodes.container("", *(_warning(writer) for writer in words), classes=[BAND])


def is_band(node: nodes.Element) -> bool:
    """Whether this is the draft band."""
    return BAND in node["classes"]


def _warning(writer: Writer) -> nodes.paragraph:
    text = writer.labels.text("Draft – do not give to patients", "page")
    return nodes.paragraph("", text, classes=[f"language-{writer.profile.tag.lower()}"], translatable=False)


def _insert(tree: nodes.Element, band: nodes.container) -> None:
    """Put the band under the title, or first where there is none."""
    title = next(iter(tree.findall(nodes.title)), None)
    if title is None or title.parent is None:
        tree.insert(0, band)
    else:
        title.parent.insert(title.parent.index(title) + 1, band)


def setup_band(app: Sphinx) -> None:
    app.add_post_transform(DraftBand)
