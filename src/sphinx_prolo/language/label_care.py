"""The labels of the directives about care and people: injections, steps, visits, signs, questions, the clinic."""

from __future__ import annotations

from sphinx_prolo.language.label import Label


def _injection(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "injection-contents")


def _procedure(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "procedure-steps")


def _schedule(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "treatment-schedule")


def _signs(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "warning-signs")


def _factors(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "success-factors")


def _disclaimer(msgid: str, comment: str) -> Label:
    return Label(msgid, f"A whole sentence at the end of a handout. {comment}", "disclaimer")


def _contact(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "contact-card")


def _control(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "document-control")


CARE: tuple[Label, ...] = (
    _injection("What is in the injection", "Caption of a table of medicines and other agents."),
    _injection("Name", "Column head: the name of a medicine or another agent."),
    _injection("What it is for", "Column head; below it stand words such as 'Numbing medicine (anesthetic)'."),
    _injection("Strength", "Column head; below it stand values such as '15%'."),
    _injection("Allergies", "Column head: who may be allergic to the medicine."),
    _injection("Irritant (to start inflammation on purpose)", "What a medicine of an injection is for."),
    _injection("Numbing medicine (anesthetic)", "What a medicine of an injection is for: a local anesthetic."),
    _injection("Liquid to thin the others (diluent)", "What a part of an injection is for."),
    _injection("Other", "What a part of an injection is for: none of the usual purposes."),
    _injection("Used together", "Head of a list; each entry is one or more medicines: 'Dextrose + Lidocaine'."),
    _injection("on its own", "In brackets after a medicine that is used without others: 'Dextrose (on its own)'."),
    _injection("The choice depends on", "Head of a list of what the doctor's choice of medicines depends on."),
    _injection("Strength and amount", "Before 'Ask your clinic': how strong a medicine is and how much is given."),
    _injection("Tell your clinic about all your allergies before an injection.", "A warning below the table."),
    _procedure("How long it takes", "Before a duration: how long the treatment lasts, in the clinic."),
    _procedure("Treated parts of the body", "Before a list such as 'a ligament', 'a tendon'."),
    _procedure("Before", "Head of a list: what happens before the treatment."),
    _procedure("What happens", "Head of a list of steps: what is done in the treatment."),
    _procedure("After", "Head of a list: what happens right after the treatment, still in the clinic."),
    _schedule("How many treatments", "Head of a list of values such as '3–6 visits', each with its source."),
    _schedule("Time for all of them", "Before a duration: the time in which all treatments are given."),
    _schedule("Time between two of them", "Before a duration: how long to wait for the next treatment."),
    _schedule(
        "The sources count different things. Do not compare these numbers.",
        "Below the list, where one source counts visits and another injections.",
    ),
    _schedule("The number depends on", "Head of a list of what the number of treatments depends on."),
    _schedule("When it may help", "Head of sentences about when patients may notice that the treatment helps."),
    _signs("Warning signs", "Title of a box: signs of harm after the treatment."),
    _signs("Get emergency help at once", "Head of a list of signs in the box 'Warning signs'. An order to act now."),
    _signs("Call your clinic on the same day", "Head of a list of signs in the box 'Warning signs'."),
    _signs("Tell your clinic at your next visit", "Head of a list of signs in the box 'Warning signs'; they can wait."),
    _signs("Whom to call", "Before a telephone number or a person, or a line to write on."),
    _signs("Ask your clinic before you go home", "After 'Whom to call:', where nobody has said whom to call."),
    _signs(
        "Our sources do not say which signs mean that you need help. Before you go home, ask your clinic which signs "
        "to look for and whom to call, day and night.",
        "In the box 'Warning signs', where no source names any.",
    ),
    _factors("What you can do", "Head of a list of what patients can do so that the treatment works better."),
    _factors("What your doctor or nurse can do", "Head of a list: what helps the treatment, done by those who treat."),
    _factors("What else matters", "Head of a list of what nobody can change but what matters for the outcome."),
    _disclaimer("We do not know how well this treatment works. More research is needed.", "About the evidence."),
    _disclaimer(
        "This handout was translated. If something is unclear or seems wrong, ask your clinic before you act on it.",
        "Printed in translations only.",
    ),
    _disclaimer(
        "That a person, a product or an organization is named here does not mean that we recommend it.",
        "No endorsement.",
    ),
    _contact("Your clinic", "Title of a box with the name, telephone number and address of the clinic."),
    _contact("In an emergency", "Before a sentence that says what to do."),
    _contact("Telephone", "Before telephone numbers."),
    _contact("Open", "Before the hours when somebody is there."),
    _contact("Address", "Before the address of the clinic, which is not translated."),
    _control("Version", "Before a number such as 1.0."),
    _control("Status", "Before 'Draft' or 'Final'."),
    _control("Final", "Status of a handout: it may be given to patients."),
    Label(
        "This text has problems that must be solved",
        "Why a handout is a draft. The program found mistakes, such as a missing value.",
        "draft",
    ),
)
