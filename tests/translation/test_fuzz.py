"""Random catalogues: vetting never fails, its time grows with the length alone, and it lets nothing but words in."""

from __future__ import annotations

import dataclasses
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attackkit import SECRET, attacks, write_po, written
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sphinx_prolo import catalogue, language
from sphinx_prolo.domain import prolo_domain

if TYPE_CHECKING:
    from projects import Project

# ruff: noqa: E501 -- tables of pieces
SOURCES = [
    "Rest your arm.", "Rest for {rest}.", "Do **not** drive.", "Ask `us <https://a.example>`_ now.", "See :doc:`/index` and ``x``.",
    "A note [#f]_ here.", "Use |version| for 2 days.", "See https://b.example/x now.", "H\\ :sub:`2`\\ O", ":abbr:`PRP (plasma)` or *not*.",
    "Two [#f]_ and [#g]_ notes.", "Go to `A part`_ or `there <https://c.example>`__.", "Write to a@b.example today.", "1. First",
]  # fmt: skip
PIECES = [
    "a", "brazo", "臂", "ذراع", " ", " ", " ", "*", "**", "`", "``", "|", "_", "__", ":", "::", "\\", "\\ ", "[#f]_", "[1]_", "{rest}", "{", "}",
    ".", "..", "- ", "1. ", "A) ", "@", "https://a.example", "https://evil.example", "mailto:x@y.z", ":doc:`/index`", ":download:`x </etc/passwd>`",
    "<", ">", "`us <https://a.example>`_", "``x``", "|version|", "|today|", "\n", "\n\n", "\n   ", ".. include:: /etc/passwd", ".. raw:: html",
    "javascript:x", "::\n\n  x", "2", "٢", "dos", "\u200f", "\u202e", "\u0301", "\xa0", "\ufeff", "\u2028", "#noqa", "#", "=====", "+---+", ":x: y",
    ":sub:`2`", ":abbr:`PRP (x)`", "`A part`_", "_`t`", "rest", "no", "sin", "PRP", "prolo-ok", "%s", "｛", "&lt;", "<b>", "\t", "~", "¿", "。",
]  # fmt: skip
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.builds(
        lambda source, at, piece: source[:at] + piece + source[at:],
        st.sampled_from(SOURCES),
        st.integers(0, 40),
        st.sampled_from(PIECES),
    ),
)
LANGUAGES = st.sampled_from(["es", "fr", "ru", "hi", "ar", "zh_CN", "th", "ja", "he", "am", "tlh"])
LEXICONS = {
    code: language.lexicon(code) for code in ("en", "es", "fr", "ru", "hi", "ar", "zh_CN", "th", "ja", "he", "am")
}


def judge(message: catalogue.Message, code: str) -> catalogue.Vetted:
    whole = catalogue.Catalogue(code, {}, catalogue.Message(""), "", (message,))
    return catalogue.vet(whole, "x.po", language=code, lexicon=LEXICONS.get(code), source_lexicon=LEXICONS["en"])


@QUICK
@given(st.sampled_from(SOURCES) | TEXTS, TEXTS, LANGUAGES, st.lists(TEXTS, max_size=3))
def test_vetting_never_fails(msgid: str, msgstr: str, code: str, comments: list[str]) -> None:
    message = catalogue.Message(msgid, (msgstr,), line=3, translator_comments=tuple(comments))
    judgement = judge(message, code)
    assert len(judgement.messages) + len(judgement.rejected) + len(judgement.untranslated) == 1
    assert all(problem.path == "x.po" and problem.message for problem in judgement.problems)
    assert len(judgement.held) <= len(judgement.messages)


@QUICK
@given(st.sampled_from(SOURCES), TEXTS, TEXTS, LANGUAGES)
def test_a_comment_saves_no_message_that_is_rejected(msgid: str, msgstr: str, reason: str, code: str) -> None:
    message = catalogue.Message(msgid, (msgstr,), line=3)
    if not judge(message, code).rejected:
        return
    codes = {problem.code for problem in judge(message, code).problems}
    comments = tuple(f"prolo-ok {one} {digest}: {reason}" for one in codes for digest in ("00000000", _digest(message)))
    assert judge(catalogue.Message(msgid, (msgstr,), line=3, translator_comments=comments), code).rejected


