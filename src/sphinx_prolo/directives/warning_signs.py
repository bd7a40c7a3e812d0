"""``.. warning-signs::`` the signs of harm in, a box with the most urgent first and whom to call out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import citation
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import box, bullets, heading, label, paragraph
from sphinx_prolo.directives.question_list import ruled
from sphinx_prolo.facts import Urgency

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import WarningLevel, WarningSigns

_HEADS = {
    Urgency.EMERGENCY: "Get emergency help at once",
    Urgency.SAME_DAY: "Call your clinic on the same day",
    Urgency.NEXT_VISIT: "Tell your clinic at your next visit",
}
_ORDER = list(Urgency)


class WarningSignsDirective(ListDirective["WarningSigns"]):
    """When to get help, and from whom. Also without any sign known, the box is there and says what to ask."""

    section = "warning-signs"

    def render(self, section: WarningSigns) -> list[nodes.Node]:
        levels = self.select(sorted(section.levels, key=lambda one: _ORDER.index(one.level)))
        content = [node for one in levels for node in self._level(one)] if section.levels else self._nothing_stated()
        return [box(self.word("Warning signs"), content, "prolo-warning-signs")] if content else []

    def _level(self, level: WarningLevel) -> list[nodes.Node]:
        where = f"item of the list headed '{_HEADS[level.level]}'"
        head = heading(self.word(_HEADS[level.level]), f"prolo-{level.level}")
        head += citation(self, level.sources)
        return [head, bullets([self.stated(sign, where)] for sign in level.signs), *self._contact(level)]

    def _contact(self, level: WarningLevel) -> list[nodes.Node]:
        said = self.said(level.contact, "after 'Whom to call:'", level)
        if not said and level.level is not Urgency.NEXT_VISIT:
            said = [paragraph(label(self.word("Ask your clinic before you go home"))), *ruled(1)]
        return self.labelled(("Whom to call", said))

    def _nothing_stated(self) -> list[nodes.Node]:
        words = (
            "Our sources do not say which signs mean that you need help. Before you go home, ask your clinic which "
            "signs to look for and whom to call, day and night."
        )
        return [paragraph(label(self.word(words))), *self.labelled(("Whom to call", ruled(1)))]


def setup_warning_signs(app: Sphinx) -> None:
    app.add_directive("warning-signs", WarningSignsDirective)
