"""``.. glossary-terms::`` words and what they mean in, a definition list out; see translation/term_links.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import adorned, aside, recast, sentence

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import GlossaryTerms, Term

GLOSSARY = "prolo-glossary"


class GlossaryTermsDirective(ListDirective["GlossaryTerms"]):
    """Each word with its meaning. The first use of a word in the document's other paragraphs links to it."""

    section = "glossary-terms"

    def render(self, section: GlossaryTerms) -> list[nodes.Node]:
        terms = [self._term(term) for term in self.select(section.items)]
        return [nodes.definition_list("", *terms, classes=[GLOSSARY])] if terms else []

    def _term(self, term: Term) -> nodes.definition_list_item:
        word = sentence(self, term.term, "a word that is explained, as sentences use it", term.values())
        # How an English word is said helps nobody who reads its translation.
        if term.pronounce is not None and self.config.language == self.config.handout_source_language:
            adorned(word, after=aside(term.pronounce))
        meaning = self.entry(term.plain, "what the word above means", term)
        return nodes.definition_list_item("", recast(word, nodes.term), nodes.definition("", meaning))


def setup_glossary_terms(app: Sphinx) -> None:
    app.add_directive("glossary-terms", GlossaryTermsDirective)
