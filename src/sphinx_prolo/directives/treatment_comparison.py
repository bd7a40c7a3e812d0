"""``.. treatment-comparison::`` options in, a table in which each answers the same questions out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives as options

from sphinx_prolo.directives.claims import cited, claims
from sphinx_prolo.directives.parts import Cell, bullets, label, paragraph, sentence, table
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.facts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import TreatmentComparison, TreatmentOption

# Field of an option -> the question that it answers, as the table asks it.
_QUESTIONS = {
    "contents": "What it contains",
    "how": "How it is done",
    "visits": "How many visits",
    "evidence": "How well it works",
    "pros": "For it",
    "cons": "Against it",
}
_ABOUT_TREATMENT = ("contents", "how", "visits")


def _layout(argument: str) -> str:
    return options.choice(argument, ("columns", "rows"))


class TreatmentComparisonDirective(FactsDirective["TreatmentComparison"]):
    """Options as columns, or as rows with ``:layout: rows``; what is not stated says so."""

    section = "treatment-comparison"
    option_spec: ClassVar = {**FactsDirective.option_spec, "layout": _layout}

    def render(self, section: TreatmentComparison) -> list[nodes.Node]:
        chosen = self.select(section.options)
        if len(chosen) < 2 or not any(option.no_treatment for option in chosen):
            message = "a comparison needs two options, one of them without treatment; choose more"
            self.complain("handout-options", message)
            return []
        asked = [field for field in _QUESTIONS if any(getattr(option, field) for option in chosen)]
        questions: list[Cell] = [
            [paragraph(label(self._label(words)))] for words in ("Option", *(_QUESTIONS[one] for one in asked))
        ]
        answers = [[self._name(option), *(self._answer(option, field) for field in asked)] for option in chosen]
        rows: list[list[Cell]] = [questions, *answers]
        if self.options.get("layout") != "rows":
            rows = [list(row) for row in zip(*rows, strict=True)]
        return [table(self._label("Your options"), rows[0], rows[1:], _widths(rows), ["prolo-comparison"])]

    def _name(self, option: TreatmentOption) -> Cell:
        name = sentence(self, option.name, "head of a table row or column: a treatment", option.values())
        name["classes"].append("prolo-key")
        return [cited(self, name, option.sources)]

    def _answer(self, option: TreatmentOption, field: str) -> Cell:
        """What the option says to a question; that nothing is stated is said too, so that all have equal shares."""
        answer = getattr(option, field)
        if not answer:
            applies = not option.no_treatment or field not in _ABOUT_TREATMENT
            unstated = self.labels.text("Not stated in the sources") if applies else self._label("Does not apply")
            return [paragraph(label(unstated))]
        if field == "visits":
            return claims(self, answer, self.writer.quantity) or []
        texts = [answer] if isinstance(answer, Text) else list(answer)
        said = [sentence(self, text, f"table cell: {_QUESTIONS[field]}", option.values()) for text in texts]
        return list(said) if len(said) == 1 else [bullets([one] for one in said)]

    def _label(self, words: str) -> str:
        return self.labels.text(words, self.section)


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Of the columns, by what stands in them: twice the text takes half as much again, and no column starves."""
    totals = [sum(len(node.astext()) for cell in column for node in cell) for column in zip(*rows, strict=True)]
    whole = sum(math.sqrt(total) for total in totals) or 1
    first, *others = (max(round(100 * math.sqrt(total) / whole), 14) for total in totals)
    return [max(first, 19), *others]  # the names of the options are long words


def setup_treatment_comparison(app: Sphinx) -> None:
    app.add_directive("treatment-comparison", TreatmentComparisonDirective)
