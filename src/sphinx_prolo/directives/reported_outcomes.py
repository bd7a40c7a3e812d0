"""``.. reported-outcomes::`` what people say of a treatment in, a list that says first what stands behind it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.claims import cited, claims
from sphinx_prolo.directives.parts import bullets, details, heading, label, paragraph, sentence
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.facts import Basis

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import ReportedOutcomes

_BASES = {
    Basis.ANECDOTAL: ("From what people tell. Nobody has counted or compared.", "Studies have not shown this."),
    Basis.SURVEY: ("From a survey. People were asked, but not compared with others.",),
    Basis.TRIAL: ("From trials, which compare people who had the treatment with others.",),
}


class ReportedOutcomesDirective(FactsDirective["ReportedOutcomes"]):
    """Reports under their basis; a rate stands with those who report it and can be told from a result."""

    section = "reported-outcomes"

    def render(self, section: ReportedOutcomes) -> list[nodes.Node]:
        items = [
            [cited(self, sentence(self, item.text, "item of a list of reports", item.values()), item.sources)]
            for item in self.select(section.items)
        ]
        said = [
            heading(self._label("What people report"), "prolo-reports-heading"),
            self._basis(section.basis),
            *self._rate(section),
        ]
        # On one page: nobody shall see a rate and not what stands behind it.
        return [nodes.container("", *said, classes=["prolo-kept"]), bullets(items, "prolo-reports")]

    def _rate(self, section: ReportedOutcomes) -> list[nodes.Node]:
        rate = claims(self, section.rate, self.writer.quantity)
        if rate is None or section.reported_by is None:
            return []
        by = sentence(self, section.reported_by, "after 'Reported by:'", section.values())
        return [details([(self._label("Reported rate"), rate), (self._label("Reported by"), [by])])]

    def _basis(self, basis: Basis) -> nodes.paragraph:
        said = " ".join(self._label(words) for words in _BASES[basis])
        return paragraph(label(said, "prolo-key"))

    def _label(self, words: str) -> str:
        return self.labels.text(words, self.section)


def setup_reported_outcomes(app: Sphinx) -> None:
    app.add_directive("reported-outcomes", ReportedOutcomesDirective)
