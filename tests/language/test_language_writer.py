"""What is written beside units: times a day, bounds, frequencies, dates, lists; and where CLDR has nothing."""

from __future__ import annotations

import datetime
import unicodedata
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo.language import Labels, Writer, number_runs, profile
from sphinx_prolo.quantity import COUNTED, TIME, Bound, Quantity, Unit, parse

DAY = datetime.date(2026, 11, 20)
BANDS = ("very-common", "common", "uncommon", "rare", "very-rare", "not-known")


@pytest.mark.parametrize(
    ("code", "typed", "printed"),
    [
        ("en", "1 per day", "1 time a day"),
        ("en", "3 per hour", "3 times an hour"),
        ("en", "up to 10 rounds", "up to 10 rounds"),
        ("en", "at least 3", "at least 3"),
        ("en", "about 10-15 min", "about 10–15 minutes"),
        ("en", "500 mg per day", "500 milligrams per day"),
        ("en", "1 in 1000", "1 in 1,000"),
        ("es", "3 per day", "3 veces al día"),
        ("es", "1-3 per wk", "1-3 veces a la semana"),
        ("es", "up to 10 rounds", "hasta 10 rondas"),
        ("es", "3-6 visits", "3-6 visitas"),
        ("es", "about up to 2 wk", "aproximadamente hasta 2 semanas"),
        ("es", "500 mg per day", "500 miligramos por día"),
        ("es", "1 in 100", "1 de cada 100"),
        ("ar", "3 per day", "3 مرات في اليوم"),
        ("ar", "2 per day", "مرتان (2) في اليوم"),
        ("ar", "3-30 injections", "3-30 حقنة"),
        ("ar", "3-6 visits", "3-6 زيارات"),
        ("ar", "up to 10 rounds", "10 جولات علاجية كحد أقصى"),
        ("ar", "1 in 100", "1 من كل 100"),
        ("ar_EG", "3 per day", "٣ مرات في اليوم"),
        ("ar_EG", "0.5 mL", "٠٫٥ مليلتر"),
        ("zh_CN", "3 per day", "每天3次"),
        ("zh_CN", "up to 10 rounds", "最多10轮治疗"),
        ("zh_CN", "at least 2 wk", "至少2周"),
        ("zh_CN", "1 in 100", "每100人中有1人"),
    ],
)
def test_quantities_that_need_our_labels(writer, code, typed, printed):
    assert writer(code).quantity(parse(typed)).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (
            "en",
            "Very common: may affect more than 1 in 10 people|Common: may affect up to 1 in 10 people|"
            "Uncommon: may affect up to 1 in 100 people|Rare: may affect up to 1 in 1,000 people|"
            "Very rare: may affect up to 1 in 10,000 people|"
            "Not known: frequency cannot be estimated from the available data",
        ),
        (
            "es",
            "Muy frecuentes: pueden afectar a más de 1 de cada 10 personas|"
            "Frecuentes: pueden afectar hasta 1 de cada 10 personas|"
            "Poco frecuentes: pueden afectar hasta 1 de cada 100 personas|"
            "Raros: pueden afectar hasta 1 de cada 1.000 personas|"
            "Muy raros: pueden afectar hasta 1 de cada 10.000 personas|"
            "No conocida: no puede estimarse a partir de los datos disponibles",
        ),
        (
            "ar_EG",
            "شائعة جدًا: قد تصيب أكثر من ١ من كل ١٠ أشخاص|شائعة: قد تصيب ما يصل إلى ١ من كل ١٠ أشخاص|"
            "غير شائعة: قد تصيب ما يصل إلى ١ من كل ١٠٠ شخص|نادرة: قد تصيب ما يصل إلى ١ من كل ١٬٠٠٠ شخص|"
            "نادرة جدًا: قد تصيب ما يصل إلى ١ من كل ١٠٬٠٠٠ شخص|غير معروف: لا يمكن تقدير معدل الحدوث من البيانات المتاحة",
        ),
        (
            "zh_CN",
            "十分常见：每10人中可能有超过1人受影响|常见：每10人中最多可能有1人受影响|偶见：每100人中最多可能有1人受影响|"
            "罕见：每1,000人中最多可能有1人受影响|十分罕见：每10,000人中最多可能有1人受影响|未知：无法根据现有数据估计发生频率",
        ),
    ],
)
def test_bands_print_the_official_phrase(writer, code, printed):
    write = writer(code)
    assert "|".join(write.labelled(write.band_name(band), write.band(band)) for band in BANDS) == printed


def test_a_natural_frequency_says_of_whom(writer):
    assert writer("en").frequency(3, 100) == "3 in 100 people"
    assert writer("es").frequency(3, 1000) == "3 de cada 1.000 personas"
    assert writer("ar").frequency(1, 10) == "1 من كل 10 أشخاص"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("en", "November 20, 2026"),
        ("es", "20 de noviembre de 2026"),
        ("ar", "20 نوفمبر 2026"),
        ("ar_EG", "٢٠ نوفمبر ٢٠٢٦"),
        ("zh_CN", "2026年11月20日"),
        ("fa", "۲۰ نوامبر ۲۰۲۶"),
        ("ht", "2026-11-20"),  # CLDR's month names for Haitian Creole are French
        ("arn", "2026-11-20"),  # … and for Mapuche "M11"
    ],
)
def test_dates(writer, code, printed):
    assert writer(code).date(DAY) == printed


