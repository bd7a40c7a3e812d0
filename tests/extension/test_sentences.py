"""What is found sooner is what Sphinx finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import sphinx.util.nodes
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.util.nodes import extract_messages

from sphinx_prolo.sentences import sentences, undescribed

if TYPE_CHECKING:
    from projects import Project


def tree() -> nodes.document:
    """One node of each kind that Sphinx treats in a way of its own."""
    document = new_document("page.rst")
    kept, unkept, ours = nodes.paragraph("said", "said"), nodes.paragraph("no source", ""), nodes.paragraph("ours", "")
    kept.source = ours.source = "page.rst"
    ours["translatable"] = False
    asked = nodes.inline("asked", "", translatable=True)
    asked.source = "page.rst"
    picture = nodes.image("", uri="a.png", alt="a knee", translatable=True)
    toctree = addnodes.toctree(rawcaption="More", rawentries=[], entries=[], hidden=False)
    comment, orphan = nodes.comment("hidden", "hidden"), nodes.field_name("orphan", "orphan")
    comment.source = orphan.source = "page.rst"
    meta = nodes.meta(content="about", name="description")
    document += [kept, unkept, ours, asked, nodes.inline("word", "word"), picture, toctree, comment, orphan, meta]
    unkept.source = None
    return document


def test_the_same_sentences_in_the_same_order() -> None:
    document = tree()
    assert list(sentences(document)) == list(extract_messages(document))
    assert [message for _, message in sentences(document)] == [
        *("said", "asked", "a knee", ".. image:: a.png", "More", "about")
    ]


def test_without_descriptions_sphinx_finds_the_same() -> None:
    document = tree()
    found = list(extract_messages(document))
    with undescribed():
        assert list(extract_messages(document)) == found
        assert sphinx.util.nodes.repr_domxml(document) == ""
    assert "said" in sphinx.util.nodes.repr_domxml(document[0])


def test_the_same_sentences_in_handouts(project: Callable[[str], Project]) -> None:
    app = project("care").build("text")
    for docname in sorted(app.env.found_docs):
        read = app.env.get_doctree(docname)
        assert list(sentences(read)) == list(extract_messages(read))
