"""What must not be printed, and what the writer is told instead."""

from __future__ import annotations

import base64
import dataclasses
import io
import urllib.parse

import pytest
from pdf_demo import CSS, job, png
from PIL import Image

from sphinx_prolo import pdf
from sphinx_prolo.pdf import glyphs
from sphinx_prolo.problem import Problem, Severity


def refused(job: pdf.PrintJob) -> list[Problem]:
    with pytest.raises(pdf.PrintError) as caught:
        pdf.render(job)
    return list(caught.value.problems)


def lines(job: pdf.PrintJob) -> list[str]:
    return [f"{problem.path}:{problem.line} {problem.code}" for problem in refused(job)]


def svg(content: str) -> str:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{content}</svg>'
    return "data:image/svg+xml," + urllib.parse.quote(picture)


def test_a_missing_glyph_is_named_with_its_language_and_passage() -> None:
    (problem,) = refused(job("es", "<p>Tome su 💊 dos veces al día.</p>", "Otra cosa.", "Tome su 💊 dos veces al día."))
    assert str(problem) == (
        "test.rst:2: error: no font has the character U+1F48A PILL (language es) in “Tome su 💊 dos veces al día.”; "
        "use another character [print-glyph]"
    )


def test_all_missing_glyphs_are_told_at_once() -> None:
    body = '<h1>Uno 💊</h1><ul><li>dos <b>𐌰</b></li></ul><p lang="de">drei 𐌱</p>'
    found = refused(job("es", body, "Uno 💊", "dos 𐌰", "drei 𐌱"))
    assert [(p.line, p.message.split()[5]) for p in found] == [(1, "U+1F48A"), (2, "U+10330"), (3, "U+10331")]
    assert "(language de)" in found[2].message


def test_a_passage_is_found_though_its_line_was_broken_and_changed() -> None:
    long = "uno dos tres " * 30 + "💊 cuatro " * 3
    css = CSS + "p { text-transform: uppercase; width: 40mm }"
    assert lines(job("es", f"<p>{long}</p>", "nada", long, css=css)) == ["test.rst:2 print-glyph"]


def test_a_missing_glyph_of_the_page_furniture_is_told_for_the_whole_job() -> None:
    css = CSS + '@page { @bottom-left { content: "💊" } } li { list-style-type: "𐌰 " }'
    body = "<ul><li>x</ul>" + '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><text y="9">𐌱</text></svg>'
    assert lines(job("es", body, "x", css=css)) == ["handouts/test:None print-glyph"] * 3


def test_no_system_font_fills_in() -> None:
    # Many machines have Noto Sans Gothic; the wheel has not.
    assert lines(job("en", "<p>𐌰</p>", css="html { font-family: 'Noto Sans Gothic', sans-serif }")) == [
        "handouts/test:None print-glyph"
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("दिन ि में", "U+093F"),
        ("िदिन", "U+093F"),
        ("◌ ठीक ि", "U+093F"),
        ("ក្្ក", "U+17D2"),
        ("\u0301x", "U+0301"),
    ],
)
def test_a_mark_without_a_letter_is_named(text: str, mark: str) -> None:
    (problem,) = refused(job("hi", f"<p>{text}</p>", "दिन में ठीक", text))
    assert (problem.path, problem.line, problem.code) == ("test.rst", 2, "print-cluster")
    assert f"the mark {mark} " in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db\u200cc\u00ad\u00a0\u202f\u2060\u200b\u2011\u200e\u200f\u2066x\u2069\ufeff\u3000\u2003☑\ufe0e",
        "می\u200cخواهم لا",
        "क\u200dष क्\u200cष र्\u200dक",
        "e\u0301 ọ\u0323 i\u0307",
        "កំណាត់ ត្រជាក់ မြန်မာ ကျွန်ုပ် ශ්‍රී ക്‍",
        "☐ ☑ ✓ → ← ≥ ≤ ≠ ≈ ⚠ ☎ • – — … “ ” « » € ° ½ ² µ",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert pdf.render(job("fa", f"<p>{text}</p>", text)).problems == ()


