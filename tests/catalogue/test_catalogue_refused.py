"""Translations that must not be printed: each with the check that has to find it."""

from __future__ import annotations

import pytest
from pokit import codes, vetted

SENTENCE = "Rest your arm for two days."
VALUE = "Put ice on it for {each}, {times}."
LINK = "Call the `hospital <https://hospital.example/help>`_ if you have a fever."
ADDRESS = "See https://hospital.example/help for more."
MARKUP = "catalogue-markup"
PLACEHOLDER = "catalogue-placeholder"
CHARACTERS = "catalogue-characters"

REFUSED = [
    # other blocks than a paragraph
    ("es", SENTENCE, ".. include:: /etc/hostname", MARKUP),
    ("es", SENTENCE, ".. incluir:: /etc/hostname", MARKUP),
    ("ru", SENTENCE, ".. включать:: /etc/hostname", MARKUP),
    ("zh_CN", SENTENCE, ".. 包含:: /etc/hostname", MARKUP),
    ("fr", SENTENCE, ".. raw:: html\n\n   <script>alert(1)</script>", MARKUP),
    ("es", SENTENCE, ".. raw:: html", MARKUP),
    ("ar", SENTENCE, ".. csv-table::\n   :file: /etc/passwd", MARKUP),
    ("fr", SENTENCE, ".. literalinclude:: /etc/passwd", MARKUP),
    ("fr", SENTENCE, ".. |sub| replace:: texte", MARKUP),
    ("ru", SENTENCE, ".. _цель: https://evil.example", MARKUP),
    ("es", SENTENCE, "__ https://evil.example", MARKUP),
    ("es", SENTENCE, "Descanse el brazo.\n\nSegundo párrafo.", MARKUP),
    ("ar", SENTENCE, "أرح ذراعك.\n\nفقرة ثانية.", MARKUP),
    ("zh_CN", SENTENCE, "让手臂休息。\n让手臂休息。", MARKUP),
    ("es", SENTENCE, "Descanse el brazo.\n", MARKUP),
    ("es", SENTENCE, "- Descanse el brazo.", MARKUP),
    ("ru", SENTENCE, "* Дайте руке отдохнуть.", MARKUP),
    ("ar", SENTENCE, "• أرح ذراعك.", MARKUP),
    ("fr", SENTENCE, "1. Reposez votre bras.", MARKUP),
    ("fr", SENTENCE, "1. .. include:: /etc/hostname", MARKUP),
    ("es", SENTENCE, "- .. incluir:: /etc/hostname", MARKUP),
    ("fr", SENTENCE, "(a) Reposez votre bras.", MARKUP),
    ("fr", SENTENCE, "    Reposez votre bras.", MARKUP),
    ("es", SENTENCE, "Descanse el brazo::", MARKUP),
    ("es", SENTENCE, "Descanse el brazo::  ", MARKUP),
    ("es", SENTENCE, "Descanse el brazo\n=================", MARKUP),
    ("es", SENTENCE, "==========", MARKUP),
    ("ru", SENTENCE, ":поле: Дайте руке отдохнуть.", MARKUP),
    ("ru", SENTENCE, "| Дайте руке отдохнуть.", MARKUP),
    ("ru", SENTENCE, ">>> import os", MARKUP),
    ("es", SENTENCE, "Brazo\n   .. raw:: html", MARKUP),
    # roles, links and references that the source does not have
    ("es", SENTENCE, "Descanse :download:`x </etc/passwd>` dos días.", MARKUP),
    ("es", SENTENCE, "Descanse :descargar:`x </etc/passwd>` dos días.", MARKUP),
    ("es", SENTENCE, "Descanse `x </etc/passwd>`:download: dos días.", MARKUP),
    ("ar", SENTENCE, "أرح :raw-html:`<b>` ذراعك.", MARKUP),
    ("fr", SENTENCE, "Reposez `votre bras`.", MARKUP),
    ("fr", SENTENCE, "Reposez |today| votre bras.", MARKUP),
    ("zh_CN", SENTENCE, "让手臂休息 |sub| 两天。", MARKUP),
    ("fr", SENTENCE, "Cliquez `ici <javascript:alert(1)>`_.", MARKUP),
    ("fr", SENTENCE, "Cliquez `ici <javascript:alert(1)>`__.", MARKUP),
    ("fr", SENTENCE, "Cliquez javascript:alert(1) vite.", "catalogue-address"),
    ("fr", SENTENCE, "Voir file:///etc/passwd pour plus.", MARKUP),
    ("es", SENTENCE, "Descanse: https://evil.example ahora.", MARKUP),
    ("es", SENTENCE, "Vea 1_https://evil.examplee hoy.", "catalogue-address"),
    ("es", SENTENCE, "Descanse aaaaaaaaaaaaaaaaaaaaaaaaaaaaaahttps://evil.examplee hoy.", "catalogue-address"),
    ("es", SENTENCE, "Vea x_www.evil.examplee hoy.", "catalogue-address"),
    ("zh_CN", SENTENCE, "请访问https://evil.example休息。", "catalogue-address"),
    ("zh_CN", SENTENCE, "请访问 ｗｗｗ．evil．example 。", "catalogue-address"),
    ("es", SENTENCE, "Escriba a medico@evil.example si duele.", MARKUP),
    ("es", SENTENCE, "Visite www.evil.example si duele.", "catalogue-address"),
    ("es", SENTENCE, "Visite evil-clinic.com si duele.", "catalogue-address"),
    ("zh_CN", SENTENCE, "请看evil-clinic.com吧。", "catalogue-address"),
    ("zh_CN", SENTENCE, "请看www.evil.example吧。", "catalogue-address"),
    ("ru", SENTENCE, "Пишите на вася@почта.рф сейчас.", "catalogue-address"),
    ("ru", SENTENCE, "Позвоните tel:+15550100 сейчас.", "catalogue-address"),
    ("es", SENTENCE, "Descanse [1]_ dos días.", MARKUP),
    ("es", SENTENCE, "Descanse [#nota]_ dos días.", MARKUP),
    ("es", SENTENCE, "Descanse [CIT2002]_ dos días.", MARKUP),
    ("es", SENTENCE, "Descanse el brazo_ dos días.", MARKUP),
    ("es", SENTENCE, "Descanse el brazo__ dos días.", MARKUP),
    ("es", SENTENCE, "Descanse _`el brazo` dos días.", MARKUP),
    ("es", SENTENCE, "Descanse ``el brazo`` dos días.", MARKUP),
    ("es", SENTENCE, "Descanse **el brazo** dos días.", MARKUP),
    ("ru", SENTENCE, "Дайте *руке* отдохнуть.", MARKUP),
    ("es", SENTENCE, "Descanse **el brazo dos días.", MARKUP),
    ("es", SENTENCE, "Descanse el brazo. # noqa", MARKUP),
    ("es", SENTENCE, "Descanse el brazo. #noqa", MARKUP),
    # targets
    ("fr", LINK, "Appelez `l'hôpital <https://evil.example/help>`_ si vous avez de la fièvre.", MARKUP),
    ("fr", LINK, "Appelez l'hôpital si vous avez de la fièvre.", MARKUP),
    ("fr", LINK, "Appelez `l'hôpital<https://hospital.example/help>`_ si vous avez de la fièvre.", MARKUP),
    ("ar", LINK, "`هنا <https://hospital.example/help>`_ أو `هناك <https://hospital.example/help>`_.", MARKUP),
    ("es", ADDRESS, "Vea https://hospital.example/ayuda para más.", MARKUP),
    ("zh_CN", "See :ref:`aftercare`.", "请参阅 :ref:`护理`。", MARKUP),
    ("zh_CN", "See :ref:`aftercare`.", "请参阅 :doc:`aftercare`。", MARKUP),
    ("zh_CN", "See :ref:`aftercare`.", "请参阅:ref:`aftercare`。", MARKUP),
    ("es", "See `Risks`_.", "Vea `Riesgos`_.", MARKUP),
    ("es", "A note [#a]_ here.", "Una nota [#b]_ aquí.", MARKUP),
    ("es", "A note [#a]_ here.", "Una nota aquí.", MARKUP),
    ("ru", "Version |release| of today.", "Версия сегодня.", MARKUP),
    ("ru", "Type ``make`` here.", "Наберите ``сделать`` здесь.", MARKUP),
    ("zh_CN", "This is **important** here.", "这里**重要**。", MARKUP),
    # placeholders
    ("es", VALUE, "Póngase hielo {times}.", PLACEHOLDER),
    ("es", VALUE, "Póngase hielo 10 minutos, {times}.", PLACEHOLDER),
    ("ar", VALUE, "ضع الثلج {each}، {مرات}.", PLACEHOLDER),
    ("zh_CN", VALUE, "冰敷｛each｝，{times}。", PLACEHOLDER),
    ("fr", VALUE, "Glacez {each}, {times}, {each}.", PLACEHOLDER),
    ("fr", VALUE, "Glacez {each!r}, {times}.", PLACEHOLDER),
    ("fr", VALUE, "Glacez {each:>30}, {times}.", PLACEHOLDER),
    ("ru", VALUE, "Лёд {each.__class__}, {times}.", PLACEHOLDER),
    ("ru", VALUE, "Лёд {each[0]}, {times}.", PLACEHOLDER),
    ("ru", VALUE, "Лёд { each }, {times}.", PLACEHOLDER),
    ("ru", VALUE, "Лёд {}, {times}.", PLACEHOLDER),
    ("ru", VALUE, "Лёд {0}, {times}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {each}, {times}, {until}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {each}, {times.", PLACEHOLDER),
    ("es", VALUE, "Hielo {each}, times}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {{each}}, {times}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {Each}, {times}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {ea\\ch}, {times}.", PLACEHOLDER),
    ("es", VALUE, "Hielo {each}, {tіmes}.", PLACEHOLDER),
    ("es", SENTENCE, "Descanse {each} dos días.", PLACEHOLDER),
    ("es", "Write a brace: {", "Escriba una llave: {each}", PLACEHOLDER),
    # characters that cannot be seen
    ("ar", SENTENCE, "أرح ذراعك \u202e12\u202c يومًا.", CHARACTERS),
    ("ar", SENTENCE, "أرح ذراعك \u202b12\u202c يومًا.", CHARACTERS),
    ("ar", SENTENCE, "أرح ذراعك \u206712\u2069 يومًا.", CHARACTERS),
    ("ar", SENTENCE, "أرح ذراعك \u206e12 يومًا.", CHARACTERS),
    ("es", SENTENCE, "Descanse\u2028\u2028.. include:: /etc/hostname", CHARACTERS),
    ("es", SENTENCE, "Descanse\x85\x85.. include:: /etc/hostname", CHARACTERS),
    ("es", SENTENCE, "Descanse\x0b\x0c.. include:: /etc/hostname", CHARACTERS),
    ("es", SENTENCE, "Descanse\x1b[2J el brazo.", CHARACTERS),
    ("es", SENTENCE, "Descanse\x00 el brazo.", CHARACTERS),
    ("es", SENTENCE, "Descanse\tel brazo.", CHARACTERS),
    ("es", SENTENCE, "Descanse \U000e0041\U000e0042 el brazo.", CHARACTERS),
    # size
    ("es", SENTENCE, "Descanse " * 2000, "catalogue-length"),
    ("es", SENTENCE, "*a " * 600, "catalogue-length"),
    ("es", SENTENCE, "a-" * 400, "catalogue-length"),
    ("es", SENTENCE, "x@y.z " * 60, "catalogue-length"),
]


