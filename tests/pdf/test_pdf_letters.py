"""What is printed can be copied and read aloud: text in, the same text out of the PDF, in every language."""

from __future__ import annotations

import dataclasses
import html
import io
import re
import unicodedata

import pikepdf
import pypdfium2
import pytest
import weasyprint
from babel import Locale
from fontTools.ttLib import TTFont
from PIL import ImageChops

from sphinx_prolo import pdf
from sphinx_prolo.language import profile
from sphinx_prolo.pdf import PrintJob, fontfiles
from sphinx_prolo.pdf.typefaces import typefaces

LANGUAGES = ["en", "es", "fr", "pt_BR", "ru", "vi", "hi", "ar", "zh_CN", "de", "it", "pl", "uk", "fa", "ur", "he",
             "bn", "ta", "th", "km", "ko", "ja", "ht", "so"]  # fmt: skip
# Marks above and below, joiners, brackets, ranges, letters that join, two languages in a line.
AWKWARD = {
    "ar": [
        "مادة مهيِّجة تُحقَن في النسيج",
        "مُضَادٌّ حَيَوِيٌّ (أسبرين)",
        "الله أكبر",
        "من 10–15 دقيقة (تقريبًا)",
        "اتصل على 112 [ليلًا]",
    ],
    "ur": ["چینّے سینٹرل کردش", "ایفِک (دوا)", "للہ ڈاکٹر سے پوچھیں۔"],
    "fa": ["می‌توانید خانه‌ها را ببینید", "(بله) ۱۰ تا ۱۵ دقیقه؟"],
    "he": ["שָׁלוֹם עוֹלָם", 'כדור (טבליה) 10 מ"ג'],
    "hi": ["सूई लगाने के बाद (१–३ दिन) ठंडी सिकाई करें।"],
    "th": ["ห้ามใช้ยาแอสไพริน (๑–๓ วัน) น้ำแข็ง"],
    "km": ["កុំលើករបស់ធ្ងន់រយៈពេល 2 សប្តាហ៍។"],
    "vi": ["Không dùng aspirin trong 1–5 ngày (hỏi bác sĩ)."],
    "bn": ["অ্যাসপিরিন খাবেন না (১–৫ দিন)।"],
    "ta": ["ஆஸ்பிரின் எடுக்க வேண்டாம் (1–5 நாட்கள்)."],
}


def words(code: str) -> list[str]:
    """Lines of a few hundred words of the language, from CLDR: names of languages, places, months and days."""
    locale = Locale.parse(code)
    found = [*list(locale.languages.values())[:150], *list(locale.territories.values())[:100]]
    found += [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return [" ".join(found[at : at + 5]) for at in range(0, len(found), 5)]


def job(code: str, lines: list[str]) -> PrintJob:
    known = profile(code)
    families = ", ".join(f'"{family}"' for family in known.fonts)
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    start = f'<html lang="{known.tag}" dir="{known.direction}"><head><title>T</title></head>'
    return PrintJob(
        name=code,
        html=f"{start}<body>{body}</body></html>",
        css=f"body {{ font-family: {families} }} @page {{ size: A3 landscape }}",
        language=known.tag,
        passages=(),
        created="2026-11-21",
    )


def lines_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [folded(line) for page in document for line in page.get_textpage().get_text_range().splitlines()]


def folded(text: str) -> str:
    """NFC, with ordinary spaces and hyphens in place of those that do not break, without zero-width spaces."""
    return unicodedata.normalize("NFC", text).translate({0xA0: " ", 0x202F: " ", 0x2011: "-", 0x200B: None})


@pytest.mark.parametrize("code", LANGUAGES)
def test_text_comes_out_as_it_went_in(code: str) -> None:
    wanted = [*words(code), *AWKWARD.get(code, ())]
    assert lines_of(pdf.print_pdf(job(code, wanted))) == [folded(line) for line in wanted]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("km", ["មនុស្ស", "ទាំងអស់", "កើតមក", "មាន"]),
        ("lo", ["ມະນຸດ", "ທຸກຄົນ", "ເກີດ", "ນ້ຳ"]),
        ("my", ["ကျွန်ုပ်", "လူတိုင်း", "သည်", "ဂုဏ်"]),
        ("th", ["น้ำแข็ง", "ที่", "ปั๊ม", "ได้"]),
        ("hi", ["सूई ", "लगाने ", "के ", "र्फ़ैं"]),
    ],
)
def test_strong_words_between_others_have_no_space_of_their_own(code: str, said: list[str]) -> None:
    """A mark that is drawn above the line ends no word."""
    marked = job(code, [])
    text = "".join(f"<b>{word}</b>" if number % 2 else word for number, word in enumerate(said))
    printed = dataclasses.replace(marked, html=marked.html.replace("<body>", f"<body><p>{text}</p>"))
    assert lines_of(pdf.print_pdf(printed)) == [folded("".join(said))]


@pytest.mark.parametrize("code", ["ar", "fa", "he", "km", "th", "hi", "ta"])
def test_letters_with_marks_look_as_before(code: str) -> None:
    """The composed glyphs are drawn where WeasyPrint would have drawn letter and marks."""
    printed = job(code, AWKWARD[code])
    sheet = weasyprint.CSS(string=printed.css, font_config=typefaces())
    plain = weasyprint.HTML(string=printed.html).write_pdf(stylesheets=[sheet], font_config=typefaces())
    ours, theirs = (
        pypdfium2.PdfDocument(io.BytesIO(content))[0].render(scale=2).to_pil().convert("L")
        for content in (pdf.print_pdf(printed), plain)
    )
    difference = ImageChops.difference(ours, theirs).point(lambda value: 255 if value > 100 else 0)
    assert sum(difference.histogram()[255:]) < 20, "pixels"
    assert ours.getextrema()[0] < 50, "something is drawn"


def test_one_sign_of_a_letter_is_not_read_everywhere() -> None:
    lines = ["مُحمد قال", "محمد قال", "محمّد قال", "محمد قال"]
    assert lines_of(pdf.print_pdf(job("ar", lines))) == lines


@pytest.mark.parametrize(("code", "drawn"), [("fa", True), ("ar", True), ("ur", False)])
def test_persian_digits_have_their_persian_shape(code: str, drawn: bool) -> None:
    """4, 6 and 7 look otherwise in Urdu; no text check would see it, since both are read alike."""
    file = next(path for path in fontfiles.files() if path.name == "NotoNaskhArabic-Regular.ttf")
    with TTFont(file) as font:
        persian = {font.getGlyphID(font.getBestCmap()[ord(digit)]) for digit in "۴۶۷"}
    with pikepdf.open(io.BytesIO(pdf.print_pdf(job(code, ["۴۶۷"])))) as document:
        content = document.pages[0].Contents.read_bytes().decode("latin-1")
    glyphs = {int(run[at : at + 4], 16) for run in re.findall("<([0-9a-f]+)>", content) for at in range(0, len(run), 4)}
    assert (persian <= glyphs) is drawn
