"""``.. injection-contents::`` the agents of an injection in, a table of them and what is used together out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.claims import cited, claims
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import Cell, Column, adorned, label, paragraph, record_table, sentence
from sphinx_prolo.facts import AgentRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Agent, Combination, InjectionContents

_ROLES = {
    AgentRole.IRRITANT: "Irritant (to start inflammation on purpose)",
    AgentRole.ANAESTHETIC: "Numbing medicine (anesthetic)",
    AgentRole.DILUENT: "Liquid to thin the others (diluent)",
    AgentRole.OTHER: "Other",
}


class InjectionContentsDirective(ListDirective["InjectionContents"]):
    """Agents by their names, without a word of praise; strength and allergies always come up."""

    section = "injection-contents"

    def render(self, section: InjectionContents) -> list[nodes.Node]:
        agents = self.select(section.agents)
        named = {agent.id: agent for agent in agents}
        together = [one for one in section.combinations if all(name in named for name in one.agents)]
        depends = [[self.stated(one, "item of the list 'The choice depends on'")] for one in section.depends_on]
        return [
            record_table(self.word("What is in the injection"), self._columns(agents), ["prolo-agents"]),
            *self._strength_gap(agents),
            self._allergy_remark(),
            *self.titled("Used together", [self._together(one, named) for one in together], "prolo-together"),
            *self.titled("The choice depends on", depends),
        ]

    def _columns(self, agents: Sequence[Agent]) -> list[Column]:
        def column(head: str, width: int, cell: Callable[[Agent], Cell | None]) -> Column:
            return Column(self.word(head), tuple(cell(agent) for agent in agents), width)

        silent = [paragraph(label(self.labels.text("Not stated in the sources")))]
        strengths = column("Strength", 20, lambda agent: claims(self, agent.strength, self.writer.quantity))
        if not strengths.is_empty:
            cells = tuple(cell or [node.deepcopy() for node in silent] for cell in strengths.cells)
            strengths = Column(strengths.head, cells, strengths.width)
        return [
            column("Name", 34, self._name),
            column("What it is for", 40, lambda agent: [paragraph(label(self.word(_ROLES[agent.role])))]),
            strengths,
            column(
                "Allergies", 30, lambda agent: self.said(agent.allergy_note, "table cell: allergies", agent) or None
            ),
        ]

    def _name(self, agent: Agent) -> Cell:
        name = self.entry(agent.inn, "table cell: the international name (INN) of a medicine", agent)
        name["classes"].append("prolo-effect")
        return [name, *self.said(agent.common_name, "table cell: what the medicine above is", agent)]

    def _together(self, combination: Combination, named: dict[str | None, Agent]) -> list[nodes.Node]:
        """One paragraph for each name, because each is translated by itself; a sheet of paper joins them in a line."""
        where = "part of a line such as 'Dextrose + Lidocaine'"
        agents = [named[name] for name in combination.agents]
        names = [sentence(self, agent.inn, where, agent.values()) for agent in agents]
        for name in names[1:]:
            adorned(name, before=[nodes.Text("+ ")])
        if len(names) == 1:
            detail = self.labels.text("{text} ({detail})", text="", detail=self.word("on its own"))
            adorned(names[0], after=[label(detail)])
        cited(self, names[-1], combination.sources)
        return list(names)

    def _allergy_remark(self) -> nodes.Node:
        """Printed always: no source names every allergy."""
        words = self.word("Tell your clinic about all your allergies before an injection.")
        return paragraph(label(words), classes=["prolo-remark"])

    def _strength_gap(self, agents: Sequence[Agent]) -> list[nodes.Node]:
        """Where no source says how strong or how much, the reader is told to ask."""
        if any(agent.strength for agent in agents):
            return []
        return self.labelled(("Strength and amount", [paragraph(label(self.labels.text("Ask your clinic")))]))


def setup_injection_contents(app: Sphinx) -> None:
    app.add_directive("injection-contents", InjectionContentsDirective)