def _digest(message: catalogue.Message) -> str:
    from sphinx_prolo.catalogue.silence import digest

    return digest(message)


@settings(max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), code=st.sampled_from(["es", "ar", "zh_CN"]))
def test_what_passes_has_the_structure_of_its_source_in_the_document_too(
    project: object, tmp_path_factory: pytest.TempPathFactory, rootdir: Path, seed: int, code: str
) -> None:
    """A whole build of some hundred random messages; the comparison after Locale must have nothing to find."""
    import shutil

    from projects import Project

    folder = tmp_path_factory.mktemp("fuzz") / "clinic"
    shutil.copytree(rootdir / "test-clinic", folder)
    (folder.parent / "secret.txt").write_text(SECRET)
    victim = Project(folder)
    random_project(victim, random.Random(seed), code)
    try:
        app = victim.build("html", code)
        found = prolo_domain(app.env).problems()
        assert [problem for problem in found if problem.code == "catalogue-structure"] == []
        text = app.env.get_doctree("handouts/knee").astext()
        assert "ZKEPTZ" in text
        for file, content in written(Path(app.outdir)).items():
            assert SECRET.encode() not in content, file
            assert b"evil.example" not in content, file
            assert b"javascript:alert" not in content, file
    finally:
        for one in reversed(victim.apps):
            one.cleanup()


def random_project(victim: Project, chance: random.Random, code: str) -> None:
    """Sources with a number of their own each, and translations that are nearly right."""
    hostile = [attack for attack in attacks(code, victim.srcdir.parent / "secret.txt") if len(attack) < 500]
    messages: dict[str, str] = {}
    for number in range(300):
        source = chance.choice(SOURCES)
        if source[0].isdigit():
            continue
        word = "".join("abcdefghij"[int(digit)] for digit in str(number))
        said = source.replace("Rest", "ZKEPTZ")
        for _change in range(chance.randrange(3)):
            at = chance.randrange(len(said) + 1)
            said = chance.choice(
                [said[:at] + chance.choice(PIECES) + said[at:], said[:at] + said[at + 1 :], chance.choice(hostile)]
            )
        messages[f"{source} {word}x"] = said
    page = victim.srcdir / "handouts/knee.rst"
    end = "\nA part\n------\n\n.. [#f] First.\n.. [#g] Second.\n"
    page.write_text(page.read_text() + "".join(f"\n\n{source}" for source in messages) + "\n" + end)
    write_po(victim.srcdir / "locales" / code / "LC_MESSAGES/handouts.po", messages)


UNITS = [
    *PIECES,
    "a:",
    "x.y.",
    "1\u200f.",
    "1-",
    "no ",
    "ne pas, ",
    "aa ",
    "PRP ",
    "a.a",
    "%2F",
    "1 2 ",
    "+1 ",
    "{a} {",
    "\\a",
    "«a ",
    "dos y ",
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    """Twice the length may take twice the time, with room for a busy machine; not four times."""
    for source in ("palabra " * 400, (unit * 1600)[:3200]):
        times = [_least(message, "fr") for message in (_long(source, unit, 4000), _long(source, unit, 8000))]
        assert times[1] < max(3 * times[0], 0.1), times
        assert times[1] < 1


def _long(source: str, unit: str, length: int) -> catalogue.Message:
    return catalogue.Message(source, ((unit * length)[:length],), line=3)


def _least(message: catalogue.Message, code: str) -> float:
    """The least time of three: what is remembered of a text is forgotten between them by looking at other texts."""
    times = []
    for turn in range(3):
        other = dataclasses.replace(message, msgstr=(f"{message.msgstr[0]} {'abc'[turn]}",))
        began = time.process_time()
        judge(other, code)
        times.append(time.process_time() - began)
    return min(times)
