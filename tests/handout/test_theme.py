"""The look of the page, by its own figures: few colours in one place, dark enough, and no slanted or spaced letters."""

from __future__ import annotations

import itertools
import re
from importlib.resources import files

import pytest

from sphinx_prolo.handout.contrast import ENOUGH, colour, contrast

THEME = files("sphinx_prolo.handout").joinpath("theme")
SHEETS = ("print.css", "large-print.css", "bilingual.css", "letterhead.css")
CSS = {name: THEME.joinpath(name).read_text(encoding="utf-8") for name in SHEETS}
NAMED = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", CSS["print.css"]))
PAPER = "#ffffff"


def ratio(one: str, other: str) -> float:
    pair = colour(one), colour(other)
    assert pair[0] and pair[1]
    return contrast(pair[0], pair[1])


def is_grey(name: str) -> bool:
    found = colour(name)
    assert found
    return max(found) - min(found) < 32


def test_there_are_two_colours_besides_greys() -> None:
    texts = {name: value for name, value in NAMED.items() if not is_grey(value)}
    assert set(texts) == {"accent", "alert"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_colours_stand_in_one_place(sheet: str) -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS[sheet], flags=re.DOTALL)
    rules = re.sub(r":root \{[^}]*\}", "", rules, count=1)
    assert [found for found in re.findall(r"#[0-9a-fA-F]{3,6}\b", rules) if not is_grey(found)] == []


def test_text_stands_out_from_its_ground() -> None:
    inks, grounds = (NAMED["ink"], NAMED["accent"], NAMED["alert"], "#444444"), (PAPER, NAMED["tint"])
    for ink, ground in itertools.product(inks, grounds):
        assert ratio(ink, ground) >= ENOUGH, (ink, ground)
    assert ratio("#ffffff", NAMED["alert"]) >= ENOUGH, "the head of the warning signs"


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_letters_that_are_hard_to_read(sheet: str) -> None:
    """RNIB Clear Print: no capitals throughout, no underlining, no justified lines, no word division."""
    for declaration in ("text-transform", "letter-spacing", "text-align: justify", "hyphens: auto", "opacity"):
        assert declaration not in CSS[sheet]