def test_no_false_alarm_for_the_spaces_and_hyphens_of_any_font() -> None:
    letters = "aעאកकതதಕకગਕඞกກကአԱგ∑☑⚠骨"
    between = "\u0020\u00a0\u202f\u2009\u200a\u2007\u3000\u00ad\u200d\u200c\u2060\u200b\u2011-\u2010"
    text = " ".join(letter + gap + letter for letter in letters for gap in between)
    assert pdf.render(job("en", f"<p>{text}<p><b>{text}</b>", text)).problems == ()


def test_nothing_is_fetched() -> None:
    body = f"""
      <style>@import url(http://example.org/a.css);</style><link rel=stylesheet href="https://example.org/b.css">
      <link rel=attachment href="file:///etc/passwd">
      <img alt=a src="http://example.org/c.png"><img alt=b src="{svg('<image href="file:///etc/hosts" width="9"/>')}">
      <p style="background: url(ftp://example.org/d.png)">x"""
    found = refused(job("en", body, css="@import url(http://example.org/e.css); html { font-family: 'Noto Sans' }"))
    assert {problem.code for problem in found} == {"print-url"}
    addresses = {problem.message.split()[0] for problem in found}
    assert addresses == {
        *(f"http://example.org/{name}" for name in ("a.css", "c.png", "e.css")),
        "https://example.org/b.css",
        "ftp://example.org/d.png",
        "file:///etc/passwd",
        "file:///etc/hosts",
    }


def test_no_entity_of_a_drawing_reads_a_file() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>'
    assert lines(job("en", f'<img alt=x src="data:image/svg+xml,{urllib.parse.quote(bomb)}">')) == [
        "handouts/test:None print-image"
    ]


def test_a_picture_that_is_none_and_one_that_is_too_large() -> None:
    huge = io.BytesIO()
    Image.new("1", (20_000, 10_000)).save(huge, "PNG")
    address = "data:image/png;base64," + base64.b64encode(huge.getvalue()).decode()
    found = refused(job("en", f'<img alt=a src="data:image/png;base64,AAAA"><img alt=b src="{address}">'))
    assert {problem.code for problem in found} == {"print-image"}
    assert max(len(problem.message) for problem in found) < 300


def test_a_picture_without_words() -> None:
    assert lines(job("en", f'<img src="{png()}">')) == ["handouts/test:None print-alt"]


def test_a_relative_address_and_links_that_lead_nowhere() -> None:
    body = '<img alt=x src="x.png"><a href="#no">a</a> <a href="file:///home/me/x.pdf">b</a>'
    assert lines(job("en", body)) == [
        "handouts/test:None print-link",
        "handouts/test:None print-url",
        "handouts/test:None print-link",
    ]


def test_a_font_of_a_style_sheet_is_refused() -> None:
    css = "@font-face { font-family: mine; src: url(data:font/ttf,) }"
    assert lines(job("en", "<p>x", css=css)) == ["handouts/test:None print-style"]


def test_a_page_without_a_title() -> None:
    untitled = dataclasses.replace(job("en", "<p>x"), html="<p>x")
    assert lines(untitled) == ["handouts/test:None print-title"]


def test_a_page_that_weasyprint_cannot_lay_out() -> None:
    css = 'li::marker { content: "-" }'
    (problem,) = refused(job("en", "<ul><li>x</ul>", css=css))
    assert problem.code == "print-engine"
    assert "TypeError" in problem.message


def test_a_mistake_in_the_style_sheet_is_a_warning() -> None:
    (problem,) = pdf.render(job("en", "<p>x", css=CSS + "p { colour: red }")).problems
    assert (problem.severity, problem.code) == (Severity.WARNING, "print-style")
    assert "colour:" in problem.message


def test_nothing_goes_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    refused(job("en", '<p style="x: y">💊 <img alt=x src="http://example.org/x.png">'))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_an_excerpt_is_short_and_shows_the_character() -> None:
    passage = pdf.Passage("a " * 200 + "💊" + " b" * 200, "x.rst", 3)
    blank = job("en", "")
    flaw = glyphs.Flaw("💊", "a 💊 b", "en")
    (problem,) = glyphs.problems([flaw, flaw], dataclasses.replace(blank, passages=(passage,)))
    assert len(problem.message) < 250
    assert "a 💊 b" in problem.message


def test_a_missing_chinese_character_names_the_extra() -> None:
    (problem,) = glyphs.problems([glyphs.Flaw("骨", "骨", "zh-Hans")], job("zh-Hans", ""))
    assert "sphinx-prolo[cjk]" in problem.message
