"""Whole builds of a small project, with Sphinx and WeasyPrint, in this process."""

import gc
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_prolo import press

ALL = {f"{language}/{name}.{language}.draft.pdf" for language in ("en", "es") for name in ("hip", "knee")}


@pytest.fixture
def build(project):
    def run(**options):
        return press.build(project.srcdir, project.outdir, executors=ThreadPoolExecutor, jobs=1, **options)

    return run


@pytest.fixture(autouse=True)
def _collect():
    """Sphinx leaves cycles behind, some with open files; they must not be found in the test of somebody else."""
    yield
    gc.collect()


def codes(result):
    return [problem.code for problem in result.problems if problem.is_error]


def test_every_handout_in_every_language(project, build):
    result = build()
    assert result.problems == ()
    assert (set(result.printed), result.languages) == (ALL, ("en", "es"))
    assert project.pdfs() == ALL
    [row] = [row for row in result.rows if row.path == "es/knee.es.draft.pdf"]
    assert row.titles == {"target": "Su rodilla", "source": "Your knee"}
    assert "Descanse bien." in project.text(row.path)
    told = json.loads((project.outdir / "handouts.json").read_bytes())
    assert {row["path"] for row in told["handouts"]} == ALL


def test_one_language_leaves_no_words_in_the_next(project, build):
    project.write("conf.py", (project.srcdir / "conf.py").read_text() + 'handout_languages = ["es", "en"]\n')
    result = build()
    assert result.languages == ("es", "en")
    spanish, english = (project.text(f"{language}/knee.{language}.draft.pdf") for language in ("es", "en"))
    assert "Nota" in spanish
    assert "Nota" not in english
    assert "Note" in english


def test_an_unchanged_project_prints_nothing(build):
    first, second = build(), build()
    assert second.printed == ()
    assert set(second.unchanged) == ALL
    assert second.rows == first.rows


def test_one_message_prints_one_pdf(project, build):
    build()
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse mucho.")
    assert build().printed == ("es/knee.es.draft.pdf",)


def test_broken_facts_stop_one_handout_each_time_and_no_other(project, build):
    build()
    project.edit("knee.rst", "/facts.yaml", "/broken.yaml")
    project.write("broken.yaml", "risk-table:\n  items:\n    - {effect: Bruise, sevrity: mild}\n")
    for _ in range(2):
        result = build()
        assert result.failed
        assert {problem.path for problem in result.problems} == {str(project.srcdir / "broken.yaml")}
        assert len(set(result.problems)) == len(result.problems)
        assert project.pdfs() == {path for path in ALL if "knee" not in path}
    project.edit("knee.rst", "/broken.yaml", "/facts.yaml")
    assert not build().failed
    assert project.pdfs() == ALL


def test_an_error_of_docutils_stands_too(project, build):
    project.edit("knee.rst", ".. note::", ".. nonsense::")
    for _ in range(2):
        result = build()
        [problem] = [problem for problem in result.problems if problem.is_error]
        assert (problem.path, problem.line) == (str(project.srcdir / "knee.rst"), 12)
        assert "nonsense" in problem.message


def test_what_is_deleted_goes(project, build):
    build()
    (project.srcdir / "hip.rst").unlink()
    project.edit("index.rst", "   hip\n", "")
    build()
    assert project.pdfs() == {path for path in ALL if "knee" in path}
    for name in ("knee", "hip"):
        (project.srcdir / f"locales/es/LC_MESSAGES/{name}.po").unlink()
    assert build().languages == ("en",)
    assert project.pdfs() == {"en/knee.en.draft.pdf"}


def test_a_subset_keeps_the_rows_of_the_others(project, build):
    build()
    project.edit("knee.rst", "Rest well.", "Rest longer.")
    result = build(languages=["es"])
    assert result.printed == ("es/knee.es.draft.pdf",)
    assert {row.path for row in result.rows} == ALL


def test_an_unknown_language_does_not_stop_the_others(project, build):
    result = build(languages=["fr", "es"])
    assert codes(result) == ["language-no-catalogue"]
    assert project.pdfs() == {path for path in ALL if path.startswith("es")}


def test_a_character_that_no_font_has(project, build):
    build()
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse \U00012000 bien.")
    for _ in range(2):
        result = build()
        [problem] = [problem for problem in result.problems if problem.is_error]
        assert problem.path == str(project.srcdir / "locales/es/LC_MESSAGES/knee.po")
        assert "U+12000" in problem.message
        assert project.pdfs() == ALL - {"es/knee.es.draft.pdf"}


def test_finals_only(project, build):
    build()
    result = build(final_only=True)
    assert {one.path for one in result.withheld} == set(result.removed) == ALL
    assert project.pdfs() == set()


