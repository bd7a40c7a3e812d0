"""``.. mechanism-steps::`` how a treatment works in, numbered steps out, with a sentence that says how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import label, numbered, paragraph
from sphinx_prolo.facts import Understanding

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import MechanismSteps

_DOUBTS = {
    Understanding.THOUGHT: "This is how the treatment is thought to work. It is a theory.",
    Understanding.UNKNOWN: "Nobody knows how the treatment works. These are ideas, not facts.",
}


class MechanismStepsDirective(ListDirective["MechanismSteps"]):
    """The steps in their order. A doubt stands before them, because what is read first is believed."""

    section = "mechanism-steps"

    def render(self, section: MechanismSteps) -> list[nodes.Node]:
        steps = self.select(section.steps)
        if not steps:
            return []
        doubt = _DOUBTS.get(section.certainty)
        before = [] if doubt is None else [paragraph(label(self.word(doubt)), classes=["prolo-doubt"])]
        where = "numbered step: how the treatment works"
        return [*before, numbered([self.stated(step, where)] for step in steps)]


def setup_mechanism_steps(app: Sphinx) -> None:
    app.add_directive("mechanism-steps", MechanismStepsDirective)
