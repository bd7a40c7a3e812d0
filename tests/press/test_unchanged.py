"""A build that finds nothing to do reads nothing; whatever could change a page is seen."""

from __future__ import annotations

import datetime
import gc
import json
import os
import subprocess
import sys

import presskit
import pytest
from presskit import Copier

from sphinx_prolo import pdf, press
from sphinx_prolo.press import digest, unchanged

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
BOTH = ["en", "es"]


class Watcher(press.Progress):
    def __init__(self):
        self.languages = []

    def reading(self, language):
        self.languages.append(language)


@pytest.fixture(autouse=True)
def _collect():
    yield
    gc.collect()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project that reads whatever can be read, from inside and from outside of its folder."""
    made = presskit.Project(tmp_path)
    name = f"helper_{tmp_path.name.replace('-', '_')}"
    made.write(f"../lib/{name}.py", 'TERMS = "terms.yaml"\n')
    made.edit("conf.py", "extensions", f"import {name}\nhandout_glossary = {name}.TERMS\nextensions")
    made.edit("conf.py", "exclude_patterns", "pygments_style = None\nexclude_patterns")
    monkeypatch.syspath_prepend(tmp_path / "lib")
    made.write("terms.yaml", "keep: [WHO]\n")
    made.write("../shared.txt", "Shared words.\n")
    made.write("../listing.txt", "listed\n")
    (made.srcdir / "dot.png").write_bytes(PNG)
    text = "\n\n".join(
        [
            "Rest well.",
            ".. include:: ../shared.txt",
            ".. literalinclude:: ../listing.txt",
            ".. image:: dot.png\n   :alt: A dot.",
        ]
    )
    made.handout("knee", "Your knee", text)
    made.helper = f"../lib/{name}.py"
    return made


@pytest.fixture
def build(project):
    def run(**options):
        watcher = Watcher()
        result = press.build(project.srcdir, project.outdir, executors=Copier, jobs=2, progress=watcher, **options)
        return watcher.languages, result

    return run


def ledger(project, language):
    project.write(f"locales/{language}/reviews.yaml", "{}\n")


CHANGES = {
    "conf.py": (lambda p: p.edit("conf.py", "extensions", "# \nextensions"), BOTH),
    "a module of conf.py": (lambda p: p.write(p.helper, 'TERMS = "terms.yaml"  # the words\n'), BOTH),
    "a document": (lambda p: p.edit("knee.rst", "Rest well.", "Rest long."), BOTH),
    "a new document": (lambda p: p.write("new.rst", ":orphan:\n\nNew\n===\n"), BOTH),
    "an included file": (lambda p: p.write("../shared.txt", "Shared again.\n"), BOTH),
    "an included listing": (lambda p: p.write("../listing.txt", "LISTED\n"), BOTH),
    "a fact": (lambda p: p.edit("facts.yaml", "1-4 days", "1-5 days"), BOTH),
    "the glossary": (lambda p: p.write("terms.yaml", "keep: [ABC]\n"), BOTH),
    "an image": (lambda p: (p.srcdir / "dot.png").write_bytes(PNG + b" "), BOTH),
    "a file of a template folder": (lambda p: p.write("_templates/page.html", "new"), BOTH),
    "a catalogue": (lambda p: p.edit("locales/es/LC_MESSAGES/knee.po", "bien", "mejor"), ["es"]),
    "a deleted catalogue": (lambda p: (p.srcdir / "locales/es/LC_MESSAGES/knee.po").unlink(), ["es"]),
    "a translator's ledger": (lambda p: ledger(p, "es"), ["es"]),
    "the clinician's ledger": (lambda p: ledger(p, "en"), BOTH),
    "a deleted PDF": (lambda p: (p.outdir / "es/hip.es.draft.pdf").unlink(), ["es"]),
    "an edited PDF": (lambda p: (p.outdir / "en/hip.en.draft.pdf").write_bytes(b"%PDF"), ["en"]),
    "no handouts.json": (lambda p: (p.outdir / "handouts.json").unlink(), []),
    "no state": (lambda p: (p.outdir / ".prolo/state.json").unlink(), BOTH),
    "no record": (lambda p: (p.outdir / ".prolo/inputs.json").unlink(), BOTH),
    "a broken record": (lambda p: (p.outdir / ".prolo/inputs.json").write_text("{"), BOTH),
    "touched files": (lambda p: [os.utime(path, (1, 1)) for path in p.srcdir.rglob("*.*")], []),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_read_again(project, build, name):
    change, languages = CHANGES[name]
    first, _ = build()
    assert first == BOTH
    assert build()[0] == []
    change(project)
    again, result = build()
    assert again == languages
    assert not any(problem.is_error for problem in result.problems)
    files = {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]}
    assert build()[0] == []
    # A build that knows nothing ends with the same.
    project.outdir = project.outdir.parent / "other"
    press.build(project.srcdir, project.outdir, executors=Copier, jobs=2)
    assert {path: (project.outdir / path).read_bytes() for path in [*project.pdfs(), "handouts.json"]} == files


def test_nothing_is_loaded_when_nothing_changed(project, build):
    build()
    code = (
        "import sys; from pathlib import Path; from sphinx_prolo import press;"
        f"said = press.build(Path({str(project.srcdir)!r}), Path({str(project.outdir)!r}));"
        "assert len(said.unchanged) == 4, said;"
        "sys.exit(bool({'sphinx', 'docutils', 'weasyprint', 'babel', 'pydantic'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=project.outdir.parent)


def test_one_message_and_one_fact_print_what_uses_them(project, build):
    project.write("more.yaml", presskit.FACTS)
    project.edit("hip.rst", "/facts.yaml", "/more.yaml")
    build()
    project.edit("locales/es/LC_MESSAGES/knee.po", "bien", "mejor")
    assert build()[1].printed == ("es/knee.es.draft.pdf",)
    project.edit("more.yaml", "1-4 days", "1-5 days")
    assert set(build()[1].printed) == {"en/hip.en.draft.pdf", "es/hip.es.draft.pdf"}


def test_only_documents_with_the_message_are_read_again(project, build, monkeypatch):
    project.edit("conf.py", "extensions", "gettext_compact = 'all'\nextensions")
    for name in ("knee", "hip"):
        (project.srcdir / f"locales/es/LC_MESSAGES/{name}.po").unlink()
    project.translate("es", "all", {"Rest well.": "Descanse.", "Walk a little.": "Camine.", **presskit.WORDS})
    build()
    read = []
    project.edit("locales/es/LC_MESSAGES/all.po", "Descanse.", "Descanse más.")
    monkeypatch.setattr("sphinx.builders.Builder.read_doc", _spy(read))
    assert build()[1].printed == ("es/knee.es.draft.pdf",)
    assert read == ["knee"]


def _spy(read):
    from sphinx.builders import Builder

    original = Builder.read_doc

    def read_doc(self, docname, **options):
        read.append(docname)
        return original(self, docname, **options)

    return read_doc


def test_an_older_file_is_another_one(project, build):
    """Sphinx looks for files that are newer than its reading; a clock may run behind."""
    build()
    path = project.srcdir / "facts.yaml"
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    os.utime(path, (1, 1))
    assert len(build()[1].printed) == 4


def test_what_was_wrong_is_said_again(project, build):
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "refuse")
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    _, first = build(languages=["es", "xx"])
    again, second = build(languages=["es", "xx"])
    assert again == []
    assert first.problems == second.problems
    assert second.failed
    assert {problem.code for problem in second.problems} >= {"language-unknown"}


def test_other_options(project, build):
    build()
    assert build(languages=["es"])[0] == []
    languages, result = build(final_only=True)
    assert languages == BOTH
    assert len(result.withheld) == 4
    languages, again = build(final_only=True)
    assert languages == []
    assert again.withheld == result.withheld
    assert build()[0] == BOTH


def test_a_day_of_review_that_passes(project, build, monkeypatch):
    build()
    monkeypatch.setattr(unchanged, "today", lambda: datetime.date(2099, 1, 31))
    assert build()[0] == []
    monkeypatch.setattr(unchanged, "today", lambda: datetime.date(2099, 2, 1))
    assert build()[0] == BOTH


def test_an_upgraded_library_of_the_system(project, build, monkeypatch):
    build()
    newer = pdf.libraries() | {"HarfBuzz": "99.0.0"}
    monkeypatch.setattr(pdf, "libraries", lambda: newer)
    digest.engine.cache_clear()
    try:
        languages, result = build()
    finally:
        monkeypatch.undo()
        digest.engine.cache_clear()
    assert languages == BOTH
    assert len(result.printed) == 4


def test_another_epoch(project, build, monkeypatch):
    build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")  # 2100
    languages, result = build()
    assert languages == BOTH
    assert all("review-overdue" in row.reasons for row in result.rows)


@pytest.mark.parametrize(
    "line",
    [
        "import os; project = os.environ.get('PROJECT', '')",
        "import datetime; project = str(datetime.date.today().year)",
        "import subprocess; subprocess.run(['true'])",
        "from pathlib import Path; project = 'a' if Path('absent').exists() else 'b'",
    ],
)
def test_a_conf_that_asks_for_what_nobody_can_compare_is_read_each_time(project, build, line):
    project.edit("conf.py", "extensions", f"{line}\nextensions")
    assert build()[0] == BOTH
    assert build()[0] == BOTH


def test_the_folder_may_be_copied(project, build, tmp_path, monkeypatch):
    build()
    copied = tmp_path / "copied"
    copied.mkdir()
    for folder in ("docs", "out"):
        (tmp_path / folder).rename(copied / folder)
    for name in ("shared.txt", "listing.txt", "lib"):
        (tmp_path / name).rename(copied / name)
    sys.modules.pop(project.helper[7:-3])
    monkeypatch.syspath_prepend(copied / "lib")
    project.srcdir, project.outdir = copied / "docs", copied / "out"
    assert len(build()[1].unchanged) == 4


def test_an_edit_while_we_read_is_a_change_to_the_next_build(project, build):
    class Meddler(Watcher):
        def reading(self, language):
            super().reading(language)
            if language == "es":
                project.edit("facts.yaml", "1-4 days", "1-5 days")

    press.build(project.srcdir, project.outdir, executors=Copier, jobs=2, progress=Meddler())
    assert build()[0] == BOTH
    assert "1–5" in (project.outdir / "en/hip.en.draft.pdf").read_text()


def test_a_build_that_did_not_end_leaves_no_record(project, build, monkeypatch):
    build()
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    with pytest.raises(KeyboardInterrupt):
        press.build(project.srcdir, project.outdir, executors=_interrupted, jobs=2)
    assert not (project.outdir / ".prolo/inputs.json").exists()
    project.edit("facts.yaml", "1-5 days", "1-4 days")
    build()
    assert "1–4" in (project.outdir / "en/hip.en.draft.pdf").read_text()
    assert json.loads((project.outdir / "handouts.json").read_bytes())["handouts"][0]["sha256"]


def _interrupted(workers):
    raise KeyboardInterrupt
