"""Judging whole files: which messages are kept, held, rejected or not looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pokit import codes, po, vetted, write

from sphinx_prolo import catalogue
from sphinx_prolo.catalogue import judgement as room
from sphinx_prolo.catalogue.checks import CHECKS, Check, Outcome
from sphinx_prolo.problem import Problem, Severity


def judge(tmp_path: Path, text: str, language: str = "es") -> catalogue.Vetted:
    reading = catalogue.read(write(tmp_path / "x.po", text))
    assert reading.catalogue is not None, reading.problems
    return catalogue.vet(reading.catalogue, "locales/x.po", language=language)


def test_messages_fall_into_groups_with_their_lines(tmp_path: Path) -> None:
    text = po(("a", "á"), ("b", ""), ("c", "  "), ("d", ".. include:: /etc/hostname"))
    text += '\n#, fuzzy\nmsgid "e"\nmsgstr "é"\n\n#~ msgid "f"\n#~ msgstr "g"\n'
    text += '\nmsgctxt "table"\nmsgid "a"\nmsgstr "à"\n'
    judgement = judge(tmp_path, text)
    assert [message.msgstr for message in judgement.messages] == [("á",), ("à",)]
    assert judgement.lines == {"a": 6}
    assert [message.msgid for message in judgement.untranslated] == ["b", "c"]
    assert [message.msgid for message in judgement.fuzzy] == ["e"]
    assert [message.msgid for message in judgement.rejected] == ["d"]
    assert [(problem.path, problem.line, problem.code) for problem in judgement.problems] == [
        ("locales/x.po", 9, "catalogue-empty"),
        ("locales/x.po", 19, "catalogue-fuzzy"),
        ("locales/x.po", 22, "catalogue-obsolete"),
        ("locales/x.po", 15, "catalogue-markup"),
    ]


@pytest.mark.parametrize(
    ("outcome", "severity", "group"),
    [
        (Outcome.REJECT, Severity.ERROR, "rejected"),
        (Outcome.HOLD, Severity.WARNING, "held"),
        (Outcome.NOTE, Severity.NOTE, "messages"),
    ],
)
def test_the_outcome_of_a_check_decides(
    monkeypatch: pytest.MonkeyPatch, outcome: Outcome, severity: Severity, group: str
) -> None:
    class Shouting(Check):
        """No capitals."""

        code = "catalogue-shouting"

        def check(self, message: catalogue.Message) -> Iterator[Problem]:
            if message.msgstr[0].isupper():
                yield self.problem(message, "is too loud")

    Shouting.outcome = outcome
    monkeypatch.setattr(room, "CHECKS", (Shouting,))
    judgement = vetted("rest", "DESCANSE")
    assert [problem.severity for problem in judgement.problems] == [severity]
    assert [message.msgstr for message in getattr(judgement, group)] == [("DESCANSE",)]
    assert len(judgement.messages) == (outcome is not Outcome.REJECT)
    assert vetted("rest", "descanse").problems == ()


def test_every_check_can_be_explained_to_a_translator() -> None:
    assert len({check.__doc__ for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert check.code.startswith("catalogue-")
        assert len(check.__doc__ or "") > 80


def test_a_plural_form_may_follow_either_source(tmp_path: Path) -> None:
    rule = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    good = 'msgid "one visit"\nmsgid_plural "{n} visits"\nmsgstr[0] "una visita"\nmsgstr[1] "{n} visitas"\n'
    assert judge(tmp_path, po() + rule + "\n" + good).problems == ()
    bad = good.replace("{n} visitas", "{m} visitas")
    assert codes(judge(tmp_path, po() + rule + "\n" + bad)) == {"catalogue-placeholder"}


def test_a_file_of_another_language_is_noticed(tmp_path: Path) -> None:
    text = po(("a", "á"), language="fr")
    (problem,) = judge(tmp_path, text).problems
    assert (problem.code, problem.severity, problem.line) == ("catalogue-language", Severity.WARNING, 1)
    assert judge(tmp_path, po(language="es"), "es_MX").problems == ()
    assert judge(tmp_path, po(language="zh-CN"), "zh_CN").problems == ()


def test_findings_on_one_message_are_limited() -> None:
    assert len(vetted("a", " ".join(f"{{a{number}}}" for number in range(300))).problems) == room.ENOUGH


def test_ten_thousand_messages_take_less_than_five_seconds(tmp_path: Path) -> None:
    plain = ("Put the cold pack {} on it: {{each}}. Rest.", "Ponga la compresa fría {}: {{each}}. Descanse.")
    marked = ("**Call** the `hospital <https://x.example/{}>`_.", "**Llame** al `hospital <https://x.example/{}>`_.")
    pairs = ((plain, marked)[number % 3 == 0] for number in range(10_000))
    path = write(tmp_path / "x.po", po(*((a.format(i), b.format(i)) for i, (a, b) in enumerate(pairs))))
    began = time.process_time()
    reading = catalogue.read(path)
    assert reading.catalogue is not None
    judgement = catalogue.vet(reading.catalogue, "x.po", language="es")
    catalogue.write_vetted({"x": judgement.messages}, tmp_path, "es")
    assert time.process_time() - began < 5
    assert len(judgement.messages) == 10_000
