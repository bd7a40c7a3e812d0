"""A long paragraph without spaces in, lines out that fill a narrow column and break between words only."""

from __future__ import annotations

import html
import io
import itertools
import re

import pikepdf
import pypdfium2
import pytest
from test_pdf_letters import folded, lines_of

from sphinx_prolo import pdf
from sphinx_prolo.handout.wrapping import wrappable
from sphinx_prolo.language import pieces, profile
from sphinx_prolo.pdf import Passage, PrintJob

# Universal Declaration of Human Rights, article 1.
ARTICLE = {
    "km": "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាពក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។មនុស្សមានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត"
    "ហើយគប្បីប្រព្រឹត្ដចំពោះគ្នាទៅវិញទៅមកក្នុងស្មារតីភាតរភាពជាបងប្អូន។",
    "lo": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີສິດທິເສລີພາບແລະຄວາມສະເໝີພາບເທົ່າທຽມກັນທຸກໆຄົນມີເຫດຜົນແລະຄວາມຄິດຄວາມເຫັນສ່ວນຕົວຂອງໃຜຂອງມັນ"
    "ແຕ່ວ່າມະນຸດທຸກໆຄົນຕ້ອງປະພຶດຕໍ່ກັນຄືກັນກັບເປັນອ້າຍນ້ອງກັນ",
    "my": "လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊တူညီလွတ်လပ်သောအခွင့်အရေးများဖြင့်လည်းကောင်းမွေးဖွားလာသူများဖြစ်သည်။"
    "ထိုသူတို့၌ပိုင်းခြားဝေဖန်တတ်သောဉာဏ်နှင့်ကျင့်ဝတ်သိတတ်သောစိတ်တို့ရှိကြ၍",
}
MEASURE = 200  # points
# After these a line may break in every script, by rule and without a dictionary.
SIGNS = "[។၊၍]"


def job(code: str, body: str, *passages: str) -> PrintJob:
    known = profile(code)
    families = ", ".join(f'"{family}"' for family in known.fonts)
    start = f'<html lang="{known.tag}"><head><title>{ARTICLE[code]}</title></head><body>'
    placed = tuple(Passage(text, "test.rst", line) for line, text in enumerate(passages, start=1))
    css = f"""html {{ font: 12pt/2 {families} }} @page {{ size: 300pt 900pt; margin: 50pt }}
      p, h1 {{ margin: 0; font-size: 12pt }}"""
    return PrintJob(code, wrappable(f"{start}{body}</body></html>"), css, known.tag, placed, "2026-11-21")


def widths(content: bytes) -> list[float]:
    """Where each line ends, from the start of the column."""
    with pypdfium2.PdfDocument(content) as document:
        (page,) = document
        ends: dict[int, float] = {}
        for text in page.get_objects():
            _, bottom, right, _ = text.get_bounds()
            ends[line] = max(ends.get(line := round(bottom / 24), 0), right - 50)
        return [ends[line] for line in sorted(ends, reverse=True)]


@pytest.mark.parametrize("tag", ["p", "b"])
@pytest.mark.parametrize("code", ARTICLE)
def test_lines_fill_the_measure_and_break_between_words(code: str, tag: str) -> None:
    text = ARTICLE[code]
    lines = lines_of(content := pdf.print_pdf(job(code, f"<{tag}>{text}</{tag}>")))
    assert "".join(lines) == folded(text), "the text that was printed, without a trace of the places"
    words = [word for piece in pieces(folded(text)) for word in re.split(f"(?<={SIGNS})", piece)]
    ends = {len("".join(words[:count])) for count in range(len(words) + 1)}
    assert len(lines) > 3 and {len("".join(lines[:count])) for count in range(len(lines) + 1)} <= ends
    measured = widths(content)
    assert max(measured) <= MEASURE + 1
    assert min(measured[:-1]) > 0.6 * MEASURE


