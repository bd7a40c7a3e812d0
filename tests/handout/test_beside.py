"""Two bodies in, one with each block beside its other out."""

from __future__ import annotations

import re

from sphinx_prolo.handout.beside import beside
from sphinx_prolo.handout.markup import parse, words
from sphinx_prolo.language import profile


def pairs(ours: str, theirs: str, reader: str = "es", author: str = "en") -> list[tuple[str, str]]:
    """The texts of each pair."""
    body = parse(beside(ours, theirs, profile(reader), profile(author)))
    found = (element for element in body.iter("div") if "prolo-pair" in element.get("class", "").split())
    return [(words(pair[0]), words(pair[1])) for pair in found]


def test_each_block_stands_beside_its_other() -> None:
    ours = "<section id='a'><h1>Uno</h1><p>Dos <b>tres</b>.</p><div class='admonition'><p>Cuatro</p></div></section>"
    theirs = "<section id='a'><h1>One</h1><p>Two <b>three</b>.</p><div class='admonition'><p>Four</p></div></section>"
    assert pairs(ours, theirs) == [("Uno", "One"), ("Dos tres.", "Two three."), ("Cuatro", "Four")]


def test_a_list_item_by_item_and_each_keeps_its_number() -> None:
    ours, theirs = (
        "<ol start='3'><li><p>a</p></li><li><p>b</p></li></ol>",
        "<ol start='3'><li><p>A</p></li><li><p>B</p></li></ol>",
    )
    assert pairs(ours, theirs) == [("a", "A"), ("b", "B")]
    html = beside(ours, theirs, profile("es"), profile("en"))
    assert re.findall(r'<ol start="(\d)" style="counter-reset: list-item \1;', html) == ["3", "3", "4", "4"]


def test_a_term_stays_with_what_is_said_of_it() -> None:
    ours = "<dl><dt>uno</dt><dd>a</dd><dt>dos</dt><dt>tres</dt><dd>b</dd></dl>"
    theirs = "<dl><dt>one</dt><dd>A</dd><dt>two</dt><dt>three</dt><dd>B</dd></dl>"
    assert pairs(ours, theirs) == [("unoa", "oneA"), ("dostresb", "twothreeB")]


def test_each_half_says_its_language_and_direction() -> None:
    html = beside("<p>نص</p>", "<p>Text</p>", profile("ar"), profile("en"))
    assert '<div class="prolo-half prolo-reader" lang="ar" dir="rtl"><p>نص</p></div>' in html
    assert '<div class="prolo-half prolo-author" lang="en" dir="ltr"><p>Text</p></div>' in html


def test_a_block_of_one_language_only_stands_alone_and_the_others_meet_again() -> None:
    ours = "<p>Uno</p><ul><li>dos</li></ul><h2>Tres</h2><p>Cuatro</p>"
    theirs = "<p>One</p><h2>Three</h2><p>Four</p>"
    assert pairs(ours, theirs) == [("Uno", "One"), ("dos", ""), ("Tres", "Three"), ("Cuatro", "Four")]
    assert pairs(theirs, ours)[1] == ("", "dos")


def test_a_table_has_both_languages_in_each_cell_and_what_is_the_same_once() -> None:
    ours = "<table><thead><tr><th>Qué</th><th>N</th></tr></thead><tbody><tr><th>Dolor</th><td>7</td></tr></table>"
    theirs = "<table><thead><tr><th>What</th><th>N</th></tr></thead><tbody><tr><th>Pain</th><td>7</td></tr></table>"
    body = parse(beside(ours, theirs, profile("es"), profile("en")))
    assert [words(cell) for cell in body.iter() if cell.tag in {"th", "td"}] == ["QuéWhat", "N", "DolorPain", "7"]
    assert {second.get("lang") for second in body.iter() if second.get("class") == "prolo-second"} == {"en"}


def test_a_table_of_another_shape_follows_whole() -> None:
    ours = "<table><tbody><tr><td>a</td></tr></table>"
    theirs = "<table><tbody><tr><td>A</td><td>B</td></tr></table>"
    body = parse(beside(ours, theirs, profile("es"), profile("en")))
    assert words(body) == "aAB"


def test_a_place_is_named_once_and_gone_to_in_the_text_of_the_reader() -> None:
    html = beside(
        "<p id='x'><a href='#x'>uno</a></p>", "<p id='x'><a href='#x'>one</a></p>", profile("es"), profile("en")
    )
    assert html.count('id="x"') == 1
    assert html.count('href="#x"') == 1
    assert "<span>one</span>" in html


def test_a_picture_that_is_the_same_is_shown_once() -> None:
    ours, theirs = ("<p><img src='data:a' alt='uno'> bajo</p>", "<p><img src='data:a' alt='one'> below</p>")
    html = beside(ours, theirs, profile("es"), profile("en"))
    assert html.count("<img") == 1
    assert "below" in html
    other = beside(ours, theirs.replace("data:a", "data:b"), profile("es"), profile("en"))
    assert other.count("<img") == 2


def test_a_line_to_write_on_is_there_once() -> None:
    line = "<div><p class='prolo-ruled'><span>____</span></p></div>"
    assert beside(line, line, profile("es"), profile("en")).count("prolo-ruled") == 1


def test_a_drawing_in_the_page_stays_a_drawing() -> None:
    drawing = '<p><svg viewBox="0 0 1 1"><use xlink:href="#a"></use></svg></p>'
    assert '<svg viewBox="0 0 1 1"><use xlink:href="#a"></use></svg>' in beside(
        drawing, "<p>x</p>", profile("es"), profile("en")
    )