@pytest.mark.parametrize("conf", ["raise ValueError('no')", "extensions = ["])
def test_a_broken_conf_is_one_problem_and_touches_nothing(project, build, conf):
    build()
    project.write("conf.py", conf)
    result = build()
    assert codes(result) == ["handout-config"]
    assert project.pdfs() == ALL


@pytest.mark.parametrize(
    ("conf", "words"),
    [
        ('extensions.append("absent_extension")', "absent_extension"),
        ('def setup(app):\n    raise RuntimeError("our own bug")', "RuntimeError: our own bug"),
        ('def setup(app):\n    app.connect("env-updated", lambda *_: 1 / 0)', "division by zero"),
    ],
)
def test_what_stops_sphinx_is_one_problem_for_each_language(project, build, conf, words):
    build()
    project.write("conf.py", (project.srcdir / "conf.py").read_text() + conf)
    project.edit("knee.rst", "Rest well.", "Rest longer.")
    result = build()
    assert codes(result) == ["handout-stopped"] * 2
    assert all(words in problem.message and "\n" not in problem.message for problem in result.problems)
    assert project.pdfs() == ALL
    assert result.rows == ()  # nobody knows whether they are up to date


def test_check_says_the_same_and_leaves_nothing(project):
    before = sorted(project.srcdir.rglob("*"))
    assert press.check(project.srcdir).problems == ()
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    result = press.check(project.srcdir)
    assert result.failed
    [problem] = {problem for problem in result.problems if problem.is_error}
    assert (problem.path, problem.line) == (str(project.srcdir / "facts.yaml"), 3)
    assert sorted(project.srcdir.rglob("*")) == before
    assert not project.outdir.exists()


def test_sphinx_build_makes_the_same_files(project, build, tmp_path):
    build(languages=["es"])
    made = {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]}
    project.outdir = tmp_path / "_build" / "handout"

    def sphinx_build():
        app = SphinxTestApp(
            "handout", srcdir=project.srcdir, builddir=tmp_path / "_build", confoverrides={"language": "es"}
        )
        try:
            app.build()
            return app.statuscode, app.warning.getvalue()
        finally:
            app.cleanup()

    assert sphinx_build() == (0, "")
    assert {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]} == made
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse \U00012000 bien.")
    status, warning = sphinx_build()
    assert status == 1
    assert "U+12000" in warning
    assert project.pdfs() == {"es/hip.es.draft.pdf"}


CLINICIAN = press.Approval("knee", clinician="Test Clinician")
PEOPLE = press.Approval("knee", language="es", translator="Test Translator", reviser="Test Reviser")


def sign(project, *approvals):
    for approval in approvals:
        assert press.approve(project.srcdir, approval).problems == ()


def test_signing_makes_finals_of_drafts_and_a_change_makes_drafts_of_finals(project, build):
    build()
    sign(project, CLINICIAN, PEOPLE)
    result = build()
    finals = {"en/knee.en.pdf", "es/knee.es.pdf"}
    assert set(result.printed) == finals
    assert project.pdfs() == finals | {"en/hip.en.draft.pdf", "es/hip.es.draft.pdf"}
    assert "Borrador" not in project.text("es/knee.es.pdf")
    assert build().printed == ()
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse mucho.")
    result = build()
    assert (result.printed, result.removed) == (("es/knee.es.draft.pdf",), ("es/knee.es.pdf",))
    [row] = [row for row in result.rows if row.path == "es/knee.es.draft.pdf"]
    assert row.reasons == ("stale",)
    assert "Borrador" in project.text(row.path)


def test_a_broken_ledger_is_an_error_each_time_and_leaves_drafts(project, build):
    sign(project, CLINICIAN)
    path = project.srcdir / "locales/en/reviews.yaml"
    path.write_text(path.read_text() + "<<<<<<< ours\n")
    for _ in range(2):
        result = build()
        [problem] = result.problems
        assert (problem.path, problem.line, problem.code) == (str(path), 9, "reviews-syntax")
        assert project.pdfs() == ALL


def test_sphinx_build_says_what_it_withholds_and_what_is_withdrawn(project, tmp_path):
    project.edit("hip.rst", ":version:", ":status: withdrawn\n   :version:")
    app = SphinxTestApp(
        "handout", srcdir=project.srcdir, builddir=tmp_path / "_build", confoverrides={"handout_final_only": True}
    )
    try:
        app.build()
        said = app.status.getvalue()
    finally:
        app.cleanup()
    assert (app.statuscode, app.warning.getvalue()) == (0, "")
    assert "withheld: knee (en): unreviewed\n" in said
    assert "withdrawn: hip\n" in said
