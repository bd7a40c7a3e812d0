"""``sphinx-prolo approve``: who may sign what, what is said, and the exit status."""

from __future__ import annotations

import datetime

import presskit
import pytest
from ruamel.yaml import YAML

CLINICIAN = ("--clinician", "Test Clinician")
PEOPLE = ("--translator", "Test Translator", "--reviser", "Test Reviser")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime(2026, 11, 20, 12).timestamp())))


@pytest.fixture
def refuse(prolo, project):
    """Approves, and returns what was said against it; nothing may have been written."""

    def run(handout, *arguments):
        before = {path: path.read_bytes() for path in project.srcdir.rglob("reviews.yaml")}
        status, out, err = prolo("approve", "docs", handout, *arguments)
        assert (status, out) == (1, "")
        assert {path: path.read_bytes() for path in project.srcdir.rglob("reviews.yaml")} == before
        *problems, last = err.splitlines()
        assert last == "nothing was signed"
        return problems

    return run


def ledger(project, language):
    return YAML(typ="safe").load((project.srcdir / f"locales/{language}/reviews.yaml").read_text("utf-8"))


def codes(lines):
    return [line.rpartition("[")[2].rstrip("]") for line in lines]


def test_a_whole_round(project, prolo):
    assert prolo("approve", "docs", "knee", *CLINICIAN) == (
        0,
        "signed: knee in en, version 1.0: Your knee\n"
        "  clinician: Test Clinician\n"
        "  date: 2026-11-20\n"
        "  kept in: docs/locales/en/reviews.yaml\n",
        "",
    )
    assert prolo("approve", "docs", "knee", "-l", "es", *PEOPLE, "--date", "2026-11-19") == (
        0,
        "signed: knee in es, version 1.0: Su rodilla\n"
        "  translator: Test Translator\n"
        "  reviser: Test Reviser\n"
        "  date: 2026-11-19\n"
        "  kept in: docs/locales/es/reviews.yaml\n",
        "",
    )
    source, translation = ledger(project, "en")["knee"], ledger(project, "es")["knee"]
    assert source["clinician"] == "Test Clinician"
    assert (translation["translator"], translation["reviser"]) == ("Test Translator", "Test Reviser")
    assert translation["date"] == datetime.date(2026, 11, 19)
    assert translation["source"] == source["source"]
    assert translation["printed"] != source["printed"]
    status, out, err = prolo("build", "docs", "out", "--final-only")
    assert (status, err) == (0, "")
    assert project.pdfs() == {"en/knee.en.pdf", "es/knee.es.pdf"}
    text = " ".join(project.text("es/knee.es.pdf").split())
    for said in ("Test Translator", "Test Reviser", "19 de noviembre de 2026", "Test Clinician"):
        assert said in text
    assert "Borrador" not in text
    assert "withheld: hip (es): unsigned-source, unreviewed\n" in out


def test_the_same_signature_again_writes_the_same_file(project, prolo):
    prolo("approve", "docs", "knee", *CLINICIAN)
    path = project.srcdir / "locales/en/reviews.yaml"
    before = path.read_bytes()
    assert prolo("approve", "docs", "knee", *CLINICIAN)[0] == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["docs/knee.rst", "knee.rst", "./docs/../docs/knee.rst"])
def test_a_handout_can_be_named_by_its_file(project, prolo, name):
    assert prolo("approve", "docs", name, *CLINICIAN)[0] == 0
    assert list(ledger(project, "en")) == ["knee"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("kne", "'knee'"), ("a/hip", "'hip'"), ("zzzz", "hip, knee"), ("", "hip, knee"), ("\x1b[2J", "hip, knee")],
)
def test_an_unknown_handout(refuse, name, hint):
    [line] = refuse(name, *CLINICIAN)
    assert hint in line
    assert line.isprintable()
    assert codes([line]) == ["reviews-unknown"]


def test_a_translation_needs_the_signed_source(project, prolo, refuse):
    [line] = refuse("knee", "-l", "es", *PEOPLE)
    assert line.startswith("docs/locales/en/reviews.yaml: error: ")
    assert "--clinician NAME" in line
    assert codes([line]) == ["reviews-unsigned-source"]
    prolo("approve", "docs", "knee", *CLINICIAN)
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    [line] = refuse("knee", "-l", "es", *PEOPLE)
    assert line.startswith("docs/locales/en/reviews.yaml:3: error: ")
    assert codes([line]) == ["reviews-stale-source"]


def test_what_is_unfinished_cannot_be_signed_and_each_message_is_named(project, prolo, refuse):
    prolo("approve", "docs", "knee", *CLINICIAN)
    path = project.srcdir / "locales/es/LC_MESSAGES/knee.po"
    text = path.read_text().replace("Descanse bien.", "").replace('msgid "Bruise"', '#, fuzzy\nmsgid "Bruise"')
    path.write_text(text.replace("Pregúntenos.", "Pregúntenos por 3."))
    lines = refuse("knee", "-l", "es", *PEOPLE)
    assert sorted(codes(lines)) == ["reviews-fuzzy", "reviews-rejected", "reviews-untranslated"]
    rows = path.read_text().split("\n")
    for line in lines:
        place, _, said = line.partition(": error: ")
        name, _, number = place.rpartition(":")
        assert name == "docs/locales/es/LC_MESSAGES/knee.po"
        wanted = {"not translated": "Rest well.", "fuzzy": "Bruise", "refused": "Ask us."}
        assert next(words for key, words in wanted.items() if key in said) in rows[int(number) - 1]


