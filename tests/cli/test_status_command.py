"""``sphinx-prolo status``: how each handout stands in each language."""

from __future__ import annotations

import datetime
import json

import pytest

CLINICIAN = ("--clinician", "Test Clinician")
PEOPLE = ("--translator", "Test Translator", "--reviser", "Test Reviser")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime(2026, 11, 20, 12).timestamp())))


def test_a_line_for_each_handout_and_language(project, prolo):
    prolo("approve", "docs", "knee", *CLINICIAN)
    prolo("approve", "docs", "knee", "-l", "es", *PEOPLE)
    path = project.srcdir / "locales/es/LC_MESSAGES/hip.po"
    path.write_text(
        path.read_text().replace("Camine un poco.", "").replace('msgid "Bruise"', '#, fuzzy\nmsgid "Bruise"')
    )
    status, out, err = prolo("status", "docs")
    assert (status, err) == (0, "")
    assert out == (
        "hip  version 1.0\n"
        "  en  draft            not signed\n"
        "  es  draft      50 %  1 untranslated, 1 fuzzy; source not signed; not signed\n"
        "knee  version 1.0\n"
        "  en  final            signed 2026-11-20 by Test Clinician\n"
        "  es  final     100 %  signed 2026-11-20 by Test Translator, Test Reviser\n"
    )


def test_json_for_machines(project, prolo):
    prolo("approve", "docs", "knee", *CLINICIAN)
    project.edit("knee.rst", "Rest well.", "Rest.")
    status, out, err = prolo("status", "docs", "-l", "en", "-l", "es", "--format", "json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert told["problems"] == []
    assert [(one["docname"], one["language"]) for one in told["handouts"]] == [
        ("hip", "en"), ("hip", "es"), ("knee", "en"), ("knee", "es")]  # fmt: skip
    [*_others, english, spanish] = told["handouts"]
    assert (english["percent"], english["messages"], english["review"]) == (None, None, None)
    assert english["source_review"] == {
        "state": "stale", "clinician": "Test Clinician", "date": "2026-11-20", "version": "1.0"}  # fmt: skip
    assert spanish == {
        "docname": "knee",
        "language": "es",
        "path": "docs/knee.rst",
        "status": "draft",
        "reasons": ["untranslated", "source-stale", "unreviewed"],
        "version": "1.0",
        "dates": {"published": "2026-01-31", "review_by": "2099-01-31"},
        "percent": 75,
        "messages": {"total": 4, "translated": 3, "untranslated": 1, "fuzzy": 0, "rejected": 0, "held": 0},
        "problems": {"errors": 0, "warnings": 0},
        "source_review": english["source_review"],
        "review": {"state": "unsigned"},
        "silences": [],
    }


def test_a_hundred_per_cent_is_every_message(project, prolo):
    lines = "\n\n".join(f"Line number {chr(97 + n // 20)}{chr(97 + n % 20)}." for n in range(300))
    project.edit("knee.rst", "Rest well.", f"Rest well.\n\n{lines}\n\nThe last one.")
    words = {line: line.replace("Line number", "Línea") for line in lines.split("\n\n")}
    words |= {"Your knee": "Su rodilla", "Rest well.": "Descanse bien.", "Ask us.": "Pregúntenos.", "Bruise": "Moretón"}
    project.translate("es", "knee", words)
    [*_others, spanish] = json.loads(prolo("status", "docs", "-l", "es", "--format", "json")[1])["handouts"]
    assert (spanish["percent"], spanish["messages"]["untranslated"]) == (99, 1)


def test_a_rejected_message_is_wrong_and_a_withdrawn_handout_is_not(project, prolo):
    project.edit("knee.rst", ":version:", ":status: withdrawn\n   :version:")
    path = project.srcdir / "locales/es/LC_MESSAGES/hip.po"
    path.write_text(path.read_text().replace("Camine un poco.", "Camine 3 horas."))
    status, out, err = prolo("status", "docs", "-l", "es")
    assert status == 1
    assert "docs/locales/es/LC_MESSAGES/hip.po" in err
    assert "1 rejected" in out
    assert out.endswith("knee  version 1.0\n  es  withdrawn 100 %\n")


def test_a_withdrawn_handout_leaves_no_pdf_and_is_named(project, prolo):
    prolo("build", "docs", "out", "-q")
    assert len(project.pdfs()) == 4
    project.edit("knee.rst", ":version:", ":status: withdrawn\n   :version:")
    status, out, err = prolo("build", "docs", "out")
    assert (status, err) == (0, "")
    assert "withdrawn: knee\n" in out
    assert project.pdfs() == {"en/hip.en.draft.pdf", "es/hip.es.draft.pdf"}
    assert {row["docname"] for row in json.loads((project.outdir / "handouts.json").read_bytes())["handouts"]} == {
        "hip"
    }


def test_a_broken_project_is_a_problem(project, prolo):
    project.write("conf.py", "extensions = [")
    status, out, err = prolo("status", "docs")
    assert (status, out) == (1, "")
    assert "[handout-config]" in err


def test_nine_languages_fit_into_a_hundred_columns(project, prolo):
    prolo("approve", "docs", "knee", *CLINICIAN)
    prolo("approve", "docs", "knee", "-l", "es", *PEOPLE)
    assert max(map(len, prolo("status", "docs")[1].splitlines())) <= 100
