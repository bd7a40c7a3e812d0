"""``.. avoid-list::`` what not to do in, a list headed "Do not" with a sign before each entry out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sphinx_prolo.directives.lists import NO, ListDirective
from sphinx_prolo.directives.parts import bullets, signed

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Avoidance, AvoidList


def avoided(directive: ListDirective[Any], items: Sequence[Avoidance]) -> list[nodes.Node]:
    """The list "Do not": the words and a sign say it, never a colour alone."""

    def entry(item: Avoidance) -> list[nodes.Node]:
        examples = [node for text in item.examples for node in directive.said(text, "after 'For example:'", item)]
        return [
            signed(NO, directive.entry(item.action, "item of the list headed 'Do not'", item)),
            *directive.labelled(
                ("For example", [bullets([example] for example in examples)] if examples else []),
                ("For how long", directive.amount(item.until)),
                ("Why", directive.said(item.reason, "after 'Why:'", item)),
            ),
        ]

    return directive.titled("Do not", [entry(item) for item in items], "prolo-checklist", "prolo-avoid")


class AvoidListDirective(ListDirective["AvoidList"]):
    """What not to do, where a whole checklist would be too much."""

    section = "avoid-list"

    def render(self, section: AvoidList) -> list[nodes.Node]:
        return avoided(self, self.select(section.items))

    def word(self, msgid: str) -> str:
        """The words of the aftercare checklist, which holds the same list: one translation for both."""
        return self.labels.text(msgid, "aftercare-checklist")


def setup_avoid_list(app: Sphinx) -> None:
    app.add_directive("avoid-list", AvoidListDirective)
