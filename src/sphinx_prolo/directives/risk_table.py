"""``.. risk-table::`` the harms of a treatment in, a table of serious and one of other harms out.

Serious harms come first and each table keeps what to do beside the harm (patient leaflets are easier to act on when
grouped by what the reader has to do: research of the UK regulator, domain notes R4 and R5).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives as options

from sphinx_prolo.directives.claims import cited, claims
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


# Field of a risk -> head and width of its column. The effect always stands, in front.
_COLUMNS = {
    "severity": ("How serious", 24),
    "frequency": ("How often", 26),
    "onset": ("When it starts", 16),
    "duration": ("How long it lasts", 24),
    "action": ("What to do", 32),
}


def _columns(argument: str | None) -> list[str]:
    """The fields to show, in this order."""
    names = (argument or "").replace(",", " ").split()
    unknown = [name for name in names if name not in _COLUMNS]
    if unknown or not names:
        known = ", ".join(_COLUMNS)
        raise ValueError(f"'{' '.join(unknown)}' is not a column; known are: {known}")
    return list(dict.fromkeys(names))


def _seriousness(argument: str) -> bool:
    return options.choice(argument, ("serious", "mild")) == "serious"


class RiskTableDirective(FactsDirective["RiskTable"]):
    """Harms, grouped by seriousness, the more frequent ones first."""

    section = "risk-table"
    option_spec: ClassVar = {**FactsDirective.option_spec, "seriousness": _seriousness, "columns": _columns}

    def render(self, section: RiskTable) -> list[nodes.Node]:
        wanted = (True, False) if "seriousness" not in self.options else (self.options["seriousness"],)
        entries = [risk for risk in self.chosen(section.items) if risk.seriousness in wanted]
        # Sorted before it is limited: a limit must never leave out a serious harm and print a mild one.
        shown = self.limited(sorted(entries, key=lambda risk: (not risk.seriousness, _rarity(risk))))
        groups = ((serious, [risk for risk in shown if risk.seriousness is serious]) for serious in wanted)
        return [self._group(serious, risks) for serious, risks in groups if risks]

    def _group(self, serious: bool, risks: Sequence[Risk]) -> nodes.table:
        if serious:
            caption, kind = "Serious harms", "prolo-serious"
        else:
            are_mild = all(risk.severity is HarmSeverity.MILD for risk in risks)
            caption, kind = "Mild effects" if are_mild else "Other effects", "prolo-mild"
        return record_table(self._label(caption), self._columns(risks), classes=["prolo-risks", kind])

    def _label(self, words: str) -> str:
        return self.labels.text(words, "risk-table")

    def _columns(self, risks: Sequence[Risk]) -> list[Column]:
        cells: dict[str, Callable[[Risk], Cell | None]] = {
            "severity": lambda risk: [paragraph(label(self._label(_DEGREES[risk.severity])))],
            "frequency": lambda risk: claims(self, risk.frequency, self._frequency),
            "onset": lambda risk: claims(self, risk.onset, self.writer.quantity),
            "duration": lambda risk: claims(self, risk.duration, self.writer.quantity),
            "action": self._action,
        }
        shown = [(*_COLUMNS[name], cells[name]) for name in self.options.get("columns", _COLUMNS)]
        return [
            Column(self._label(head), tuple(cell(risk) for risk in risks), width)
            for head, width, cell in [("What can happen", 46, self._effect), *shown]
        ]

    def _effect(self, risk: Risk) -> Cell:
        effect = sentence(self, risk.effect, "table cell: what can happen", risk.values())
        effect["classes"].append("prolo-effect")
        cited(self, effect, risk.sources)
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