@pytest.mark.parametrize(("language", "msgid", "msgstr", "code"), REFUSED)
def test_is_refused_by_its_check(language: str, msgid: str, msgstr: str, code: str) -> None:
    judgement = vetted(msgid, msgstr, language)
    assert [message.msgstr for message in judgement.rejected] == [(msgstr,)]
    assert judgement.messages == ()
    assert code in codes(judgement)
    for problem in judgement.problems:
        assert (problem.path, problem.line, problem.is_error) == ("x.po", 7, True)
        assert problem.message.isprintable()
        assert len(problem.message) < 300


def test_each_check_has_an_input_that_only_it_refuses() -> None:
    alone = {
        "catalogue-length": (SENTENCE, "x" * 400),
        CHARACTERS: (SENTENCE, "Descanse \u202eel brazo."),
        PLACEHOLDER: (VALUE, "Hielo {each}."),
        "catalogue-address": (SENTENCE, "Visite www.evil.example ya."),
        MARKUP: (SENTENCE, "- Descanse el brazo."),
    }
    for code, (msgid, msgstr) in alone.items():
        assert codes(vetted(msgid, msgstr)) == {code}


def test_all_that_is_wrong_with_a_message_is_said_at_once() -> None:
    judgement = vetted(LINK, "- Llame a {each} :download:`x <y>` [1]_.")
    assert codes(judgement) == {MARKUP, PLACEHOLDER}
    assert len(judgement.problems) == 5


def test_messages_say_what_to_do() -> None:
    said = "\n".join(str(problem) for problem in vetted(LINK, "Llame a :doc:`x` ya.").problems)
    assert "x.po:7: error: the role :doc:`x` is not in the source; take it out [catalogue-markup]" in said
    assert "the link to 'https://hospital.example/help' of the source is missing; copy it" in said
    assert "| is not in the source" in str(vetted(SENTENCE, "Hoy |today| no.").problems[0])
