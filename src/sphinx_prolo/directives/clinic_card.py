"""A resolved handout and a clinic in: its contact cards say what the clinic is; the sentences of the facts stay.

Done when a page is made, on a copy of the tree: what was signed is the text, and a clinic's number is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.clinic import Use
from sphinx_prolo.directives.clinic_words import emergencies, numbers, opening, word
from sphinx_prolo.directives.parts import details, foreign, label, link, paragraph, telephone, value
from sphinx_prolo.language import direction_of

if TYPE_CHECKING:
    from sphinx_prolo.clinic import Clinic
    from sphinx_prolo.language import Writer

CARD = "prolo-contact"
# What a field of a card is about, and whether a paragraph is our own and says only what the facts lack.
ABOUT, STOPGAP = "prolo-about", "prolo-stopgap"
CONTACT_FIELDS = ("In an emergency", "Telephone", "Open", "Address")


def fill_cards(tree: nodes.document, clinic: Clinic, writer: Writer) -> None:
    """Write the clinic into every contact card of a tree."""
    for card in list(tree.findall(nodes.admonition)):
        if CARD in card["classes"]:
            _fill(card, clinic, writer)


def _fill(card: nodes.admonition, clinic: Clinic, writer: Writer) -> None:
    fields = [field for field in card.findall(nodes.field) if ABOUT in field]
    said = {field[ABOUT]: [*next(iter(field.findall(nodes.field_body))).children] for field in fields}
    for node in list(card.children[1:]):  # all but the title: the fields are kept in ``said``
        assert isinstance(node, nodes.Element)
        if isinstance(node, nodes.field_list) or "prolo-clinic" in node["classes"]:
            card.remove(node)
    card.insert(1, paragraph(foreign(clinic.name), classes=["prolo-clinic"]))
    card.append(_fields(said, clinic, writer))


def _fields(said: dict[str, list[nodes.Node]], clinic: Clinic, writer: Writer) -> nodes.field_list:
    """The facts' sentences and the clinic's data under the same labels, the emergency first."""
    words = {msgid: writer.labels.text(msgid, "contact-card") for msgid in CONTACT_FIELDS}
    phones = [_phone(number) for number in numbers(clinic, Use.MAIN)]
    after_hours = [
        _phone(number, word(writer, "Outside opening hours"), writer) for number in numbers(clinic, Use.AFTER_HOURS)
    ]
    kept = [node for node in said.get("Telephone", []) if not (phones and _is_stopgap(node))]
    address: list[nodes.Node] = [paragraph(foreign(clinic.place))] if clinic.place else said.get("Address", [])
    pairs: list[tuple[str, list[nodes.Node]]] = [
        (words["In an emergency"], said.get("In an emergency", [])),
        (word(writer, "Emergency number"), [_phone(number) for number in emergencies(clinic)]),
        (words["Telephone"], [*phones, *after_hours, *kept]),
        (word(writer, "If you need an interpreter, call"), [_phone(clinic.interpreter)] if clinic.interpreter else []),
        (words["Open"], [*_hours(clinic, writer), *said.get("Open", [])]),
        (words["Address"], address),
        (word(writer, "Website"), [paragraph(link(clinic.website, clinic.website))] if clinic.website else []),
        (word(writer, "E-mail"), [paragraph(link(clinic.email, f"mailto:{clinic.email}"))] if clinic.email else []),
    ]
    return details((name, content) for name, content in pairs if content)


def _is_stopgap(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and STOPGAP in node


def _phone(number: str, before: str = "", writer: Writer | None = None) -> nodes.paragraph:
    words = [label(writer.labelled(before, ""))] if writer else []
    return paragraph(*words, telephone(number))


def _hours(clinic: Clinic, writer: Writer) -> Iterator[nodes.paragraph]:
    for entry in clinic.hours or ():
        days, times = opening(writer, entry)
        before, _, after = writer.labelled(days, "\0").partition("\0")
        written: list[nodes.Node] = []
        for number, text in enumerate(times):
            written += [nodes.Text(writer.comma)] if number else []
            written.append(_in_order(text) if entry.times else label(text))
        yield paragraph(label(before), *written, nodes.Text(after))


def _in_order(text: str) -> nodes.Node:
    """Times in letters of a left-to-right script, or in none, go left to right; others as the language does."""
    return foreign(text) if direction_of(text) == "ltr" else value(text)
