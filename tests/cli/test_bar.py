"""Progress: how far a long run is, and how long it will take."""

import io

import pytest
from rich.console import Console
from rich.progress import MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from sphinx_prolo.cli.bar import Bar, Count, Lines, progress


def language(count, name, sheets):
    count.reading(name)
    for _ in range(sheets):
        count.accepted()
    count.read(name)


def test_languages_that_are_in_stand_for_the_others():
    count = Count()
    count.plan(["en", "es", "ar", "hi"])
    language(count, "en", 20)
    assert (count.total, count.is_certain) == (80, False)
    for _ in range(30):  # more than guessed, so far
        count.accepted()
    assert count.total == 80
    language(count, "es", 0)
    assert count.total == 100
    language(count, "ar", 0)
    language(count, "hi", 0)
    assert (count.total, count.is_certain) == (50, True)


@pytest.fixture
def lines():
    said, now = [], [0.0]
    made = Lines(said.append, lambda: now[0])
    made.said, made.now = said, now
    return made


def test_a_short_run_says_nothing(lines):
    lines.plan(["en"])
    language(lines, "en", 5)
    for second in range(5):
        lines.now[0] = second
        lines.done()
    assert lines.said == []


def test_a_long_run_says_now_and_then_how_long_it_will_take(lines):
    lines.plan(["en", "es"])
    language(lines, "en", 100)
    for second in range(1, 31):
        lines.now[0] = float(second)
        lines.done()
    language(lines, "es", 100)
    for second in range(31, 201):
        lines.now[0] = float(second)
        lines.done()
    assert lines.said[0] == "printed 15 of about 200, about 3 min left"
    assert lines.said[2] == "printed 45 of 200, about 3 min left"
    assert lines.said[-1] == "printed 195 of 200, about 5 s left"
    assert len(lines.said) == 13


def test_the_bar_shows_time_left():
    console = Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None)
    with RichProgress(
        TextColumn("{task.description}"), MofNCompleteColumn(), TimeRemainingColumn(), console=console
    ) as shown:
        bar = Bar(shown)
        bar.plan(["en", "es"])
        language(bar, "en", 3)
        bar.done()
        shown.refresh()
        assert "reading en 1/6" in console.file.getvalue()
        language(bar, "es", 3)
        for _ in range(5):
            bar.done()
        shown.refresh()
    assert "printing 6/6 0:00:00" in console.file.getvalue()


def test_who_holds_the_folder_is_said_in_a_log_too(capsys):
    with progress(quiet=False) as shown:
        shown.waiting("process 7 on ward-3")
    with progress(quiet=True) as shown:
        shown.waiting("process 7 on ward-3")
    assert capsys.readouterr().err == (
        "another build (process 7 on ward-3) is printing into this folder; waiting for it\n"
    )
