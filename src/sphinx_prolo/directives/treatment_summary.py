"""``.. treatment-summary::`` what a treatment is in, a small table under its name out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.claims import opinions
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import bullets, fact_table, label, paragraph, recast, sentence
from sphinx_prolo.facts import Category, entries_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Claim, Statement, Text, TreatmentSummary

_CATEGORIES = {
    Category.MAINSTREAM: "Standard: doctors usually give it",
    Category.COMPLEMENTARY: "Complementary: given together with standard treatment",
    Category.ALTERNATIVE: "Alternative: given in place of standard treatment",
    Category.EXPERIMENTAL: "Experimental: still being tested",
}


class TreatmentSummaryDirective(ListDirective["TreatmentSummary"]):
    """The name, then what it is, what kind, what for, where, and how it is seen."""

    section = "treatment-summary"

    def render(self, section: TreatmentSummary) -> list[nodes.Node]:
        name = sentence(self, section.name, "caption of a table: the name of the treatment", section.values())
        kind = None if section.category is None else self.word(_CATEGORIES[section.category])
        rows: list[tuple[str, list[nodes.Node]]] = [
            self._claims("What it is", section.definition, section),
            ("Kind of treatment", [] if kind is None else [paragraph(label(kind))]),
            self._statements("What it is meant to do", section.goals, section),
            self._statements("Where you get it", section.setting, section),
            self._claims("What doctors think of it", section.acceptance, section),
            self._claims("Where it comes from", section.history, section),
        ]
        filled = [(self.word(title), content) for title, content in rows if content]
        return [fact_table(recast(name, nodes.title), filled, widths=[30, 70], classes=["prolo-summary"])]

    def _claims(
        self, title: str, found: Sequence[Claim[Text]], section: TreatmentSummary
    ) -> tuple[str, list[nodes.Node]]:
        return title, opinions(self, found, f"table cell beside '{title}'", section.values())

    def _statements(
        self, title: str, found: Sequence[Statement], section: TreatmentSummary
    ) -> tuple[str, list[nodes.Node]]:
        """One sentence, or a list of several."""
        chosen = self.select(found, among=entries_of(section))
        said = [self.stated(statement, f"table cell beside '{title}'") for statement in chosen]
        return title, [bullets([one] for one in said)] if len(said) > 1 else list(said)


def setup_treatment_summary(app: Sphinx) -> None:
    app.add_directive("treatment-summary", TreatmentSummaryDirective)
