"""Each check with translations that it must find fault with, and some that it must leave alone, also the odd ones."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pokit import vetted, write

from sphinx_prolo import catalogue, language

ARM = "Rest your arm."
EACH = "Rest for {each}."

# language, source, translation; each pair is refused or remarked upon under the code
FOUND = {
    "catalogue-placeholder": [
        ("fr", EACH, "Reposez-vous 1{each}."),
        ("fr", EACH, "Reposez-vous {each}0."),
        ("fr", EACH, "Reposez-vous 1.{each}."),
        ("fr", EACH, "Reposez-vous {each}.5."),
        ("fr", EACH, "Reposez-vous {each},5."),
        ("fr", EACH, "Reposez-vous 10-{each}."),
        ("fr", EACH, "Reposez-vous {each} – 20."),
        ("fr", EACH, "Reposez-vous -{each}."),
        ("fr", EACH, "Reposez-vous \u2212{each}."),
        ("fr", EACH, "Reposez-vous {each}%."),
        ("fr", EACH, "Reposez-vous >{each}."),
        ("fr", EACH, "Reposez-vous ≥{each}."),
        ("zh_CN", EACH, "休息-{each}。"),
        ("fr", "Rest for **{each}**.", "Reposez-vous 1\\ **{each}**."),
        ("zh_CN", EACH, "休息1{each}。"),
        ("th", EACH, "พัก ๑{each}"),
        ("ar", EACH, "استرح ١{each}."),
        ("fr", EACH, "Reposez{each}-vous."),
        ("ru", EACH, "Отдыхайте{each}."),
        ("fr", EACH, "Reposez-vous {each}pendant."),
        ("fr", "{each}, {times}", "{each}{times}"),
        ("fr", EACH, "Reposez-vous ${each}."[:13] + "${each}."),
        ("fr", EACH, "Reposez-vous {each} %(name)s."),
        ("fr", EACH, "Reposez-vous {each} %s."),
        ("fr", EACH, "Reposez-vous {each} ｛each｝."),
        ("fr", EACH, "Reposez-vous {each} {{each}}."),
        ("fr", EACH, "Reposez-vous {ea\u200bch}."),
        ("fr", EACH, "Reposez-vous {EACH}."),
        ("fr", EACH, "Reposez-vous {each }."),
        ("fr", EACH, "Reposez-vous {each!s:>9}."),
    ],
    "catalogue-markup": [
        ("fr", "See :abbr:`PRP (plasma)` {each}.", "Voir :abbr:`PRP ({each})` ."),
        ("fr", "Ask `us <https://a.example/>`_ {each}.", "`Nous <https://a.example/{each}>`_ ."),
    ],
    "catalogue-characters": [
        ("ar", "Take 10.", "خذ 1\u200b0."),
        ("ar", "Take 1.5.", "خذ 1\u200f.5."),
        ("ar", "For 10-15.", "من 10\u200f-15."),
        ("ar", "For 10-15.", "من 10\u061c–15."),
        ("fr", "At -5.", "À -\u200f5."),
        ("fr", "Take 10.", "Prenez 1\u00ad0."),
        ("fr", "Take 10.", "Prenez 1\ufe0f0."),
        ("fr", "Take 10.", "Prenez 1\u20e3 0."),
        ("fr", "Take 10.", "Prenez 1\u03360\u0336."),
        ("fr", "Take 10.", "Prenez 1О."),
        ("fr", ARM, "Reposez-vous, n\u0336o\u0336n."),
        ("zh_CN", ARM, "不\u0336要动手臂。"),
        ("fr", ARM, "Reposez\u3164vous."),
        ("fr", ARM, "Reposez\u2800vous."),
        ("fr", ARM, "Reposez\u2062vous."),
        ("fr", ARM, "Reposez\u034fvous."),
        ("fr", ARM, "Reposez n\ufe00on."),
        ("fr", ARM, "Reposez \U000e0041 vous."),
        ("fr", ARM, "Reposez \ue000 vous."),
        ("fr", ARM, "Reposez א vous."),
        ("fr", "Take 3-1.", "Prenez ٣-١."),
    ],
    "catalogue-address": [
        ("fr", ARM, "Voir evil.clinic."),
        ("fr", ARM, "Voir EVIL-CLINIC.COM."),
        ("fr", ARM, "Voir docteur.santé.paris.fr."),
        ("ru", ARM, "См. клиника.рф."),
        ("zh_CN", ARM, "请看诊所.中国。"),
        ("ar", ARM, "انظر عيادة.مصر"),
        ("fr", ARM, "Voir xn--e1afmkfd.xn--p1ai."),
        ("fr", ARM, "Voir ev\u00adil.com."),
        ("fr", ARM, "Voir evil\\ .com."),
        ("fr", ARM, "Voir https\\ ://evil.example."),
        ("fr", ARM, "Voir https%3A%2F%2Fevil.example."),
        ("fr", ARM, "Écrire à a%40evil.example."),
        ("fr", ARM, "Voir ⓔⓥⓘⓛ.com."),
        ("fr", ARM, "Voir 192.168.0.1."),
        ("fr", ARM, "Appelez le 01 23 45 67 89."),
        ("ar", ARM, "اتصل بالرقم ٠١٢٣٤٥٦٧٨٩."),
        ("zh_CN", ARM, "请拨打 138-0013-8000。"),
        ("fr", "Call 555-0100-22.", "Appelez le 555-0100-23."),
        ("fr", "Write to a@b.example.", "Écrivez à c@b.example."),
    ],
    "catalogue-negation": [
        ("fr", "Do not drive.", "Conduisez."),
        ("fr", "Drive.", "Ne conduisez pas."),
        ("fr", "Never stop. Ask first.", "Arrêtez. Demandez d’abord."),
        ("fr", "Do not run, do not jump, and do not swim.", "Ne courez pas, sautez, et ne nagez pas."),
        ("ru", "Do not drive.", "Садитесь за руль."),
        ("vi", "Avoid alcohol.", "Hãy uống rượu."),
        ("hi", "Do not drive.", "गाड़ी चलाएँ।"),
    ],
    "catalogue-identical": [
        ("fr", "Ask your clinic first.", "Ask your clinic first."),
        ("fr", "Normal", "Normal"),
        ("ru", "Normal", "Normal"),
        ("ja", "Pain: {each}", "Pain: {each}"),
    ],
    "catalogue-source-left": [
        ("zh_CN", "Rest your arm after the injection.", "请 rest your arm after 注射。"),
        ("ar", "Rest your arm after the injection.", "استرح after the injection."),
        ("fr", "Call if the pain does not go away.", "Appelez if the pain does not go away."),
    ],
    "catalogue-typography": [
        ("fr", ARM, "Reposez votre bras"),
        ("fr", "Your arm", "Votre bras."),
        ("zh_CN", ARM, "请休息."),
        ("ja", ARM, "休んでください."),
        ("hi", ARM, "बाँह को आराम दें."),
        ("ur", ARM, "بازو کو آرام دیں."),
        ("el", "Does it hurt?", "Πονάει?"),
        ("hy", ARM, "Հանգստացրեք ձեռքը"),
        ("ar", "If it hurts, rest.", "إذا آلمك, استرح."),
        ("es", "Does it hurt?", "Duele?"),
        ("es", "Rest!", "Descanse!"),
        ("fr", "Rest!", "Repos!"),
        ("fr", "Rest: now.", "Repos : tout de suite."),
        ("fr", "Say “no”.", "Dites « non »."),
        ("ar", ARM, "أرح ذراعــك."),
        ("es", ARM, "Descanse el\u200b brazo."),
        ("es", ARM, "Descanse el\u200d brazo."),
        ("ar", ARM, "أرح\u200b ذراعك."),
        ("es", ARM, "Descanse\ufeff el brazo."),
        ("vi", ARM, "Nghỉ tay cu\u0309a bạn."),
        ("es", ARM, "Descanse  el brazo."),
    ],
    "catalogue-proportion": [
        ("fr", "Rest your arm well after the injection, and ask us for help.", "Repos."),
        ("fr", "Rest your arm after it all.", "Reposez bien votre bras, tout votre bras. " * 6),
    ],
}  # fmt: skip

# right, and therefore without any remark
QUIET = [
    ("zh_CN", "missing '+' in '%s' option.", "“%s”选项中缺少“+”。"),
    ("zh_CN", "The file: here", "css_file：这里"),
    ("lv", "See also", "Skat.arī"),
    ("zh_CN", "Skype: ask us", "Skype：请询问"),
    ("fr", EACH, "Reposez-vous pendant {each}."),
    ("de", EACH, "{each}ige Pause."),
    ("hu", EACH, "{each}-ig pihenjen."),
    ("bn", "On visit {n}.", "{n}টি সাক্ষাতে।"),
    ("ko", EACH, "{each}동안 쉬세요."),
    ("ar", EACH, "استرح لـ{each}."),
    ("he", EACH, "נוחו ל-{each}."),
    ("ja", "{each}, {times}", "{each}{times}"),
    ("ru", "10–{each}", "10–{each}"),
    ("fr", "About **{each}** only.", "Environ **{each}** seulement."),
    ("fr", "Up to 20 % do.", "Jusqu’à 20 % le font."),
    ("fa", "Take 10 a day.", "روزی 10\u200cتا بخورید."),
    ("ar", "Call +1 555 0100.", "اتصل بالرقم \u200e+1 555 0100\u200e."),
    ("ar", "In 2019, 15 people.", "في 2019\u200f، 15 شخصًا."),
    ("es", "Find العربية here.", "Aquí está العربية."),
    ("th", ARM, "พัก\u200bแขน\u200bของคุณ"),
    ("hi", ARM, "अपनी बाँह को आराम दें।"),
    ("de", ARM, "Ruhen Sie den Unter\u00adarm aus."),
    ("ja", "The ❤️ sign.", "❤️の印。"),
    ("ja", ARM, "葛\U000e0100城さん、腕を休めてください。"),
    ("fr", "Hurts ≠ harms", "Faire mal ≠ nuire"),
    ("fr", "Vitamin B12", "Vitamine B12"),
    ("es", "Rest, e.g., etc.", "Descanso, p. ej., etc."),
    ("de", "For example at home.", "z.B. zu Hause."),
    ("ru", "And so on.", "И т.д. и т.п."),
    ("fr", "Since 2019-2020.", "Depuis 2019-2020."),
    ("fr", "On 2026-11-20.", "Le 20.11.2026."),
    ("fr", "1,000,000 people", "1 000 000 personnes"),
    ("zh_CN", "See https://a.example.", "请看 https://a.example。"),
    ("fr", "Call 555-0100-22.", "Appelez le 555 01 00 22."),
    ("fr", "Do not drive.", "Il est interdit de conduire."),
    ("fr", "It is not unusual.", "C’est habituel."),
    ("fr", "Do not run. Walk.", "Ne courez pas. Marchez."),
    ("ru", "Nobody knows.", "Никто не знает."),
    ("en_GB", "Color your day now.", "Color your day now."),
    ("fr", "PRP: {n} mg", "PRP: {n} mg"),
    ("fr", "``make``", "``make``"),
    ("zh_CN", "https://a.example", "https://a.example"),
    ("zh_CN", "See “Journal of Pain” now.", "请看 Journal of Pain。"),
    ("zh_CN", "It is platelet rich plasma.", "这是富血小板血浆（platelet rich plasma）。"),
    ("th", ARM, "พักแขนของคุณ"),
    ("el", "Does it hurt?", "Πονάει;"),
    ("hy", ARM, "Հանգստացրեք ձեռքը։"),
    ("am", ARM, "ክንድዎን ያሳርፉ።"),
    ("es", "Does it hurt? Rest!", "¿Duele? ¡Descanse!"),
    ("fr", "Rest!", "Repos\u202f!"),
    ("fr_CA", "Rest!", "Repos!"),
    ("fr", "Say “no”.", "Dites «\u00a0non\u00a0»."),
    ("fr", "At 10:30.", "À 10:30."),
    ("fr", "Wait…", "Attendez…"),
    ("fr", "Wait...", "Attendez…"),
    ("ar", "In the year 1447 AH.", "في عام 1447 هـ."),
    ("zh_CN", "Rest your arm well after the injection.", "注射后请让手臂好好休息。"),
]  # fmt: skip


def judge(msgid: str, msgstr: str, code: str) -> catalogue.Vetted:
    whole = catalogue.Catalogue(code, {}, catalogue.Message(""), "", (catalogue.Message(msgid, (msgstr,), line=7),))
    lexicons = {"lexicon": language.lexicon(code), "source_lexicon": language.lexicon("en")}
    return catalogue.vet(whole, "x.po", language=code, **lexicons)


@pytest.mark.parametrize(
    ("expected", "code", "msgid", "msgstr"), [(code, *case) for code, cases in FOUND.items() for case in cases]
)
def test_is_found(expected: str, code: str, msgid: str, msgstr: str) -> None:
    problems = judge(msgid, msgstr, code).problems
    assert expected in {problem.code for problem in problems}
    assert all(problem.message.isprintable() for problem in problems)


@pytest.mark.parametrize(("code", "msgid", "msgstr"), QUIET)
def test_is_left_alone(code: str, msgid: str, msgstr: str) -> None:
    problems = [
        problem for problem in judge(msgid, msgstr, code).problems if "prolo-ok catalogue-negation" not in str(problem)
    ]
    assert [problem for problem in problems if "number" not in problem.code and "unit" not in problem.code] == []


@pytest.mark.parametrize(
    ("msgstr", "fits"),
    [
        ("Qué hacer", True),
        ("Qué hacer hoy", False),
        ("**Qué** hacer", True),
        ("Hacer {each}", False),  # with the value, 10–15 min
        ("要做什么呢", True),
        ("要做什么事情呢", False),
        ("क्या करना है", True),
    ],
)
def test_room_is_measured_as_it_is_printed(msgstr: str, fits: bool) -> None:
    comments = ('{each} prints as "10–15 min"; keep it as it is.', "At most 10 characters.")
    message = catalogue.Message("What to do {each}", (msgstr,), auto_comments=comments)
    if "{" not in msgstr:
        message = dataclasses.replace(message, msgid="What to do")
    judgement = catalogue.vet(
        catalogue.Catalogue("es", {}, catalogue.Message(""), "", (message,)), "x.po", language="es"
    )
    assert ("catalogue-room" in {problem.code for problem in judgement.problems}) != fits
    assert (len(judgement.held) == 0) == fits


GLOSSARY = """\
terms:
  - term: ligament
    translations: {es: ligamento, ru: связка, ar: [رباط, أربطة], zh_CN: 韧带, hi: स्नायुबंध}
  - term: cold pack
    also: [ice pack, cooling*]
    translations: {es: compresa fría, ru: холодный компресс, ar: كمادة باردة}
    note: not ice
  - term: pack
    translations: {es: paquete}
  - term: rest
    translations: {es: [descans*, repos*]}