def test_a_message_that_no_catalogue_has_is_named_where_it_is_written(project, prolo, refuse):
    project.edit("knee.rst", "Rest well.", "Rest well and long.")
    prolo("approve", "docs", "knee", *CLINICIAN)
    [line] = refuse("knee", "-l", "es", *PEOPLE)
    assert line.startswith("docs/knee.rst:10: error: ")


def test_a_handout_with_problems_cannot_be_signed(project, refuse):
    project.edit("knee.rst", "Rest well.", "Rest {well}.")
    assert codes(refuse("knee", *CLINICIAN)) == ["reviews-problems", "handout-placeholder"]


def test_an_error_elsewhere_is_no_obstacle(project, prolo):
    project.edit("hip.rst", "Walk a little.", "Walk {little}.")
    assert prolo("approve", "docs", "knee", *CLINICIAN)[0] == 0


def test_withdrawn_and_overdue(project, refuse):
    project.edit("knee.rst", ":version:", ":status: withdrawn\n   :version:")
    project.edit("hip.rst", "2099-01-31", "2026-11-19")
    assert codes(refuse("knee", *CLINICIAN)) == ["reviews-withdrawn"]
    assert codes(refuse("hip", *CLINICIAN)) == ["reviews-overdue"]


@pytest.mark.parametrize("reviser", ["Test Translator", "test  TRANSLATOR ", "Ｔest Translator"])
def test_translator_and_reviser_are_two_people(refuse, reviser):
    lines = refuse("knee", "-l", "es", "--translator", "Test Translator", "--reviser", reviser)
    assert codes(lines) == ["reviews-same-person"]


@pytest.mark.parametrize("name", ["", " ", "Test\x07", "Test\u202e", "Test\nreviser: me"])
def test_a_name_is_a_name(refuse, name):
    lines = refuse("knee", "--clinician", name)
    assert codes(lines) == ["reviews-name"]
    assert lines[0].isprintable()


def test_nobody_signs_in_the_future(refuse):
    [line] = refuse("knee", *CLINICIAN, "--date", "2026-11-21")
    assert "today is 2026-11-20" in line
    assert codes([line]) == ["reviews-future"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-l", "es"),
        ("-l", "es", "--translator", "Test A"),
        ("--translator", "Test A", "--reviser", "Test B"),
        (*CLINICIAN, "-l", "es"),
        (*CLINICIAN, *PEOPLE),
        (*CLINICIAN, "--date", "2026-02-30"),
        (*CLINICIAN, "--date", "20.11.2026"),
        (*CLINICIAN, "--date", "2026-11-2٠"),
    ],
)
def test_a_wrong_command_line(project, prolo, arguments):
    status, out, err = prolo("approve", "docs", "knee", *arguments)
    assert (status, out) == (2, "")
    assert "Error: " in err
    assert list(project.srcdir.rglob("reviews.yaml")) == []


def test_the_source_language_has_no_translator(refuse):
    assert codes(refuse("knee", "-l", "en", *PEOPLE)) == ["reviews-role"]


def test_a_language_without_a_catalogue(refuse):
    assert codes(refuse("knee", "-l", "fr", *PEOPLE)) == ["language-no-catalogue"]


def test_a_broken_ledger_is_left_as_it_is(project, refuse):
    project.write("locales/en/reviews.yaml", "knee: [\n")
    [line] = refuse("knee", *CLINICIAN)
    assert line.startswith("docs/locales/en/reviews.yaml:")


def test_comments_of_the_ledger_stay_or_are_refused(project, prolo, refuse):
    project.write("locales/en/reviews.yaml", "# ours\n")
    assert prolo("approve", "docs", "knee", *CLINICIAN)[0] == 0
    path = project.srcdir / "locales/en/reviews.yaml"
    assert path.read_text().startswith("# ours\n")
    path.write_text(path.read_text().replace('"Test Clinician"', '"Test Clinician"  # by telephone'))
    assert codes(refuse("knee", *CLINICIAN)) == ["reviews-comment"]


def test_a_project_that_keeps_no_locales(project, refuse):
    project.write("conf.py", presskit.CONF.replace('["locales"]', "[]", 1))
    assert codes(refuse("knee", *CLINICIAN)) == ["handout-config"]


def test_nothing_but_the_ledger_is_written(project, prolo):
    before = {path for path in project.srcdir.rglob("*") if path.is_file()}
    prolo("approve", "docs", "knee", *CLINICIAN)
    after = {path for path in project.srcdir.rglob("*") if path.is_file()}
    assert after - before == {project.srcdir / "locales/en/reviews.yaml"}
