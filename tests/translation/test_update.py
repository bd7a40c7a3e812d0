"""The update command's engine on small projects: sources in, .po files out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sphinx.locale

from sphinx_prolo import catalogue
from sphinx_prolo.translation.update import UpdateResult, update

HANDOUT = """\
Aftercare
=========

.. handout::
   :facts: /facts/care.yaml
   :version: 1
   :published: 2026-01-01
   :review-by: 2029-01-01

Take it easy. Up to 20 % do.

.. aftercare-checklist::
"""
FACTS = """\
aftercare-checklist:
  do:
    - action: "Cool the knee. Each time: {each}"
      each: 10-15 min
"""
HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"X-Mark: kept\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


class Project:
    """A project with a handout in the domain "handouts" and a page in the domain "index"."""

    def __init__(self, folder: Path) -> None:
        self.srcdir = folder / "docs"
        self.locales = folder / "locales"
        self.write("conf.py", "extensions = ['sphinx_prolo']\nlocale_dirs = ['../locales']\nlanguage = 'en'\n")
        self.write("index.rst", "Clinic\n======\n\nWelcome to the clinic.\n\n.. toctree::\n\n   handouts/care\n")
        self.write("handouts/care.rst", HANDOUT)
        self.write("facts/care.yaml", FACTS)

    def write(self, name: str, text: str) -> None:
        path = self.srcdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.srcdir / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def po(self, language: str = "es", domain: str = "handouts") -> Path:
        return self.locales / language / "LC_MESSAGES" / f"{domain}.po"

    def update(self, *languages: str) -> UpdateResult:
        return update(self.srcdir, languages)

    def translate(self, msgid: str, msgstr: str) -> None:
        text = self.po().read_text()
        old = f'msgid "{msgid}"\nmsgstr ""'
        assert old in text
        self.po().write_text(text.replace(old, f'msgid "{msgid}"\nmsgstr "{msgstr}"'))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    yield Project(tmp_path)
    sphinx.locale.translators.clear()


def messages(path: Path) -> dict[str, catalogue.Message]:
    found = catalogue.read(path).catalogue
    assert found is not None
    return {message.msgid: message for message in found.messages}


def test_new_catalogues_are_made_for_handouts_only(project: Project) -> None:
    result = project.update("es", "ar")
    assert result == UpdateResult((project.po("es"), project.po("ar")), ())
    assert [path.name for path in project.locales.rglob("*.po")] == ["handouts.po"] * 2
    found = messages(project.po())
    ice = found["Cool the knee. Each time: {each}"]
    assert ice.locations == ("facts/care.yaml:3",)
    assert ice.flags == ("python-brace-format",)
    assert any('{each} prints as "10–15 minutes"' in comment for comment in ice.auto_comments)
    assert found["Take it easy. Up to 20 % do."].flags == ()
    assert found["Aftercare"].locations == ("handouts/care.rst:2",)


def test_a_second_update_touches_nothing_wherever_it_is_run_from(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.update("es")
    before = project.po().stat().st_mtime_ns
    assert project.update() == UpdateResult((), ())
    monkeypatch.chdir(project.srcdir)
    assert update(Path(), ["es"]) == UpdateResult((), ())
    assert project.po().stat().st_mtime_ns == before


def test_a_changed_example_and_a_moved_line_reach_the_catalogue(project: Project) -> None:
    project.update("es")
    project.translate("Cool the knee. Each time: {each}", "Enfríe la rodilla. Cada vez: {each}")
    project.edit("facts/care.yaml", "10-15 min", "20 min")
    project.edit("facts/care.yaml", "aftercare", "\n\naftercare")
    assert project.update().written == (project.po(),)
    ice = messages(project.po())["Cool the knee. Each time: {each}"]
    assert any('"20 minutes"' in comment for comment in ice.auto_comments)
    assert ice.locations == ("facts/care.yaml:5",)
    assert ice.msgstr == ("Enfríe la rodilla. Cada vez: {each}",)


def test_a_changed_sentence_takes_its_translation_along_as_fuzzy(project: Project) -> None:
    project.update("es")
    project.translate("Take it easy. Up to 20 % do.", "Descanse. Hasta el 20 % lo hace.")
    project.edit("handouts/care.rst", "Take it easy.", "Take it very easy.")
    assert project.update("es").written == (project.po(),)
    moved = messages(project.po())["Take it very easy. Up to 20 % do."]
    assert moved.msgstr == ("Descanse. Hasta el 20 % lo hace.",)
    assert moved.flags == ("fuzzy",)
    assert moved.previous == ('msgid "Take it easy. Up to 20 % do."',)


def test_header_remarks_and_obsolete_entries_survive(project: Project) -> None:
    project.po().parent.mkdir(parents=True)
    project.po().write_text(
        f'# machine-made draft\n{HEAD}\n# ask Ana\n#, no-wrap\nmsgid "Aftercare"\nmsgstr "Cuidados"\n'
        '\n#~ msgid "Old"\n#~ msgstr "Viejo"\n'
    )
    project.update()
    text = project.po().read_text()
    assert text.startswith(
        f"# machine-made draft\n{HEAD}\n# ask Ana\n#. Printed as: heading.\n#: handouts/care.rst:2\n#, no-wrap\n"
    )
    assert text.endswith('\n#~ msgid "Old"\n#~ msgstr "Viejo"\n')


def test_a_broken_catalogue_is_a_problem_and_the_others_are_done(project: Project) -> None:
    project.po().parent.mkdir(parents=True)
    project.po().write_text(HEAD + 'msgid "a\n')
    result = project.update("es", "zh_CN")
    assert result.written == (project.po("zh_CN"),)
    assert [(problem.path, problem.line, problem.code) for problem in result.problems] == [
        (str(project.po()), 6, "catalogue-syntax")
    ]
    assert project.po().read_text() == HEAD + 'msgid "a\n'


def test_broken_facts_put_no_translation_away(project: Project) -> None:
    project.update("es")
    project.translate("Cool the knee. Each time: {each}", "Enfríe la rodilla. Cada vez: {each}")
    before = project.po().read_text()
    project.edit("facts/care.yaml", "10-15 min", "15-10 min")
    result = project.update("es")
    assert result.written == ()
    assert any(problem.path.endswith("care.yaml") and problem.is_error for problem in result.problems)
    assert project.po().read_text() == before


@pytest.mark.parametrize("language", ["../../evil", "es-MX", "qqz", "en", ""])
def test_what_is_no_target_language_is_a_problem(project: Project, language: str) -> None:
    result = project.update(language)
    assert result.written == ()
    assert [problem.code for problem in result.problems] == ["catalogue-language"]
    assert not project.locales.exists()


def test_without_locales_there_is_nothing_to_do(project: Project) -> None:
    assert project.update() == UpdateResult((), ())


def test_a_conf_that_fails_is_a_problem(project: Project) -> None:
    project.write("conf.py", "1/0\n")
    (problem,) = project.update("es").problems
    assert problem.code == "catalogue-extract"
    assert "ZeroDivisionError" in problem.message


def test_a_project_without_the_extension_names_its_domains(project: Project) -> None:
    project.write("conf.py", "locale_dirs = ['../locales']\n")
    project.write("handouts/care.rst", "Care\n====\n\nRest.\n")
    assert update(project.srcdir, ["es"], {"index"}).written == (project.po(domain="index"),)
    assert update(project.srcdir, ["es"]).written == (project.po(),)


def test_nothing_is_left_behind(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    before = set(project.srcdir.rglob("*"))
    project.update("es")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert set(project.srcdir.rglob("*")) == before
    assert [path.name for path in project.po().parent.iterdir()] == ["handouts.po"]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_it(project: Project) -> None:
    project.update("es", "zh_CN", "ar")
    for path in project.locales.rglob("*.po"):
        subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], check=True)