keep: [PRP, Mayo Clinic]
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> catalogue.Glossary:
    reading = catalogue.read_glossary(write(tmp_path_factory.mktemp("glossary") / "g.yaml", GLOSSARY))
    assert reading.record is not None
    return reading.record


@pytest.mark.parametrize(
    ("code", "msgid", "msgstr", "held"),
    [
        ("es", "Ligaments", "Ligamentos", False),
        ("es", "Ligaments", "Tendones", True),
        ("es_MX", "Ligaments", "Tendones", True),
        ("fr", "Ligaments", "Tendons", False),  # nothing is said of French
        ("es", "A ligamentous tissue", "Un tejido", False),
        ("ru", "Ligaments and a ligament", "Связки и связку", False),
        ("ru", "The ligament's", "Суставы", True),
        ("ar", "The ligament", "الرباط", False),
        ("ar", "Your ligaments", "أربطتك", False),
        ("ar", "Your ligaments", "أوتارك", True),
        ("zh_CN", "The ligament", "这条韧带。", False),
        ("zh_CN", "The ligament", "这条肌腱。", True),
        ("es", "Two cold packs", "Dos compresas frías", False),
        ("es", "Two cold packs", "Dos paquetes", True),  # not asked for "pack"
        ("es", "Ice-pack", "Una compresa muy fría", False),
        ("es", "Cooling", "Hielo", True),
        ("ru", "Use a cold pack.", "Приложите холодные компрессы.", False),
        ("ar", "Cold packs", "والكمّادات الباردة", False),
        ("es", "Rest", "Descanse", False),
        ("es", "Rest", "Reposo", False),
        ("es", "Rest", "Pare", True),
        ("es", "Restore", "Restaurar", False),
        ("es", "What PRP is", "Qué es el PRP", False),
        ("es", "What PRP is", "Qué es el plasma", True),
        ("es", "PRPs", "Los plasmas", False),
        ("zh_CN", "Mayo Clinic says", "Mayo Clinic 说", False),
        ("zh_CN", "Mayo Clinic says", "梅奥诊所说", True),
    ],
)
def test_the_glossary_is_followed_with_endings(
    glossary: catalogue.Glossary, code: str, msgid: str, msgstr: str, held: bool
) -> None:
    whole = catalogue.Catalogue(code, {}, catalogue.Message(""), "", (catalogue.Message(msgid, (msgstr,), line=7),))
    judgement = catalogue.vet(whole, "x.po", language=code, glossary=glossary)
    found = [problem for problem in judgement.problems if problem.code == "catalogue-glossary"]
    assert bool(found) == bool(judgement.held) == held


