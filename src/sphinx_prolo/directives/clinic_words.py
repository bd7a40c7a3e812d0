"""A clinic and a writer in, what the clinic's data are called in the reader's language out, for card and letterhead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_prolo.clinic import Use

if TYPE_CHECKING:
    from sphinx_prolo.clinic import Clinic, Hours
    from sphinx_prolo.language import Writer


def word(writer: Writer, msgid: str) -> str:
    """A word of ours for letterheads."""
    return writer.labels.text(msgid, "letterhead")


def opening(writer: Writer, hours: Hours) -> tuple[str, list[str]]:
    """The days of an entry, and the times of each day, or the word for none and for all."""
    if hours.is_daily:
        days = word(writer, "Every day")
    else:
        days = writer.comma.join(writer.days(first, last) for first, last in hours.runs)
    if hours.is_always:
        return days, [word(writer, "Day and night")]
    return days, [writer.times(start, end) for start, end in hours.times] or [word(writer, "Closed")]


def numbers(clinic: Clinic, use: Use) -> list[str]:
    """The numbers of the clinic for a use, in their order."""
    return [phone.number for phone in clinic.phones if phone.use is use]


def emergencies(clinic: Clinic) -> list[str]:
    """The number for emergencies of the region, then the clinic's own."""
    return [*([clinic.emergency] if clinic.emergency else []), *numbers(clinic, Use.EMERGENCY)]


def calls(clinic: Clinic, writer: Writer) -> Iterator[tuple[str, list[str]]]:
    """What to call, each with its word before it; what there is none of is left out."""
    lines = (
        (writer.labels.text("Telephone", "contact-card"), numbers(clinic, Use.MAIN)),
        (word(writer, "Outside opening hours"), numbers(clinic, Use.AFTER_HOURS)),
        (word(writer, "Emergency number"), emergencies(clinic)),
    )
    return ((label, found) for label, found in lines if found)


def interpreter(clinic: Clinic, writer: Writer) -> Iterator[tuple[str, list[str]]]:
    """The number for an interpreter, with its word, where there is one."""
    if clinic.interpreter:
        yield word(writer, "If you need an interpreter, call"), [clinic.interpreter]
