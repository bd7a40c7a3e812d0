"""The labels without a count: heads and words of tables and lists, and what is printed on every page."""

from __future__ import annotations

from sphinx_prolo.language.label import Label


def _risk(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "risk-table")


def _care(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "aftercare-checklist")


def _page(msgid: str, comment: str) -> Label:
    return Label(msgid, comment, "page")


def _reason(msgid: str, comment: str, plural: str | None = None) -> Label:
    return Label(msgid, f"Why a handout is a draft. {comment}", "draft", plural)


RISK_TABLE: tuple[Label, ...] = (
    _risk("Possible harms", "Caption of the table of side effects and complications."),
    _risk("Effect", "Column head: the name of a side effect or complication."),
    _risk("What can happen", "Column head: the side effect or complication, for patients."),
    _risk("What it means", "Column head: the effect explained in plain words."),
    _risk("How serious", "Column head; below it stand words such as 'Mild' and 'Severe'."),
    _risk("How often", "Column head; below it stand frequencies such as 'may affect up to 1 in 10 people'."),
    _risk("When it starts", "Column head; below it stand times such as '1–3 days'."),
    _risk("How long it lasts", "Column head; below it stand durations such as '1–3 weeks'."),
    _risk("What to do", "Column head: what the patient should do when it happens."),
    _risk("Serious", "Says of one effect that it is serious: dangerous, or it may need a hospital."),
    _risk("Not serious", "Says of one effect that it is not serious."),
    _risk("Serious harms", "Head of a group of rows."),
    _risk("Mild effects", "Head of a group of rows: effects that are neither serious nor strong."),
    _risk("Other effects", "Head of a group of rows: effects that are not serious, but not mild either."),
    _risk("Mild", "Degree of an effect."),
    _risk("Moderate", "Degree of an effect: between mild and severe."),
    _risk("Severe", "Degree of an effect: strong. Not the same word as 'serious', if your language has two."),
    _risk("Life-threatening", "Degree of an effect: the patient can die of it."),
)

AFTERCARE: tuple[Label, ...] = (
    _care("After your treatment", "Caption of the list of what to do at home."),
    _care("Do", "Head of the list of what the patient should do."),
    _care("Do not", "Head of the list of what the patient should not do. It must be seen to be a prohibition."),
    _care("Medicines you can take", "Head of a list of medicines that are fine."),
    _care("Medicines to avoid", "Head of a list of medicines that the patient must not take."),
    _care("You can start again", "Head of a list of activities, each with the time after which it is allowed."),
    _care("How often", "Before a value: 'How often: 3 times per day'."),
    _care("How long each time", "Before a value: 'How long each time: 10–15 minutes'."),
    _care("When", "Before a value: the time after the treatment in which it applies, 'When: 1–5 days'."),
    _care(
        "For how long",
        "Before a value: 'For how long: 1–5 days' is how long a medicine may be taken, or how long something must be "
        "avoided.",
    ),
    _care("Until", "Before a sentence or a value that says when it ends."),
    _care("Why", "Before the reason."),
    _care("After", "Before a value: 'After: 2 weeks' is the waiting time before an activity is allowed again."),
    _care("For example", "Before examples."),
    _care("Activity", "Column head: what the patient does in daily life."),
    _care("Medicine", "Column head."),
    _care("Done", "Head of the column of boxes that the patient ticks."),
)

SOURCES: tuple[Label, ...] = (
    Label("Source", "Before the name of one source of a fact."),
    Label("Sources", "Head of the list of sources."),
    Label("Sells this treatment", "Said of a source that earns money with the treatment."),
    Label("The sources do not agree. All values are shown.", "A note below values from several sources."),
    Label("Not stated in the sources", "In place of a value that no source gives."),
    Label("Guideline", "Kind of source.", "source"),
    Label("Systematic review", "Kind of source: a study of all studies.", "source"),
    Label("Clinical trial", "Kind of source.", "source"),
    Label("Website for professionals", "Kind of source.", "source"),
    Label("Website of a clinic", "Kind of source.", "source"),
    Label("Blog", "Kind of source: a personal website.", "source"),
    Label("Web page", "Kind of source: a page on the web; nobody is named as its publisher.", "source"),
)

PAGE: tuple[Label, ...] = (
    Label("{label}: {value}", "Joins a label and its value; change only the colon and the spaces to your usage."),
    Label("{text} ({detail})", "Adds a detail to a text; change only the brackets and the spaces to your usage."),
    Label("Yes", "An answer in a table."),
    Label("No", "An answer in a table."),
    Label("Note", "Head of a remark."),
    Label("Important", "Head of a remark that must be read."),
    Label("Warning", "Head of a remark about a danger."),
    Label("Contents", "Head of the table of contents."),
    Label("Ask your clinic", "What to do where nothing is known, and before a telephone number."),
    Label(
        "This handout is for information. It does not replace the advice of your doctor or nurse.",
        "At the end of every handout.",
    ),
    _page("Patient information", "Head of the first page: what kind of paper this is."),
    _page("Your name", "Before a line to write on."),
    _page("Date", "Before a line to write on: the day of the treatment."),
    _page("Page {page} of {pages}", "Foot of every page, for example 'Page 1 of 2'."),
    _page("Version {version}", "Foot of every page; {version} is a number such as 1.0."),
    _page("Published", "Foot of every page: before a date."),
    _page("Review by", "Foot of every page: before the date by which the text must be checked again."),
    _page("Language", "Foot of every page: before the name of the language."),
    _page("Draft", "Short mark of a handout that is not finished."),
    _page("Draft – do not give to patients", "Band on every page of a handout that is not finished."),
    _page("Not yet translated", "Mark at a sentence that is still in the source language."),
    _page("Shown in {language}", "Mark at a sentence in another language, for example 'Shown in English'."),
)

DRAFT: tuple[Label, ...] = (
    _reason("This translation was made by a machine", "No person has translated it."),
    _reason("This translation has not been checked by a medical translator", "The checker is a second person."),
    _reason("This text has not been signed by a clinician", "No doctor or nurse has approved the facts."),
    _reason("This text has changed since it was checked", "The approval is older than the text."),
    _reason("The review date of this text has passed", "It must be checked again."),
    _reason("There is no translation into this language yet", "The whole text is in the source language."),
    _reason("{n} sentence is not translated", "{n} is in digits.", "{n} sentences are not translated"),
    _reason(
        "{n} translation is marked as uncertain",
        "The 'fuzzy' mark of a catalogue.",
        "{n} translations are marked as uncertain",
    ),
    _reason(
        "{n} translation was refused by a safety check",
        "The source sentence is printed instead.",
        "{n} translations were refused by a safety check",
    ),
    _reason(
        "{n} translation has to be looked at by a person",
        "A check found something that may be wrong.",
        "{n} translations have to be looked at by a person",
    ),
)