@pytest.mark.parametrize("code", ARTICLE)
def test_a_break_where_a_tag_begins(code: str) -> None:
    words = pieces(ARTICLE[code])
    half = len(words) // 2
    body = "".join(f"<b>{word}</b>" if number % 2 else word for number, word in enumerate(words[:half]))
    lines = lines_of(content := pdf.print_pdf(job(code, f"<p>{body}</p>")))
    assert "".join(lines) == folded("".join(words[:half]))
    assert len(lines) > 1 and max(widths(content)) <= MEASURE + 1


@pytest.mark.parametrize("code", ARTICLE)
def test_nothing_else_of_the_pdf_has_the_places(code: str) -> None:
    body = f'<h1>{ARTICLE[code]}</h1><p><a href="https://example.org/" title="{ARTICLE[code]}">{ARTICLE[code]}</a></p>'
    body += f'<p><a href="https://example.org/other">{ARTICLE[code]}</a></p>'
    with pikepdf.open(io.BytesIO(pdf.print_pdf(job(code, body)))) as document:
        assert document.docinfo["/Title"] == ARTICLE[code]
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == [ARTICLE[code]]
        assert {str(note.Contents) for note in document.pages[0].Annots} == {ARTICLE[code]}


def test_a_letter_that_no_font_has_is_blamed_on_its_sentence() -> None:
    text = "មនុស្សទាំងអស់កើតមក\u1b05មានសេរីភាព"
    with pytest.raises(pdf.PrintError) as caught:
        pdf.render(job("km", f"<p>{html.escape(text)}</p>", "មនុស្ស", text))
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("test.rst", 2) and "\u200b" not in problem.message


@pytest.mark.parametrize(
    ("code", "text"),
    [("ar", "دقيقة"), ("fa", "دقیقه"), ("hi", "मिनट"), ("te", "నిమిషాలు"), ("km", "នាទី"), ("en", "minutes")],
)
def test_lines_with_and_without_numbers_are_equally_far_apart(code: str, text: str) -> None:
    """Numbers, names and signs need another font in many scripts; each line starts with the same letters."""
    known = profile(code)
    lines = [
        f"{text}",
        f'{text} <bdi dir="ltr">10–15</bdi>',
        f"{text} <b>+1 (2)</b>",
        f"{text} → <bdi>骨 PRP</bdi>",
        text,
    ]
    families = ", ".join(f'"{family}"' for family in known.fonts)
    page = f'<html lang="{known.tag}" dir="{known.direction}"><head><title>T</title></head><body>{"<br>".join(lines)}'
    css = f"html {{ font: 12pt/{known.line_height} {families} }} @page {{ size: A5 }}"
    content = pdf.print_pdf(PrintJob(code, page, css, known.tag, (), "2026-11-21"))
    with pikepdf.open(io.BytesIO(content)) as document:
        drawn = [
            step.operands for step in pikepdf.parse_content_stream(document.pages[0]) if str(step.operator) == "Tm"
        ]
    heights = sorted({round(float(matrix[5]), 1) for matrix in drawn})
    gaps = [after - before for before, after in itertools.pairwise(heights)]
    assert len(gaps) == 4 and max(gaps) - min(gaps) < 0.2, heights


def test_thai_breaks_between_words_whether_pango_knows_them_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_prolo.pdf import thai

    text = "ร้ายแรงกินข้าว"
    assert thai.finds_words(), "the Pango of whoever runs the tests, on Linux"
    assert thai.broken(wrappable(text)) == text
    monkeypatch.setattr(thai, "finds_words", lambda: False)
    assert thai.broken(wrappable(text)) == "ร้าย\u200bแรง\u200bกิน\u200bข้าว"
    page = PrintJob(
        "th", wrappable(f'<html lang="th"><head><title>T</title></head><p>{text}'), "", "th", (), "2026-11-21"
    )
    assert lines_of(pdf.print_pdf(page)) == [text]
