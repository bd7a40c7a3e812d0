"""``sphinx-prolo check`` reports plain language: at the very line, in the source language, never as an error."""

import json

import pytest

FACTS = """\
quantities: {rest: 2 days}
glossary-terms:
  items:
    - {term: tendon, plain: A cord between muscle and bone.}
risk-table:
  items:
    - effect: Bruise
      severity: mild
      seriousness: false
      frequency: common
      duration: 1-4 days
      action: Patients should rest for {duration}.
"""
PROSE = """\
Your knee
=========

.. handout::
   :facts: /facts.yaml
   :version: 1.0
   :published: 2026-01-31
   :review-by: 2099-01-31

Walk a little. Your tendon
is treated ``at 10mg`` then. How long: {rest}.

- One.
- Take *10* mg.

How we are treated
------------------

.. list-table::

   * - One
     - Take 1.0
       mg.

.. risk-table::

"""


def notes(prolo, *arguments):
    status, out, _err = prolo("check", "docs", *arguments, "--format", "json")
    assert status == 0
    return [
        (problem["path"].removeprefix("docs/"), problem["line"], problem["code"])
        for problem in json.loads(out)["problems"]
        if problem["severity"] == "note" and problem["code"].startswith("plain-")
    ]


@pytest.fixture
def written(project):
    project.write("facts.yaml", FACTS)
    project.write("knee.rst", PROSE)
    project.edit("hip.rst", "Walk a little.", "Walk.")
    return project


def test_each_remark_stands_at_its_line(written, prolo):
    assert notes(prolo) == [
        ("facts.yaml", 12, "plain-address"),
        ("facts.yaml", 12, "plain-preposition"),
        ("knee.rst", 10, "plain-passive"),
        ("knee.rst", 10, "plain-term"),
        ("knee.rst", 14, "plain-typed-quantity"),
        ("knee.rst", 16, "plain-passive"),
        ("knee.rst", 22, "plain-typed-quantity"),
        ("knee.rst", 22, "plain-zero"),
    ]


def test_a_glossary_that_is_printed_explains_its_words(written, prolo):
    written.edit("knee.rst", ".. risk-table::", ".. risk-table::\n\n.. glossary-terms::")
    assert "plain-term" not in {code for _path, _line, code in notes(prolo)}


def test_translations_are_not_looked_at(written, prolo):
    assert notes(prolo, "-l", "es") == []
    assert notes(prolo, "-l", "en") == notes(prolo)


def test_a_document_that_is_no_handout_is_not_looked_at(written, prolo):
    before = notes(prolo)
    written.edit("index.rst", "Index\n=====\n", "Index\n=====\n\nPatients should rest for 2 days.\n")
    assert notes(prolo) == before


def test_a_build_says_nothing_of_it(written, prolo):
    status, _out, err = prolo("build", "docs", "out", "-l", "en", "-q")
    assert status == 0
    assert "plain-" not in err


def test_remarks_are_readable_as_text(written, prolo):
    status, out, _err = prolo("check", "docs", "-l", "en")
    assert status == 0
    [line] = [line for line in out.splitlines() if line.endswith("[plain-address]")]
    assert line.startswith("docs/facts.yaml:12: note: 'Patients should' speaks of patients")
