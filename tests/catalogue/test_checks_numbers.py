"""Numbers and units: mistakes that must be found, each by its check, and translations that must pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexiconkit import lexicon
from sphinx_prolo import catalogue

NEW = "catalogue-number-new"
LOST = "catalogue-number-lost"
ORDER = "catalogue-number-order"
UNIT = "catalogue-unit"
MINE = {NEW, LOST, ORDER, UNIT}


def vetted(language: str, *messages: catalogue.Message) -> catalogue.Vetted:
    whole = catalogue.Catalogue(language, {"Language": language}, catalogue.Message("", ("",)), "", messages)
    return catalogue.vet(whole, "x.po", language=language, lexicon=lexicon(language), source_lexicon=lexicon("en"))


def found(language: str, source: str, *forms: str, plural: str | None = None) -> set[str]:
    """The codes of the checks on numbers and units that find fault with a translation."""
    judgement = vetted(language, catalogue.Message(source, forms, plural=plural, line=3))
    return {problem.code for problem in judgement.problems} & MINE


REFUSED = [
    # a digit changed, added, lost; a decimal mark dropped; another digit system
    ("es", "Rest for 2 days.", "Descanse 3 días.", NEW),
    ("es", "Rest for two days.", "Descanse tres días.", NEW),
    ("es", "Rest for two days.", "Descanse 20 días.", NEW),
    ("es", "Rest.", "Descanse 2 días.", NEW),
    ("es", "Take 2.5 mg.", "Tome 25 mg.", NEW),
    ("es", "Take 1,000 mg.", "Tome 1,000 mg.", NEW),
    ("es", "Take 1.5 mg.", "Tome 1.500 mg.", NEW),
    ("es", "Take half a tablet.", "Tome 2,5 comprimidos.", NEW),
    ("es", "Take half a tablet.", "Tome dos comprimidos y medio.", NEW),
    ("es", "Rest for twenty-five days.", "Descanse treinta y cinco días.", NEW),
    ("es", "Vitamin B12 helps.", "La vitamina B6 ayuda.", NEW),
    ("es", "It was cooled to -5 °C.", "Se enfrió a 5 °C.", NEW),
    ("es", "There were 10⁹ cells.", "Había 10⁶ células.", NEW),
    ("es", "Come at 8 a.m.", "Venga a las 20:00.", NEW),
    ("es", "Come on 3 March.", "Venga el 4 de marzo.", NEW),
    ("ar", "Rest for 2 days.", "استرح ٣ أيام.", NEW),
    ("ar", "Rest for three days.", "استرح يومين.", NEW),
    ("zh_CN", "Rest for 2 days.", "休息３天。", NEW),
    ("zh_CN", "Rest for twenty-five days.", "休息三十五天。", NEW),
    ("de", "Wait twenty-five minutes.", "Warten Sie fünfundvierzig Minuten.", NEW),
    # a number in the place of another one
    ("es", "Take 2 tablets 3 times a day, for 2 days.", "Tome 2 comprimidos 3 veces al día, 3 días.", NEW),
    ("es", "Take a tablet for 4 days.", "Tome 1 comprimido 1 día.", NEW),
    ("es", "Come on 5 April at 2:15.", "Venga el 15 de abril a las 2:15.", NEW),
    # order
    ("es", "Rest for 10–15 minutes.", "Descanse 15–10 minutos.", ORDER),
    ("es", "Rest for 10 to 15 minutes.", "Descanse de 15 a 10 minutos.", ORDER),
    ("es", "Rest for ten to fifteen minutes.", "Descanse de quince a diez minutos.", ORDER),
    ("zh_CN", "Rest for 2–3 days.", "休息3～2天。", ORDER),
    ("es", "Rest for 10–15 minutes.", "Descanse 15 minutos.", ORDER),
    ("es", "Take 2 tablets every 8 hours.", "Tome 8 comprimidos cada 2 horas.", ORDER),
    # lost
    ("es", "Rest for 2 days.", "Descanse unos días.", LOST),
    ("es", "Rest for two days.", "Descanse unos días.", LOST),
    ("es", "Of 100 people, 3 had it.", "De 100 personas, algunas lo tuvieron.", LOST),
    # units
    ("es", "Rest for 2 days.", "Descanse 2 semanas.", UNIT),
    ("es", "Rest for two hours.", "Descanse dos minutos.", UNIT),
    ("es", "Take 5 mg.", "Tome 5 g.", UNIT),
    ("es", "Take 5 ml.", "Tome 5 mg.", UNIT),
    ("es", "Take 5 ml.", "Tome 5 cl.", UNIT),
    ("es", "Come every week.", "Venga cada mes.", UNIT),
    ("es", "Come back in a few days.", "Vuelva en unas semanas.", UNIT),
    ("es", "Wait {n} minutes.", "Espere {n} horas.", UNIT),
    ("es", "Take two tablets.", "Tome dos gotas.", UNIT),
    ("es", "Take one tablet three times a day.", "Tome tres comprimidos tres veces al día.", UNIT),
    ("zh_CN", "Rest for two months.", "休息两分钟。", UNIT),
    ("ar", "Rest for two days.", "استرح ساعتين.", UNIT),
]


@pytest.mark.parametrize(("language", "source", "form", "code"), REFUSED)
def test_is_found_by_its_check(language: str, source: str, form: str, code: str) -> None:
    assert code in found(language, source, form)


RIGHT = [
    ("es", "Rest for 2 days.", "Descanse dos días."),
    ("es", "Rest for two days.", "Descanse 2 días."),
    ("es", "Rest for a day.", "Descanse 1 día."),
    ("es", "Rest for a week.", "Descanse 7 días."),
    ("es", "Rest for 24 hours.", "Descanse un día."),
    ("es", "Rest for a fortnight.", "Descanse dos semanas."),
    ("es", "Rest for two weeks.", "Descanse quince días."),
    ("es", "Wait half an hour.", "Espere 30 minutos."),
    ("es", "Wait 90 minutes.", "Espere una hora y media."),
    ("es", "Wait 2.5 hours.", "Espere dos horas y media."),
    ("es", "Wait two and a half hours.", "Espere 2,5 horas."),
    ("es", "Take 500 mg.", "Tome 0,5 g."),
    ("es", "Take 1,000 mg.", "Tome 1.000 mg."),
    ("es", "Take 1,000 mg.", "Tome 1000 mg."),
    ("es", "Take 10,000 units.", "Tome 10 000 unidades."),
    ("es", "Take 0.5 ml.", "Tome 0.5 ml."),
    ("es", "Take half a tablet.", "Tome ½ comprimido."),
    ("es", "Take 1/2 a tablet.", "Tome medio comprimido."),
    ("es", "Take 1½ tablets.", "Tome 1 1/2 comprimidos."),
    ("es", "Take 2 500 mg tablets.", "Tome 2 comprimidos de 500 mg."),
    ("es", "50 % of people", "La mitad de las personas"),
    ("es", "Half of the people", "El 50 % de las personas"),
    ("es", "Ten percent of people", "El diez por ciento de las personas"),
    ("es", "Come at 8 p.m.", "Venga a las 20:00 h."),
    ("es", "Come at 8:30 p.m.", "Venga a las 20.30."),
    ("es", "Come at 20:00.", "Venga a las 8 de la tarde."),
    ("es", "Come on 20 November 2026.", "Venga el 20/11/2026."),
    ("es", "Come on 11/20/2026.", "Venga el 20 de noviembre de 2026."),
    ("zh_CN", "Come on 20 November 2026.", "请于2026年11月20日来。"),
    ("th", "Come in 2026.", "มาในปี ๒๕๖๙"),
    ("es", "Vitamin B12 and COVID-19, at L4–L5", "Vitamina B12 y COVID-19, en L4-L5"),
    ("es", "First, rest.", "En primer lugar, descanse."),
    ("es", "It may take 3 days.", "Puede tardar 3 días."),
    ("es", "Repeat it once or twice.", "Repítalo una o dos veces."),
    ("es", "Wait {each}, then 2 days.", "Espere {each} y luego 2 días."),
    ("es", "See `2 pages <https://example.org/5>`_ here.", "Vea `dos páginas <https://example.org/5>`_ aquí."),
    ("es", "Rest **2** days.", "Descanse **dos** días."),
    ("es", "2 tablets and 2 drops", "2 comprimidos y las mismas gotas"),
    ("es", "Take one tablet now and two tonight.", "Tome un comprimido ahora y dos comprimidos esta noche."),
    ("ar", "Rest for 2 days.", "استرح يومين."),
    ("ar", "Rest for 25 days.", "استرح خمسة وعشرين يوم."),
    ("ar", "Rest for 10–15 days.", "استرح ١٠–١٥ أيام."),
    ("zh_CN", "Rest for twenty-five minutes.", "休息25分钟。"),
    ("zh_CN", "It is very important to rest for 2 days.", "休息２天十分重要。"),
    ("zh_CN", "Two or three tablets", "两三片"),
    ("zh_CN", "25,000 people", "2.5万人"),
    ("de", "Wait twenty-five minutes.", "Warten Sie fünfundzwanzig Minuten."),
    ("fr", "In 1 of 1,000 people", "Chez 1 personne sur 1\u202f000"),
    ("sw", "Rest for 2 days.", "Pumzika siku 2."),
]


@pytest.mark.parametrize(("language", "source", "form"), RIGHT)
def test_passes(language: str, source: str, form: str) -> None:
    assert found(language, source, form) == set()


def test_a_plural_form_may_follow_either_source() -> None:
    assert found("es", "One visit", "Una visita", "{n} visitas", plural="{n} visits") == set()
    assert found("es", "1 visit", "1 visita", "2 visitas", plural="2 visits") == set()
    assert found("ar", "{n} day", "يوم", "يومان", "{n} أيام", plural="{n} days") == set()
    assert NEW in found("es", "1 visit", "1 visita", "3 visitas", plural="2 visits")


def test_outcomes() -> None:
    judgement = vetted(
        "es",
        catalogue.Message("Rest for 2 days.", ("Descanse 3 días.",), line=1),
        catalogue.Message("Rest for 2 hours.", ("Descanse.",), line=2),
        catalogue.Message("Rest for 2 weeks.", ("Descanse 2 meses.",), line=3),
        catalogue.Message("Rest 1–2 weeks.", ("Descanse 2–1 semanas.",), line=4),
    )
    assert [message.line for message in judgement.rejected] == [1, 4]
    assert [message.line for message in judgement.held] == [2, 3]


def test_messages_say_what_is_there_and_what_to_do() -> None:
    said = [
        problem.message
        for problem in vetted("es", catalogue.Message("Rest 2 days.", ("Descanse tres días.",))).problems
    ]
    assert said[0] == "the number 'tres' (3) is not in the source, which has '2'; correct it"
    assert said[1].startswith("the number '2' of the source is not found; write it, in digits if need be")
    said = [problem.message for problem in vetted("es", catalogue.Message("Take 5 mg.", ("Tome 5 g.",))).problems]
    assert said[0].startswith("'5 mg' of the source has become '5 g'; correct the number or the unit")


def test_without_lexicons_nothing_is_found() -> None:
    whole = catalogue.Catalogue("es", {}, catalogue.Message("", ("",)), "", (catalogue.Message("2", ("3",)),))
    assert not {problem.code for problem in catalogue.vet(whole, "x.po", language="es").problems} & MINE


@pytest.mark.parametrize(
    "number", ["9" * 500, "9" * 30 + ".5", "1," * 300, "⁹" * 300, "９" * 60, "1/" * 90, "9 999" * 90]
)
def test_endless_numbers_are_numbers_too(number: str) -> None:
    assert found("es", f"Rest {number} days.", f"Descanse {number} días.") <= {ORDER}
    assert vetted("es", catalogue.Message("Rest 3 days.", (f"Descanse {number} días.",))).rejected


@settings(deadline=None)  # the first one compiles a lexicon
@given(st.text("Two 2.5–½ hours {n}`*<>:_días tres 0٢", max_size=80), st.text(max_size=80))
def test_nothing_is_too_strange(source: str, form: str) -> None:
    for one, other in ((source, form), (form, source)):
        for problem in vetted("es", catalogue.Message(one, (other,))).problems:
            assert problem.message.isprintable()


@settings(deadline=None)  # the first one compiles a lexicon
@given(st.text("dos tres 2 3 5,0 días mg % a.m. – ", max_size=100))
def test_a_text_agrees_with_itself(text: str) -> None:
    """The same numbers and units, whatever they are: only another language could read them in another way."""
    from sphinx_prolo.catalogue.checks.amounts import amounts
    from sphinx_prolo.catalogue.checks.explaining import How, explained

    side = amounts(text, lexicon("es"))
    for number in side.numbers:
        assert explained(number, side, side) is not How.NOT


def test_the_time_grows_with_the_message_alone() -> None:
    source, form = "Take 2 tablets every 8 hours, ", "Tome dos comprimidos cada 8 horas, "

    def seconds(times: int) -> float:
        start = time.process_time()
        assert found("es", source * times, form * times) == set()
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 40 * max(seconds(40), 0.01)
