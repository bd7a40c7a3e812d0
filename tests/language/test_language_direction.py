"""The direction of a name that stands in a text of another direction."""

from __future__ import annotations

import pytest

from sphinx_prolo.language import direction_of


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Board of Needles Inc.", "ltr"),
        ("(Board)", "ltr"),
        ("+1 (555) 010-0199", "ltr"),
        ("", "ltr"),
        ("وزارة الصحة", "rtl"),
        ("1. وزارة", "rtl"),
        ("משרד הבריאות (MoH)", "rtl"),
        ("卫生部", "ltr"),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, direction: str) -> None:
    assert direction_of(text) == direction
