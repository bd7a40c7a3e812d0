"""``.. success-factors::`` what the outcome is said to depend on in, lists by who can do something about it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.facts import Actor

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import SuccessFactors

_HEADS: dict[Actor | None, str] = {
    Actor.PATIENT: "What you can do",
    Actor.CLINICIAN: "What your doctor or nurse can do",
    None: "What else matters",
}


class SuccessFactorsDirective(ListDirective["SuccessFactors"]):
    """The reader's own part first: it is what the reader can act on."""

    section = "success-factors"

    def render(self, section: SuccessFactors) -> list[nodes.Node]:
        chosen = self.select(section.items)
        printed: list[nodes.Node] = []
        for actor, head in _HEADS.items():
            factors = [factor for factor in chosen if factor.actor is actor]
            where = f"item of the list headed '{head}'"
            printed += self.titled(head, [[self.entry(factor.factor, where, factor)] for factor in factors])
        return printed


def setup_success_factors(app: Sphinx) -> None:
    app.add_directive("success-factors", SuccessFactorsDirective)
