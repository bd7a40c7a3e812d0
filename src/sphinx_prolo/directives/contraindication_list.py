"""``.. contraindication-list::`` what forbids a treatment in, lists by weight out; "ask your clinic" for a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.lists import ASK, NO, ListDirective
from sphinx_prolo.directives.parts import signed
from sphinx_prolo.facts import Weight

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Contraindication, ContraindicationList

# In the order in which they print: what weighs most comes first.
_HEADS = {
    Weight.ABSOLUTE: ("You must not have this treatment if you have", NO),
    None: ("Tell your clinic before the treatment if you have", ASK),
    Weight.RELATIVE: ("If you have one of these, your doctor must decide", ASK),
}


class ContraindicationListDirective(ListDirective["ContraindicationList"]):
    """What forbids the treatment, and what a doctor has to weigh. Silence would read as "for everybody"."""

    section = "contraindication-list"

    def render(self, section: ContraindicationList) -> list[nodes.Node]:
        if section.none_stated:
            return [self.gap("Our sources do not say who must not have this treatment.")]
        chosen = self.select(section.items)
        return [
            node
            for kind, (title, sign) in _HEADS.items()
            for node in self.titled(
                title,
                [self._item(item, title, sign) for item in chosen if item.kind is kind],
                "prolo-checklist",
                "prolo-avoid" if sign == NO else "prolo-ask",
            )
        ]

    def _item(self, item: Contraindication, title: str, sign: str) -> list[nodes.Node]:
        condition = self.entry(item.condition, f"item of a list; goes on after '{title}'", item)
        action = self.said(item.action, "after 'What to do:'", item)
        return [signed(sign, condition), *self.labelled(("What to do", action))]


def setup_contraindication_list(app: Sphinx) -> None:
    app.add_directive("contraindication-list", ContraindicationListDirective)
