"""The vetted catalogue: the same bytes each time, touched only when changed, and Sphinx has nothing to do."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess
from pathlib import Path

import pytest
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx.util.i18n import CatalogInfo

from sphinx_prolo import catalogue
from sphinx_prolo.catalogue import Message


def messages(**pairs: str) -> list[Message]:
    return [Message(msgid, (msgstr,)) for msgid, msgstr in pairs.items()]


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_the_pair_is_written_where_sphinx_looks(tmp_path: Path) -> None:
    written = catalogue.write_vetted({"handouts": messages(Pain="Dolor"), "guide/a": []}, tmp_path, "es")
    root = tmp_path / "es" / "LC_MESSAGES"
    assert set(written) == {root / name for name in ("handouts.po", "handouts.mo", "guide/a.po", "guide/a.mo")}
    assert gettext.translation("handouts", tmp_path, ["es"]).gettext("Pain") == "Dolor"
    assert not CatalogInfo(root, "handouts", "utf-8").is_outdated()
    assert catalogue.read(root / "handouts.po").catalogue is not None


def test_what_is_written_is_what_was_vetted(tmp_path: Path) -> None:
    given = [
        Message('Say "{x}"\\', ("Diga «{x}»\\\t\n",)),
        Message("visit", ("visita", "{n} visitas"), plural="{n} visits", context="count"),
        Message("long " * 40, ("largo " * 40,)),
    ]
    catalogue.write_vetted({"d": given}, tmp_path, "es")
    found = catalogue.read(tmp_path / "es/LC_MESSAGES/d.po").catalogue
    assert found is not None
    assert {(m.key, m.plural, m.msgstr) for m in found.messages} == {(m.key, m.plural, m.msgstr) for m in given}
    compiled = gettext.translation("d", tmp_path, ["es"])
    assert compiled.gettext(given[0].msgid) == given[0].msgstr[0]
    assert compiled.npgettext("count", "visit", "{n} visits", 3) == "{n} visitas"


@pytest.mark.parametrize("language", ["es", "zh_CN", "es_MX", "xx_unknown"])
def test_the_same_messages_make_the_same_bytes_and_touch_nothing(tmp_path: Path, language: str) -> None:
    one = {"d": messages(a="á", b="é")}
    assert catalogue.write_vetted(one, tmp_path / "1", language)
    before = state(tmp_path / "1")
    assert catalogue.write_vetted({"d": messages(b="é", a="á")}, tmp_path / "1", language) == ()
    assert state(tmp_path / "1") == before
    catalogue.write_vetted(one, tmp_path / "2", language)
    assert [content for _, content in state(tmp_path / "2").values()] == [content for _, content in before.values()]


def test_only_the_changed_domain_is_written_and_the_gone_one_emptied(tmp_path: Path) -> None:
    catalogue.write_vetted({"a": messages(a="á"), "b": messages(b="é"), "c/d": messages(c="ú")}, tmp_path, "es")
    before = state(tmp_path)
    catalogue.write_vetted({"a": messages(a="á"), "b": messages(b="ó")}, tmp_path, "es")
    after = state(tmp_path)
    assert {name for name in after if after[name] == before[name]} == {"es/LC_MESSAGES/a.po", "es/LC_MESSAGES/a.mo"}
    emptied = catalogue.read(tmp_path / "es/LC_MESSAGES/c/d.po").catalogue
    assert emptied is not None
    assert emptied.messages == ()
    assert catalogue.write_vetted({"a": messages(a="á"), "b": messages(b="ó")}, tmp_path, "es") == ()


def test_a_pair_that_was_damaged_is_mended(tmp_path: Path) -> None:
    root = tmp_path / "es" / "LC_MESSAGES"
    catalogue.write_vetted({"a": messages(a="á")}, tmp_path, "es")
    (root / "a.mo").unlink()
    assert catalogue.write_vetted({"a": messages(a="á")}, tmp_path, "es") == (root / "a.po", root / "a.mo")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_it(tmp_path: Path) -> None:
    catalogue.write_vetted({"a": [Message("100 % of {x}", ("el 100 % de {x}",))]}, tmp_path, "es")
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", tmp_path / "es/LC_MESSAGES/a.po"], check=True)


class Project:
    """A plain Sphinx project with one document, fed with vetted messages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vetted = folder / "doctrees" / "vetted"
        (folder / "src").mkdir()
        (folder / "src" / "conf.py").write_text("language = 'es'\nlocale_dirs = ['../doctrees/vetted']\n")
        (folder / "src" / "index.rst").write_text("Rest\n====\n\nRest well.\n")

    def build(self) -> tuple[set[str], str]:
        """Build; the documents that were read, and the text that came out."""
        read: set[str] = set()
        sphinx.locale.translators.clear()  # what a new process starts with
        with docutils_namespace():  # other tests of this process must not find what Sphinx registers
            app = Sphinx(
                self.folder / "src", self.folder / "src", self.folder / "out", self.folder / "doctrees", "text",
                status=None, warning=io.StringIO(),
            )  # fmt: skip
            app.connect("source-read", lambda _app, docname, _source: read.add(docname))
            app.build()
        return read, (self.folder / "out" / "index.txt").read_text()


def test_sphinx_reads_again_what_changed_and_nothing_else(tmp_path: Path) -> None:
    project = Project(tmp_path)
    catalogue.write_vetted({"index": [Message("Rest well.", ("Descanse.",))]}, project.vetted, "es")
    compiled = state(project.vetted)
    assert project.build() == ({"index"}, "Rest\n****\n\nDescanse.\n")
    assert state(project.vetted) == compiled, "Sphinx has compiled it once more"
    assert project.build()[0] == set()

    catalogue.write_vetted({"index": [Message("Rest well.", ("Repose.",))]}, project.vetted, "es")
    assert project.build() == ({"index"}, "Rest\n****\n\nRepose.\n")
    assert project.build()[0] == set()

    catalogue.write_vetted({}, project.vetted, "es")
    assert project.build() == ({"index"}, "Rest\n****\n\nRest well.\n")
    assert project.build()[0] == set()

    catalogue.write_vetted({"index": [Message("Rest", ("Reposo",))]}, project.vetted, "es")
    assert project.build() == ({"index"}, "Reposo\n******\n\nRest well.\n")
