"""The labels that hold a number: units that CLDR does not name, times a day, bounds, frequencies."""

from __future__ import annotations

from sphinx_prolo.language.label import Label
from sphinx_prolo.quantity import TIME, Unit

_DIGITS = (
    "{n} is a number or a range, in digits. Every plural form must keep {n}, also where your language would write one "
    "or two as a word, because a dose must show its digit."
)
_NOMINATIVE = (
    "{quantity} is filled in as it stands in a list (nominative), for example '10 weeks'. Choose words that do not "
    "change the case of what follows, or put them after it."
)
_OFFICIAL = (
    "The official wording of your medicines authority for patients (for Europe: EMA QRD template), without the name of "
    "the band. {n} is 1, {of} is 10, 100, 1,000 or 10,000; the plural form is that of {of}."
)
_CLDR = (
    "Leave empty unless your language is not in CLDR or CLDR's word is wrong: units come from CLDR. If filled, keep "
    "the placeholder in every plural form."
)


def _count(singular: str, plural: str, comment: str, context: str = "count") -> Label:
    return Label(f"{{n}} {singular}", f"{comment} {_DIGITS}", context, f"{{n}} {plural}")


def each(per: Unit) -> str:
    """The end of the labels for how often in a time: ``a day``, ``an hour``."""
    return f"an {per}" if per is Unit.HOUR else f"a {per}"


def _times(per: Unit) -> Label:
    return Label(
        f"{{n}} time {each(per)}",
        f"How often something is done, for example '3 times {each(per)}'. {_DIGITS}",
        "times",
        f"{{n}} times {each(per)}",
    )


COUNTS: tuple[Label, ...] = (
    _count("visit", "visits", "A visit to the clinic for treatment."),
    _count("session", "sessions", "A treatment session, in which one or more injections may be given."),
    _count("injection", "injections", "A single injection with a needle."),
    _count("round", "rounds", "A round of treatment: all injections of one time, before the next round."),
    *(_times(per) for per in TIME),
    Label("up to {quantity}", f"Not more than. {_NOMINATIVE}", "bound"),
    Label("at least {quantity}", f"Not less than. {_NOMINATIVE}", "bound"),
    Label("about {quantity}", f"Approximately. {_NOMINATIVE}", "bound"),
    Label("typical: {quantity}", f"A source says that this is the usual value. {_NOMINATIVE}", "qualifier"),
    Label("minimum: {quantity}", f"A source says that this is the smallest value. {_NOMINATIVE}", "qualifier"),
    Label("maximum: {quantity}", f"A source says that this is the largest value. {_NOMINATIVE}", "qualifier"),
    Label("up to: {quantity}", f"A source says 'up to' this value. {_NOMINATIVE}", "qualifier"),
    Label("reported: {quantity}", f"A source reports this value. {_NOMINATIVE}", "qualifier"),
    Label("{n} in {of}", "A frequency, for example '1 in 100'. The order of the two numbers may change.", "frequency"),
    Label(
        "{n} in {of} people",
        "How many people get an effect, for example '3 in 100 people'; the plural form is that of {of}.",
        "frequency",
        "{n} in {of} people",
    ),
    Label("Very common", "Official name of a frequency band (CIOMS): 1 in 10 or more.", "frequency"),
    Label("Common", "Official name of a frequency band: less than 1 in 10.", "frequency"),
    Label("Uncommon", "Official name of a frequency band: less than 1 in 100.", "frequency"),
    Label("Rare", "Official name of a frequency band: less than 1 in 1,000.", "frequency"),
    Label("Very rare", "Official name of a frequency band: less than 1 in 10,000.", "frequency"),
    Label("Not known", "Official name of a frequency band: nobody has counted.", "frequency"),
    Label("may affect more than {n} in {of} people", _OFFICIAL, "frequency", "may affect more than {n} in {of} people"),
    Label("may affect up to {n} in {of} people", _OFFICIAL, "frequency", "may affect up to {n} in {of} people"),
    Label(
        "frequency cannot be estimated from the available data",
        "The official wording of your medicines authority; printed after 'Not known'.",
        "frequency",
    ),
    Label("Not known does not mean rare.", "A note below a table.", "frequency"),
    *(Label(f"{{n}} {unit}", _CLDR, "unit", f"{{n}} {unit}s", optional=True) for unit in TIME),
    *(Label(f"{{quantity}} per {per}", _CLDR, "unit", optional=True) for per in TIME),
)
