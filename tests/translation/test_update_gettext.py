"""Files that translators get: GNU gettext and other tools rewrite them, and nothing of a translator's is lost."""

# ruff: noqa: E501 -- tables of attacks

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sphinx.locale
from babel.messages.pofile import read_po, write_po
from sphinx.testing.util import SphinxTestApp

from sphinx_prolo import catalogue, language
from sphinx_prolo.catalogue.silence import digest
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.translation.update import update

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem

gettext = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="GNU gettext is not installed")

PAGE = """\
Care
====

.. handout::
   :facts: /facts/care.yaml
   :version: 1
   :published: 2026-01-01
   :review-by: 2029-01-01

Do not drive today. Up to 20 % do.

Wait for {rest} before you swim.

Rest
----

.. list-table:: Times
   :header-rows: 1

   * - Day
     - What
   * - First
     - Walk a little.

.. warning::

   Fever.

.. image:: /dot.png
   :alt: A knee

Term
   Meaning.

- Item

:Label: Body

.. aftercare-checklist::
"""
FACTS = """\
quantities: {rest: 2 days}
aftercare-checklist:
  do:
    - action: {msg: "Cool the knee. Each time: {each}", max: 60, note: "Not with ice."}
      each: 10-15 min
"""


@pytest.fixture
def docs(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "docs"
    (folder / "handouts").mkdir(parents=True)
    (folder / "facts").mkdir()
    (folder / "conf.py").write_text("extensions = ['sphinx_prolo']\nlocale_dirs = ['../locales']\nlanguage = 'en'\n")
    (folder / "index.rst").write_text("Clinic\n======\n\n.. toctree::\n\n   handouts/care\n")
    (folder / "handouts/care.rst").write_text(PAGE)
    (folder / "facts/care.yaml").write_text(FACTS)
    (folder / "dot.png").write_bytes(b"")
    yield folder
    sphinx.locale.translators.clear()


def po(docs: Path, code: str = "es", domain: str = "handouts") -> Path:
    return docs.parent / "locales" / code / "LC_MESSAGES" / f"{domain}.po"


def whole(path: Path) -> catalogue.Catalogue:
    found = catalogue.read(path)
    assert found.catalogue is not None, found.problems
    return found.catalogue


def messages(path: Path) -> dict[str, catalogue.Message]:
    return {message.msgid: message for message in whole(path).messages}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def answered(docs: Path) -> Path:
    """A catalogue in which a translator has answered a question."""
    update(docs, ["es"])
    path = po(docs)
    edit(path, 'msgid "Rest"\nmsgstr ""', 'msgid "Rest"\nmsgstr "Rest"')
    reason = "el nombre de un programa, véase el folleto de la clínica"
    comment = f"# prolo-ok catalogue-identical {digest(messages(path)['Rest'])}: {reason}\n"
    text = path.read_text()
    entry = text.rindex("\n\n", 0, text.index('msgid "Rest"')) + 2
    path.write_text(text[:entry] + "# Ana: ¿seguro?\n" + comment + text[entry:])
    assert [silence.code for silence in vet(path).silences] == ["catalogue-identical"]
    return path


def vet(path: Path) -> catalogue.Vetted:
    known = {"lexicon": language.lexicon("es"), "source_lexicon": language.lexicon("en")}
    return catalogue.vet(whole(path), str(path), language="es", **known)


def test_every_short_word_says_where_it_stands(docs: Path) -> None:
    update(docs, ["es"])
    said = {msgid: message.auto_comments[0] for msgid, message in messages(po(docs)).items() if message.auto_comments}
    wanted = {
        "Care": "heading", "Rest": "heading", "Times": "title of a table", "Day": "table header", "First": "table cell",
        "Fever.": "warning box", "A knee": "what a picture shows; read aloud", "Term": "word that is explained",
        "Meaning.": "meaning of a word", "Item": "item of a list", "Label": "label, with its text behind it", "Body": "text behind a label",
    }  # fmt: skip
    assert {msgid: said.get(msgid) for msgid in wanted} == {
        msgid: f"Printed as: {where}." for msgid, where in wanted.items()
    }
    assert "Do not drive today. Up to 20 % do." not in said


def test_comments_say_what_a_value_is_and_how_long_a_sentence_may_be(docs: Path) -> None:
    update(docs, ["es"])
    (comments,) = {message.auto_comments for msgid, message in messages(po(docs)).items() if msgid.startswith("Cool")}
    assert "At most 60 characters." in comments
    assert "Not with ice." in comments
    assert any('{each} prints as "10–15 minutes"' in comment for comment in comments)


def test_a_translation_that_moves_leaves_the_flag_of_placeholders_behind(docs: Path) -> None:
    update(docs, ["es"])
    path = po(docs)
    edit(path, 'before you swim."\nmsgstr ""', 'before you swim."\nmsgstr "Espere {rest} antes de nadar."')
    assert messages(path)["Wait for {rest} before you swim."].flags == ("python-brace-format",)
    edit(docs / "handouts/care.rst", "Wait for {rest} before", "Wait a little before")
    update(docs, ["es"])
    moved = messages(path)["Wait a little before you swim."]
    assert moved.fuzzy
    assert moved.flags == ("fuzzy",)


@gettext
@pytest.mark.parametrize("code", ["es", "ar", "zh_CN", "am", "pt_BR"])
def test_gettext_checks_find_nothing(docs: Path, code: str) -> None:
    update(docs, [code])
    edit(docs / "handouts/care.rst", "Do not drive today.", "Do not drive now.")
    update(docs, [code])
    for path in po(docs, code).parent.iterdir():
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, text=True, check=False
        )
        complaints = [
            line for line in done.stderr.splitlines() if "initial default value" not in line
        ]  # no translator yet
        assert (done.returncode, complaints) == (0, [])


