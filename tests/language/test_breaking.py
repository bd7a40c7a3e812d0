"""Thai, Lao, Khmer and Burmese in, pieces between which a line may break out."""

from __future__ import annotations

import re
import sys
import unicodedata
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo.language import pieces

BLOCKS = ((0xE01, 0xE3B), (0xE40, 0xF00), (0x1000, 0x10A0), (0x1780, 0x1800))
CHARS = [chr(code) for block in BLOCKS for code in range(*block)]
LETTERS = st.text(st.sampled_from([char for char in CHARS if unicodedata.category(char) != "Cn"]))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("មនុស្សទាំងអស់កើតមកមានសេរីភាព", "មនុស្ស|ទាំងអស់|កើតមក|មាន|សេរីភាព"),
        ("ມະນຸດທຸກຄົນເກີດມາ", "ມະນຸດ|ທຸກຄົນ|ເກີດ|ມາ"),
        ("လူတိုင်းသည်တူညီလွတ်လပ်သော", "လူ|တိုင်း|သည်|တူညီ|လွတ်လပ်|သော"),
        # the sign of repetition, and what ends a sentence, stay with the word before them
        ("ផ្សេងៗទៀត។", "ផ្សេងៗ|ទៀត។"),
        ("เร็วๆนี้", "เร็วๆ|นี้"),
        ("ຫຼາຍໆຄົນ", "ຫຼາຍໆ|ຄົນ"),
        ("ຄົນຯ", "ຄົນຯ"),
        ("သူများဖြစ်သည်။", "သူများ|ဖြစ်သည်။"),
        # a number and what is counted are for the rules of all scripts
        ("៣ដង", "៣ដង"),
    ],
)
def test_a_line_breaks_between_words(text: str, broken: str) -> None:
    assert pieces(text) == broken.split("|")


@given(LETTERS)
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(LETTERS)
def test_no_letter_is_torn_from_what_belongs_to_it(text: str) -> None:
    found = pieces(text)
    assert all(unicodedata.category(piece[0]) in {"Lo", "Po"} for piece in found[1:])
    assert not any(piece.endswith(("\u17d2", "\u1039", "เ", "ไ", "ເ", "ແ", "ໂ", "ໃ", "ໄ")) for piece in found[:-1])
    assert not any(re.match("[\u1000-\u102a]\u1037?[\u1039\u103a]", piece) for piece in found[1:])


def test_who_needs_no_dictionary_loads_none() -> None:
    code = "import sys; from sphinx_prolo.handout import wrapping as w; w.wrappable('<p>Ruhe हिन्दी'); " \
           "sys.exit(any('icu' in name for name in sys.modules))"  # fmt: skip
    run([sys.executable, "-W", "ignore", "-c", code], check=True)
