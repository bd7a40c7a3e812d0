"""``.. synonym-list::`` other names of a treatment in, a list of them out, with what else they are used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import cited
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import adorned, aside, bullets, sentence

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Synonym, SynonymList


class SynonymListDirective(ListDirective["SynonymList"]):
    """Each name with its abbreviation, and a warning where it also means something else."""

    section = "synonym-list"

    def render(self, section: SynonymList) -> list[nodes.Node]:
        return [bullets((self._name(synonym) for synonym in self.select(section.items)), "prolo-synonyms")]

    def _name(self, synonym: Synonym) -> list[nodes.Node]:
        term = sentence(self, synonym.term, "another name of the treatment, in a list", synonym.values())
        if synonym.abbr is not None:
            adorned(term, after=aside(synonym.abbr))
        other = self.said(synonym.ambiguous_with, "after 'This name is also used for:'", synonym)
        return [cited(self, term, synonym.sources), *self.labelled(("This name is also used for", other))]


def setup_synonym_list(app: Sphinx) -> None:
    app.add_directive("synonym-list", SynonymListDirective)
