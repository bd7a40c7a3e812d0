"""The comparison after Locale: what the first one let through in error is not printed either."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attackkit import write_po
from docutils import nodes

from sphinx_prolo import catalogue
from sphinx_prolo.domain import prolo_domain

if TYPE_CHECKING:
    from projects import Project


@pytest.fixture
def trusting(clinic: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose messages nobody checks before Sphinx reads them."""
    real = catalogue.vet

    def vet(whole: catalogue.Catalogue, path: str, **known: Any) -> catalogue.Vetted:
        judgement = real(whole, path, **known)
        lines = {message.msgid: message.line for message in whole.messages}
        return dataclasses.replace(judgement, messages=whole.messages, rejected=(), held=(), problems=(), lines=lines)

    monkeypatch.setattr(catalogue, "vet", vet)
    return clinic


SENTENCES = {
    "Rest well.": "QUUX :download:`x <inside.txt>`",
    "Walk a little.": "QUUX `here <javascript:alert(1)>`_",
    "Drink water.": "QUUX https://evil.example",
    "Eat fruit.": "QUUX |today|",
    "Sleep long.": "QUUX :kbd:`x`",
    "Read books.": "QUUX ``x``",
    "Sit up.": "QUUX `x`",
    "Stand up.": "QUUX `x",
    "Lie down.": ".. image:: dot.png",
    "See `this <https://good.example>`_ page.": "QUUX `this <https://evil.example>`_ page.",
    "Go to :doc:`/index` now.": "QUUX :doc:`/notes` now.",
    "Press ``a`` now.": "QUUX ``b`` now.",
    "A note [#f]_ here.": "QUUX sin nota.",
    "Two notes [#f]_ and [#g]_ here.": "QUUX [#g]_ y [#g]_.",
    "A number :math:`1` here.": "QUUX :math:`2`",
    "See |release| here.": "QUUX |version|",
    "A target _`here` too.": "QUUX",
    "Names cited [CIT]_ here.": "QUUX",
}
KEPT = {
    "Be **brave** now.": "VALE **sea** valiente.",
    "See `that <https://fine.example>`_ page.": "VALE `eso <https://fine.example>`_.",
    "Go to :doc:`/notes` soon.": "VALE :doc:`notas </notes>`.",
    "Both `one <https://a.example>`_ and `two <https://b.example>`_.": "VALE `dos <https://b.example>`_ y `uno <https://a.example>`_.",
    "Another note [#f]_ there.": "VALE [#f]_ ahí.",
    "Use |version| now.": "VALE |version| ya.",
    "Look up :abbr:`PRP (plasma)` now.": "VALE :abbr:`PRP (otro plasma)`.",
    "Type ``c`` now.": "VALE ``c``.",
    "Cited [CIT]_ again.": "VALE [CIT]_.",
    "See `A part`_ here.": "VALE `la parte <A part_>`_.",
}
END = "\nA part\n------\n\n.. [#f] First.\n.. [#g] Second.\n.. [CIT] Third.\n"


def write(project: Project, messages: dict[str, str]) -> Path:
    page = project.srcdir / "handouts/knee.rst"
    (project.srcdir / "handouts/inside.txt").write_text("SECRET")
    (project.srcdir / "handouts/dot.png").write_bytes(b"")
    page.write_text(page.read_text() + "\n" + "".join(f"\n{sentence}\n" for sentence in messages) + END)
    return write_po(project.srcdir / "locales/es/LC_MESSAGES/handouts.po", messages)


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_what_is_more_than_words_is_the_source_again_marked_and_reported(trusting: Project, builder: str) -> None:
    path = write(trusting, {**SENTENCES, **KEPT})
    app = trusting.build(builder, "es")
    tree = app.env.get_doctree("handouts/knee")
    text = tree.astext()
    assert "QUUX" not in text
    assert text.count("VALE") == len(KEPT), re.findall("VALE.*", text)
    found = [problem for problem in prolo_domain(app.env).problems() if problem.code == "catalogue-structure"]
    lines = path.read_text().split("\n")
    assert {lines[(problem.line or 0) - 1] for problem in found} == {f'msgid "{msgid}"' for msgid in SENTENCES}
    assert all(problem.path == str(path) and problem.is_error for problem in found)
    marked = [node for node in tree.findall(nodes.paragraph) if "prolo-untranslated" in node["classes"]]
    for start in ("Rest well.", "See this page.", "A note", "Two notes"):
        assert any(node.astext().partition("] ")[2].startswith(start) for node in marked), start
    assert prolo_domain(app.env).progress["handouts/knee"].rejected == len(SENTENCES)
    assert not list(Path(app.outdir).rglob("inside*"))
    numbers = [node.astext() for node in tree.findall(nodes.footnote_reference)]
    assert sorted(numbers) == ["1", "1", "1", "2"]


