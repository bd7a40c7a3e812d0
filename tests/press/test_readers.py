"""Languages that are read side by side, as on a machine with many cores."""

from __future__ import annotations

import time

import presskit
import pytest
from presskit import Copier

from sphinx_prolo import press
from sphinx_prolo.press.apart import readers
from sphinx_prolo.press.senses import Senses

MANY = 12  # jobs at once: enough for three processes that read

SETUP = """
import multiprocessing, os

def setup(app):
    language = app.config.overrides["language"]
    with open("../readers.txt", "a") as readers:
        readers.write(f"{language} {os.getpid()}\\n")
    with open("../die.txt") as die:
        if die.read() and multiprocessing.parent_process() is not None:
            os._exit(9)
    with open(f"../{language}.txt") as own:
        own.read()
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    made = presskit.Project(tmp_path)
    for language in ("fr", "ru"):
        made.translate(language, "knee", {"Your knee": f"Knee {language}"})
    for language in ("en", "es", "fr", "ru"):
        made.write(f"../{language}.txt", language)
    made.write("../die.txt", "")
    made.write("conf.py", (made.srcdir / "conf.py").read_text() + SETUP)
    monkeypatch.chdir(made.srcdir)
    return made


def build(project, jobs, outdir=None, **options):
    return press.build(project.srcdir, outdir or project.outdir, executors=Copier, jobs=jobs, **options)


def who_read(project):
    """Which process has read each language since the last time."""
    path = project.srcdir.parent / "readers.txt"
    lines = path.read_text().split("\n")[:-1] if path.exists() else []
    path.unlink(missing_ok=True)
    return dict(line.split() for line in lines)


@pytest.mark.parametrize("editions", [(), ("standard", "bilingual")])
def test_the_result_is_that_of_one_reader(project, tmp_path, editions):
    one = build(project, 1, tmp_path / "one", editions=editions)
    assert len(set(who_read(project).values())) == 1
    many = build(project, MANY, tmp_path / "many", editions=editions)
    assert len(set(who_read(project).values())) > 1
    assert many.rows == one.rows and len(one.rows) == (14 if editions else 8)
    assert sorted(map(str, many.problems)) == sorted(map(str, one.problems))


def test_what_another_process_has_looked_at_is_remembered(project):
    build(project, MANY)
    assert set(who_read(project)) == {"en", "es", "fr", "ru"}
    build(project, MANY)
    assert who_read(project) == {}
    project.write("../fr.txt", "other")
    build(project, MANY)
    assert "fr" in who_read(project)


def test_a_process_that_dies_is_done_without(project):
    project.write("../die.txt", "yes")
    result = build(project, MANY)
    assert len(result.rows) == 8
    assert not [problem for problem in result.problems if problem.is_error]


def test_who_stops_waits_for_no_reader():
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt), readers(1) as executor:
        executor.submit(time.sleep, 60)
        raise KeyboardInterrupt
    assert time.monotonic() - begin < 30


def test_a_file_that_changed_between_two_readers_is_known_to_nobody(tmp_path):
    found = []
    for text in ("old", "newer"):
        (tmp_path / "shared.txt").write_text(text)
        with Senses() as senses:
            (tmp_path / "shared.txt").read_text()
        found.append(senses)
    assert not found[0].strange
    found[0].join(found[1])
    assert found[0].strange


def test_another_process_knows_which_day_it_is(project, monkeypatch, tmp_path):
    build(project, MANY, tmp_path / "before")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")  # in 2100
    late = build(project, MANY, tmp_path / "after")
    assert all("review-overdue" in row.reasons for row in late.rows)
