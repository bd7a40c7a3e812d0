"""``.. aftercare-checklist::`` what to do and not to do after a treatment in, lists with tick boxes and signs out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sphinx_prolo.directives.parts import bullets, details, heading, paragraph, sentence, signed, value
from sphinx_prolo.directives.reading import FactsDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import AftercareChecklist, Avoidance, Medicine, Record, Resumption, Step, Text
    from sphinx_prolo.quantity import Quantity

TICK_BOX, YES, NO, AGAIN = "☐", "✓", "✗", "→"


class AftercareChecklistDirective(FactsDirective["AftercareChecklist"]):
    """Tasks with tick boxes, what to avoid, medicines that are fine and that are not, what can be resumed and when."""

    section = "aftercare-checklist"

    def render(self, section: AftercareChecklist) -> list[nodes.Node]:
        fine = [medicine for medicine in section.medicines if medicine.use == "ok"]
        unfit = [medicine for medicine in section.medicines if medicine.use == "avoid"]
        return [
            *self._list("Do", "do", [self._step(step) for step in section.do]),
            *self._list("Do not", "avoid", [self._avoid(item) for item in section.avoid]),
            *self._list("Medicines you can take", "do", [self._medicine(item, YES) for item in fine]),
            *self._list("Medicines to avoid", "avoid", [self._medicine(item, NO) for item in unfit]),
            *self._list("You can start again", "resume", [self._resume(item) for item in section.resume]),
        ]

    def _list(self, title: str, kind: str, items: Sequence[Sequence[nodes.Node]]) -> list[nodes.Node]:
        if not items:
            return []
        return [
            heading(self.labels.text(title, self.section), f"prolo-{kind}-heading"),
            bullets(items, "prolo-checklist", f"prolo-{kind}"),
        ]

    def _step(self, step: Step) -> list[nodes.Node]:
        action = self._sentence(step.action, "item of a tick list: what to do", step)
        return [
            signed(TICK_BOX if step.box else YES, "box", action),
            *self._details(
                ("When", self._quantity(step.when)),
                ("How often", self._quantity(step.times)),
                ("How long each time", self._quantity(step.each)),
                ("Until", self._reason(step.until, "after 'Until:'", step)),
                ("Why", self._reason(step.reason, "after 'Why:'", step)),
            ),
        ]

    def _avoid(self, item: Avoidance) -> list[nodes.Node]:
        action = self._sentence(item.action, "item of the list headed 'Do not'", item)
        examples = [node for text in item.examples for node in self._reason(text, "after 'For example:'", item)]
        return [
            signed(NO, "box", action),
            *self._details(
                ("For example", [bullets([example] for example in examples)] if examples else []),
                ("For how long", self._quantity(item.until)),
                ("Why", self._reason(item.reason, "after 'Why:'", item)),
            ),
        ]

    def _medicine(self, item: Medicine, sign: str) -> list[nodes.Node]:
        where = "item of the list 'Medicines you can take'" if sign == YES else "item of the list 'Medicines to avoid'"
        return [
            signed(sign, "box", self._sentence(item.medicine, where, item)),
            *self._details(
                ("For how long", self._quantity(item.when)),
                ("Why", self._reason(item.reason, "after 'Why:'", item)),
            ),
        ]

    def _resume(self, item: Resumption) -> list[nodes.Node]:
        activity = self._sentence(item.activity, "item of the list 'You can start again'", item)
        return [signed(AGAIN, "box", activity), *self._details(("After", self._quantity(item.after)))]

    def _sentence(self, text: Text, where: str, record: Record) -> nodes.paragraph:
        return sentence(self, text, where, record.values())

    def _reason(self, text: Text | None, where: str, record: Record) -> list[nodes.Node]:
        return [] if text is None else [self._sentence(text, where, record)]

    def _quantity(self, quantity: Quantity | None) -> list[nodes.Node]:
        return [] if quantity is None else [paragraph(value(self.writer.quantity(quantity)))]

    def _details(self, *pairs: tuple[str, Sequence[nodes.Node]]) -> Iterable[nodes.Node]:
        """The pairs that have content, under their labels."""
        filled = [(self.labels.text(word, self.section), content) for word, content in pairs if content]
        return [details(filled)] if filled else []


def setup_aftercare_checklist(app: Sphinx) -> None:
    app.add_directive("aftercare-checklist", AftercareChecklistDirective)
