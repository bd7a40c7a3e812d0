"""A level of certainty in, its word and four circles out: the higher the level, the more are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.parts import label, paragraph, value
from sphinx_prolo.facts import Certainty

if TYPE_CHECKING:
    from sphinx_prolo.language import Labels

FILLED, EMPTY = "●", "○"

_WORDS = {
    Certainty.NOT_ASSESSED: "Not assessed",
    Certainty.VERY_LOW: "Very low",
    Certainty.LOW: "Low",
    Certainty.MODERATE: "Moderate",
    Certainty.HIGH: "High",
}
_LEVELS = list(_WORDS)


def certainty_pair(labels: Labels, certainty: Certainty, *after: nodes.Node) -> tuple[str, list[nodes.Node]]:
    """The label and the content of a line about certainty, for :func:`parts.details`; ``after`` follows the circles."""
    level = _LEVELS.index(certainty)
    circles = value(FILLED * level + EMPTY * (4 - level))
    circles["classes"].append("prolo-circles")
    words = label(labels.text(_WORDS[certainty], "certainty"))
    return labels.text("How sure we are", "certainty"), [paragraph(words, nodes.Text(" "), circles, *after)]
