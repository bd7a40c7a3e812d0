"""Days of the week and times of the day as each language writes them."""

from __future__ import annotations

import datetime

import pytest

from sphinx_prolo.language import is_territory, number_runs
from sphinx_prolo.words import writer

MORNING, EVENING = datetime.time(8, 0), datetime.time(17, 30)


@pytest.mark.parametrize(
    ("language", "days", "times"),
    [
        ("en", "Monday – Friday", "8:00 AM – 5:30 PM"),
        ("es", "lunes – viernes", "8:00–17:30"),
        ("de", "Montag – Freitag", "08:00–17:30 Uhr"),
        ("ar", "الاثنين – الجمعة", "8:00 ص – 5:30 م"),
        ("ar_EG", "الاثنين – الجمعة", "٨:٠٠ ص – ٥:٣٠ م"),
        ("fa", "دوشنبه تا جمعه", "۸:۰۰ تا ۱۷:۳۰"),
        ("he", "יום שני – יום שישי", "8:00-17:30"),
        ("zh_CN", "星期一 – 星期五", "08:00–17:30"),
        ("hi", "सोमवार – शुक्रवार", "8:00 am – 5:30 pm"),
        ("ht", "lendi – vandredi", "08:00 – 17:30"),
        ("vi", "Thứ Hai – Thứ Sáu", "08:00–17:30"),
        ("so", "Isniin – Jimco", "8:00 GH – 5:30 GD"),
    ],
)
def test_each_language_has_its_own_clock_and_days(language: str, days: str, times: str) -> None:
    write = writer(language)
    assert write.days(0, 4) == days
    assert write.times(MORNING, EVENING).replace("\u00a0", " ") == times


def test_one_day_is_one_word() -> None:
    assert writer("en").days(5, 5) == "Saturday"


def test_babel_mixes_up_no_days() -> None:
    """Its stand-alone names of one language stay for the next ones; ours come from another table."""
    named = {code: writer(code).days(0, 0) for code in ("so", "ur", "vi", "ja", "de", "ko")}
    assert len(set(named.values())) == len(named)
    assert named["de"] == "Montag"


def test_a_time_is_one_run_of_numbers() -> None:
    assert list(number_runs("8:00-17:30")) == [("8:00-17:30", True)]


@pytest.mark.parametrize(
    ("code", "is_one"), [("US", True), ("GB", True), ("UK", False), ("ZZ", False), ("EU", False), ("001", False)]
)
def test_countries(code: str, is_one: bool) -> None:
    assert is_territory(code) is is_one
