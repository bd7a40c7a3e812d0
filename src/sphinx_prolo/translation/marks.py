"""A translated tree in, the same tree with every sentence that prints in the source language marked, and its progress.

Ordinary nodes, so that what is unfinished is seen in html, text, latex and epub as well as in print.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_prolo.directives.parts import AFTER, BEFORE
from sphinx_prolo.domain import Progress, prolo_domain
from sphinx_prolo.language import profile
from sphinx_prolo.printed import MARK
from sphinx_prolo.sentences import sentences
from sphinx_prolo.translation.comparison import MESSAGE, REFUSED
from sphinx_prolo.translation.vetting import vetted_domain
from sphinx_prolo.words import reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class SourceTitle(SphinxTransform):
    """Keeps the title of a handout in the source language. Before ``Locale`` (20) replaces it."""

    default_priority = 15

    def apply(self, **_kwargs: Any) -> None:
        docname = self.env.current_document.docname
        domain = prolo_domain(self.env)
        title = next(iter(self.document.findall(nodes.title)), None)
        if title is not None and docname in domain.handouts:
            domain.titles[docname] = title.astext()


class Marks(SphinxTransform):
    """Marks what is unfinished. After ``Localise`` (30), which needs the sentences as the translator left them."""

    default_priority = 31

    def apply(self, **_kwargs: Any) -> None:
        docname = self.env.current_document.docname
        domain = prolo_domain(self.env)
        self._adorn()
        if self.config.language != self.config.handout_source_language:
            progress = self._progress(everything=docname in domain.handouts)
            if docname in domain.handouts:
                domain.progress[docname] = progress

    def _adorn(self) -> None:
        """Put around each sentence what its directive wants there; it had to wait until Sphinx has translated."""
        for node in list(self.document.findall(nodes.TextElement)):
            node.insert(0, node.attributes.pop(BEFORE, []))
            node.extend(node.attributes.pop(AFTER, []))

    def _progress(self, *, everything: bool) -> Progress:
        """Count the messages and mark those that print in the source language: in other pages than handouts only those
        that were refused.
        """
        counts = {"total": 0, "fuzzy": 0, "rejected": 0, "missing": 0, "held": 0}
        states = vetted_domain(self.env, self.env.current_document.docname)
        for node, message in self._messages():
            counts["total"] += 1
            if not node.get("translated"):
                state = "rejected" if REFUSED in node else states.state(message)
                counts[state] += 1
                if everything or state == "rejected":
                    self._mark(node)
            elif message in states.held:
                counts["held"] += 1
        return Progress(**counts)

    def _messages(self) -> Iterator[tuple[nodes.Element, str]]:
        seen: set[int] = set()
        for node, message in list(sentences(self.document)):
            if id(node) not in seen:
                seen.add(id(node))
                yield node, node.get(MESSAGE, message)

    def _mark(self, node: nodes.Element) -> None:
        """Say before the sentence, in the reader's language, that it is not translated, and tag its language."""
        tag = profile(self.config.handout_source_language).tag
        node["classes"] += ["prolo-untranslated", f"language-{tag.lower()}"]
        if isinstance(node, nodes.TextElement) and not isinstance(node, nodes.FixedTextElement):
            words = reader(self.env)
            text = words.labels.text("Not yet translated", "page")
            mark = nodes.inline("", f"[{text}]", classes=[MARK, f"language-{words.profile.tag.lower()}"])
            node.insert(0, [mark, nodes.Text(" ")])


def setup_marks(app: Sphinx) -> None:
    app.add_transform(SourceTitle)
    app.add_transform(Marks)
