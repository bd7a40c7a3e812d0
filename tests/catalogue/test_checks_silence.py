"""Holds and notes that a translator answers in a comment: for one message, for these very texts, with a reason."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pokit import po, write

from sphinx_prolo import catalogue
from sphinx_prolo.catalogue.silence import digest

SAME = catalogue.Message("Ask the clinic first.", ("Ask the clinic first.",), line=7)
DIGEST = digest(SAME)


def judge(message: catalogue.Message) -> catalogue.Vetted:
    whole = catalogue.Catalogue("es", {}, catalogue.Message(""), "", (message,))
    return catalogue.vet(whole, "x.po", language="es")


def commented(*comments: str, message: catalogue.Message = SAME) -> catalogue.Vetted:
    return judge(dataclasses.replace(message, translator_comments=comments))


def test_a_hold_says_how_to_answer_it() -> None:
    (problem,) = judge(SAME).problems
    assert problem.message.endswith(f"if it is right, add the comment '# prolo-ok catalogue-identical {DIGEST}: why'")
    assert [message.msgid for message in judge(SAME).held] == [SAME.msgid]


@pytest.mark.parametrize(
    "comments",
    [
        (f"prolo-ok catalogue-identical {DIGEST}: a title in English",),
        ("ask Ana", f"prolo-ok catalogue-identical {DIGEST}: a title", "in English", "", "else"),
        (f"PROLO-OK  catalogue-identical {DIGEST.upper()} : a title in English",),
        (f"(Ana) prolo-ok catalogue-identical {DIGEST}: a title in English",),
        (f"prolo-ok catalogue-identical {DIGEST}: 标题",),
    ],
)
def test_the_answer_makes_it_final(comments: tuple[str, ...]) -> None:
    judgement = commented(*comments)
    assert judgement.problems == ()
    assert judgement.held == ()
    assert [message.msgid for message in judgement.messages] == [SAME.msgid]
    (silence,) = judgement.silences
    assert (silence.path, silence.line, silence.code, silence.msgid) == ("x.po", 7, "catalogue-identical", SAME.msgid)
    assert silence.reason in {"a title in English", "标题"}


@pytest.mark.parametrize(
    "change",
    [
        {"msgid": "Ask the clinic first!", "msgstr": ("Ask the clinic first!",)},
        {"msgid": "Ask the clinic now.", "msgstr": ("Ask the clinic now.",)},
        {"context": "table"},
    ],
)
def test_another_text_asks_again(change: dict[str, object]) -> None:
    comment = f"prolo-ok catalogue-identical {DIGEST}: a title"
    judgement = commented(comment, message=dataclasses.replace(SAME, **change))  # type: ignore[arg-type]
    assert len(judgement.held) == 1
    assert judgement.silences == ()
    assert {problem.code for problem in judgement.problems} == {"catalogue-identical", "catalogue-silence"}
    assert any("was written for another text" in problem.message for problem in judgement.problems)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("prolo-ok", "cannot be understood"),
        ("prolo-ok catalogue-identical: a title", "cannot be understood"),
        (f"prolo-ok {DIGEST} catalogue-identical: a title", "cannot be understood"),
        (f"prolo-ok catalogue-identical {DIGEST[:7]}: a title", "cannot be understood"),
        (f"prolo-ok catalogue-identical {DIGEST} a title", "cannot be understood"),
        (f"prolo-ok catalogue-identical {DIGEST}:", "gives no reason"),
        (f"prolo-ok catalogue-identical {DIGEST}: -", "gives no reason"),
        (f"prolo-ok catalogue-identical {DIGEST}: why", "gives no reason"),
        (f"prolo-ok catalogue-negation {DIGEST}: it is so", "silences nothing"),
        (f"prolo-ok catalogue-nothing {DIGEST}: it is so", "silences nothing"),
    ],
)
def test_what_is_no_answer_is_mentioned_and_silences_nothing(comment: str, said: str) -> None:
    judgement = commented(comment)
    assert len(judgement.held) == 1
    (problem,) = [problem for problem in judgement.problems if problem.code == "catalogue-silence"]
    assert said in problem.message
    assert problem.severity == "note"


def test_a_rejection_cannot_be_silenced() -> None:
    hostile = catalogue.Message("Rest.", ("Descanse {x}.",), line=3)
    for code in ("catalogue-placeholder", "catalogue-silence", "catalogue-identical"):
        judgement = commented(f"prolo-ok {code} {digest(hostile)}: I say so", message=hostile)
        assert len(judgement.rejected) == 1
        assert judgement.messages == judgement.silences == ()


def test_it_silences_its_own_code_only() -> None:
    both = catalogue.Message(
        "Ask the clinic first", ("Ask the clinic first",), auto_comments=("At most 9 characters.",)
    )
    assert {problem.code for problem in judge(both).problems} == {"catalogue-identical", "catalogue-room"}
    judgement = commented(f"prolo-ok catalogue-identical {digest(both)}: a title", message=both)
    assert {problem.code for problem in judgement.problems} == {"catalogue-room"}
    assert len(judgement.held) == 1


def test_it_is_read_from_a_file_as_every_editor_writes_it(tmp_path: Path) -> None:
    text = po((SAME.msgid, SAME.msgstr[0])).replace(
        '\nmsgid "Ask', f'\n# Ana: a title?\n#  prolo-ok catalogue-identical {DIGEST}:  a title\n#. note\nmsgid "Ask'
    )
    reading = catalogue.read(write(tmp_path / "x.po", text))
    assert reading.catalogue is not None
    judgement = catalogue.vet(reading.catalogue, "x.po", language="es")
    assert [silence.reason for silence in judgement.silences] == ["a title"]


def test_the_digest_tells_texts_apart() -> None:
    messages = [
        catalogue.Message("a", ("b",)),
        catalogue.Message("a", ("c",)),
        catalogue.Message("ab", ("",)),
        catalogue.Message("a", ("b",), context="b"),
        catalogue.Message("a", ("b", "b"), plural="as"),
        catalogue.Message("a", ("b", ""), plural="as"),
    ]
    assert len({digest(message) for message in messages}) == len(messages)
    assert len(DIGEST) == 8
