"""Numbers in a text: digits of any script with the marks of the language, and words with what they make together."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexiconkit import lexicon
from sphinx_prolo.language.digits import number as written

TYPED = [
    ("es", "1.000 y 1,000", [1000, 1]),
    ("es", "0.5 ml", ["0.5"]),
    ("es", "2.5 o 2,5", ["2.5", "2.5"]),
    ("es", "10.000,5", ["10000.5"]),
    ("es", "10 000 euros", [10000]),
    ("es", "10\u202f000 euros", [10000]),
    ("en", "1,000 and 1.000", [1000, 1]),
    ("en", "2,500.25", ["2500.25"]),
    ("hi", "1,00,000", [100000]),
    ("de_CH", "1’000 und 1'000", [1000, 1000]),
    ("fr", "0,5 et 0.5", ["0.5", "0.5"]),
    ("ar_EG", "٢٫٥ و ٣٬٠٠٠ و ١٠", ["2.5", 3000, 10]),
    ("ar", "2.5 و 2،5", ["2.5", "2.5"]),
    ("fa", "۱۰–۱۵", [10, 15]),
    ("bn", "১০ দিন", [10]),
    ("th", "๑๐ วัน", [10]),
    ("zh_CN", "５．５毫升，１０次", ["5.5", 10]),
    ("zh_CN", "第1，2天", [1, 2]),
    ("xx", "2.5", ["2.5"]),
    ("en", "½ tablet, 1½ tablets, 1 ½ tablets, 2 3/4 cups", ["0.5", "1.5", "1.5", "2.75"]),
    ("en", "B12, COVID-19, L4–L5, CD004059", [12, 19, 4, 5, 4059]),
    ("en", "at -5 °C, or 5-10 °C, 3 -4 days", [-5, 5, 10, 3, 4]),
    ("fr", "minus 3, au-dessous", [-3]),
    ("en", "10⁹ cells", [10, 9]),
    ("en", "on 20.11.2026 or 1.2.3", [20, 11, 2026, 1, 2, 3]),
    ("en", "at 8:00 or 8:30", [8, 8, 30]),
    ("en", "no number at all", []),
    ("en", "9" * 40, [10**15 - 1, 10**15 - 1, 10**10 - 1]),
    ("en", "⁹ⁱ①⑩", [9, 110]),
]


def values(code: str, text: str) -> list[Decimal]:
    """The first reading of each number."""
    return [min(number.values) for number in lexicon(code).numbers(text) if number.sure]


@pytest.mark.parametrize(("code", "text", "wanted"), TYPED)
def test_typed_numbers_are_read_as_the_language_writes_them(code: str, text: str, wanted: list[str | int]) -> None:
    assert values(code, text) == [Decimal(value) for value in wanted]
    assert all(number.typed for number in lexicon(code).numbers(text) if number.sure)


@pytest.mark.parametrize(
    ("code", "text", "readings"),
    [
        ("en", "8 p.m.", {8, 20}),
        ("en", "8 a.m.", {8}),
        ("en", "8 o'clock in the evening", {8, 20}),
        ("en", "20:00", {20}),
        ("en", "12 p.m.", {12, 0, 24}),
        ("fr", "1.000", {1, 1000}),
    ],
)
def test_some_numbers_have_several_readings(code: str, text: str, readings: set[int]) -> None:
    assert lexicon(code).numbers(text)[0].values == {Decimal(value) for value in readings}


@pytest.mark.parametrize(
    ("text", "parts"), [("2 500 mg", [2, 500]), ("2 000 mg", None), ("5/6", [5, 6]), ("thirty one-hour visits", None)]
)
def test_some_numbers_may_be_several(text: str, parts: list[int] | None) -> None:
    number = lexicon("en").numbers(text)[0]
    assert [min(part.values) for part in number.parts] == (parts or [])


SPELLED = [
    ("en", "twenty-five", [25]),
    ("en", "two hundred and fifty", [250]),
    ("en", "three thousand five hundred", [3500]),
    ("en", "1.5 million", [1500000]),
    ("en", "two and a half", ["2.5"]),
    ("en", "two or three", [2, 3]),
    ("en", "twenty a day", [20]),
    ("es", "treinta y cinco", [35]),
    ("es", "ciento veinte", [120]),
    ("es", "2 mil", [2000]),
    ("es", "dos y media", ["2.5"]),
    ("es", "diez por ciento", [10]),
    ("de", "fünfundzwanzig", [25]),
    ("de", "zweihundertfünfundvierzig", [245]),
    ("de", "ein hundert", [100]),
    ("fr", "soixante-dix", [70]),
    ("fr", "quatre-vingt-dix-sept", [97]),
    ("fr", "soixante et onze", [71]),
    ("fr", "quinze pour cent", [15]),
    ("ar", "خمسة وعشرون", [25]),
    ("ar", "ثلاثة أيام وعشرون", [3, 20]),
    ("ar", "يومان", [2]),
    ("ar", "يَوْمَانِ", [2]),
    ("zh_CN", "二十五天", [25]),
    ("zh_CN", "三百五十", [350]),
    ("zh_CN", "两三天", [2, 3]),
    ("zh_CN", "2.5万", [25000]),
    ("zh_CN", "十分钟", [10]),
    ("zh_CN", "十分重要", []),
    ("vi", "hai mươi lăm", [25]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), SPELLED)
def test_words_make_numbers(code: str, text: str, wanted: list[str | int]) -> None:
    assert values(code, text) == [Decimal(value) for value in wanted]


def test_what_only_may_be_a_number_is_doubtful() -> None:
    assert [(number.sure, number.values) for number in lexicon("es").numbers("una media")] == [
        (False, {Decimal(1)}),
        (False, {Decimal("0.5")}),
    ] or [number.sure for number in lexicon("es").numbers("una media")] == [False]
    assert [number.sure for number in lexicon("es").numbers("En primer lugar")] == [False]
    assert [number.values for number in lexicon("en").numbers("20 November")] == [{Decimal(20)}, {Decimal(11)}]
    assert lexicon("en").numbers("It may hurt.") == ()


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "Straße: zwe\u200bi A\u0308rzte, fünf"
    assert [text[number.start : number.end] for number in lexicon("de").numbers(text)] == ["zwe\u200bi", "fünf"]
    text = "بعد يَوْمَانِ"
    assert [text[unit.start : unit.end] for unit in lexicon("ar").units(text)] == ["يَوْمَانِ"]
    decomposed = unicodedata.normalize("NFD", "fünf")
    assert values("de", decomposed) == [5]


@settings(deadline=None)  # the first one compiles a lexicon
@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for code in ("en", "es", "ar", "zh_CN", "ko", "xx"):
        known = lexicon(code)
        for found in (*known.numbers(text), *known.units(text), *known.negators(text)):
            assert 0 <= found.start <= found.end <= len(text)


@settings(deadline=None)  # the first one compiles a lexicon
@given(st.text("0123456789.,٠٥٫ ½/:-–²h’", max_size=60))
def test_no_row_of_digits_is_too_strange(text: str) -> None:
    for code in ("en", "es", "ar"):
        assert all(number.values or number.parts for number in lexicon(code).numbers(text))


@settings(deadline=None)  # the first one compiles a lexicon
@given(
    st.sampled_from(
        ["en", "es", "fr", "pt_BR", "ru", "vi", "hi", "ar", "ar_EG", "zh_CN", "de", "fa", "bn", "pl", "ja"]
    ),
    st.decimals(min_value=0, max_value=999_999, places=2).map(lambda value: value.normalize()),
)
def test_a_number_that_we_write_is_found_again(code: str, value: Decimal) -> None:
    assert [number.values for number in lexicon(code).numbers(written(code, value))] == [{value}]
