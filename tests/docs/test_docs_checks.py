"""The page of the checks says what each does, and its examples come out as it says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import guidekit
import pytest

from sphinx_prolo import catalogue, language
from sphinx_prolo.catalogue import reader
from sphinx_prolo.catalogue.checks import CHECKS, Outcome

PAGE = guidekit.read("reference/checks.rst")
SECTIONS = guidekit.sections(PAGE)
TITLES = {re.sub("(?<=[a-z])(?=[A-Z])", " ", check.__name__).capitalize(): check for check in CHECKS}
WORDS = {Outcome.REJECT: "rejected", Outcome.HOLD: "held", Outcome.NOTE: "noted"}
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
EXAMPLES = [
    pytest.param(title, *block.caption.split(": "), block.text, id=f"{title}, {block.caption}, {number}")
    for title in TITLES
    for number, block in enumerate(guidekit.blocks(SECTIONS.get(title, "")))
]


def glossary(tmp_path: Path) -> catalogue.Glossary:
    (block,) = guidekit.blocks(SECTIONS["The glossary"])
    path = tmp_path / block.caption
    path.write_text(block.text, encoding="utf-8")
    reading = catalogue.read_glossary(path)
    assert reading.record is not None, reading.problems
    return reading.record


@pytest.mark.parametrize("title", TITLES)
def test_each_check_has_a_section_with_a_good_and_a_bad_example(title: str) -> None:
    check = TITLES[title]
    section = SECTIONS[title]
    assert section.startswith(f"\n{WORDS[check.outcome].capitalize()}, as :ref:`{check.code}`. ")
    assert {block.caption.split(": ")[1] for block in guidekit.blocks(section)} == {"right", WORDS[check.outcome]}


@pytest.mark.parametrize(("title", "code", "verdict", "text"), EXAMPLES)
def test_an_example_comes_out_as_the_page_says(title: str, code: str, verdict: str, text: str, tmp_path: Path) -> None:
    text = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda match: chr(int(match[1], 16)), text)
    whole = reader.parse(HEAD + text, Path("x.po")).catalogue
    assert whole is not None
    if title == "Room":
        whole = replace(
            whole, messages=tuple(replace(m, auto_comments=("At most 12 characters.",)) for m in whole.messages)
        )
    judgement = catalogue.vet(
        whole,
        "x.po",
        language=code,
        lexicon=language.lexicon(code),
        source_lexicon=language.lexicon("en"),
        glossary=glossary(tmp_path) if title in {"Terms used", "Names kept"} else None,
    )
    found = {problem.code for problem in judgement.problems}
    if verdict == "right":
        assert judgement.problems == ()
    else:
        assert TITLES[title].code in found
        assert bool(judgement.rejected) == (verdict == "rejected")
        assert bool(judgement.held) == (verdict == "held")


def test_the_page_invents_no_check() -> None:
    assert {title for title in SECTIONS if title not in {"The checks", "The glossary"}} == TITLES.keys()


def test_the_comment_of_the_translators_page_answers_its_message() -> None:
    section = guidekit.sections(guidekit.read("how-to/translate.rst"))["Say that it is right"]
    (block,) = [block for block in guidekit.blocks(section) if block.language == "po"]
    for comment, held in ((block.text, 0), (block.text.split("\n", 1)[1], 1)):
        whole = reader.parse(HEAD + comment, Path("x.po")).catalogue
        assert whole is not None
        lexicons = {"lexicon": language.lexicon("fr"), "source_lexicon": language.lexicon("en")}
        judgement = catalogue.vet(whole, "x.po", language="de", **lexicons)
        assert len(judgement.held) == held
        assert len(judgement.silences) == 1 - held
        if held:
            assert "prolo-ok catalogue-negation 686ede1f: why" in judgement.problems[0].message
            assert "prolo-ok catalogue-negation 686ede1f: why" in section
