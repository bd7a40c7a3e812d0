"""``.. treatment-schedule::`` the courses that the sources name in, each with its source and its own unit out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from sphinx_prolo.directives.claims import citation, opinions
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import bullets, heading, label, paragraph, value
from sphinx_prolo.directives.reading import FactsDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Claim, Course, Qualifier, TreatmentSchedule


class TreatmentScheduleDirective(ListDirective["TreatmentSchedule"]):
    """How many treatments. Every claim is shown, so there is nothing to select."""

    section = "treatment-schedule"
    option_spec: ClassVar = {"sources": FactsDirective.option_spec["sources"]}

    def render(self, section: TreatmentSchedule) -> list[nodes.Node]:
        alike: dict[tuple[Course, Qualifier | None], list[str]] = {}
        for claim in section.courses:
            alike.setdefault((claim.value, claim.qualifier), []).extend([claim.source] if claim.source else [])
        courses = [self._course(course, qualifier, sources) for (course, qualifier), sources in alike.items()]
        depends = [[self.stated(one, "item of the list 'The number depends on'")] for one in section.depends_on]
        effect = opinions(self, section.time_to_effect, "below the head 'When it may help'", section.values())
        return [
            heading(self.word("How many treatments")),
            bullets(courses, "prolo-courses"),
            *self._remarks(section.courses, len(alike)),
            *self.titled("The number depends on", depends),
            *self.titled("When it may help", [[node] for node in effect]),
        ]

    def _course(self, course: Course, qualifier: Qualifier | None, sources: Sequence[str]) -> list[nodes.Node]:
        count = self.writer.quantity(course.count)
        if qualifier is not None:
            count = self.writer.qualified(count, qualifier)
        return [
            paragraph(value(count), *citation(self, sources), classes=["prolo-claim"]),
            *self.labelled(
                ("Time for all of them", self.amount(course.span)),
                ("Time between two of them", self.amount(course.interval)),
            ),
        ]

    def _remarks(self, courses: Sequence[Claim[Course]], distinct: int) -> list[nodes.Node]:
        remarks = []
        if distinct > 1:
            remarks.append(self.labels.text("The sources do not agree. All values are shown."))
        if len({claim.value.count.unit for claim in courses}) > 1:
            remarks.append(self.word("The sources count different things. Do not compare these numbers."))
        return [paragraph(label(remark), classes=["prolo-remark"]) for remark in remarks]


def setup_treatment_schedule(app: Sphinx) -> None:
    app.add_directive("treatment-schedule", TreatmentScheduleDirective)
