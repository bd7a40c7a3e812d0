"""``.. contact-card::`` the clinic's numbers and place in, a box with them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import adorned, box, foreign, label, paragraph, telephone

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import ContactCard, Telephone


class ContactCardDirective(ListDirective["ContactCard"]):
    """Whom to call, when and where. The emergency comes first."""

    section = "contact-card"
    option_spec: ClassVar = {}

    def render(self, section: ContactCard) -> list[nodes.Node]:
        name = [] if section.name is None else [paragraph(foreign(section.name), classes=["prolo-clinic"])]
        address = [] if section.address is None else [paragraph(foreign(section.address))]
        phones = [self._phone(phone) for phone in section.phones]
        content = self.labelled(
            ("In an emergency", self.said(section.emergency, "after 'In an emergency:'", section)),
            ("Telephone", phones or [paragraph(label(self.labels.text("Ask your clinic")))]),
            ("Open", self.said(section.hours, "after 'Open:', the hours of the clinic", section)),
            ("Address", address),
        )
        return [box(self.word("Your clinic"), [*name, *content], "prolo-contact")]

    def _phone(self, phone: Telephone) -> nodes.Node:
        number = telephone(phone.number)
        said = self.said(phone.label, "before a telephone number: when or for what to call it", phone)
        if not said:
            return paragraph(number)
        assert isinstance(said[0], nodes.paragraph)
        return adorned(said[0], after=[nodes.Text(self.writer.labelled("", "")), number])


def setup_contact_card(app: Sphinx) -> None:
    app.add_directive("contact-card", ContactCardDirective)
