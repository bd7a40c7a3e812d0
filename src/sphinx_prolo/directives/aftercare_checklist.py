"""``.. aftercare-checklist::`` what to do and not to do after a treatment in, lists with tick boxes and signs out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sphinx_prolo.directives.avoid_list import avoided
from sphinx_prolo.directives.lists import NO, YES, ListDirective
from sphinx_prolo.directives.parts import label, paragraph, signed

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import AftercareChecklist, Medicine, Resumption, Step

TICK_BOX = "☐"


class AftercareChecklistDirective(ListDirective["AftercareChecklist"]):
    """Tasks with tick boxes, what to avoid, medicines that are fine and that are not, what can be resumed and when."""

    section = "aftercare-checklist"

    def render(self, section: AftercareChecklist) -> list[nodes.Node]:
        everything = [*section.do, *section.avoid, *section.medicines, *section.resume]
        medicines = self.select(section.medicines, among=everything)
        fine = [self._medicine(medicine, YES) for medicine in medicines if medicine.use == "ok"]
        unfit = [self._medicine(medicine, NO) for medicine in medicines if medicine.use == "avoid"]
        return [
            *self._list("Do", "do", [self._step(step) for step in self.select(section.do, among=everything)]),
            *avoided(self, self.select(section.avoid, among=everything)),
            *self._list("Medicines you can take", "do", fine),
            *self._list("Medicines to avoid", "avoid", unfit),
            *self._list(
                "You can start again",
                "resume",
                [self._resume(activity) for activity in self.select(section.resume, among=everything)],
            ),
        ]

    def _list(self, title: str, kind: str, items: Sequence[Sequence[nodes.Node]]) -> list[nodes.Node]:
        return self.titled(title, items, "prolo-checklist", f"prolo-{kind}")

    def _step(self, step: Step) -> list[nodes.Node]:
        action = self.entry(step.action, "item of a tick list: what to do", step)
        return [
            signed(TICK_BOX if step.box else YES, action),
            *self.labelled(
                ("When", self.amount(step.when)),
                ("How often", self.amount(step.times)),
                ("How long each time", self.amount(step.each)),
                ("Until", self.said(step.until, "after 'Until:'", step)),
                ("Why", self.said(step.reason, "after 'Why:'", step)),
            ),
        ]

    def _medicine(self, item: Medicine, sign: str) -> list[nodes.Node]:
        where = "item of the list 'Medicines you can take'" if sign == YES else "item of the list 'Medicines to avoid'"
        return [
            signed(sign, self.entry(item.medicine, where, item)),
            *self.labelled(
                ("For how long", self.amount(item.when)),
                ("Why", self.said(item.reason, "after 'Why:'", item)),
            ),
        ]

    def _resume(self, item: Resumption) -> list[nodes.Node]:
        activity = self.entry(item.activity, "item of the list 'You can start again'", item)
        ask = [paragraph(label(self.labels.text("Ask your clinic")))]
        return [signed(self.onward, activity), *self.labelled(("After", self.amount(item.after) or ask))]


def setup_aftercare_checklist(app: Sphinx) -> None:
    app.add_directive("aftercare-checklist", AftercareChecklistDirective)
