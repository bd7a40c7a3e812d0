"""The labels of the list directives: what a treatment is, for whom, how it works, who gives it."""

from __future__ import annotations

from sphinx_prolo.language.label import Label

_HEAD = "Head of a list."
_IF = "Head of a list; each entry goes on where it ends, as in 'your pain comes back'."

KEY_POINTS = (Label("In short", "Title of the box with the most important points, at the top.", "key-points"),)


def _summary(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "treatment-summary")


SUMMARY = (
    _summary("What it is", "Before what the treatment is, in one sentence."),
    _summary("Kind of treatment", "Before one of the four kinds, such as 'Standard: doctors usually give it'."),
    _summary("Standard: doctors usually give it", "Kind of treatment: mainstream."),
    _summary("Complementary: given together with standard treatment", "Kind of treatment."),
    _summary("Alternative: given in place of standard treatment", "Kind of treatment."),
    _summary("Experimental: still being tested", "Kind of treatment."),
    _summary("What it is meant to do", "Before its goals. It must not sound as if the goals were always reached."),
    _summary("Where you get it", "Before the kind of place: 'in an outpatient clinic'."),
    _summary("What doctors think of it", "Before how widely it is used and how it is seen."),
    _summary("Where it comes from", "Before its history."),
)

VOCABULARY = (
    Label(
        "This name is also used for",
        "Below another name of the treatment, before what else the name means.",
        "synonym-list",
    ),
)


def _mechanism(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "mechanism-steps")


MECHANISM = (
    _mechanism(
        "This is how the treatment is thought to work. It is a theory.",
        "Before numbered steps that nobody has proved.",
    ),
    _mechanism(
        "Nobody knows how the treatment works. These are ideas, not facts.",
        "Before numbered steps that are guesses.",
    ),
)


def _indication(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "indication-list")


def _eligibility(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "eligibility-criteria")


def _contraindication(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "contraindication-list")


SUITABILITY = (
    _indication("Stage", "Before 'New (acute)', 'Lasting (chronic)' or 'New or lasting': how long one has had it."),
    _indication("New (acute)", "Stage of a condition."),
    _indication("Lasting (chronic)", "Stage of a condition."),
    _indication("New or lasting", "Stage of a condition."),
    _indication("Where", "Before parts of the body or forms of a condition: 'Where: knee, tennis elbow'."),
    _eligibility("It may be right for you if", _IF),
    _eligibility("It may not be right for you if", _IF),
    _eligibility("What to try first", "Head of a list of other treatments."),
    _eligibility("Wait before you think about it if", _IF),
    _eligibility("When it is used", "Head of sentences: early or late in the course of an illness."),
    _eligibility("For how long", "Before a time that a pain or an illness must have lasted: 'at least 2 months'."),
    _eligibility("How long to wait", "Before a time: '6–8 weeks'."),
    _eligibility("Ask your doctor if the treatment is right for you.", "Below the lists for and against."),
    _contraindication(
        "You must not have this treatment if you have", "Head of a list of illnesses. It must be seen to forbid."
    ),
    _contraindication("If you have one of these, your doctor must decide", f"{_HEAD} The doctor weighs the risk."),
    _contraindication("Tell your clinic before the treatment if you have", "Head of a list of illnesses."),
    _contraindication("What to do", "Before what the patient should do."),
    _contraindication("Our sources do not say who must not have this treatment.", "In a box 'Ask your clinic'."),
)


def _organization(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "organization-list")


PROVIDERS = (
    Label("Training", "Before the training that a doctor needs.", "practitioner-list"),
    _organization("Authorities", f"{_HEAD} Public bodies that watch over treatments."),
    _organization("Whom you can ask", f"{_HEAD} Organizations that answer questions."),
    _organization("Clinics", f"{_HEAD} Places that treat patients."),
    _organization("Who trains doctors", f"{_HEAD} Organizations that train doctors in the treatment."),
    _organization("Other organizations", f"{_HEAD} They stand after those of a known kind, or alone."),
    _organization("Telephone", "Before a number."),
    _organization("Web", "Before an address of the web."),
    _organization("Last checked", "Before the date on which somebody made sure that a name and number are right."),
)

LISTS: tuple[Label, ...] = (*KEY_POINTS, *SUMMARY, *VOCABULARY, *MECHANISM, *SUITABILITY, *PROVIDERS)
