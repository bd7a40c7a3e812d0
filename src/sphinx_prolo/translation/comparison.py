"""A tree that Sphinx's ``Locale`` has translated in, the same tree out; a sentence that became more than words is the
source again.

The second comparison of the structure. The first one, of the messages, knows no role and no project; this one sees
what has come of them in the document, whatever it was that the first one could not know.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.sentences import sentences
from sphinx_prolo.translation.shape import difference, shape
from sphinx_prolo.translation.vetting import vetted_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KEY = "prolo-before-locale"
# On a node whose translation was taken out again.
REFUSED = "prolo-refused"
# On a node whose message can no longer be seen in it: the message.
MESSAGE = "prolo-message"


@dataclasses.dataclass(frozen=True, slots=True)
class Before:
    """A translatable node as the writer made it. Locale makes new children and leaves the old ones as they are."""

    node: nodes.Element
    message: str
    children: list[nodes.Node]
    attributes: dict[str, Any]


class Remember(SphinxTransform):
    """Keeps what is about to be translated."""

    default_priority = 19

    def apply(self, **_kwargs: Any) -> None:
        if self.config.language != self.config.handout_source_language:
            self.env.current_document[KEY] = [
                Before(node, message, node.children, {name: node[name] for name in ("alt", "uri") if name in node})
                for node, message in sentences(self.document)
            ]


class Compare(SphinxTransform):
    """Puts the source back where the translation is more, or less, than words."""

    default_priority = 21

    def apply(self, **_kwargs: Any) -> None:
        for before in self.env.current_document.pop(KEY, None) or ():
            node = before.node
            if isinstance(node, nodes.image):
                self._image(node, before)
            elif isinstance(node, nodes.meta):
                node[MESSAGE] = before.message
            elif node.children is not before.children:
                wrong = difference(shape(node, before.children), shape(node, node.children))
                if wrong:
                    self._refuse(before, wrong)

    def _image(self, node: nodes.image, before: Before) -> None:
        """Of a picture the text that stands for it is translated, and never its file."""
        if node["uri"] != before.attributes["uri"]:
            node["uri"] = before.attributes["uri"]
            self._report(before, "it names another picture")
        elif node.get("alt") != before.attributes.get("alt"):
            node["translated"] = True  # Locale forgets to say so
            node[MESSAGE] = before.attributes["alt"]

    def _refuse(self, before: Before, wrong: str) -> None:
        _put_back(self.document, before)
        before.node["translated"] = False
        before.node[REFUSED] = True
        self._report(before, wrong)

    def _report(self, before: Before, wrong: str) -> None:
        docname = self.env.current_document.docname
        place = vetted_domain(self.env, docname).place(before.message)
        path, line = place or (before.node.source or self.document["source"], before.node.line)
        message = (
            f"in the document the translation is more, or less, than words: {wrong}; the source is printed."
            " Copy the markup of the source"
        )
        report(self.env, docname, [error(path, line, "catalogue-structure", message)])


def _put_back(document: nodes.document, before: Before) -> None:
    """Give a node its old children, and the document's lists of references the old references."""
    node, fresh = before.node, {id(below) for child in before.node.children for below in child.findall()}
    node.children = before.children
    for child in node.children:
        child.parent = node
    old = [below for child in before.children for below in child.findall(nodes.Element)]
    for references in _lists(document):
        taken = {id(reference) for reference in references}
        for index in range(len(references) - 1, -1, -1):
            if id(references[index]) in fresh:
                twin = next((one for one in old if _alike(one, references[index]) and id(one) not in taken), None)
                references[index : index + 1] = [] if twin is None else [twin]
                taken.add(id(twin))
    for element in old:
        for name in element["ids"]:
            document.ids[name] = element


def _lists(document: nodes.document) -> Iterator[list[Any]]:
    """Where a document keeps its references until they are resolved."""
    yield from (document.autofootnote_refs, document.symbol_footnote_refs)
    for group in (document.footnote_refs, document.citation_refs, document.refnames):
        yield from group.values()


def _alike(one: nodes.Element, other: nodes.Element) -> bool:
    return one.tagname == other.tagname and one.get("refname") == other.get("refname")


def setup_comparison(app: Sphinx) -> None:
    app.add_transform(Remember)
    app.add_transform(Compare)