def test_it_stands_in_the_second_build_too(trusting: Project) -> None:
    write(trusting, SENTENCES)
    for _again in range(2):
        assert "catalogue-structure" in trusting.problems(trusting.build("html", "es"))


def test_a_title_and_a_term_are_compared_too(trusting: Project) -> None:
    page = trusting.srcdir / "handouts/knee.rst"
    page.write_text(
        f"{page.read_text()}\nA heading\n---------\n\nA term\n   A meaning.\n\n.. glossary::\n\n   Word\n      Said.\n"
    )
    hostile = {"A heading": "QUUX :kbd:`x`", "A term": "QUUX |today|", "Word": "QUUX ``x``", "Your knee": "Su rodilla"}
    write_po(trusting.srcdir / "locales/es/LC_MESSAGES/handouts.po", hostile)
    text = trusting.build("html", "es").env.get_doctree("handouts/knee").astext()
    assert "QUUX" not in text
    assert "A heading" in text and "Su rodilla" in text and "Word" in text


def test_a_translated_alternative_text_counts_as_translated(clinic: Project) -> None:
    (clinic.srcdir / "dot.png").write_bytes(b"")
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(f"{page.read_text()}\n.. image:: /dot.png\n   :alt: A small dot.\n")
    write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"A small dot.": "Un punto pequeño."})
    app = clinic.build("html", "es")
    progress = prolo_domain(app.env).progress["handouts/knee"]
    assert progress.total - progress.missing == 1


TARGETS = ["raw", "image", "literal-block", "doctest-block"]
PAGE = """
.. raw:: html

   <b>Rest</b>

.. image:: /dot.png
   :alt: A dot

::

   a program

>>> 1
1

.. index:: knee
"""


@pytest.mark.parametrize("target", TARGETS)
def test_targets_that_are_no_prose_are_refused_and_stay_shut(trusting: Project, target: str) -> None:
    conf = trusting.srcdir / "conf.py"
    conf.write_text(f"{conf.read_text()}\ngettext_additional_targets = [{target!r}, 'index']\n")
    (trusting.srcdir / "dot.png").write_bytes(b"")
    (trusting.srcdir / "evil.png").write_bytes(b"EVIL")
    page = trusting.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + PAGE)
    hostile = {
        "<b>Rest</b>": "<script>QUUX</script>",
        ".. image:: /dot.png": ".. image:: /evil.png",
        "a program": "QUUX",
        ">>> 1\n1": ">>> QUUX",
        "knee": "rodilla",
    }
    write_po(trusting.srcdir / "locales/es/LC_MESSAGES/handouts.po", hostile)
    app = trusting.build("html", "es")
    html = Path(app.outdir, "handouts/knee.html").read_text()
    assert "QUUX" not in html and "evil" not in html
    assert not list(Path(app.outdir).rglob("evil*"))
    (problem,) = (problem for problem in prolo_domain(app.env).problems() if problem.code == "handout-config")
    assert (problem.path, problem.line, problem.is_error) == (str(conf), len(conf.read_text().split("\n")) - 1, True)
    assert f"'{target}'" in problem.message and "take them out" in problem.message
    assert "rodilla" in Path(app.outdir, "genindex.html").read_text()


def test_index_entries_are_harmless(clinic: Project) -> None:
    conf = clinic.srcdir / "conf.py"
    conf.write_text(f"{conf.read_text()}\ngettext_additional_targets = ['index']\n")
    assert "handout-config" not in clinic.problems(clinic.build("html", "es"))


def test_fuzzy_messages_are_never_printed_whatever_the_setting(clinic: Project) -> None:
    conf = clinic.srcdir / "conf.py"
    conf.write_text(f"{conf.read_text()}\ngettext_allow_fuzzy_translations = True\n")
    path = write_po(clinic.srcdir / "locales/es/LC_MESSAGES/handouts.po", {"Your knee": "Su rodilla"})
    path.write_text(path.read_text().replace('\nmsgid "Your', '\n#, fuzzy\nmsgid "Your'))
    app = clinic.build("text", "es")
    assert "rodilla" not in Path(app.outdir, "handouts/knee.txt").read_text()
    assert "handout-config" in clinic.problems(app)