def test_numbers_are_grouped_as_the_language_does(writer):
    numbers = {code: writer(code).number(1000) for code in ("en", "es", "es_MX", "ar_EG", "pl", "pt_BR")}
    assert numbers == {"en": "1,000", "es": "1000", "es_MX": "1,000", "ar_EG": "١٬٠٠٠", "pl": "1000", "pt_BR": "1.000"}
    assert writer("es").number(10_000) == "10.000"
    assert writer("fr").number(Decimal("0.0625")) == "0,0625"


def test_lists_names_and_remarks(writer):
    assert writer("es").list(["a", "b", "c"]) == "a, b y c"
    assert writer("fa").list(["a", "b", "c"]) == "a، b، و c"
    assert writer("ht").list(["a", "b"]) == "a, b"
    assert writer("es").language("en") == "inglés"
    assert writer("zh_CN").language("zh_CN") == "简体中文"
    assert writer("ht").language("en") == "angle"  # CLDR would take the French name
    assert writer("ht").language("ja") == "日本語"  # where we have none it is the language's own
    assert writer("es").qualified("3 semanas", "maximum") == "máximo: 3 semanas"
    assert writer("ar").count("{n} sentence is not translated", 3, "draft") == "3\u00a0جمل غير مترجمة"
    assert writer("ar").count("{n} sentence is not translated", 11, "draft") == "11\u00a0جملة غير مترجمة"


def test_a_language_without_units_of_its_own_says_so():
    # CLDR gives Haitian Creole the units of French: no lookup fails, and the words are wrong.
    write = Writer(profile("ht"), Labels("ht", {}))
    assert "semaine" not in write.quantity(parse("3 wk"))
    assert write.quantity(parse("5 mg")) == "5\u00a0mg"
    assert write.labels.missing == {("unit", "{n} week")}
    # And for Guarani, which has no units at all, CLDR's root would print "3 w".
    root = Writer(profile("gn"), Labels("gn", {}))
    assert root.quantity(parse("3 wk")) == "3\u00a0weeks"
    assert root.labels.missing == {("unit", "{n} week")}


def test_a_project_can_add_or_correct_units(writer):
    own = {("unit", "{n} week"): ("{n} semèn", "{n} semèn"), ("unit", "{quantity} per day"): ("{quantity} pa jou",)}
    write = Writer(profile("ht"), Labels("ht", own, "nplurals=2; plural=(n > 1);"))
    assert write.quantity(parse("1-3 wk")) == "1–3\u00a0semèn"
    assert write.quantity(parse("5 mg per day")) == "5\u00a0mg pa jou"
    assert not write.labels.missing


CODES = ("en", "es", "ar", "ar_EG", "zh_CN", "fr", "ru", "hi", "fa", "he", "bn", "my", "ja", "tr", "ht")
NUMBERS = st.decimals(min_value=0, max_value=999_999_999, places=4).map(lambda n: Decimal(f"{n.normalize():f}"))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    bound = draw(st.sampled_from(Bound))
    unit, per = draw(st.none() | st.sampled_from(Unit)), draw(st.none() | st.sampled_from(TIME))
    if unit in COUNTED:
        per = None
    return Quantity(low, high if bound is Bound.EXACT else low, unit, per, None, bound, draw(st.booleans()))


def ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())


@given(code=st.sampled_from(CODES), quantity=quantities())
def test_law_every_digit_is_printed_in_order(writer, code, quantity):
    ends = f"{quantity.low:f}" + (f" {quantity.high:f}" if quantity.is_range else "")
    text = writer(code).quantity(quantity)
    assert ascii_digits(text) == ascii_digits(ends)
    assert not set("{}\u200e\u200f\u061c") & set(text)


@given(code=st.sampled_from(CODES), n=st.integers(0, 999), of=st.integers(1000, 10**8))
def test_law_both_numbers_of_a_frequency_are_printed(writer, code, n, of):
    assert Counter(ascii_digits(writer(code).frequency(n, of))) == Counter(f"{n}{of}")


@given(code=st.sampled_from(CODES), quantity=quantities())
def test_law_number_runs_hold_all_digits_and_lose_nothing(writer, code, quantity):
    text = writer(code).quantity(quantity)
    runs = list(number_runs(text))
    assert "".join(piece for piece, _ in runs) == text
    numbers = [piece for piece, is_number in runs if is_number]
    assert len(numbers) == (0 if code == "ar_EG" else 1), "a range or a percentage is one run"
    assert not any(char.isalpha() for piece in numbers for char in piece)
    assert code == "ar_EG" or not any(char.isdigit() for piece, is_number in runs if not is_number for char in piece)


def test_number_runs():
    assert list(number_runs("10-15 دقيقة")) == [("10-15", True), (" دقيقة", False)]
    assert list(number_runs("%80–90")) == [("%80–90", True)]
    assert list(number_runs("10\u00a0-\u00a015\u00a0dias")) == [("10\u00a0-\u00a015", True), ("\u00a0dias", False)]
    assert list(number_runs("٨٠–٩٠٪")) == [("٨٠–٩٠٪", False)], "Arabic-Indic digits run by themselves"
    assert [piece for piece, is_number in number_runs("1 من كل 1,000 شخص") if is_number] == ["1", "1,000"]
    assert list(number_runs("")) == []


@pytest.mark.parametrize("code", ["ar", "fa", "ur", "he"])
def test_a_range_in_a_right_to_left_line_is_one_number_to_the_bidi_algorithm(writer, code):
    """Unicode bidi classes: EN ES EN is one European number (UAX 9, W4); a dash (ON) would let the ends swap."""
    text = writer(code).quantity(parse("10-15 min"))
    assert [unicodedata.bidirectional(char) for char in text[:5]] == ["EN", "EN", "ES", "EN", "EN"]
