"""A text in, the numbers that are typed in it out: digits of every script, marks, signs, fractions, times of day."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from sphinx_prolo.lexicon import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = " \u00a0\u2009\u202f"
_SPACE = re.compile(f"[{_SPACES}]")
_LONGEST = 15  # digits of one number; a row of more is something else
_PIECE = re.compile(rf"\d{{1,{_LONGEST}}}")
_FOREIGN = re.compile(r"[^\D0-9]")
_VULGAR = "\u00bc-\u00be\u2150-\u215e\u2189"
_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2473"
_DIGIT = re.compile(rf"[\d{_VULGAR}{_RAISED}]")
_TOKEN = re.compile(
    rf"""
    (?P<hour>(?<![\d.,:/])\d{{1,2}}) \s?[:：hH]\s? (?P<minute>[0-5]\d) (?![\d:：])
    | (?P<whole>(?<![\d.,/])\d{{1,3}} [ \u00a0]?)? (?: (?P<vulgar>[{_VULGAR}])
        | (?<![\d.,/]) (?P<top>\d{{1,2}}) [/⁄] (?P<bottom>\d{{1,2}}) (?![\d/]|[.,]\d) )
    | (?P<raised>[{_RAISED}]+)
    | (?P<run>\d+(?:[.,．·٫٬،'’]\d+|[{_SPACES}]\d{{3}}(?!\d))*)
    """,
    re.VERBOSE,
)
# What makes a number negative: a sign that is no range, or a word for it (that stands alone, where words do).
_SIGNS = frozenset("-−–‑")
_MINUS = re.compile(r"(?<![^\s(\[<>≤≥~≈])(?<!\d )[-−–‑]$")
_MINUS_GLUED = ("零下", "负", "負", "マイナス", "영하")
_MINUS_WORDS = ("minus", "минус", "мінус", "ลบ", "âm", "منفی", "سالب", "ناقص", "माइनस", "ऋण", "মাইনাস", "מינוס")
# "moins 18" is a temperature, "au moins 2" is none: such a number may be either.
_PERHAPS_MINUS = ("menos", "moins", "meno")
_MERIDIEM = re.compile(r"[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0\u202f]?m\b", re.IGNORECASE)
_LATER = re.compile(
    r"(?: o.clock)?,? ?(?:in the |at )?(?P<half>afternoon|evening|night|tonight)", re.IGNORECASE | re.ASCII
)


@dataclasses.dataclass(frozen=True, slots=True)
class Marks:
    """How a language writes numbers: the decimal mark and the mark between thousands, as CLDR has them."""

    decimal: str = "."
    group: str = ","


def typed(text: str, marks: Marks) -> list[Number]:
    """The typed numbers of a text, in order."""
    start = _DIGIT.search(text)
    if start is None:
        return []
    plain = text if text.isascii() else _FOREIGN.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    found: list[Number] = []
    while start is not None:
        token = _TOKEN.match(plain, start.start())
        if token is not None:
            found += _read(token, plain, marks)
        start = _DIGIT.search(plain, start.end() if token is None else token.end())
    return found


def _read(match: re.Match[str], text: str, marks: Marks) -> Iterator[Number]:
    """The numbers of one token."""
    if match["hour"] is not None:
        yield from _clock(match, text)
    elif match["vulgar"] is not None or match["top"] is not None:
        yield _fraction(match)
    elif match["raised"] is not None:
        for number in re.finditer(f".{{1,{_LONGEST}}}", match[0]):
            digits = "".join(str(int(unicodedata.numeric(char))) for char in number[0])
            yield _number(match.start() + number.start(), match.start() + number.end(), Decimal(digits))
    else:
        yield from _run(match[0], match.start(), text, marks)


def _clock(match: re.Match[str], text: str) -> Iterator[Number]:
    """A time of day: the hour, and the minutes if there are any."""
    hours = _hours(int(match["hour"]), text, match.end()) or (Decimal(match["hour"]),)
    yield _number(match.start("hour"), match.end("hour"), *hours)
    if int(match["minute"]):
        yield _number(match.start("minute"), match.end("minute"), Decimal(match["minute"]))


def _hours(hour: int, text: str, end: int) -> tuple[Decimal, ...]:
    """The hours that an hour may be if a half of the day stands after it: 8 p.m. is 8 or 20."""
    half = _MERIDIEM.match(text, end) or _LATER.match(text, end)
    if half is None or not 1 <= hour <= 12:
        return ()
    if hour == 12:
        return Decimal(12), Decimal(0), Decimal(24)
    return (Decimal(hour),) if half["half"].lower() == "a" else (Decimal(hour), Decimal(hour + 12))


def _fraction(match: re.Match[str]) -> Number:
    """½, 1½, 1/2, 1 1/2. Two whole numbers with a slash may also be just that: 5/6 is a date, 24/7 is always."""
    whole = Decimal((match["whole"] or "0").strip())
    start, end = match.span()
    if match["vulgar"] is not None:
        return _number(start, end, whole + tidy(Decimal(unicodedata.numeric(match["vulgar"]))))
    top, bottom = Decimal(match["top"]), Decimal(match["bottom"])
    parts = [_number(*match.span("top"), top), _number(*match.span("bottom"), bottom)]
    if match["whole"]:
        parts.insert(0, _number(*match.span("whole"), whole))
    if not 0 < top < bottom:
        return Number(frozenset(), start, end, typed=True, sure=True, parts=tuple(parts))
    return _number(start, end, whole + tidy(top / bottom))._replace(parts=tuple(parts))


def _run(run: str, start: int, text: str, marks: Marks) -> Iterator[Number]:
    """Digits with marks between them: one number, or several in a row."""
    if len(run) > _LONGEST:
        yield from _pieces(run, start)
        return
    spaced = [run] if run.isdigit() else _SPACE.split(run)
    if len(spaced) > 1 and not _grouped_by_spaces(spaced):
        place = start
        for part in spaced:
            yield from _run(part, place, text, marks)
            place += len(part) + 1
        return
    joined = "".join(spaced)
    values = _values(joined, marks)
    if not values:
        yield from _pieces(run, start)
        return
    if start:
        values = _signed(values, text[max(0, start - 10) : start])
    end = start + len(run)
    if run.isdigit() and len(run) <= 2:
        values = _hours(int(run), text, end) or values
    number = _number(start, end, *values)
    if (" " in run and " 0" not in run) or ("," in run and marks.decimal != "," and not _GROUPED.fullmatch(joined)):
        number = number._replace(parts=tuple(_pieces(run, start)))
    yield number


def _pieces(run: str, start: int) -> Iterator[Number]:
    """The rows of digits of a token, each a number; endless ones in pieces, with which one can still calculate."""
    for match in _PIECE.finditer(run):
        yield _number(start + match.start(), start + match.end(), Decimal(match[0]))


def _signed(values: tuple[Decimal, ...], before: str) -> tuple[Decimal, ...]:
    """The readings of a number with regard to what stands before it."""
    if before[-1] in _SIGNS:
        return tuple(-value for value in values) if _MINUS.search(before) else values
    word = before.rstrip()
    if word.endswith(_MINUS_GLUED) or (word != before and word.endswith(_MINUS_WORDS) and _alone(word, _MINUS_WORDS)):
        return tuple(-value for value in values)
    if word != before and word.endswith(_PERHAPS_MINUS) and _alone(word, _PERHAPS_MINUS):
        return *values, *(-value for value in values)
    return values


def _alone(text: str, words: tuple[str, ...]) -> bool:
    """Whether the word at the end is one of these, and not only its end."""
    return text.rpartition(" ")[2].rpartition("\u00a0")[2] in words


def _grouped_by_spaces(parts: list[str]) -> bool:
    """Whether spaces stand where they group thousands: 10 000, 1 000 000,5."""
    return parts[0].isdigit() and len(parts[0]) <= 3 and parts[0] != "0" and all(part.isdigit() for part in parts[:-1])


_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,٬'’،])\d{3})(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}")
_WITH_DECIMALS = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:([.,٬'’])\d{3})(?:\2\d{3})*|[1-9]\d?(?:(,)\d{2})+,\d{3})"
    r"(?!\2|\3)(?P<mark>[.,٫·])(?P<rest>\d+)"
)
_ONE_MARK = re.compile(r"(?P<whole>\d+)(?P<mark>[.,．·٫٬،'’])(?P<rest>\d+)")


def _values(run: str, marks: Marks) -> tuple[Decimal, ...]:
    """What digits with marks may mean in a language; nothing if they are no single number (a date, a version).

    A mark is read strictly where it can be read two ways (Spanish 1.000 is a thousand, 1,000 is one), and leniently
    where it cannot (0.5 is a half in Spanish, too).
    """
    if run.isdigit():
        return (Decimal(run),)
    if match := _WITH_DECIMALS.fullmatch(run):
        return (Decimal(f"{re.sub(r'[^0-9]', '', match['whole'])}.{match['rest']}"),)
    match = _ONE_MARK.fullmatch(run)
    if match is None:
        return (Decimal(re.sub(r"\D", "", run)),) if _GROUPED.fullmatch(run) else ()
    mark = "." if match["mark"] == "．" else match["mark"]
    as_decimal = Decimal(f"{match['whole']}.{match['rest']}")
    as_group = Decimal(match["whole"] + match["rest"])
    if mark in {"٫", "·"} or mark == marks.decimal:
        return (as_decimal,)
    if not _GROUPED.fullmatch(run):
        return () if mark in {"'", "’", "٬"} else (as_decimal,)
    if mark in {"٬", "'", "’"} or mark == marks.group:
        return (as_group,)
    return as_group, as_decimal


def tidy(value: Decimal) -> Decimal:
    """A value as lexicons write it: a third is 0.3333."""
    return value.quantize(Decimal("0.0001"))


def _number(start: int, end: int, *values: Decimal) -> Number:
    return Number(frozenset(values), start, end, typed=True, sure=True)
