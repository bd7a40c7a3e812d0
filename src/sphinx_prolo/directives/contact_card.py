"""``.. contact-card::`` the clinic's numbers and place in, a box with them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_prolo.directives.clinic_card import ABOUT, CARD, STOPGAP
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import adorned, box, details, foreign, label, paragraph, telephone

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import ContactCard, Telephone


class ContactCardDirective(ListDirective["ContactCard"]):
    """Whom to call, when and where. The emergency comes first.

    Printed for a clinic, its data come into the card (see clinic_card): each field says what it is about.
    """

    section = "contact-card"
    option_spec: ClassVar = {}

    def render(self, section: ContactCard) -> list[nodes.Node]:
        name = [] if section.name is None else [paragraph(foreign(section.name), classes=["prolo-clinic"])]
        address = [] if section.address is None else [paragraph(foreign(section.address))]
        phones = [self._phone(phone) for phone in section.phones]
        ask = paragraph(label(self.labels.text("Ask your clinic")))
        ask[STOPGAP] = True
        pairs: dict[str, list[nodes.Node]] = {
            "In an emergency": self.said(section.emergency, "after 'In an emergency:'", section),
            "Telephone": [*phones] or [ask],
            "Open": self.said(section.hours, "after 'Open:', the hours of the clinic", section),
            "Address": [*address],
        }
        found = {msgid: content for msgid, content in pairs.items() if content}
        fields = details((self.word(msgid), content) for msgid, content in found.items())
        for field, msgid in zip(fields.children, found, strict=True):
            assert isinstance(field, nodes.field)
            field[ABOUT] = msgid
        return [box(self.word("Your clinic"), [*name, fields], CARD)]

    def _phone(self, phone: Telephone) -> nodes.Node:
        number = telephone(phone.number)
        said = self.said(phone.label, "before a telephone number: when or for what to call it", phone)
        if not said:
            alone = paragraph(number)
            alone[STOPGAP] = True  # a clinic's own numbers take its place
            return alone
        assert isinstance(said[0], nodes.paragraph)
        return adorned(said[0], after=[nodes.Text(self.writer.labelled("", "")), number])


def setup_contact_card(app: Sphinx) -> None:
    app.add_directive("contact-card", ContactCardDirective)
