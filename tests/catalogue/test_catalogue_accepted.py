"""Translations that are right and must be printed, word for word."""

from __future__ import annotations

import pytest
from pokit import vetted

from sphinx_prolo.problem import Severity

SENTENCE = "Rest your arm for two days."
VALUE = "Put ice on it for {each}, {times}."
LINK = "Call the `hospital <https://hospital.example/help>`_ if you have a fever."

ACCEPTED = [
    ("es", SENTENCE, "Descanse el brazo durante dos días."),
    ("ar", SENTENCE, "أرح ذراعك لمدة يومين."),
    ("zh_CN", SENTENCE, "让手臂休息两天。"),
    ("fr", SENTENCE, "Reposez votre bras pendant deux jours\u202f!"),
    ("ru", SENTENCE, "Дайте руке отдохнуть два дня."),
    ("es", SENTENCE, "¿Duele? ¡Descanse!"),
    ("fr", SENTENCE, "«\u00a0Reposez-vous\u00a0» : c’est l’essentiel."),
    ("fr", SENTENCE, "J'ai dit : reposez-vous… d'accord ?"),
    ("zh_CN", SENTENCE, "注意：休息（两天）。"),
    ("ar", SENTENCE, "استرح؛ ثم، اسأل: لماذا؟"),
    ("ar", SENTENCE, "أرح ذراعك \u200f(PRP)\u200e يومين."),
    ("ar", SENTENCE, "أرح ذراعك \u061c(PRP) يومين."),
    ("fa", SENTENCE, "استراحت می\u200cکنید."),
    ("hi", SENTENCE, "क्\u200dष आराम करें।"),
    ("th", SENTENCE, "พัก\u200bแขนสองวัน"),
    ("ru", SENTENCE, "Не бойся — отдохни; всё будет хорошо."),
    ("es", SENTENCE, "El brazo y/o la mano (p. ej., la derecha) descansan."),
    ("es", SENTENCE, "Descanse.Evite esfuerzos.Es normal."),
    ("de", SENTENCE, "A. Müller sagt: z. B. Ruhe."[3:]),
    ("fr", "Section 1. Rest", "Section 1. Repos"),
    ("fr", "1. Introduction", "1. Présentation"),
    ("zh_CN", "1. Introduction", "1. 简介"),
    ("ru", "Risk", "Риск"),
    ("es", VALUE, "Póngase hielo {each}, {times}."),
    ("ar", VALUE, "ضع الثلج {times}، لمدة {each}."),
    ("zh_CN", VALUE, "每次冰敷{each}，{times}。"),
    ("ru", VALUE, "{times}: лёд на {each}."),
    ("fr", "{each} and {each}", "{each}"),
    ("fr", "{cold_pack} each time.", "Chaque fois {cold_pack}."),
    ("fr", "Type {{name}} for {each}.", "Tapez {{nom}} pour {each}."),
    ("fr", "A lone { stays.", "Une seule { reste."),
    ("fr", LINK, "Appelez `l'hôpital <https://hospital.example/help>`_ si vous avez de la fièvre."),
    ("ar", LINK, "اتصل `بالمستشفى <https://hospital.example/help>`_ إذا أصبت بالحمى."),
    ("zh_CN", LINK, "如果发烧，请致电\\ `医院 <https://hospital.example/help>`_\\ 。"),
    ("ru", LINK, "`Больница <https://hospital.example/help>`__ поможет."),
    ("es", "See https://hospital.example/help.", "Vea https://hospital.example/help."),
    ("zh_CN", "See https://hospital.example/help.", "参见 https://hospital.example/help。"),
    ("zh_CN", "See https://hospital.example/help.", "参见 https://hospital.example/help，以及更多。"),
    ("es", "Write to help@hospital.example now.", "Escriba ya a help@hospital.example."),
    ("es", "Visit www.hospital.example.", "Visite www.hospital.example."),
    ("es", "See :ref:`aftercare`.", "Vea :ref:`los cuidados <aftercare>`."),
    ("fr", "See :ref:`aftercare` and :doc:`/risks`.", "Voir :doc:`/risks` et :ref:`aftercare`."),
    ("zh_CN", "Use :abbr:`PRP (platelet-rich plasma)`.", "使用 :abbr:`PRP (富血小板血浆)`。"),
    ("ru", "Press :guilabel:`Print`.", "Нажмите :guilabel:`Печать`."),
    ("es", "H\\ :sub:`2`\\ O is water.", "El agua es H\\ :sub:`2`\\ O."),
    ("es", "See `Risks`_.", "Vea `los riesgos <Risks_>`_."),
    ("es", "A note [#a]_ and [1]_ here.", "Aquí [1]_ una nota [#a]_."),
    ("ru", "Version |release| of |today|.", "От |today|, версия |release|."),
    ("ru", "Type ``make`` here.", "Наберите здесь ``make``."),
    ("zh_CN", "This is **important** here.", "这里\\ **重要**\\ 。"),
    ("zh_CN", "This is **important** here.", "这里重要。"),
    ("fr", "Do **not** go.", "**N'y** allez **pas**."),
    ("fr", "Do **not** go.", "N'y allez *pas*."),
    ("ar", "Note\\ * and more.", "ملاحظة\\ * والمزيد."),
    ("es", "Example::", "Ejemplo::"),
    ("es", "Example::", "Ejemplo:"),
    ("es", "5 * 3 = 15", "5 * 3 = 15 (cinco)"),
    ("fr", "OK", "OK"),
    ("es", "first line\nsecond line", "primera línea\nsegunda línea"),
    ("es", "Pain", "Dolor " * 300),
]


@pytest.mark.parametrize(("language", "msgid", "msgstr"), ACCEPTED)
def test_is_kept_as_it_is(language: str, msgid: str, msgstr: str) -> None:
    judgement = vetted(msgid, msgstr, language)
    assert [problem for problem in judgement.problems if problem.severity is not Severity.NOTE] == []
    assert [(message.msgid, message.msgstr) for message in judgement.messages] == [(msgid, (msgstr,))]
    assert judgement.lines == {msgid: 7}
