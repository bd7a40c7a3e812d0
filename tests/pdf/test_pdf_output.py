"""What a reader gets out of a printed PDF: text, titles, languages, links, tags; and the same bytes each time."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pdf_demo import CSS, FAMILIES, SENTENCES, handout, job, png

from sphinx_prolo import pdf
from sphinx_prolo.pdf import drawing, fontfiles

HERE = Path(__file__).parent


@functools.cache  # pikepdf's objects die with their file
def opened(printed: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed))


def text(printed: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed))


def folded(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


def tree(node: Any, under: str = "") -> list[tuple[str, Any]]:
    """(path of tags, element) for all structure elements under one."""
    found = []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            path = f"{under}{kid.S}"
            found += [(path, kid), *tree(kid, path)]
    return found


def elements(printed: bytes) -> list[tuple[str, Any]]:
    return tree(opened(printed).Root.StructTreeRoot)


def tags(printed: bytes) -> set[str]:
    return {path for path, _ in elements(printed)}


@pytest.mark.parametrize("language", SENTENCES)
def test_the_text_that_comes_out_is_the_text_that_went_in(language: str) -> None:
    title, sentence = SENTENCES[language]
    css = f"html {{ font: 10pt {FAMILIES} }}"
    printed = pdf.print_pdf(job(language, f"<h1>{title}</h1><p>{sentence}<p dir=ltr>10\u00a0°C \u202f≥ 3", css=css))
    assert folded(text(printed)) == folded(f"{title} {sentence} 10 °C ≥ 3")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("hi", "दिन में तीन बार 10 से 15 मिनट के लिए ठंडी पट्टी रखें। कृपया क्षेत्र को न रगड़ें।"),
        ("ta", "ஒரு நாளைக்கு 3 முறை குளிர் ஒத்தடம் கொடுங்கள்."),
        ("th", "ประคบเย็นครั้งละ 10 ถึง 15 นาที วันละ 3 ครั้ง"),
        ("km", "ដាក់កំណាត់ត្រជាក់ 10 ទៅ 15 នាទី"),
        ("my", "တစ်နေ့ ၃ ကြိမ် အေးသောအဝတ်ကို ကပ်ပါ။"),
        ("he", "הנח קומפרס קר למשך 10–15 דקות, 3 פעמים ביום."),
    ],
)
def test_letters_that_change_places_come_out_in_order(language: str, sentence: str) -> None:
    css = f"@page {{ size: A3 landscape }} html {{ font: 10pt {FAMILIES} }}"
    assert folded(text(pdf.print_pdf(job(language, f"<p>{sentence}", css=css)))) == folded(sentence)


def test_the_same_job_gives_the_same_bytes_whatever_was_printed_before() -> None:
    first = pdf.print_pdf(handout("ar"))
    pdf.print_pdf(handout("zh-Hans"))
    assert pdf.print_pdf(handout("ar")) == first


def test_a_fresh_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib, pdf_demo; from sphinx_prolo import pdf;"
        "print(hashlib.sha256(pdf.print_pdf(pdf_demo.handout('zh-Hans'))).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(pdf.print_pdf(handout("zh-Hans"))).hexdigest()
    assert run.stderr == ""


def test_another_date_or_text_gives_other_bytes() -> None:
    one = job("en", "<p>One")
    assert pdf.print_pdf(one) != pdf.print_pdf(dataclasses.replace(one, created="2026-11-21"))
    assert pdf.print_pdf(one) != pdf.print_pdf(job("en", "<p>Two"))


def test_without_harfbuzz_subset_it_is_slower_but_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.warm()
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    monkeypatch.setattr("fontTools.misc.timeTools.time.time", iter(range(0, 10**9, 10**7)).__next__)
    first = pdf.render(job("en", "<p>One"))
    assert first.pdf == pdf.print_pdf(job("en", "<p>One"))
    assert first.problems == ()


def test_title_language_dates_and_pages() -> None:
    printed = pdf.render(handout("zh-Hans", rows=60))
    document = opened(printed.pdf)
    assert printed.pages == len(document.pages) > 1
    assert printed.problems == ()
    assert document.Root.Lang == "zh-Hans"
    assert document.docinfo["/Title"] == SENTENCES["zh-Hans"][0]
    assert document.docinfo["/CreationDate"] == "D:20261120"
    with document.open_metadata() as metadata:
        assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2026-11-20"
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "3", "A")


def test_only_our_fonts_are_embedded() -> None:
    names = set()
    for language in SENTENCES:
        for node in opened(pdf.print_pdf(handout(language))).objects:
            if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in node or "/FontFile3" in node
                names.add(str(node.FontFamily))
    assert names <= {*fontfiles.FAMILIES, fontfiles.CJK_FAMILY}
    assert {"Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK JP"} <= names


def test_han_takes_the_forms_of_its_language() -> None:
    css = f"html {{ font: 10pt {FAMILIES} }}"
    shapes = {language: pdf.print_pdf(job(language, "<p>骨直", css=css)) for language in ("zh-Hans", "zh-Hant", "ja")}
    glyphs = {language: glyph_ids(printed) for language, printed in shapes.items()}
    assert len(set(glyphs.values())) == len(glyphs)


def glyph_ids(printed: bytes) -> tuple[bytes, ...]:
    page = opened(printed).pages[0]
    shown = [operands for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "TJ"]
    return tuple(bytes(part) for (run,) in shown for part in run if isinstance(part, pikepdf.String))


def test_header_and_footer_are_artifacts_and_can_be_read_on_paper() -> None:
    printed = pdf.print_pdf(handout("en"))
    artifacts = [
        dict(operands[1])
        for operands, operator in pikepdf.parse_content_stream(opened(printed).pages[0])
        if str(operator) == "BDC" and operands[0] == "/Artifact"
    ]
    assert {"/Type": pikepdf.Name.Pagination} in artifacts
    assert {"/Type": pikepdf.Name.Layout} in artifacts  # the decorative picture
    assert "p. 1 / 1" in folded(text(printed))
    numbers = opened(printed).Root.StructTreeRoot.ParentTree.Nums
    reached = {element.objgen for _, element in elements(printed)}
    assert {owner.objgen for owner in numbers[1]} <= reached
    assert {owner.objgen for owner in list(numbers)[3::2]} <= reached


def test_each_link_has_one_annotation_in_words() -> None:
    printed = pdf.print_pdf(handout("en"))
    links = [node for page in opened(printed).pages for node in page.get("/Annots", [])]
    words = sorted(str(link.Contents) for link in links)
    assert words == ["After your injections", "After your injections", "example site"]  # none for the header's
    assert len(links) == sum(path.endswith("/Link") for path in tags_of_all(printed))


def tags_of_all(printed: bytes) -> list[str]:
    return [path for path, _ in elements(printed)]


def test_a_picture_in_a_link_describes_the_link() -> None:
    printed = pdf.print_pdf(job("en", f'<p><a href="https://example.org/"><img src="{png()}" alt="Our site"></a>'))
    (link,) = opened(printed).pages[0].Annots
    assert link.Contents == "Our site"
    assert "/Document/P/Link/Figure" in tags(printed)


def test_a_block_that_is_a_link() -> None:
    printed = pdf.print_pdf(job("en", '<a style="display: block" href="https://example.org/"><p>One</p><p>Two</p></a>'))
    assert {"/Document/Link/P", "/Document/Link/P/Span"} <= tags(printed)


def test_lists_have_bodies_and_say_how_they_count() -> None:
    printed = pdf.print_pdf(handout("en"))
    assert {"/Document/L/LI/Lbl", "/Document/L/LI/LBody/P"} <= tags(printed)
    assert not any("/LI/P" in path for path in tags(printed))
    numbering = [str(node.A.ListNumbering) for _, node in elements(printed) if node.S == "/L" and "/A" in node]
    assert numbering == ["/Disc", "/Circle", "/LowerAlpha"]


def test_header_cells_say_what_they_head() -> None:
    cells = [node for _, node in elements(pdf.print_pdf(handout("en", rows=1))) if node.S in ("/TH", "/TD")]
    assert [str(cell.A.get("/Scope", cell.S)) for cell in cells] == ["/Column", "/Column", "/Row", "/TD", "/TD"]


def test_a_phrase_in_another_language_says_so() -> None:
    printed = pdf.print_pdf(handout("ar"))
    assert [str(node.Lang) for _, node in elements(printed) if "/Lang" in node] == ["en"]
    assert not [node for _, node in elements(pdf.print_pdf(handout("en"))) if "/Lang" in node]


def test_a_decorative_picture_is_no_figure() -> None:
    body = f'<p>x <img src="{png()}" alt=""> <a href="https://e.org/"><img src="{png()}" alt=""> y</a></p>'
    printed = pdf.print_pdf(job("en", body))
    assert not any("/Figure" in path for path in tags(printed))
    assert len(opened(printed).pages[0].Annots) == 1


def test_images_are_not_interpolated() -> None:
    images = [
        node
        for node in opened(pdf.print_pdf(handout("en"))).objects
        if isinstance(node, pikepdf.Stream) and node.get("/Subtype") == "/Image"
    ]
    assert images
    assert not any(image.get("/Interpolate") for image in images)


def test_bookmarks_are_the_headings() -> None:
    with opened(pdf.print_pdf(handout("es"))).open_outline() as outline:
        (top,) = outline.root
        assert (top.title, [child.title for child in top.children]) == (
            "Después de sus inyecciones",
            ["Después de sus inyecciones 2"],
        )


def test_a_dotted_circle_in_the_text_is_none_of_ours() -> None:
    assert pdf.render(job("en", f"<p>a ◌ b</p><p>{drawing.DOTTED_CIRCLE} é</p>", css=CSS)).pages == 1
