"""What keeps some people from reading a handout is an error with its place: headings, pictures, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sphinx_prolo.handout.contrast import colour, contrast

if TYPE_CHECKING:
    from projects import Project


def found(clinic: Project, addition: str) -> list[str]:
    """The codes of what is wrong with a handout that ends so."""
    Image.new("RGB", (4, 4)).save(clinic.srcdir / "handouts" / "knee.png")
    source = clinic.srcdir / "handouts" / "knee.rst"
    source.write_text(source.read_text() + addition)
    return clinic.problems(clinic.build("text"))


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ("\n.. image:: knee.png\n", "handout-alt"),
        ("\n.. image:: knee.png\n   :alt: knee.png\n", "handout-alt"),
        ("\n.. image:: knee.png\n   :alt: knee\n", "handout-alt"),
        ("\n.. figure:: knee.png\n\n   A knee.\n", "handout-alt"),
        ("\nA |knee| in the text.\n\n.. |knee| image:: knee.png\n   :alt: images/knee.png\n", "handout-alt"),
        ("\n.. image:: knee.png\n   :alt: A knee.\n   :class: decorative\n", "handout-alt"),
        ("\n.. rubric:: Deep\n   :heading-level: 4\n", "handout-heading"),
        ("\n.. raw:: html\n\n   <p style='color: #aaa'>pale</p>\n", "handout-contrast"),
        ("\n.. raw:: html\n\n   <p style='color: navy; background: rgb(40, 40, 40)'>dark</p>\n", "handout-contrast"),
        ("\n.. image:: https://example.org/a.png\n   :alt: A knee.\n", "handout-outside"),
        ("\n.. image:: data:image/png;base64,AAAA\n   :alt: A knee.\n", "handout-outside"),
        *(
            (f"\n.. raw:: html\n\n   {html}\n", "handout-outside")
            for html in (
                "<img alt='a' src='file:///etc/passwd'>",
                "<img alt='a' src='knee.png'>",
                "<picture><source srcset='https://example.org/a.png'></picture>",
                "<img alt='a' src='data:image/svg+xml,%3C!DOCTYPE svg%3E%3Csvg/%3E'>",
                "<p style='background: u\\72l(//example.org/a.png)'>a</p>",
                "<style>@import 'http://example.org/a.css';</style>",
                "<style>p { background: url(file:///etc/passwd) }</style>",
                "<link rel='stylesheet' href='https://example.org/a.css'>",
                "<iframe src='file:///etc/passwd'></iframe>",
                "<svg><use xlink:href='https://example.org/a.svg#b'/></svg>",
                "<a href=' File:///etc/passwd'>a</a>",
            )
        ),
    ],
)
def test_an_error(clinic: Project, addition: str, code: str) -> None:
    assert found(clinic, addition) == [code]


@pytest.mark.parametrize(
    "addition",
    [
        "\n.. image:: knee.png\n   :alt: A knee from the front.\n",
        "\n.. image:: knee.png\n   :class: decorative\n",
        "\n.. rubric:: A heading\n   :heading-level: 2\n",
        "\n.. rubric:: No heading\n",
        "\n.. raw:: html\n\n   <p style='color: #0b4a6f'>dark on white</p>\n",
        "\n.. raw:: html\n\n   <p style='margin: 0'>no colour</p>\n",
        "\n.. raw:: html\n\n   <a href='https://example.org/'>a</a><svg><use href='#b'/></svg>\n",
        "\n.. raw:: html\n\n   <img alt='' src='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'>\n",
        "\n.. raw:: latex\n\n   style='color: #aaa'\n",
    ],
)
def test_no_error(clinic: Project, addition: str) -> None:
    assert found(clinic, addition) == []


def test_a_page_that_is_no_handout_is_left_alone(clinic: Project) -> None:
    source = clinic.srcdir / "notes.rst"
    source.write_text(source.read_text() + "\n.. image:: handouts/knee.png\n")
    assert found(clinic, "") == []


def test_two_titles_are_an_error(clinic: Project) -> None:
    source = clinic.srcdir / "handouts" / "knee.rst"
    underline = source.read_text().splitlines()[1][0]
    assert found(clinic, f"\nAgain\n{underline * 5}\n\nText.\n") == ["handout-heading"]


def test_contrast_is_that_of_wcag() -> None:
    white, black, grey = colour("#fff"), colour("black"), colour("#767676")
    assert white and black and grey
    assert contrast(white, black) == contrast(black, white) == 21
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)  # the lightest grey that passes on white
    assert colour("var(--ink)") is None
    assert colour("rgba(0, 0, 0, 0.5)") is None
