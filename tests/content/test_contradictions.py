"""Where the seed documents contradict one another, a reader of the handouts sees both sides and who says them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"

Page = Callable[[str], str]

# What it is about -> handout, one side, the other side; more sides where there are more than two opinions.
CONTRADICTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "sessions": (
        ("comparison", "up to 10 rounds (A)"),
        ("comparison", "3–30 sessions (B)"),
        ("comparison", "3–6 visits (D)"),
        ("comparison", "3 injections (E)"),
    ),
    "success": (
        ("what-is-known", "Studies have not shown this. Reported rate: 80–90% (B, C, D)"),
        ("what-is-known", "In some studies, a dummy treatment (placebo) did as well (A)."),
        ("what-is-known", "Studies have not shown that it helps (B, C)."),
    ),
    "how long mild effects last": (
        ("what-is-known", "Stiffness (B, D, Cochrane) | typical: 1–4 days (D) maximum: 1–3 weeks (B)"),
        ("back-pain", "Stiffness (B, D, Cochrane) | typical: 1–4 days (D) maximum: 1–3 weeks (B)"),
    ),
    "swelling": (
        ("what-is-known", "Swelling is one of the mild effects (B)."),
        ("what-is-known", "It is not seen much (D)."),
        ("what-is-known", "How often: Not known"),
    ),
    "serious harm": (
        ("back-pain", "Collapsed lung (pneumothorax) (B)"),
        ("back-pain", "Permanent nerve damage or paralysis (B)"),
        ("back-pain", "Spinal fluid leak (B)"),
        ("back-pain", "Infection (D)"),
        ("what-is-known", "The risks are few (D, E). | Serious harm can happen (B, D)."),
    ),
    "who suits": (
        ("what-is-known", "Most people, when other treatments have failed (E)."),
        ("what-is-known", "Not everyone (B)."),
    ),
    "how common": (
        ("what-is-known", "It is not unusual for back pain (A). | It is not widely used (A in another place, B, C)."),
        ("what-is-prolotherapy", "It is not unusual for back pain. (A)"),
        ("what-is-prolotherapy", "It is not widely used in the United States. (A, C)"),
    ),
    "trend of the evidence": (
        ("what-is-known", "More and more studies show that it helps (B). None is named."),
        ("what-is-known", "Few studies show that it helps (C). Results are mixed (A)."),
    ),
    "origin": (
        ("what-is-prolotherapy", "It goes back to ancient times. (B, C)"),
        ("what-is-prolotherapy", "Doctors first used it in the 1930s. (E)"),
    ),
    "nature of the irritant": (
        ("what-is-known", "It is natural (B). | It is a chemical (A, D). It hardly acts on the rest of the body (E)."),
        ("what-is-prolotherapy", "Dextrose (A, B, D, E)"),
        ("what-is-prolotherapy", "Saline (E)"),
    ),
    "timing": (
        ("conditions", "After other treatments. (A, C, E)"),
        ("conditions", "Early, by some doctors. (B)"),
        ("conditions", "For new injuries too. (E)"),
    ),
    "mechanism": (
        ("what-is-known", "They explain how they think it works (A, D, E). | This is not known for certain (B, C)."),
        ("what-is-prolotherapy", "This is how the treatment is thought to work. It is a theory."),
    ),
    "training body": (
        ("conditions", "American Association of Orthopaedic Medicine (A, B, C)"),
        ("conditions", "American Academy of Musculo-Skeletal Medicine (A)"),
        ("conditions", "American Academy of Sclerotherapy (B, C)"),
    ),
    "cold and anti-inflammatory medicine": (
        ("back-pain", "Put a cold pack on the place where you had the injection. (B)"),
        ("back-pain", "Anti-inflammatory medicine. A pharmacist can tell you if yours is one. (B)"),
        ("back-pain", "Source B says yes, but no to anti-inflammatory medicine. It does not say why they differ."),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A handout as running text, by its name; the handouts are built once."""
    out = tmp_path_factory.mktemp("text")
    command = [sys.executable, "-m", "sphinx", "-b", "text", "-q", "-d", str(out / "doctrees"), str(DOCS), str(out)]
    # In a process of its own: the tests of other rooms load Sphinx applications into this one.
    built = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert built.returncode == 0, built.stderr
    return lambda name: running(Path(out, "handouts", f"{name}.txt").read_text(encoding="utf-8"))


def running(text: str) -> str:
    """The text in one line; the wrapped cells of a table put together, with a bar between two cells."""
    blocks = groupby(text.splitlines(), key=lambda line: line[:1] == "|" and line[1:2] != "=")
    joined = " ".join(" ".join(_row(list(block)) if is_row else block) for is_row, block in blocks)
    return re.sub(r"(?<=\w-) (?=\w)", "", re.sub(r"\s+", " ", joined))  # a line may end after a hyphen


def _row(lines: list[str]) -> list[str]:
    columns = zip(*(line.strip("|").split("|") for line in lines), strict=True)
    return [" | ".join(" ".join(" ".join(column).split()) for column in columns)]


def test_each_of_the_fourteen_has_two_sides() -> None:
    assert len(CONTRADICTIONS) == 14
    assert all(len(sides) > 1 for sides in CONTRADICTIONS.values())


@pytest.mark.parametrize("topic", CONTRADICTIONS)
def test_both_sides_of_a_contradiction_are_printed_with_their_sources(page: Page, topic: str) -> None:
    for handout, side in CONTRADICTIONS[topic]:
        assert side in page(handout), f"{topic}: '{side}' is not in {handout}"


def test_the_reported_rate_never_stands_without_who_reports_it(page: Page) -> None:
    handouts = [path.stem for path in sorted(DOCS.glob("handouts/*.rst"))]
    rates = [(name, match) for name in handouts for match in re.finditer("80–90", page(name))]
    assert {name for name, _match in rates} == {"comparison", "what-is-known"}
    for name, match in rates:
        around = page(name)[max(0, match.start() - 200) : match.end() + 100]
        assert "Studies have not shown this" in around
        assert "octors who give the treatment" in around


def test_wrapped_cells_are_put_together() -> None:
    table = "+---+---+\n| a | c |\n| b | d |\n+===+===+\nend"
    assert "a b | c d" in running(table)
    assert "a c" not in running(table)
