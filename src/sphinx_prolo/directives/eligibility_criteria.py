"""``.. eligibility-criteria::`` for whom a treatment may be right in, lists for and against it out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

from sphinx_prolo.directives.claims import opinions
from sphinx_prolo.directives.lists import NO, WAIT, YES, ListDirective
from sphinx_prolo.directives.parts import heading, label, paragraph, signed
from sphinx_prolo.facts import entries_of
from sphinx_prolo.quantity import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Criterion, Deferral, EligibilityCriteria, Fact
    from sphinx_prolo.quantity import Quantity

F = TypeVar("F", bound="Fact")

_FOR, _AGAINST = "It may be right for you if", "It may not be right for you if"
_FIRST, _WAIT = "What to try first", "Wait before you think about it if"
_WHEN = "When it is used"


class EligibilityCriteriaDirective(ListDirective["EligibilityCriteria"]):
    """What speaks for the treatment, what against it, what comes before it, and when to wait; the doctor decides."""

    section = "eligibility-criteria"

    def render(self, section: EligibilityCriteria) -> list[nodes.Node]:
        def chosen(entries: Sequence[F]) -> list[F]:
            return self.select(entries, among=entries_of(section))

        first = [[self.stated(one, f"item of the list '{_FIRST}'")] for one in chosen(section.prior_treatments)]
        return [
            *self._signed_list(_FOR, "prolo-do", [self._criterion(one, YES, _FOR) for one in chosen(section.include)]),
            *self._signed_list(
                _AGAINST, "prolo-avoid", [self._criterion(one, NO, _AGAINST) for one in chosen(section.exclude)]
            ),
            *self.titled(_FIRST, first, "prolo-first"),
            *self._signed_list(_WAIT, "prolo-wait", [self._deferral(one) for one in chosen(section.defer)]),
            *self._timing(section),
            paragraph(label(self.word("Ask your doctor if the treatment is right for you."))),
        ]

    def _signed_list(self, title: str, kind: str, items: Sequence[Sequence[nodes.Node]]) -> list[nodes.Node]:
        return self.titled(title, items, "prolo-checklist", kind)

    def _criterion(self, item: Criterion, sign: str, title: str) -> list[nodes.Node]:
        criterion = self.entry(item.criterion, f"item of a list; goes on after '{title}'", item)
        return [signed(sign, criterion), *self.labelled(("For how long", self.amount(_at_least(item.min_duration))))]

    def _deferral(self, item: Deferral) -> list[nodes.Node]:
        criterion = self.entry(item.criterion, f"item of a list; goes on after '{_WAIT}'", item)
        return [signed(WAIT, criterion), *self.labelled(("How long to wait", self.amount(item.wait)))]

    def _timing(self, section: EligibilityCriteria) -> list[nodes.Node]:
        said = opinions(self, section.timing, f"below the heading '{_WHEN}'", section.values())
        return [heading(self.word(_WHEN)), *said] if said else []


def _at_least(duration: Quantity | None) -> Quantity | None:
    """What the facts call the shortest time says so where it is printed, unless it is a range or says so itself."""
    if duration is None or duration.is_range or duration.bound is not Bound.EXACT:
        return duration
    return dataclasses.replace(duration, bound=Bound.AT_LEAST)


def setup_eligibility_criteria(app: Sphinx) -> None:
    app.add_directive("eligibility-criteria", EligibilityCriteriaDirective)