def test_the_message_names_the_words_and_the_reason(glossary: catalogue.Glossary) -> None:
    whole = catalogue.Catalogue("es", {}, catalogue.Message(""), "", (catalogue.Message("Cold packs", ("Hielo",)),))
    (problem,) = catalogue.vet(whole, "x.po", language="es", glossary=glossary).problems
    assert problem.message.startswith("the glossary says 'compresa fría' for 'cold packs' (not ice); use it")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("terms:\n  - term: a\n    translations: {es: }\n", 3, "glossary-"),
        ("terms:\n  - term: a\n", 2, "glossary-missing-key"),
        ("terms:\n  - term: a b\n    translations: {Spanish: x}\n", 3, "glossary-language"),
        ("terms:\n  - term: lig*ment\n    translations: {es: x}\n", 2, "glossary-form"),
        ("terms:\n  - term: '...'\n    translations: {es: x}\n", 2, "glossary-form"),
        ("terms:\n  - term: rest\n    translation: {es: x}\n", 3, "glossary-unknown-key"),
        (
            "terms:\n  - {term: Rest, translations: {es: x}}\n  - {term: rest, translations: {es: y}}\n",
            3,
            "glossary-twice",
        ),
        ("- a\n", 1, "glossary-type"),
        ("keep: [a\n", 2, "glossary-syntax"),
        ("keep: PRP\n", None, ""),
    ],
)
def test_a_broken_glossary_is_a_problem_at_its_line(tmp_path: Path, text: str, line: int | None, code: str) -> None:
    path = write(tmp_path / "g.yaml", text)
    reading = catalogue.read_glossary(path)
    if line is None:
        assert reading.record is not None or reading.problems
        return
    assert reading.record is None
    assert any(
        problem.path == str(path) and problem.line == line and problem.code.startswith(code)
        for problem in reading.problems
    ), reading.problems


def test_a_glossary_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = catalogue.read_glossary(tmp_path / "none.yaml").problems
    assert problem.is_error


def test_without_lexicons_and_glossary_only_the_rest_is_checked() -> None:
    assert vetted("Do not drive for 2 days.", "Conduzca 3 semanas.").problems == ()
