"""Opening hours as data: days of the week and times of the day, which each language writes in its own way."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sphinx_prolo.records import BROKEN, Judgement, Map, Seq, Shape

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as datetime counts them: Monday is 0
DAILY, ALWAYS, CLOSED = "daily", "always", "closed"

Times = tuple[datetime.time, datetime.time]
"""From when to when; an end before its start is in the next morning, and 00:00 as an end is midnight."""

_TIMES = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\s*[-–]\s*([01][0-9]|2[0-4]):([0-5][0-9])", re.ASCII)
_NAMES = {
    word: number
    for number, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    for word in (day, day[:3])
}


def _days(value: Any) -> tuple[int, ...]:
    """The days of one run (mon-fri) or of several; a run may go over the end of the week (sat-mon)."""
    if value == DAILY:
        return tuple(range(7))
    found: list[int] = []
    for item in value if isinstance(value, (Seq, list, tuple)) else (value,):
        first, dash, last = str(item).lower().replace("–", "-").partition("-")
        ends = [_NAMES.get(name.strip()) for name in ((first, last) if dash else (first,))]
        if not isinstance(item, str) or None in ends:
            known = ", ".join(DAYS)
            message = f"must be days: {known}, a run such as mon-fri, a list of them, or '{DAILY}'"
            raise PydanticCustomError("clinic-days", message)
        start, end = int(ends[0] or 0), int(ends[-1] or 0)
        found += [day % 7 for day in range(start, (end if end >= start else end + 7) + 1)]
    if not found or len(set(found)) < len(found):
        raise PydanticCustomError("clinic-days", "names a day twice, or none; write each day once")
    return tuple(found)


def _times(value: Any) -> tuple[Times, ...]:
    if value == CLOSED:
        return ()
    if value == ALWAYS:
        return ((datetime.time(0), datetime.time(0)),)
    found = []
    for item in value if isinstance(value, (Seq, list, tuple)) else (value,):
        match = _TIMES.fullmatch(item.strip()) if isinstance(item, str) else None
        parts = match.groups() if match else ("0", "0", "0", "0")
        if parts[:2] == parts[2:] or (parts[2] == "24" and parts[3] != "00"):
            message = "must be times of the day, such as 08:00-17:30, a list of them, 'always' or 'closed'"
            raise PydanticCustomError("clinic-times", message)
        start, end = (datetime.time(int(hour) % 24, int(minute)) for hour, minute in (parts[:2], parts[2:]))
        found.append((start, end))
    if any(start < before[1] or before[1] <= before[0] for before, (start, _end) in itertools.pairwise(found)):
        raise PydanticCustomError("clinic-times", "overlap; write them in the order of the day")
    if not found:
        raise PydanticCustomError("clinic-times", "are missing; write times such as 08:00-17:30, or 'closed'")
    return tuple(found)


Days = Annotated[tuple[int, ...], PlainValidator(_days), WithJsonSchema({"type": ["string", "array"]})]
OpenTimes = Annotated[tuple[Times, ...], PlainValidator(_times), WithJsonSchema({"type": ["string", "array"]})]


class Hours(Shape):
    """When somebody is there on some days of the week."""

    days: Days
    """``mon``, a run such as ``mon-fri``, a list of them, or ``daily``."""
    times: OpenTimes
    """``08:00-17:30``, a list of such times, ``always`` (day and night) or ``closed``."""

    @property
    def is_daily(self) -> bool:
        """Whether it holds on all days of the week."""
        return len(self.days) == 7

    @property
    def is_always(self) -> bool:
        """Whether somebody is there day and night."""
        return self.times == ((datetime.time(0), datetime.time(0)),)

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The days as runs from one to another, in their order: (0, 4) is Monday to Friday."""
        found: list[tuple[int, int]] = []
        for day in self.days:
            if found and day == (found[-1][1] + 1) % 7:
                found[-1] = (found[-1][0], day)
            else:
                found.append((day, day))
        return tuple(found)


def judge_week(hours: object, judgement: Judgement) -> None:
    """Complain of a day that two entries speak of: nobody would know which one holds."""
    seen: dict[int, int] = {}
    for entry in hours if isinstance(hours, Seq) else ():
        written = entry.get("days") if isinstance(entry, Map) else None
        if written is None or written is BROKEN or not isinstance(entry, Map):
            continue
        try:
            days = _days(written)
        except PydanticCustomError:
            continue
        for day in days:
            first = seen.setdefault(day, entry.lines["days"])
            if first != entry.lines["days"]:
                message = f"'{DAYS[day]}' stands in line {first} too; say of each day once when the clinic is open"
                judgement.complain(entry.lines["days"], "clinic-days", message)


def _one_or_all(value: Any) -> Any:
    """``hours: always`` says it of every day."""
    return [{"days": DAILY, "times": ALWAYS}] if value == ALWAYS else value


Week = Annotated[tuple[Hours, ...], BeforeValidator(_one_or_all), Field(min_length=1)]
