"""The labels of what is known and how surely: evidence, numbers of people, reports, options, the list of sources."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_prolo.language.label import Label

_LEVELS = ("high", "moderate", "low", "very-low")
_DO_NOT_KNOW = "We do not know how well this works."
_HELPS_VERY_LOW = "This treatment may help, but the evidence is very uncertain."
_WORSE_VERY_LOW = "This treatment may make this worse, but the evidence is very uncertain."
_DISAGREE = "Studies do not agree on whether this treatment helps."
_NOT_MEASURED = "We do not know whether this treatment helps."

# Santesso et al., GRADE guidelines 26 (2020): high states the effect, moderate says "probably", low "may", and at very
# low the evidence itself is uncertain, whatever the size. (direction, size) -> a sentence for each level.
_SENTENCES: Mapping[tuple[str, str], tuple[str, str, str, str]] = {
    ("better", "large"): (
        "This treatment helps a lot.",
        "This treatment probably helps a lot.",
        "This treatment may help a lot.",
        _HELPS_VERY_LOW,
    ),
    ("better", "moderate"): (
        "This treatment helps.",
        "This treatment probably helps.",
        "This treatment may help.",
        _HELPS_VERY_LOW,
    ),
    ("better", "small"): (
        "This treatment helps a little.",
        "This treatment probably helps a little.",
        "This treatment may help a little.",
        _HELPS_VERY_LOW,
    ),
    ("no-difference", ""): (
        "This treatment makes little or no difference.",
        "This treatment probably makes little or no difference.",
        "This treatment may make little or no difference.",
        "This treatment may make little or no difference, but the evidence is very uncertain.",
    ),
    ("worse", "small"): (
        "This treatment makes this a little worse.",
        "This treatment probably makes this a little worse.",
        "This treatment may make this a little worse.",
        _WORSE_VERY_LOW,
    ),
    ("worse", "moderate"): (
        "This treatment makes this worse.",
        "This treatment probably makes this worse.",
        "This treatment may make this worse.",
        _WORSE_VERY_LOW,
    ),
    ("worse", "large"): (
        "This treatment makes this much worse.",
        "This treatment probably makes this much worse.",
        "This treatment may make this much worse.",
        _WORSE_VERY_LOW,
    ),
    ("mixed", ""): (_DISAGREE, _DISAGREE, _DISAGREE, "Studies do not agree, and the evidence is very uncertain."),
    ("unknown", ""): (_NOT_MEASURED, _NOT_MEASURED, _NOT_MEASURED, _NOT_MEASURED),
}

_FINDING = (
    "A finding of studies, printed after the name of an outcome such as 'Pain:'. How sure the sentence sounds is part "
    "of its meaning (GRADE): keep 'probably' (moderate certainty), 'may' (low) and 'very uncertain' (very low) apart "
    "from one another and from a plain statement (high). 'This' is the outcome."
)


def finding(certainty: str, direction: str, size: str = "") -> str:
    """The sentence, in English, for a finding: the msgid of a label with the context ``evidence-summary``.

    ``certainty``, ``direction`` and ``size`` are the words of a facts file. What nobody has assessed says only so.
    """
    if certainty == "not-assessed":
        return _DO_NOT_KNOW
    size = size or ("moderate" if direction in ("better", "worse") else "")
    return _SENTENCES[direction, size][_LEVELS.index(certainty)]


def _evidence(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "evidence-summary")


def _icons(msgid: str, comment: str, plural: str | None = None) -> Label:
    return Label(msgid, comment, "icon-array", plural)


def _reports(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "reported-outcomes")


def _options(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "treatment-comparison")


def _source(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "source")


_LEVEL = "How sure one can be of a finding (GRADE); printed after 'How sure we are:', with circles behind it."

EVIDENCE: tuple[Label, ...] = (
    *(
        _evidence(msgid, _FINDING)
        for msgid in dict.fromkeys([_DO_NOT_KNOW, *(one for level in _SENTENCES.values() for one in level)])
    ),
    _evidence("Who was studied", "Before the people who took part in studies."),
    _evidence("Compared with", "Before what people in a study had instead of the treatment."),
    _evidence("Measured after", "Before a length of time."),
    _evidence("Studies", "Before a number."),
    _evidence("People in these studies", "Before a number."),
    Label("How sure we are", "Before a level of certainty, such as 'Low'.", "certainty"),
    *(Label(word, _LEVEL, "certainty") for word in ("High", "Moderate", "Low", "Very low")),
    Label("Not assessed", "Nobody has judged how sure one can be of a finding.", "certainty"),
    _icons(
        "Of {n} person in each group",
        "Caption of a table with a column for each group of patients; below it stands how many of the {n} had what.",
        "Of {n} people in each group",
    ),
    _icons("Result", "Column head; below it stand things such as 'Much less pain'."),
    _icons("Comparison", "Below the name of a group: what the treatment is compared with."),
    _icons("Had this", "After a filled circle, before a number: 'Had this: 7 in 100 people'."),
    _icons("Did not have this", "After an empty circle, before a number: 'Did not have this: 93 in 100 people'."),
    _icons("Within", "Before a length of time: 'Within: 6 months'."),
    _reports("What people report", "Head of a list of things that people say of a treatment."),
    _reports("Reported rate", "Before a value such as '80–90%': how many people are said to get better."),
    _reports("Reported by", "Before those who report a rate, such as 'Doctors who give the treatment'."),
    _reports("From what people tell. Nobody has counted or compared.", "The basis of reports."),
    _reports("From a survey. People were asked, but not compared with others.", "The basis of reports."),
    _reports("From trials, which compare people who had the treatment with others.", "The basis of reports."),
    _reports("Studies have not shown this.", "A warning after a report. It must sound as a plain statement."),
    _options("Your options", "Caption of a table that compares treatments, and having no treatment."),
    _options("Option", "Column head; below it stand the names of treatments."),
    _options("What it contains", "Head of a row: what is used or injected."),
    _options("How it is done", "Head of a row."),
    _options("How many visits", "Head of a row; beside it stand values such as '3–6 visits'."),
    _options("How well it works", "Head of a row: what is known of how well it works."),
    _options("For it", "Head of a row: what speaks for a treatment."),
    _options("Against it", "Head of a row: what speaks against a treatment."),
    _options("Does not apply", "In a table cell: the question makes no sense for having no treatment."),
    _source("Published", "Before the date when a source was published."),
    _source("Read on", "Before the date when a source on the web was read."),
    _source("Does not sell this treatment", "Said of a source that earns no money with the treatment."),
    _source("Not known whether it sells this treatment", "Said of a source that may earn money with the treatment."),
)
