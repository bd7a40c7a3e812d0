"""``.. risk-table::`` the harms of a treatment in, a table of serious and one of other harms out.

Serious harms come first and each table keeps what to do beside the harm (patient leaflets are easier to act on when
grouped by what the reader has to do: research of the UK regulator, domain notes R4 and R5).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives as options

from sphinx_prolo.directives.claims import claims
from sphinx_prolo.directives.parts import Cell, Column, label, paragraph, record_table, sentence
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.facts import Band, HarmSeverity

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Frequency, Risk, RiskTable


_ONE_IN = {Band.VERY_COMMON: 1, Band.COMMON: 10, Band.UNCOMMON: 100, Band.RARE: 1_000, Band.VERY_RARE: 10_000}

_DEGREES = {
    HarmSeverity.MILD: "Mild",
    HarmSeverity.MODERATE: "Moderate",
    HarmSeverity.SEVERE: "Severe",
    HarmSeverity.LIFE_THREATENING: "Life-threatening",
}


def _seriousness(argument: str) -> bool:
    return options.choice(argument, ("serious", "mild")) == "serious"


class RiskTableDirective(FactsDirective["RiskTable"]):
    """Harms, grouped by seriousness, the more frequent ones first."""

    section = "risk-table"
    option_spec: ClassVar = {"seriousness": _seriousness}

    def render(self, section: RiskTable) -> list[nodes.Node]:
        wanted = (True, False) if "seriousness" not in self.options else (self.options["seriousness"],)
        groups = ((serious, [risk for risk in section.items if risk.seriousness is serious]) for serious in wanted)
        return [self._group(serious, risks) for serious, risks in groups if risks]

    def _group(self, serious: bool, risks: Sequence[Risk]) -> nodes.table:
        risks = sorted(risks, key=_rarity)
        if serious:
            caption, kind = "Serious harms", "prolo-serious"
        else:
            are_mild = all(risk.severity is HarmSeverity.MILD for risk in risks)
            caption, kind = "Mild effects" if are_mild else "Other effects", "prolo-mild"
        return record_table(self._label(caption), self._columns(risks), classes=["prolo-risks", kind])

    def _label(self, words: str) -> str:
        return self.labels.text(words, "risk-table")

    def _columns(self, risks: Sequence[Risk]) -> list[Column]:
        def column(head: str, width: int, cell: Callable[[Risk], Cell | None]) -> Column:
            return Column(self._label(head), tuple(cell(risk) for risk in risks), width)

        quantity = self.writer.quantity
        return [
            column("What can happen", 46, self._effect),
            column("How serious", 14, lambda risk: [paragraph(label(self._label(_DEGREES[risk.severity])))]),
            column("How often", 26, lambda risk: claims(self, risk.frequency, self._frequency)),
            column("When it starts", 16, lambda risk: claims(self, risk.onset, quantity)),
            column("How long it lasts", 24, lambda risk: claims(self, risk.duration, quantity)),
            column("What to do", 32, self._action),
        ]

    def _effect(self, risk: Risk) -> Cell:
        effect = sentence(self, risk.effect, "table cell: what can happen", risk.values())
        effect["classes"].append("prolo-effect")
        if risk.plain is None:
            return [effect]
        return [effect, sentence(self, risk.plain, "table cell: what the harm above means", risk.values())]

    def _action(self, risk: Risk) -> Cell | None:
        if risk.action is None:
            return None
        return [sentence(self, risk.action, "table cell: what to do", risk.values())]

    def _frequency(self, frequency: Frequency) -> str:
        """A band with its official phrase, or n in N; a band's name never stands without its numbers."""
        if frequency.n is not None and frequency.of is not None:
            return self.writer.frequency(frequency.n, frequency.of)
        assert frequency.band is not None
        return self.writer.labelled(self.writer.band_name(frequency.band), self.writer.band(frequency.band))


def _rarity(risk: Risk) -> float:
    """Sort key: the more frequent first, what is not known last."""
    return min((_rank(claim.value) for claim in risk.frequency), default=math.inf)


def _rank(frequency: Frequency) -> float:
    """One person in how many has it, at the most frequent end of a band (CIOMS Working Group III)."""
    if frequency.n and frequency.of:
        return frequency.of / frequency.n
    return math.inf if frequency.band is None else _ONE_IN.get(frequency.band, math.inf)


def setup_risk_table(app: Sphinx) -> None:
    app.add_directive("risk-table", RiskTableDirective)
