"""Whole builds of a project whose catalogue is hostile in every message: what is printed is the source, marked."""

# ruff: noqa: E501 -- tables of attacks

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attackkit import LANGUAGES, LOOT, SECRET, Victim, write_po, written
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from docutils import nodes

from sphinx_prolo.domain import prolo_domain

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    from projects import Project


class Press:
    """Keeps the pages that would be printed."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    def accept(self, sheet: object) -> None:
        self.pages.append(sheet.job.html)  # type: ignore[attr-defined]

    def finish(self, *_rest: object) -> tuple[()]:
        return ()


def whole(victim: Victim, app: SphinxTestApp, path: Path) -> None:
    """Nothing of the attacks is printed, each sentence is, marked, and each attack is a located error."""
    for file, content in written(Path(app.outdir)).items():
        assert SECRET.encode() not in content, file
        assert LOOT.encode() not in content, file
        assert "secret" not in file.name and "passwd" not in file.name
    tree = app.env.get_doctree("handouts/knee")
    marked = {node.astext() for node in tree.findall(nodes.paragraph) if "prolo-untranslated" in node["classes"]}
    for sentence in victim.sentences:
        assert any(text.startswith("[") and text.endswith(sentence) for text in marked), sentence
    rejected = {
        problem.line for problem in prolo_domain(app.env).problems() if problem.is_error and problem.path == str(path)
    }
    assert prolo_domain(app.env).progress["handouts/knee"].rejected == len(victim.sentences)
    assert len(rejected) == len(victim.sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_hostile_catalogue_is_printed(clinic: Project, language: str) -> None:
    victim = Victim(clinic, language)
    path = victim.attack()
    app = clinic.build("html", language)
    whole(victim, app, path)
    html = Path(app.outdir, "handouts/knee.html").read_text()
    assert "evil" not in html and "javascript:" not in html.replace("text/javascript", "")


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "dirhtml", "singlehtml", "xml", "man"])
def test_in_every_builder(clinic: Project, builder: str) -> None:
    if builder == "man":
        conf = (clinic.srcdir / "conf.py").read_text()
        (clinic.srcdir / "conf.py").write_text(conf + "man_pages = [('index', 'x', 'x', ['a'], 1)]\n")
    victim = Victim(clinic, "es")
    path = victim.attack()
    whole(victim, clinic.build(builder, "es"), path)


def test_in_print(clinic: Project) -> None:
    victim = Victim(clinic, "es")
    path = victim.attack()
    press = Press()
    app = clinic.build("handout", "es", press=press)
    whole(victim, app, path)
    assert len(press.pages) == 1
    assert LOOT not in press.pages[0] and SECRET not in press.pages[0] and "evil" not in press.pages[0]


def test_on_the_second_build_and_after_each_change(clinic: Project) -> None:
    victim = Victim(clinic, "es")
    honest = {sentence: f"Descanse la rodilla, {sentence.split()[-1]}" for sentence in victim.sentences}
    path = write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", honest)
    assert "Descanse la rodilla" in clinic.text("es")
    victim.attack()
    whole(victim, clinic.build("html", "es"), path)
    whole(victim, clinic.build("html", "es"), path)
    path.unlink()
    assert LOOT not in clinic.text("es")
    assert "Descanse" not in clinic.text("es")


def test_a_region_cannot_bring_in_what_its_language_may_not(clinic: Project) -> None:
    victim = Victim(clinic, "es_MX")
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", dict.fromkeys(victim.sentences, "Descanse."))
    path = victim.attack()
    whole(victim, clinic.build("html", "es_MX"), path)


def test_nor_the_language_for_its_region(clinic: Project) -> None:
    victim = Victim(clinic, "es")
    path = victim.attack()
    app = clinic.build("html", "es_MX")
    whole(victim, app, path)


def test_our_own_words_and_those_of_sphinx_are_vetted_too(clinic: Project) -> None:
    folder = clinic.srcdir / "locales/es/LC_MESSAGES"
    secret = clinic.srcdir.parent / "secret.txt"
    secret.write_text(SECRET)
    hostile = {
        "Note": f":download:`{LOOT} <{secret}>`",
        "Table of Contents": f"`{LOOT} <javascript:alert(1)>`_",
        "Search": f"*{LOOT}*",
    }
    write_po(folder / "sphinx.po", hostile)
    path = write_po(folder / "sphinx_prolo.po", {})
    path.write_text(
        path.read_text() + f'\nmsgctxt "frequency"\nmsgid "{{n}} in {{of}}"\nmsgstr "{LOOT} {{n}} 5 {{of}}"\n'
        f'\nmsgctxt "risk-table"\nmsgid "Serious harms"\nmsgstr "{LOOT} https://evil.example"\n'
    )
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\n.. note::\n\n   One.\n")
    app = clinic.build("html", "es")
    for file, content in written(Path(app.outdir)).items():
        assert LOOT.encode() not in content and SECRET.encode() not in content, file
    assert {"catalogue-markup", "catalogue-address"} <= {*clinic.problems(app)}


def test_a_compiled_catalogue_that_lies_about_is_not_read(clinic: Project) -> None:
    path = write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"Your knee": LOOT, "Bruise": f"{LOOT}_"})
    with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_po(source))
    for domain in ("sphinx", "sphinx_prolo"):
        path.with_suffix(".mo").replace(path.with_name(f"{domain}.mo")) if domain == "x" else None
        path.with_name(f"{domain}.mo").write_bytes(path.with_suffix(".mo").read_bytes())
    path.unlink()
    os.utime(path.with_suffix(".mo"), (4e9, 4e9))
    assert LOOT not in clinic.text("es")


def test_every_locale_folder_is_vetted_and_the_first_one_wins(clinic: Project) -> None:
    conf = (clinic.srcdir / "conf.py").read_text()
    (clinic.srcdir / "conf.py").write_text(
        conf.replace("['locales']", "['locales', 'more']").replace('["locales"]', '["locales", "more"]')
    )
    victim = Victim(clinic, "es")
    path = victim.attack(folder="more")
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"Your knee": "Su rodilla"})
    write_po(clinic.srcdir / "more/es/LC_MESSAGES/extra.po", {"Your knee": LOOT})
    app = clinic.build("html", "es")
    whole(victim, app, path)
    write_po(path, {"Your knee": "La rodilla"})
    assert "Su rodilla" in clinic.text("es")


def test_a_catalogue_that_is_a_link_to_elsewhere_is_refused_and_not_shown(clinic: Project, tmp_path: Path) -> None:
    secret = tmp_path / "secret.po"
    secret.write_text(f"{SECRET}\n")
    folder = clinic.srcdir / "locales/es/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "handouts.po").symlink_to(secret)
    outside = tmp_path / "outside"
    write_po(outside / "LC_MESSAGES/handouts.po", {"Your knee": LOOT}, "fr")
    (clinic.srcdir / "locales/fr").symlink_to(outside)
    for language in ("es", "fr"):
        app = clinic.build("html", language)
        assert "catalogue-file" in clinic.problems(app)
        assert not any(SECRET in str(problem) for problem in prolo_domain(app.env).problems())
        assert LOOT not in app.env.get_doctree("handouts/knee").astext()


def test_a_link_within_the_locale_folder_is_followed(clinic: Project) -> None:
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"Your knee": "Su rodilla"})
    (clinic.srcdir / "locales/es_419").symlink_to("es")
    assert "Su rodilla" in clinic.text("es_419")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_catalogue_that_is_no_file_is_a_problem_and_nobody_waits(
    clinic: Project, make: Callable[[Path], None]
) -> None:
    path = clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po"
    path.parent.mkdir(parents=True)
    make(path)
    app = clinic.build("html", "es")
    assert "catalogue-file" in clinic.problems(app)


def test_titles_terms_captions_and_alternative_texts_are_vetted(clinic: Project) -> None:
    (clinic.srcdir / "dot.png").write_bytes(b"")
    page = clinic.srcdir / "handouts/knee.rst"
    parts = (
        "A heading\n---------\n\n.. image:: /dot.png\n   :alt: A dot.\n\n.. figure:: /dot.png\n\n   A caption.\n\n"
        "A term\n   Its meaning.\n\n:A field: A body.\n\n.. rubric:: A rubric\n\n| A line.\n\n.. table:: A table\n\n"
        "   ====== ======\n   A cell Other\n   ====== ======\n\n.. meta::\n   :description: A description.\n\n- An item.\n"
        "\n.. toctree::\n   :caption: A contents\n\nA footnote. [#f]_\n\n.. [#f] The note.\n"
    )
    page.write_text(f"{page.read_text()}\n{parts}")
    names = ["A heading", "A dot.", "A caption.", "A term", "Its meaning.", "A field", "A body.", "A rubric", "A line.", "A table",
             "A cell", "A description.", "An item.", "A contents", "A footnote. [#f]_", "The note."]  # fmt: skip
    hostile = dict.fromkeys(names, f"{LOOT} :download:`x </etc/hostname>` <b>")
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", hostile)
    app = clinic.build("html", "es")
    for file, content in written(Path(app.outdir)).items():
        assert LOOT.encode() not in content, file
    assert not list(Path(app.outdir).rglob("hostname"))


def test_the_safety_of_addresses_does_not_depend_on_where_they_stand(clinic: Project) -> None:
    """An address of the source in another message is new in this one."""
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\nSee https://good.example now.\n\nRest now.\n")
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"Rest now.": "Vea https://good.example ya."})
    app = clinic.build("html", "es")
    assert not re.search("Vea", app.env.get_doctree("handouts/knee").astext())
