"""Catalogues of labels, and notes for translators in templates."""

from __future__ import annotations

from pathlib import Path

from pokit import po, write

from sphinx_prolo import catalogue
from sphinx_prolo.catalogue import Annotation

RULE = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
LABELS = (
    po()
    + RULE
    + '\nmsgctxt "band"\nmsgid "Common"\nmsgstr "Frecuente"\n'
    + '\nmsgid "visit"\nmsgid_plural "visits"\nmsgstr[0] "visita"\nmsgstr[1] "visitas"\n'
    + '\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'
    + '\nmsgid "half"\nmsgid_plural "halves"\nmsgstr[0] "mitad"\nmsgstr[1] ""\n'
)


def test_finished_labels_are_found_by_context_and_msgid(tmp_path: Path) -> None:
    entries, rule, problems = catalogue.label_entries(write(tmp_path / "x.po", LABELS))
    assert entries == {("band", "Common"): ("Frecuente",), ("", "visit"): ("visita", "visitas")}
    assert rule == "nplurals=2; plural=(n != 1);"
    assert problems == ()


def test_a_broken_file_of_labels_is_a_problem(tmp_path: Path) -> None:
    found = catalogue.label_entries(write(tmp_path / "x.po", LABELS + 'msgid "x"\n'))
    assert (found.entries, found.plural_rule) == ({}, "")
    assert [problem.code for problem in found.problems] == ["catalogue-syntax"]


POT = (
    po()
    + '\n#: ../../My Docs/a.rst:3\n#: b.rst:-1\nmsgid "Ice {each}"\nmsgstr ""\n\n#: b.rst:7\nmsgid "c"\nmsgstr ""\n'
)


def test_notes_are_written_into_a_template(tmp_path: Path) -> None:
    path = write(tmp_path / "x.pot", POT)
    note = Annotation(("{each} prints\nas ten",), frozenset({"python-brace-format"}))
    assert catalogue.annotate(path, {"Ice {each}": note.merged(Annotation(("{each} prints\nas ten", "short")))}) == ()
    once = path.read_text()
    assert (
        "#. {each} prints as ten\n#. short\n#: \u2068../../My Docs/a.rst\u2069:3\n#: b.rst:-1\n#, python-brace-format\n"
        in once
    )
    assert once.endswith('\n#: b.rst:7\nmsgid "c"\nmsgstr ""\n')
    assert catalogue.annotate(path, {"Ice {each}": note}) == ()
    assert path.read_text() == once


def test_a_template_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert catalogue.annotate(tmp_path / "absent.pot", {})[0].code == "catalogue-file"
