"""``.. procedure-steps::`` what is done in, the numbered steps with what comes before and after them out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import claims
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import heading, numbered

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import ProcedureSteps, Statement


class ProcedureStepsDirective(ListDirective["ProcedureSteps"]):
    """What happens on the day of the treatment, in order."""

    section = "procedure-steps"

    def render(self, section: ProcedureSteps) -> list[nodes.Node]:
        everything = list(chain(section.before, section.steps, section.after))

        def items(statements: Sequence[Statement], where: str) -> list[list[nodes.Node]]:
            return [[self.stated(one, where)] for one in self.select(statements, among=everything)]

        before, after = items(section.before, "item of the list 'Before'"), items(section.after, "item of 'After'")
        steps = items(section.steps, "step of the treatment, in a numbered list")
        title = [heading(self.word("What happens"))] if steps and (before or after) else []
        return [
            *self.labelled(
                ("How long it takes", claims(self, section.duration, self.writer.quantity)),
                ("Treated parts of the body", [self.stated(one, "a part of the body") for one in section.target]),
            ),
            *self.titled("Before", before),
            *title,
            *([numbered(steps)] if steps else []),
            *self.titled("After", after),
        ]


def setup_procedure_steps(app: Sphinx) -> None:
    app.add_directive("procedure-steps", ProcedureStepsDirective)
