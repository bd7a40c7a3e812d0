"""The structure of messages: parsing runs nothing, the short ways find what the long way finds, in linear time."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from docutils.parsers.rst import directives, roles
from docutils.utils import punctuation_chars
from hypothesis import given, settings
from hypothesis import strategies as st
from pokit import vetted

from sphinx_prolo.catalogue import structure as room
from sphinx_prolo.catalogue.inline import elements
from sphinx_prolo.catalogue.structure import PLAIN, is_one_paragraph, structure

PIECES = st.sampled_from(
    [
        "a",
        "brazo",
        "臂",
        "ذراع",
        " ",
        "*",
        "**",
        "`",
        "``",
        "|",
        "_",
        "__",
        ":",
        "::",
        "\\",
        "[1]_",
        "{x}",
        "{",
        ".",
        "..",
        "-",
        "1.",
        "A)",
        "(a)",
        "@",
        "http://x.y",
        "mailto:a@b.c",
        ":ref:",
        "<",
        ">",
        "x <y>",
        "=",
        "==",
        "+",
        "#",
        "/",
        "?",
        "«",
        "“",
        "RFC 2822",
        "pep-8",
        "~",
        '"',
        "'",
        "…",
        "¿",
        "•",
        "》",
        "。",
        "\xa0",
        "\u200f",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
SMALL = settings(max_examples=400, deadline=None)


def long_way(text: str) -> room.Structure:
    return elements(room._machinery("es").document(text))


@SMALL
@given(TEXTS)
def test_a_text_without_marks_is_plain(text: str) -> None:
    if structure(text, "es") is PLAIN:
        assert long_way(text) == PLAIN


@SMALL
@given(TEXTS)
def test_a_text_that_begins_like_a_paragraph_is_one(text: str) -> None:
    if is_one_paragraph(text):
        assert long_way(text).blocks == ("paragraph",)


@SMALL
@given(TEXTS)
def test_inline_parsing_finds_what_whole_parsing_finds(text: str) -> None:
    assert structure(text, "es") == long_way(text)


def test_no_punctuation_of_docutils_counts_as_a_letter() -> None:
    """The test for '_' at the end of a word relies on it."""
    for group in ("openers", "closers", "delimiters", "closing_delimiters"):
        allowed = re.compile(f"[{getattr(punctuation_chars, group)}]")
        assert not [code for code in range(0x110000) if allowed.match(chr(code)) and re.match(r"\w", chr(code))]


@pytest.mark.parametrize("name", ["include", "incluir", "csv-table", "raw", "image", "role", "default-role", "class"])
def test_no_directive_runs_however_deep_it_is_hidden(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    before = dict(directives._directives), dict(roles._roles)
    for text in (
        f".. {name}:: {secret}",
        f"- .. {name}:: {secret}",
        f"a\n  .. {name}:: {secret}",
        f".. |x| {name}:: {secret}",
    ):
        assert "SECRET" not in repr(structure(text, "es"))
        assert "comment" in structure(text, "es").blocks
    assert (dict(directives._directives), dict(roles._roles)) == before


def test_parsing_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    structure("**a `b |c .. [x]_ :no:`d`", "es")
    structure(".. nothing:: here", "no-such-language")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "a* ",
        "*a ",
        "`",
        "|a",
        "a_ ",
        "a:b ",
        "x@y.z ",
        "- ",
        "{x} ",
        "{",
        "[1]_ ",
        "\\",
        "a-",
        "臂",
        "a.",
        "www.a.",
    ],
)
def test_hostile_messages_are_judged_in_linear_time(unit: str) -> None:
    """Twenty thousand characters against a source that is as long: what passes the guards must not be quadratic."""
    source = "palabra " * 2500
    began = time.process_time()
    vetted(source, (unit * 20000)[:20000])
    assert time.process_time() - began < 1


@SMALL
@given(TEXTS, TEXTS)
def test_vetting_never_fails_and_what_it_keeps_has_the_same_elements(msgid: str, msgstr: str) -> None:
    judgement = vetted(msgid, msgstr)
    assert len(judgement.messages) + len(judgement.rejected) + len(judgement.untranslated) == 1
    assert bool(judgement.rejected) == any(problem.is_error for problem in judgement.problems)
    if judgement.messages and msgid != msgstr:
        wanted, found = long_way(msgid), long_way(msgstr)
        assert found.elements == wanted.elements
        assert found.blocks in {("paragraph",), wanted.blocks}


@SMALL
@given(st.text(max_size=60))
def test_vetting_never_fails_on_any_text(msgstr: str) -> None:
    vetted("Rest your arm.", msgstr)


def test_the_code_of_a_language_is_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Docutils imports any module that is called as the language is."""
    (tmp_path / "tlh.py").write_text("raise SystemExit('it ran')")
    monkeypatch.syspath_prepend(tmp_path)
    assert structure("- a *b* c", "tlh").blocks == ("bullet_list", "list_item", "paragraph")
    assert structure(".. incluir:: x", "es_MX").blocks == ("comment",)
