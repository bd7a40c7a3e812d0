"""``.. evidence-summary::`` findings with their certainty in, a sentence for each outcome out, made from both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.certainty import certainty_pair
from sphinx_prolo.directives.claims import citation
from sphinx_prolo.directives.parts import adorned, bullets, details, label, paragraph, sentence, value
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.language import finding

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import EvidenceSummary, Outcome, Text
    from sphinx_prolo.quantity import Quantity


class EvidenceSummaryDirective(FactsDirective["EvidenceSummary"]):
    """One item for each outcome: what was found, in whom, compared with what, and how sure that is."""

    section = "evidence-summary"

    def render(self, section: EvidenceSummary) -> list[nodes.Node]:
        return [bullets([self._outcome(outcome) for outcome in self.select(section.outcomes)], "prolo-evidence")]

    def _outcome(self, outcome: Outcome) -> list[nodes.Node]:
        pairs = (
            ("Who was studied", self._text(outcome.population, "after 'Who was studied:'", outcome)),
            ("Compared with", self._text(outcome.comparator, "after 'Compared with:'", outcome)),
            ("Measured after", self._quantity(outcome.timeframe)),
            ("Studies", self._quantity(outcome.n_studies)),
            ("People in these studies", self._quantity(outcome.n_people)),
        )
        filled = [(self.labels.text(word, self.section), content) for word, content in pairs if content]
        return [self._finding(outcome), details([*filled, certainty_pair(self.labels, outcome.certainty)])]

    def _finding(self, outcome: Outcome) -> nodes.paragraph:
        """Print as in "Pain: This treatment may help a little.", then the sources."""
        found = self.labels.text(
            finding(outcome.certainty, outcome.finding.direction, outcome.finding.size or ""), self.section
        )
        node = sentence(self, outcome.outcome, "before a colon and what studies found", outcome.values())
        node["classes"].append("prolo-outcome")
        colon = nodes.Text(self.writer.labelled("", ""))
        return adorned(node, after=[colon, label(found, "prolo-finding"), *citation(self, outcome.sources)])

    def _text(self, text: Text | None, where: str, outcome: Outcome) -> list[nodes.Node]:
        return [] if text is None else [sentence(self, text, where, outcome.values())]

    def _quantity(self, quantity: Quantity | None) -> list[nodes.Node]:
        return [] if quantity is None else [paragraph(value(self.writer.quantity(quantity)))]


def setup_evidence_summary(app: Sphinx) -> None:
    app.add_directive("evidence-summary", EvidenceSummaryDirective)
