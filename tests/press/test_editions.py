"""Which editions are printed, whatever the way to ask for them."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from sphinx_prolo import press

STANDARD = {f"{language}/{name}.{language}.draft.pdf" for language in ("en", "es") for name in ("hip", "knee")}
LARGE = {path.replace(".draft", ".large-print.draft") for path in STANDARD}
BOTH = {f"es/{name}.es.bilingual.draft.pdf" for name in ("hip", "knee")}
ALL = STANDARD | LARGE | BOTH
CONF = 'handout_editions = ["standard", "large-print", "bilingual"]\n'


@pytest.fixture
def build(project):
    def run(**options):
        return press.build(project.srcdir, project.outdir, executors=ThreadPoolExecutor, jobs=1, **options)

    return run


def conf(project, text):
    project.write("conf.py", (project.srcdir / "conf.py").read_text() + text)


def test_conf_names_the_editions(project, build):
    conf(project, CONF)
    result = build()
    assert result.problems == ()
    assert project.pdfs() == ALL
    assert {row.edition for row in result.rows} == {"standard", "large-print", "bilingual"}
    told = json.loads((project.outdir / "handouts.json").read_bytes())["handouts"]
    assert {(row["path"], row["edition"]) for row in told} == {(row.path, row.edition) for row in result.rows}
    text = project.text("es/knee.es.bilingual.draft.pdf")
    assert "Descanse bien." in text
    assert "Rest well." in text


def test_a_subset_leaves_the_other_editions_and_a_whole_build_does_not(project, build):
    build(editions=["large-print"], languages=["es"])
    assert project.pdfs() == {path for path in LARGE if path.startswith("es")}
    build(editions=["bilingual"])
    assert project.pdfs() == {path for path in LARGE if path.startswith("es")} | BOTH
    build()
    assert project.pdfs() == STANDARD


def test_one_sentence_of_the_source_prints_what_shows_it(project, build):
    conf(project, CONF)
    build()
    assert build().printed == ()
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse mucho.")
    assert set(build().printed) == {
        "es/knee.es.draft.pdf", "es/knee.es.large-print.draft.pdf", "es/knee.es.bilingual.draft.pdf"
    }  # fmt: skip


def test_plain_sphinx_build_makes_the_same_files(project, build, tmp_path):
    conf(project, CONF)
    build()
    other = tmp_path / "plain"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "handout", "-D", "language=es", project.srcdir, other]
    subprocess.run(command, check=True)
    spanish = {path for path in ALL if path.startswith("es/")}
    assert {path.relative_to(other).as_posix() for path in other.rglob("*.pdf")} == spanish
    assert [path for path in spanish if (other / path).read_bytes() != (project.outdir / path).read_bytes()] == []


def test_a_source_that_cannot_be_made_is_told_and_the_others_are_printed(project, build):
    """Only the source language has the fault: nothing else would tell why the edition is not there."""
    conf(project, CONF)
    build()
    broken = "\n\n.. only:: tongue_en\n\n   .. image:: nowhere.svg\n      :alt: Nothing\n"
    setup = 'app.connect("config-inited", lambda app, config: app.tags.add("tongue_" + config.language))'
    conf(project, f"def setup(app):\n    {setup}\n")
    project.write("knee.rst", (project.srcdir / "knee.rst").read_text() + broken)
    (project.srcdir / "nowhere.svg").write_text("no picture")
    result = build(languages=["es"])
    found = [problem for problem in result.problems if problem.code == "handout-bilingual"]
    assert [(problem.path, problem.is_error) for problem in found] == [(str(project.srcdir / "knee.rst"), True)]
    assert "es/knee.es.bilingual.draft.pdf" not in project.pdfs()
    assert {"es/knee.es.draft.pdf", "es/hip.es.bilingual.draft.pdf"} <= project.pdfs()


def test_an_edition_that_we_do_not_know(project, build):
    conf(project, 'handout_editions = ["standard", "huge"]\n')
    result = build()
    assert [problem.code for problem in result.problems if problem.is_error] == ["handout-config"]
    (problem,) = (problem for problem in result.problems if problem.is_error)
    assert "huge" in problem.message
    assert "large-print" in problem.message
