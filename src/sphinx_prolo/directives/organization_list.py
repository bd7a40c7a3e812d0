"""``.. organization-list::`` organizations in, lists by what a reader finds there out; names are never translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import citation
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import aside, foreign, link, paragraph, telephone, value
from sphinx_prolo.facts import OrganizationRole

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Organization, OrganizationList

_HEADS = {
    OrganizationRole.REGULATOR: "Authorities",
    OrganizationRole.CONTACT: "Whom you can ask",
    OrganizationRole.CLINIC: "Clinics",
    OrganizationRole.TRAINING: "Who trains doctors",
    None: "Other organizations",
}


class OrganizationListDirective(ListDirective["OrganizationList"]):
    """Names with place, telephone and address, and the day on which they were checked."""

    section = "organization-list"

    def render(self, section: OrganizationList) -> list[nodes.Node]:
        chosen = self.select(section.items)
        return [
            node
            for role, title in _HEADS.items()
            for node in self.titled(
                title, [self._item(item) for item in chosen if item.role is role], "prolo-organizations"
            )
        ]

    def _item(self, item: Organization) -> list[nodes.Node]:
        place = [] if item.locale is None else aside(item.locale)
        verified = None if item.verified is None else [paragraph(value(self.writer.date(item.verified)))]
        return [
            paragraph(foreign(item.name), *place, *citation(self, item.sources)),
            *self.labelled(
                ("Telephone", None if item.phone is None else [paragraph(telephone(item.phone))]),
                ("Web", None if item.url is None else [paragraph(link(item.url, item.url))]),
                ("Last checked", verified),
            ),
        ]


def setup_organization_list(app: Sphinx) -> None:
    app.add_directive("organization-list", OrganizationListDirective)
