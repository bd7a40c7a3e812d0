"""Builds for clinics: a tree of PDFs for each, and what stays or goes from one build to the next."""

from __future__ import annotations

import gc
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_prolo import press
from sphinx_prolo.press import files

CLINIC = "name: {name}\ncountry: US\nphones:\n  - {{number: +1 212 555 0100}}\n"
NEUTRAL = {f"{language}/{name}.{language}.draft.pdf" for language in ("en", "es") for name in ("hip", "knee")}


def of(*clinics: str) -> set[str]:
    return {f"clinics/{clinic}/{path}" for clinic in clinics for path in NEUTRAL}


@pytest.fixture
def build(project):
    def run(*clinics: str, **options):
        paths = [project.srcdir / "clinics" / f"{clinic}.yaml" for clinic in clinics]
        return press.build(
            project.srcdir, project.outdir, clinics=paths, executors=ThreadPoolExecutor, jobs=1, **options
        )

    for name in ("north", "south"):
        project.write(f"clinics/{name}.yaml", CLINIC.format(name=f"Clinic {name.title()}"))
    return run


@pytest.fixture(autouse=True)
def _collect():
    yield
    gc.collect()


def conf(project, line: str) -> None:
    project.write("conf.py", (project.srcdir / "conf.py").read_text() + f"\n{line}\n")


def rows(project) -> dict[str, str | None]:
    told = json.loads((project.outdir / "handouts.json").read_bytes())["handouts"]
    return {row["path"]: row["clinic"] for row in told}


def test_each_clinic_has_a_tree_and_what_was_there_stays(project, build):
    build()
    result = build("north", "south")
    assert result.problems == ()
    assert set(result.printed) == of("north", "south")
    assert project.pdfs() == NEUTRAL | of("north", "south")
    assert rows(project)["clinics/north/es/hip.es.draft.pdf"] == "north"
    assert "Clinic North" in project.text("clinics/north/es/hip.es.draft.pdf")
    assert "Clinic South" not in project.text("clinics/north/es/hip.es.draft.pdf")
    assert "Clinic" not in project.text("es/hip.es.draft.pdf")
    assert build().printed == ()
    assert project.pdfs() == NEUTRAL | of("north", "south")


def test_a_changed_clinic_prints_its_own_pages_only(project, build):
    build("north", "south")
    project.edit("clinics/south.yaml", "0100", "0109")
    result = build("north", "south")
    assert set(result.printed) == of("south")
    assert set(result.unchanged) == of("north")


def test_the_projects_own_clinic_takes_the_place_of_neutral_handouts(project, build):
    build()
    conf(project, 'handout_clinic = "clinics/north.yaml"')
    result = build()
    assert set(result.removed) == NEUTRAL
    assert project.pdfs() == of("north") == set(rows(project))
    conf(project, 'handout_clinic = ""')
    build()
    assert project.pdfs() == NEUTRAL == set(rows(project))


def test_a_clinic_whose_file_is_gone_goes(project, build):
    build("north", "south")
    (project.srcdir / "clinics/south.yaml").unlink()
    assert set(build("north").removed) == of("south")
    (project.srcdir / "clinics/north.yaml").unlink()
    build()
    assert project.pdfs() == NEUTRAL


def test_a_subset_of_languages_keeps_the_others(project, build):
    build("north")
    project.edit("knee.rst", "Rest well.", "Rest longer.")
    result = build("north", languages=["es"])
    assert result.printed == ("clinics/north/es/knee.es.draft.pdf",)
    assert project.pdfs() == of("north") == set(rows(project))


def test_a_broken_clinic_is_not_printed_and_the_other_is(project, build):
    build("north", "south")
    before = (project.outdir / "clinics/south/en/hip.en.draft.pdf").read_bytes()
    project.edit("clinics/south.yaml", "country: US", "country: usa")
    for _ in range(2):
        result = build("north", "south")
        assert [(problem.code, problem.line) for problem in result.problems] == [("clinic-country", 2)]
        assert set(rows(project)) == of("north")  # nobody may say that the others are up to date
        assert (project.outdir / "clinics/south/en/hip.en.draft.pdf").read_bytes() == before
    project.edit("clinics/south.yaml", "country: usa", "country: US")
    assert not build("north", "south").failed
    assert set(rows(project)) == of("north", "south")


def test_a_broken_clinic_of_the_project_prints_nothing_neutral(project, build):
    conf(project, 'handout_clinic = "clinics/none.yaml"')
    result = build()
    assert [problem.code for problem in result.problems] == ["clinic-file"]
    assert project.pdfs() == set()
    assert [problem.code for problem in press.check(project.srcdir).problems] == ["clinic-file"]


def test_what_became_another_status_does_not_stay(project, build, monkeypatch):
    build("north")
    path = "clinics/north/en/knee.en.draft.pdf"
    state = project.outdir / ".prolo/state.json"
    told = json.loads(state.read_bytes())
    for entry in told["prints"]:
        entry["row"]["status"] = "final"  # as if it had been one when it was printed
    state.write_text(json.dumps(told))
    build()
    assert path not in project.pdfs()


def test_a_withdrawn_handout_goes_from_every_clinic(project, build):
    build("north")
    project.edit("knee.rst", "   :version: 1.0", "   :version: 1.0\n   :status: withdrawn")
    build()
    assert not [path for path in project.pdfs() if "knee" in path]


def test_a_file_that_somebody_has_open_is_a_problem_and_the_next_build_mends_it(project, build, monkeypatch):
    build("north")
    path = "clinics/north/es/hip.es.draft.pdf"
    before = (project.outdir / path).read_bytes()
    project.edit("locales/es/LC_MESSAGES/hip.po", "Camine un poco.", "Camine poco.")
    replace = Path.replace

    def locked(self, target):
        if Path(target).name == "hip.es.draft.pdf":
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", locked)
    result = build("north")
    [problem] = [problem for problem in result.problems if problem.is_error]
    assert (problem.code, problem.path) == ("print-write", str(project.outdir / path))
    assert "close the program that shows it" in problem.message
    assert (project.outdir / path).read_bytes() == before
    assert path not in rows(project)
    assert not list(project.outdir.rglob("*.tmp"))
    monkeypatch.undo()
    assert build("north").printed == (path,)
    assert path in rows(project)


def test_sphinx_build_prints_for_the_projects_clinic(project, build, tmp_path):
    conf(project, 'handout_clinic = "clinics/north.yaml"')
    build(languages=["es"])
    made = {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]}
    project.outdir = tmp_path / "_build" / "handout"
    for expected, country in ((0, "US"), (1, "usa")):
        project.edit("clinics/north.yaml", "country: US", f"country: {country}")
        app = SphinxTestApp(
            "handout", srcdir=project.srcdir, builddir=tmp_path / "_build", confoverrides={"language": "es"}
        )
        try:
            app.build()
            assert (app.statuscode, "clinic-country" in app.warning.getvalue()) == (expected, bool(expected))
        finally:
            app.cleanup()
        if not expected:
            assert {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]} == made
