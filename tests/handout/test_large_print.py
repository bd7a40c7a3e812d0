"""Tables in, blocks of lines out where large letters would leave no room; nothing is lost."""

from __future__ import annotations

from sphinx_prolo.handout.large_print import large_print
from sphinx_prolo.handout.markup import parse, words

WIDE = """
<table class="prolo-table prolo-comparison docutils" id="t"><caption>Your options</caption>
<colgroup><col><col><col></colgroup>
<thead><tr><th colspan="3"><p>All of it: true</p></th></tr>
<tr><th>Option</th><th>For it</th><th>Against it</th></tr></thead>
<tbody><tr><th><p>Rest <i>(A)</i></p></th><td><p>easy</p></td><td><ul><li>slow</li></ul></td></tr>
<tr><th>None</th><td></td><td>nothing</td></tr></tbody></table>"""


def test_a_wide_table_becomes_blocks_of_lines() -> None:
    body = parse(large_print(WIDE, ": "))
    assert body.find(".//table") is None
    (block,) = (element for element in body.iter("div") if "prolo-stack" in element.get("class", "").split())
    assert block.get("id") == "t"
    assert "prolo-comparison" in block.get("class", "")
    lines = [words(line) for line in body.iter("li") if line.find("span") is not None]
    assert lines == ["For it: easy", "Against it: slow", "Against it: nothing"]
    assert [words(head) for head in body.iter("div") if head.get("class") == "prolo-stack-head"] == [
        "Option: Rest (A)",
        "Option: None",
    ]


def test_no_word_is_lost() -> None:
    after = words(parse(large_print(WIDE, ": ")))
    for text in (
        "Your options",
        "All of it: true",
        "Rest (A)",
        "For it",
        "easy",
        "Against it",
        "slow",
        "None",
        "nothing",
    ):
        assert text in after


def test_a_table_of_two_columns_and_one_with_spans_stay_tables() -> None:
    narrow = "<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>"
    spans = WIDE.replace("<td></td><td>nothing", '<td colspan="2">nothing')
    assert "<table" in large_print(narrow, ": ")
    assert "<table" in large_print(spans, ": ")


def test_what_is_around_a_table_stays() -> None:
    assert words(parse(large_print(f"<p>before</p>{WIDE}<p>after</p>", ": "))).startswith("before")
    assert words(parse(large_print(f"<p>before</p>{WIDE}<p>after</p>", ": "))).endswith("after")