@gettext
@pytest.mark.parametrize(
    "command",
    [
        ["msgcat"],
        ["msgcat", "--width=20"],
        ["msgcat", "--no-wrap"],
        ["msgcat", "--sort-output"],
        ["msgattrib", "--no-obsolete"],
        ["msgattrib", "--translated"],
        ["msgconv", "--to-code=UTF-8"],
        ["msguniq"],
    ],
    ids=" ".join,
)
def test_gettext_rewrites_it_unharmed(docs: Path, command: list[str]) -> None:
    path = answered(docs)
    before = messages(path)
    done = subprocess.run([*command, path], capture_output=True, check=True)
    path.write_bytes(done.stdout)
    after = messages(path)
    for msgid, message in after.items():
        was = before[msgid]
        assert (message.msgstr, message.translator_comments) == (was.msgstr, was.translator_comments)
        assert " ".join(message.auto_comments) == " ".join(was.auto_comments)
        assert {*message.flags} - {"no-wrap"} == {*was.flags}
    assert len(after) == (1 if "--translated" in command else len(before))
    assert [silence.code for silence in vet(path).silences] == ["catalogue-identical"]
    if "--translated" not in command:
        update(docs, ["es"])
        assert {msgid: message.msgstr for msgid, message in messages(path).items()} == {
            msgid: message.msgstr for msgid, message in before.items()
        }


@gettext
def test_msgmerge_keeps_the_answer_until_the_text_changes(docs: Path, tmp_path: Path) -> None:
    path = answered(docs)
    template = tmp_path / "new.pot"
    template.write_bytes(
        subprocess.run(["msgattrib", "--clear-fuzzy", "--empty", path], capture_output=True, check=True).stdout
    )
    subprocess.run(["msgmerge", "--update", "--quiet", "--backup=none", path, template], check=True)
    assert [silence.code for silence in vet(path).silences] == ["catalogue-identical"]
    edit(template, 'msgid "Rest"', 'msgid "Rests"')
    subprocess.run(["msgmerge", "--update", "--quiet", "--backup=none", path, template], check=True)
    assert messages(path)["Rests"].fuzzy
    cleared = subprocess.run(["msgattrib", "--clear-fuzzy", "--clear-previous", path], capture_output=True, check=True)
    path.write_bytes(cleared.stdout)
    judgement = vet(path)
    assert judgement.silences == ()
    assert "catalogue-silence" in {problem.code for problem in judgement.problems}


def test_babel_rewrites_it_with_its_answer(docs: Path) -> None:
    """Babel wraps comments; many services work with it."""
    path = answered(docs)
    with path.open("rb") as file:
        found = read_po(file, locale="es")
    with path.open("wb") as file:
        write_po(file, found, width=50)
    assert [silence.reason.partition(",")[0] for silence in vet(path).silences] == ["el nombre de un programa"]


def test_a_new_sentence_moves_nothing_else(docs: Path) -> None:
    path = answered(docs)
    before = list(messages(path))
    edit(docs / "handouts/care.rst", "Rest\n----\n", "Rest\n----\n\nA new sentence.\n")
    update(docs, ["es"])
    after = list(messages(path))
    after.remove("A new sentence.")
    assert after == before
    assert list(messages(path)).index("A new sentence.") == before.index("Rest") + 1
    assert [silence.code for silence in vet(path).silences] == ["catalogue-identical"]


def test_a_language_of_the_project_is_made_filled_in_and_vetted(docs: Path) -> None:
    """Amharic, which we do not ship: every word of ours comes from the project's catalogue, and is vetted there."""
    written = update(docs, ["am"]).written
    words = po(docs, "am", "sphinx_prolo")
    assert {*written} == {po(docs, "am"), words}
    fresh = whole(words).messages
    assert all(message.auto_comments for message in fresh)
    assert all(not message.translated for message in fresh)
    hostile = {("page", "Not yet translated"): "ቤት {n}", ("page", "Patient information"): "መረጃ 24"}
    blank = words.read_text()
    fill(words, hostile)
    text, problems = build(docs, "am")
    assert {problem.code for problem in problems if problem.path == str(words) and problem.is_error} >= {
        "catalogue-placeholder",
        "label-missing",
    }
    assert "[Not yet translated]" in text
    words.write_text(blank)
    fill(words, {})
    text, problems = build(docs, "am")
    assert [problem for problem in problems if problem.is_error] == []
    assert "[ቤት] Rest" in text
    assert "10–15" in text or "10-15" in text


def fill(path: Path, hostile: dict[tuple[str, str], str]) -> None:
    """Translate every word of ours: placeholders as they are, with one Amharic word."""
    lines = path.read_text().split("\n\n")
    filled = [lines[0]]
    for entry, message in zip(lines[1:], whole(path).messages, strict=True):
        said = hostile.get((message.context or "", message.msgid))
        forms = (message.msgid,) if message.plural is None else (message.plural,) * len(message.msgstr)
        texts = [said or " ".join(["ቤት", *re.findall(r"\{\w+\}", form)]) for form in forms]
        mended = entry
        for number, text in enumerate(texts):
            mark = "msgstr" if message.plural is None else f"msgstr[{number}]"
            mended = mended.replace(f'{mark} ""', f'{mark} "{text}"')
        filled.append(mended)
    path.write_text("\n\n".join(filled))


def build(docs: Path, code: str) -> tuple[str, tuple[Problem, ...]]:
    app = SphinxTestApp("text", srcdir=docs, builddir=docs / "_build", confoverrides={"language": code}, freshenv=True)
    try:
        app.build()
        return Path(app.outdir, "handouts/care.txt").read_text(), prolo_domain(app.env).problems()
    finally:
        app.cleanup()
