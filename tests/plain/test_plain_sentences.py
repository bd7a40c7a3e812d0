"""A passage is cut into sentences where a reader would stop, and each knows its line."""

import pytest

from sphinx_prolo.plain.passage import Passage, sentences


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(Passage("a.rst", 1, text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rest. Then walk!", ["Rest.", "Then walk!"]),
        ("Do you smoke? Say so.", ["Do you smoke?", "Say so."]),
        ('He said "Rest." Then he left.', ['He said "Rest."', "Then he left."]),
        ("Ask Dr. Lee, e.g. by phone. She knows.", ["Ask Dr. Lee, e.g. by phone.", "She knows."]),
        ("Take 0.5 mg. Wait.", ["Take 0.5 mg.", "Wait."]),
        ("This is from clinic D. It sells it, etc. Rest.", ["This is from clinic D.", "It sells it, etc.", "Rest."]),
        ("Rest and see Dr.", ["Rest and see Dr."]),
        ("Rest ... then walk.", ["Rest ...", "then walk."]),
        ("Swelling (B)", ["Swelling (B)"]),
        ("休息。然后走路！", ["休息。", "然后走路！"]),
        ("هل تدخن؟ أخبرنا.", ["هل تدخن؟", "أخبرنا."]),
        ("  \n ", []),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_each_sentence_knows_its_line_and_whether_it_ends() -> None:
    found = list(sentences(Passage("a.rst", 7, "Rest for\na day. Then\nwalk.\nSlowly")))
    assert [(each.line, each.text, each.ends) for each in found] == [
        (7, "Rest for a day.", True),
        (8, "Then walk.", True),
        (10, "Slowly", False),
    ]
