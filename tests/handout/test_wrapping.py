"""A page in, the same page out with the places where a line without spaces may break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo.handout.wrapping import wrappable
from sphinx_prolo.pdf import THAI_BREAK, ZWSP

PARTS = st.sampled_from(
    ("ទាំងអស់", "កើតមក", "ຄົນ", "လူ", "ៗ", "។", "2", " ", "(", ",", "PRP", "<b>", "</b>", "<p class='លូ'>", "<br>", ZWSP)
)  # fmt: skip


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>ទាំងអស់កើតមកមាន</p>", "<p>ទាំងអស់|កើតមក|មាន</p>"),
        # a name in the page of another language
        ("<p>Ask for <bdi>ທຸກຄົນເກີດ</bdi>.</p>", "<p>Ask for <bdi>ທຸກຄົນ|ເກີດ</bdi>.</p>"),
        # a word in which a link ends is one word; between words the place is before the tag
        ('<a href="#">ទាំង</a>អស់', '<a href="#">ទាំង</a>អស់'),
        ("ទាំងអស់<strong>កើតមក</strong>", "ទាំងអស់|<strong>កើតមក</strong>"),
        ("<p>ទាំងអស់</p><p>កើតមក</p>", "<p>ទាំងអស់</p><p>កើតមក</p>"),
        # nothing that is not text of the page
        ("<title>ទាំងអស់កើតមក</title>", "<title>ទាំងអស់កើតមក</title>"),
        ('<img alt="ទាំងអស់កើតមក">', '<img alt="ទាំងអស់កើតមក">'),
        ("<style>/* ទាំងអស់កើតមក */</style>", "<style>/* ទាំងអស់កើតមក */</style>"),
        ("<!-- ទាំងអស់<b>កើតមក -->", "<!-- ទាំងអស់<b>កើតមក -->"),
        # neither before a bracket or a number, nor after
        ("ទាំងអស់(PRP)ទាំងអស់2កើតមក", "ទាំងអស់(PRP)ទាំងអស់2កើតមក"),
    ],
)
def test_places_to_break(html: str, wanted: str) -> None:
    assert wrappable(html) == wanted.replace("|", ZWSP)


@given(st.lists(PARTS).map("".join))
def test_without_the_places_it_is_the_page(html: str) -> None:
    assert wrappable(html).replace(ZWSP, "") == html.replace(ZWSP, "")


def test_thai_has_a_mark_of_its_own_and_so_keeps_the_places_of_its_writer() -> None:
    assert wrappable(f"ประเทศ{ZWSP}ไทยกินข้าว") == f"ประเทศ{ZWSP}ไทย{THAI_BREAK}กิน{THAI_BREAK}ข้าว"
