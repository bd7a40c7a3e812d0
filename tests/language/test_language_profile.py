"""A language as data: tags, names, directions, fonts, quotation marks, paper."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from babel import localedata

import sphinx_prolo
from sphinx_prolo.language import UnknownLanguage, paper, profile, territory

FONTS = Path(sphinx_prolo.__file__).parent / "pdf/fonts"


@pytest.mark.parametrize(
    ("code", "tag", "name", "direction", "font", "italic"),
    [
        ("en", "en", "English", "ltr", "Noto Sans", True),
        ("es", "es", "Español", "ltr", "Noto Sans", True),
        ("es_MX", "es-MX", "Español de México", "ltr", "Noto Sans", True),
        ("ar", "ar", "العربية", "rtl", "Noto Naskh Arabic", False),
        ("ar_EG", "ar-EG", "العربية (مصر)", "rtl", "Noto Naskh Arabic", False),
        ("zh_CN", "zh-Hans", "简体中文", "ltr", "Noto Sans CJK JP", False),
        ("zh_TW", "zh-Hant", "繁體中文", "ltr", "Noto Sans CJK JP", False),
        ("zh_HK", "zh-Hant-HK", "繁體中文 (中國香港特別行政區)", "ltr", "Noto Sans CJK JP", False),
        ("pt_BR", "pt-BR", "Português (Brasil)", "ltr", "Noto Sans", True),
        ("ru", "ru", "Русский", "ltr", "Noto Sans", True),
        ("sr@latin", "sr-Latn", "Srpski (latinica)", "ltr", "Noto Sans", True),
        ("iw", "he", "עברית", "rtl", "Noto Sans Hebrew", False),
        ("fa", "fa", "فارسی", "rtl", "Noto Naskh Arabic", False),
        ("hi", "hi", "हिन्दी", "ltr", "Noto Sans Devanagari", False),
        ("th", "th", "ไทย", "ltr", "Noto Sans Thai", False),
        ("km", "km", "ខ្មែរ", "ltr", "Noto Sans Khmer", False),
        ("my", "my", "မြန်မာ", "ltr", "Noto Sans Myanmar", False),
        ("am", "am", "አማርኛ", "ltr", "Noto Sans Ethiopic", False),
        ("ka", "ka", "ქართული", "ltr", "Noto Sans Georgian", False),
        ("pa_Arab", "pa-Arab", "پنجابی (عربی)", "rtl", "Noto Naskh Arabic", False),
        ("ja", "ja", "日本語", "ltr", "Noto Sans CJK JP", False),
    ],
)
def test_profiles(code, tag, name, direction, font, italic):
    found = profile(code)
    assert (found.code, found.tag, found.name, found.direction, found.fonts[0], found.italic) == (
        code,
        tag,
        name,
        direction,
        font,
        italic,
    )
    assert found.fonts[-4:] == ("Noto Sans", "Noto Sans Math", "Noto Sans Symbols2", "Noto Sans Symbols")


@pytest.mark.parametrize("code", ["xx", "es-ES", "es_XX", "", "ES", "../../es", "es_MX.UTF-8", "es\n", "hmn"])
def test_an_unknown_code_says_how_codes_are_written(code):
    with pytest.raises(UnknownLanguage, match="as Sphinx does, for example es, ar, zh_CN or pt_BR"):
        profile(code)


def test_every_language_of_cldr_has_a_profile():
    codes = [code for code in localedata.locale_identifiers() if "_" not in code]
    assert len(codes) > 250
    for code in codes:
        found = profile(code)
        assert found.name
        assert found.tag
        assert 1.3 <= found.line_height <= 2
        assert paper(territory(code)) in {"A4", "Letter"}


def test_every_font_family_is_bundled():
    families = set(
        itertools.chain.from_iterable(profile(c).fonts for c in localedata.locale_identifiers() if "_" not in c)
    )
    files = {f"{family.replace(' ', '')}-Regular.ttf" for family in families - {"Noto Sans CJK JP"}}  # an extra
    assert len(files) > 20
    assert {name for name in files if not (FONTS / name).is_file()} == set()


def test_line_height_grows_with_the_script():
    lines = [found.line_height * found.size for found in map(profile, ("en", "hi", "ar", "km"))]
    assert lines == sorted(lines) and len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("code", "quotes"),
    [
        ("en", "“”‘’"),
        ("es", "«»“”"),
        ("ar", "«»“”"),
        ("zh_CN", "“”‘’"),
        ("zh_TW", "「」『』"),
        ("de", "„“‚‘"),
        ("pt_PT", "«»“”"),
    ],
)
def test_quotation_marks(code, quotes):
    assert "".join(profile(code).quotes) == quotes


@pytest.mark.parametrize(
    ("code", "where", "sheet"),
    [
        ("en", "US", "Letter"),
        ("en_GB", "GB", "A4"),
        ("es", "ES", "A4"),
        ("es_MX", "MX", "Letter"),
        ("fr_CA", "CA", "Letter"),
        ("tl", "PH", "Letter"),
        ("zh_CN", "CN", "A4"),
        ("ar_EG", "EG", "A4"),
    ],
)
def test_territory_and_paper(code, where, sheet):
    assert territory(code) == where
    assert paper(where) == sheet
