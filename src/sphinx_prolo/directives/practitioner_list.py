"""``.. practitioner-list::`` who gives a treatment in, what they must have and a list of professions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import cited
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import adorned, aside, bullets, sentence

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Practitioner, PractitionerList


class PractitionerListDirective(ListDirective["PractitionerList"]):
    """The requirement first, then the professions with their degrees and training."""

    section = "practitioner-list"

    def render(self, section: PractitionerList) -> list[nodes.Node]:
        roles = self.select(section.roles)
        found: list[nodes.Node] = []
        if section.requirement is not None:
            found.append(self.stated(section.requirement, "what everybody who gives the treatment must have"))
        if roles:
            found.append(bullets((self._role(one) for one in roles), "prolo-practitioners"))
        return found

    def _role(self, one: Practitioner) -> list[nodes.Node]:
        role = sentence(self, one.role, "a profession that gives the treatment, in a list", one.values())
        if one.degrees:
            adorned(role, after=aside(", ".join(one.degrees)))
        training = self.said(one.training, "after 'Training:'", one)
        return [cited(self, role, one.sources), *self.labelled(("Training", training))]


def setup_practitioner_list(app: Sphinx) -> None:
    app.add_directive("practitioner-list", PractitionerListDirective)
