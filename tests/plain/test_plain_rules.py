"""Each rule notes what it is for, and leaves alone what only looks like it."""

import pytest

from sphinx_prolo import plain
from sphinx_prolo.problem import Severity

LONG = "Please " + "walk and " * 10 + "rest."  # 22 words
TOO_LONG = "Please " + "walk and " * 12 + "rest."  # 26 words

NOTED = [
    ("en", LONG, "plain-long-sentence"),
    ("en", TOO_LONG, "plain-long-sentence"),
    ("es", TOO_LONG, "plain-long-sentence"),
    ("en", "Your skin is cleaned first.", "plain-passive"),
    ("en", "A needle is then slowly put in: it was not given before.", "plain-passive"),
    ("en", "This drug isn't taken with food.", "plain-passive"),
    ("en", "Patients should rest.", "plain-address"),
    ("en", "The patient must not drive.", "plain-address"),
    ("en", "Patients are advised to rest.", "plain-address"),
    ("es", "Los pacientes deben descansar.", "plain-address"),
    ("fr", "Le patient doit se reposer.", "plain-address"),
    ("de", "Die Patienten sollten ruhen.", "plain-address"),
    ("en", "Inject 10 U.", "plain-abbreviation"),
    ("en", "Inject 10 IU.", "plain-abbreviation"),
    ("es", "Use 5 cc.", "plain-abbreviation"),
    ("zh_CN", "每次 5 µg。", "plain-abbreviation"),
    ("zh_CN", "每次 5 μg。", "plain-abbreviation"),  # the Greek letter
    ("en", "Aspirin QD helps.", "plain-abbreviation"),
    ("en", "Aspirin q.d. helps.", "plain-abbreviation"),
    ("en", "Aspirin b.i.d. helps.", "plain-abbreviation"),
    ("en", "Aspirin PRN helps.", "plain-abbreviation"),
    ("ar", "1.0 mg", "plain-zero"),
    ("en", "Take 2.50 mg now.", "plain-zero"),
    ("de", "Nimm 1,0 mg.", "plain-zero"),
    ("es", "Tome .5 mg.", "plain-zero"),
    ("en", "Take 10mg now.", "plain-glued-unit"),
    ("zh_CN", "每次 10mg。", "plain-glued-unit"),
    ("en", "Use it 3 times daily.", "plain-times-a-day"),
    ("en", "Use it twice a day.", "plain-times-a-day"),
    ("es", "Úselo dos veces al día.", "plain-times-a-day"),
    ("de", "Nimm es dreimal täglich.", "plain-times-a-day"),
    ("en", "Rest for 2 days.", "plain-typed-quantity"),
    ("en", "A 10-15 minute walk helps.", "plain-typed-quantity"),
    ("en", "It helps 80–90 % of people.", "plain-typed-quantity"),
    ("en", "Come to 3 visits.", "plain-typed-quantity"),
    ("es", "Descanse 2 días.", "plain-typed-quantity"),
    ("de", "Ruhe 3 Wochen.", "plain-typed-quantity"),
    ("en", "Rest for {rest}.", "plain-preposition"),
    ("en", "Within\n{rest} you may walk.", "plain-preposition"),
    ("es", "Descanse durante {rest}.", "plain-preposition"),
    ("de", "Ruhe nach {rest}.", "plain-preposition"),
]

LEFT_ALONE = [
    ("en", "Please " + "walk and " * 9 + "rest."),  # 20 words
    ("en", "How long: {a} {b} {c}."),
    ("zh_CN", "休息" * 40 + "。"),
    ("en", "You are tired, and the tissue is damaged."),
    ("en", "Indeed he is red, and we need bed rest."),
    ("en", "Is this treatment called prolotherapy?"),
    ("es", "La piel es limpiada."),  # nobody has collected the participles of Spanish
    ("en", "You should rest. Ask other patients. Patients like it."),
    ("en", "Take vitamin C and U-shaped pillows; write units."),
    ("en", "Bid farewell to pain; cc the doctor."),
    ("en", "Read section 2.10 of version 1.0."),
    ("en", "This is 20 in 100 people."),
    ("en", "Rest.5 is no number, nor is (A).3 one."),
    ("en", "Call 555 010 0199 in 2026."),
    ("en", "Two people, 3 knees and 4 friends walk daily."),
    ("en", "Once a doctor looks at it, walk each day."),
    ("en", "How long: {rest}. {rest} at most. Rest ({rest})."),
    ("es", "Cuánto tiempo: {rest}."),
]


def codes(language: str, text: str) -> set[str]:
    page = plain.Handout("a.rst", 1, (plain.Passage("a.rst", 3, text),))
    found = plain.remarks(page, language)
    assert {problem.severity for problem in found} <= {Severity.NOTE}
    return {problem.code for problem in found}


@pytest.mark.parametrize(("language", "text", "code"), NOTED)
def test_noted(language: str, text: str, code: str) -> None:
    assert code in codes(language, text)


@pytest.mark.parametrize(("language", "text"), LEFT_ALONE)
def test_left_alone(language: str, text: str) -> None:
    assert codes(language, text) == set()


def test_a_remark_says_where_and_what_to_do() -> None:
    page = plain.Handout("a.rst", 1, (plain.Passage("a.rst", 3, "Rest.\nTake 1.0 mg. Or 2.50 mg, or .5 mg."),))
    told = [
        (each.line, each.message.rsplit("; ")[-1]) for each in plain.remarks(page, "ar") if each.code == "plain-zero"
    ]
    assert told == [(4, "write 1"), (4, "write 2.5"), (4, "write 0.5")]


def test_a_thousand_is_no_trailing_zero_and_a_percent_sign_may_follow_at_once() -> None:
    assert codes("en", "Take 10 mg, 0.5 mg or 1,000 mg: 90% do.") == {"plain-typed-quantity"}


def test_the_longer_the_sentence_the_stronger_the_words() -> None:
    [long], [longer] = (
        plain.remarks(plain.Handout("a.rst", 1, (plain.Passage("a.rst", 1, text),)), "en") for text in (LONG, TOO_LONG)
    )
    assert "22 words and is long" in long.message
    assert "26 words and is too long" in longer.message


def test_the_same_sentence_twice_is_one_remark() -> None:
    passage = plain.Passage("a.rst", 3, "Patients should rest.")
    assert len(plain.remarks(plain.Handout("a.rst", 1, (passage, passage)), "en")) == 1
