"""``.. indication-list::`` what a treatment is used for in, a list of conditions for each part of the body out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.directives.claims import cited
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import bullets, label, paragraph, recast, sentence
from sphinx_prolo.facts import Acuity, entries_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Indication, IndicationList, Region

_ACUITIES = {Acuity.ACUTE: "New (acute)", Acuity.CHRONIC: "Lasting (chronic)", Acuity.ANY: "New or lasting"}


class IndicationListDirective(ListDirective["IndicationList"]):
    """Conditions by part of the body; ``:only:`` may name conditions, or parts of the body with all of theirs."""

    section = "indication-list"

    def render(self, section: IndicationList) -> list[nodes.Node]:
        groups = ((region, self._chosen(region, section)) for region in section.groups)
        return [node for region, items in groups if items for node in self._group(region, items)]

    def _chosen(self, region: Region, section: IndicationList) -> Sequence[Indication]:
        chosen = self.select(region.items, among=entries_of(section))
        if region.id is not None and region.id in self.options.get("only", ()):
            return region.items[: self.options.get("limit")]
        return chosen

    def _group(self, region: Region, items: Sequence[Indication]) -> list[nodes.Node]:
        name = sentence(self, region.region, "heading: a part of the body", region.values())
        head = recast(cited(self, name, region.sources), nodes.rubric)
        head["classes"].append("prolo-heading")
        return [head, bullets((self._item(item) for item in items), "prolo-indications")]

    def _item(self, item: Indication) -> list[nodes.Node]:
        sites = [node for site in item.sites for node in self.said(site, "after 'Where:'", item)]
        stage = None if item.acuity is None else [paragraph(label(self.word(_ACUITIES[item.acuity])))]
        where = "a condition that the treatment is used for"
        return [
            self.entry(item.condition, where, item),
            *self.labelled(("Stage", stage), ("Where", sites), classes=["prolo-run-in"]),
        ]


def setup_indication_list(app: Sphinx) -> None:
    app.add_directive("indication-list", IndicationListDirective)
