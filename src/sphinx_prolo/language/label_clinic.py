"""The labels of what stands around the text: who signed it, the clinic's letterhead, lines to write on, links."""

from __future__ import annotations

from sphinx_prolo.language.label import Label


def _control(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "document-control")


def _clinic(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "letterhead")


def _link(msgid: str, comment: str) -> Label:
    return Label(msgid, f"Read aloud for a link of the PDF. {comment}", "link")


SIGNATURES: tuple[Label, ...] = (
    _control("Translation", "Head of a few lines: from what, by whom and when the handout was translated."),
    _control("Translated from", "Before a language and a version: 'Translated from: English, version 1.0'."),
    _control("{language}, version {version}", "After 'Translated from:', for example 'English, version 1.0'."),
    _control("Translated by", "Before the name of the translator."),
    _control("Checked by", "Before the name of the second person who has checked the translation."),
    _control("Approved by", "Before the name of the doctor or nurse who has approved the text."),
    _control("Signed on", "Before the date of a signature."),
    _control("Not signed yet", "In place of a name: nobody has signed the text."),
    Label(
        "The text in the source language has changed since it was signed",
        "Why a handout is a draft. A doctor or nurse has to sign the source again, then the translation is checked.",
        "draft",
    ),
)

LETTERHEAD: tuple[Label, ...] = (
    _clinic("Emergency number", "Before the telephone number for emergencies, for example 112."),
    _clinic("If you need an interpreter, call", "Before a telephone number."),
    _clinic("Website", "Before a web address."),
    _clinic("E-mail", "Before an e-mail address."),
    _clinic("Closed", "After a day or days of the week, in the opening hours: nobody is there."),
    _clinic("Outside opening hours", "Before a telephone number to call when the clinic is closed."),
    _clinic("Every day", "Before opening hours that are the same on all seven days of the week."),
    _clinic("Day and night", "In place of opening hours: somebody is always there."),
    _clinic("Logo of {name}", "Read aloud for the picture at the head of the page. {name} is the name of the clinic."),
    _clinic("Next appointment", "Before a line to write on: when the patient comes again."),
    _clinic("Notes", "Head of some empty lines to write on."),
    _clinic("This handout on the web", "Beside a code to scan with a telephone; the web address stands below it."),
    _clinic("Code to scan with your telephone; it leads to {address}", "Read aloud for the picture of the code."),
    Label("Large print", "Head of every page of an edition with large letters, for people who see badly.", "page"),
    Label("In two languages", "Head of every page of an edition with two languages side by side.", "page"),
)

LINKS: tuple[Label, ...] = (
    _link("Web page: {address}", "{address} is a web address."),
    _link("Send an e-mail to {address}", "{address} is an e-mail address."),
    _link("Call {number}", "{number} is a telephone number."),
    _link("Go to: {title}", "{title} is a heading or a page of this handout."),
)
