"""Numbers, units and negations, judged with the lexicons that are shipped: mistakes that once passed, and the right."""

from __future__ import annotations

import pytest

from sphinx_prolo import catalogue, language

NEW = "catalogue-number-new"
LOST = "catalogue-number-lost"
UNIT = "catalogue-unit"
NEGATION = "catalogue-negation"

FOUND = [
    ("fr", "Shower after 48 hours, bathe after two weeks.", "Douche après 48 heures, bain après deux jours.", UNIT),
    ("es", "It lasts one and a half hours.", "Dura un día y medio.", UNIT),
    ("vi", "It lasts one and a half hours.", "Việc này kéo dài một ngày rưỡi.", UNIT),
    ("ru", "Wear it for a month.", "Носите её в течение года.", UNIT),
    ("es", "The pain score was 5.", "La puntuación del dolor fue del 5 %.", UNIT),
    ("es", "It hurts until the fourth day.", "Duele hasta el quinto día.", LOST),
    ("es", "The second injection is given in May.", "La tercera inyección se pone en mayo.", LOST),
    ("fr", "Two thirds of them were women.", "Les trois quarts étaient des femmes.", LOST),
    ("fr", "Each injection holds 0.5 ml.", "Chaque injection contient 1,5 ml.", NEW),
    ("es", "Never take a double dose.", "Nunca tome una dosis triple.", NEW),
    ("es", "Between 5% and 10% of people.", "Entre el 5 % y el 100 % de las personas.", NEW),
    ("es", "1 in 100 people", "El 10 % de las personas", NEW),
    ("es", "Do not stop without asking.", "Deje de tomarlo sin preguntar.", NEGATION),
    ("ru", "Do not stop without asking.", "Прекратите приём без консультации.", NEGATION),
    ("es", "Unless we call, do not come.", "A menos que llamemos, venga.", NEGATION),
    ("ru", "Do not drive for at least 24 hours.", "Садитесь за руль не менее 24 часов.", NEGATION),
    ("hi", "Do not drive for at least 24 hours.", "कम से कम 24 घंटे गाड़ी चलाएँ।", NEGATION),
    ("ar", "Do not stop the pills.", "توقف عن تناول الأقراص.", NEGATION),
]
RIGHT = [
    ("de", "Two thirds of them were women.", "Zwei Drittel waren Frauen."),
    ("de", "Every other week.", "Jede zweite Woche."),
    ("de", "It takes half a day, with the hour of rest.", "Es dauert einen halben Tag, mit der Stunde Ruhe."),
    ("fr", "It may hurt for a day or so.", "Cela peut faire mal un jour ou deux."),
    ("es", "Come after 48 hours, and after two weeks.", "Venga después de 2 días, y después de 14 días."),
    ("zh_CN", "In a study of 120 people, 45 felt better after 12 months.", "120人中，45人在12个月后感觉好转。"),
    ("es", "The risk is 5 in 100.", "El riesgo es del 5 %."),
    ("es", "The risk is 5 %.", "El riesgo es de 5 de cada 100."),
    ("es", "1 in 20 people", "El 5 % de las personas"),
    ("es", "Do not stop without asking.", "No lo deje sin preguntar."),
    ("es", "Unless we call, do not come.", "Venga solo si le llamamos."),
    ("fr", "Sit still.", "Restez assis sans bouger."),
]


def judged(code: str, source: str, form: str) -> set[str]:
    whole = catalogue.Catalogue(code, {}, catalogue.Message(""), "", (catalogue.Message(source, (form,), line=7),))
    lexicons = {"lexicon": language.lexicon(code), "source_lexicon": language.lexicon("en")}
    return {problem.code for problem in catalogue.vet(whole, "x.po", language=code, **lexicons).problems}


@pytest.mark.parametrize(("code", "source", "form", "expected"), FOUND)
def test_is_found(code: str, source: str, form: str, expected: str) -> None:
    assert expected in judged(code, source, form)


@pytest.mark.parametrize(("code", "source", "form"), RIGHT)
def test_passes(code: str, source: str, form: str) -> None:
    assert judged(code, source, form) == set()
