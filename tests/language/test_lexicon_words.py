"""Units and negations in a text, and the ways in which languages hide words."""

from __future__ import annotations

import time
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexiconkit import lexicon
from sphinx_prolo import language
from sphinx_prolo.language.lexicon import LEXICONS
from sphinx_prolo.language.lexicon_cldr import UNITS
from sphinx_prolo.quantity import COUNTED, Quantity, Unit

SHIPPED = ("en", "es", "fr", "pt_BR", "ru", "vi", "hi", "ar", "zh_CN", "de", "it", "pl", "uk", "fa", "ur", "he", "bn",
           "ta", "th", "km", "ko", "ja")  # fmt: skip


def units(code: str, text: str) -> list[tuple[str, bool]]:
    return [(unit.unit, unit.sure) for unit in lexicon(code).units(text)]


def negators(code: str, text: str) -> list[str]:
    return [text[found.start : found.end] for found in lexicon(code).negators(text)]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("es", "2 días, 3 SEMANAS y un mes", [("day", True), ("week", True), ("month", True)]),
        ("es", "5 g, 5 mg, 5ml, 20 h", [("gram", True), ("milligram", True), ("milliliter", True), ("hour", True)]),
        ("es", "la letra g", []),
        ("es", "el segundo día", [("second", False), ("day", True)]),
        ("es", "diez por ciento, 10 %", [("percent", True), ("percent", True)]),
        ("ar", "لليومين", [("day", True)]),
        ("zh_CN", "3个月，每次10分钟", [("month", True), ("time", True), ("minute", True)]),
        ("zh_CN", "5mg", [("milligram", True)]),
        ("xx", "5 mg", [("milligram", True)]),
        ("en", "at a time, day surgery", [("time", False), ("day", False)]),
    ],
)
def test_units_are_found(code: str, text: str, wanted: list[tuple[str, bool]]) -> None:
    assert units(code, text) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("es", "No lo evite sin motivo. Nos vemos.", ["No", "evite", "sin"]),
        ("de", "Kein Arzt, keine Eile", ["Kein", "keine"]),
        ("ko", "통증이 없습니다. 뛰지 마세요.", ["없", "지 마"]),
        ("ko", "안 됩니다", ["안 "]),
        ("zh_CN", "不要跑", ["不"]),
        ("ar", "ولا تركض", ["لا"]),
        ("en", "You don’t have to. Do not only rest.", ["don’t"]),
    ],
)
def test_negators_are_found(code: str, text: str, wanted: list[str]) -> None:
    assert negators(code, text) == wanted


def test_a_language_without_a_list_says_so() -> None:
    assert not lexicon("sw").has_negators
    assert lexicon("es").has_negators
    assert lexicon("sw").negators("no") == ()


@pytest.mark.parametrize("hidden", ["d\u00ados", "do\u200bs", "ｄｏｓ", "DOS", "d\u2060o\ufe0fs"])
def test_invisible_characters_hide_nothing(hidden: str) -> None:
    assert [number.values for number in lexicon("es").numbers(f"los {hidden} días")] == [{Decimal(2)}]


@settings(deadline=None)  # the first one compiles a lexicon
@given(
    st.sampled_from(SHIPPED),
    st.sampled_from([unit for unit in Unit if unit not in COUNTED]),
    st.integers(0, 2000),
    st.sampled_from(["", ".5"]),
)
def test_a_quantity_that_we_write_is_found_again(writer, code: str, unit: Unit, whole: int, rest: str) -> None:
    if unit is Unit.PERCENT:
        whole %= 100
    value = Decimal(f"{whole}{rest}")
    text = writer(code).quantity(Quantity(value, value, unit))
    known = language.lexicon(code)
    assert any(value in number.values for number in known.numbers(text)), text
    assert str(unit) in {found.unit for found in known.units(text)}, text


def test_the_time_grows_with_the_text_alone() -> None:
    piece = "Tome dos comprimidos cada 8 horas, no 3,5 mg y treinta y cinco a b - 2 500 1/2 ２ "
    known = lexicon("es")

    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        known.numbers(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(2000) < 30 * max(seconds(200), 0.01)


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_files_hold_what_is_known_and_nothing_else(path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert data.keys() <= {"matching", "prefixes", "inflects", "joiners", "ignore", "numbers", "units", "negators"}
    assert data.get("matching", "words") in {"words", "parts"}
    allowed = {*UNITS, "time", "dose", "tablet", "drop"}
    for table in ("sure", "unsure"):
        assert data["units"].get(table, {}).keys() <= allowed
    assert data["negators"].keys() <= {"sure", "unsure", "beside", "patterns"}
    known = language.lexicon(path.stem)
    assert known.has_negators
    for value, words in data["numbers"]["sure"].items():
        assert Decimal(value) >= 0
        assert all(known.numbers(word.strip("*")) for word in words), (value, words)
