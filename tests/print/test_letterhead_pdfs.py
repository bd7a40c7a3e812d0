"""Handouts with the letterhead of the example clinic as readers get them: conformant, with links and a code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import segno
from pdfreader import gap_above_foot, missing, sizes, sure

from sphinx_prolo import press
from sphinx_prolo.words import writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
LANGUAGES = ("en", "es", "ar", "zh_CN")
INTERPRETER = "If you need an interpreter, call"
CALLS = {
    "Telephone": "+1 212 555 0100",
    "Outside opening hours": "+1 212 555 0101",
    "Emergency number": "911",
    INTERPRETER: "+1 212 555 0102",
}
CARD = "\n.. contact-card::\n\n   emergency: Call for help.\n\nSee https://example.org/page and `the top <#>`_.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One handout of docs/, with a contact card, in four languages and all editions."""
    home = tmp_path_factory.mktemp("letterhead")
    for name in ("facts", "clinics", "glossary.yaml"):
        source = DOCS / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, home / name)
    (home / "handouts").mkdir()
    text = (DOCS / "handouts/comparison.rst").read_text(encoding="utf-8")
    (home / "handouts/comparison.rst").write_text(text + CARD, encoding="utf-8")
    (home / "index.rst").write_text("Index\n=====\n\n.. toctree::\n\n   handouts/comparison\n")
    (home / "conf.py").write_text(
        f'extensions = ["sphinx_prolo"]\nlocale_dirs = [{str(PROJECT / "locales")!r}]\n'
        'handout_glossary = "glossary.yaml"\n'
        'handout_editions = ["standard", "large-print", "bilingual"]\nhandout_clinic = "clinics/example-clinic.yaml"\n'
    )
    out = home / "out"
    result = press.build(home, out, languages=LANGUAGES)
    assert [str(problem) for problem in result.problems if problem.is_error] == []
    assert {row.clinic for row in result.rows} == {"example-clinic"}
    return out / "clinics/example-clinic"


def pdf(built: Path, language: str) -> Path:
    return built / language / "handouts" / f"comparison.{language}.draft.pdf"


def test_verapdf_has_no_finding(built: Path) -> None:
    files = sorted(map(str, built.rglob("*.pdf")))
    assert len(files) == 3 * len(LANGUAGES) - 1  # the source language has no edition in two languages
    validator = PROJECT / "tests/verapdf/verapdf.py"
    run = subprocess.run(
        [sys.executable, str(validator), "-f", "ua1,3a", *files], capture_output=True, text=True, check=False
    )
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout[-3000:]


def links(path: Path) -> dict[str, str]:
    """Where the links of a PDF lead, and what is read aloud for them."""
    with pikepdf.open(path) as document:
        found = [note for page in document.pages for note in page.get("/Annots", [])]
        return {str(note.A.URI): str(note.Contents) for note in found if "/A" in note and "/URI" in note.A}


@pytest.mark.parametrize(
    ("language", "call", "web", "mail"),
    [
        (
            "en",
            "Call +1 212 555 0100",
            "Web page: https://example.org/page",
            "Send an e-mail to desk@clinic.example.org",
        ),
        (
            "es",
            "Llamar al +1 212 555 0100",
            "Página web: https://example.org/page",
            "Enviar un correo electrónico a desk@clinic.example.org",
        ),
    ],
)
def test_numbers_can_be_dialled_and_links_say_where_they_lead(
    built: Path, language: str, call: str, web: str, mail: str
) -> None:
    found = links(pdf(built, language))
    assert found["tel:+12125550100"] == call
    assert found["https://example.org/page"] == web
    assert found["mailto:desk@clinic.example.org"] == mail
    assert "tel:911" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_whom_to_call(built: Path, language: str) -> None:
    document = pypdfium2.PdfDocument(pdf(built, language))
    write = writer(language)
    for number, page in enumerate(document):
        text = " ".join(page.get_textpage().get_text_range().split())
        assert "Riverside Joint Clinic" in text
        for label, phone in CALLS.items():
            if label != INTERPRETER or number == 0:
                context = "contact-card" if label == "Telephone" else "letterhead"
                said = write.labelled(write.labels.text(label, context), phone)
                assert " ".join(said.split()) in text, "a number after its word, its groups in order"
        band = write.labels.text("Draft – do not give to patients", "page")
        assert band in text and "Draft – do not give to patients" in text
    assert "Monday" not in text or language == "en"
    document.close()


@pytest.mark.parametrize("edition", ["", ".large-print", ".bilingual"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_stands_clear_of_the_text(built: Path, language: str, edition: str) -> None:
    if (language, edition) != ("en", ".bilingual"):
        assert gap_above_foot(built / language / "handouts" / f"comparison.{language}{edition}.draft.pdf") >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_print_says_all_that_the_standard_edition_says(built: Path, language: str) -> None:
    large = built / language / "handouts" / f"comparison.{language}.large-print.draft.pdf"
    assert missing(large, sure(pdf(built, language))) == set()
    assert min(sizes(large)) >= 16


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_paper_is_the_address_and_a_telephone_can_read_it(built: Path, language: str) -> None:
    """Each of its squares, in the middle, is black or white as segno says; it is 25 mm wide, in a margin of white."""
    address = f"https://clinic.example.org/handouts/{language}/handouts/comparison"
    matrix = [[bool(dark) for dark in row] for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    size = len(matrix)
    margin = [[False] * (size + 6)] * 3
    wanted = [*margin, *([False] * 3 + row + [False] * 3 for row in matrix), *margin]
    module = 25.8 / size / 25.4 * 300
    document = pypdfium2.PdfDocument(pdf(built, language))
    *_, last = document
    image = last.render(scale=300 / 72).to_pil().convert("L").point(lambda grey: 255 * (grey > 128))
    document.close()
    assert any(squares(image, *corner, size) == wanted for corner in corners(image, module))


def corners(image: Image.Image, module: float) -> Iterator[tuple[float, float, float]]:
    """Where a black frame of seven squares may begin, and how wide its squares are, at least as wide as ``module``."""
    pixels = image.load()
    for y in range(1, image.height):
        x = 1
        while x < image.width - 1:
            end = x
            while end < image.width - 1 and not pixels[end, y]:
                end += 1
            if 6.8 * module <= end - x <= 9 * module and pixels[x + 3, y - 1]:
                yield x, y, (end - x) / 7
            x = max(end, x) + 1


def squares(image: Image.Image, left: float, top: float, rough: float, size: int) -> list[list[bool]]:
    """What stands in the squares, and in three of the margin around them. The other corner says how wide they are."""
    row = round(top + rough / 2)
    ends = [
        x
        for x in range(round(left + (size - 2) * rough), min(round(left + (size + 2) * rough), image.width))
        if not image.getpixel((x, row))
    ]
    module = (max(ends, default=left + size * rough) + 1 - left) / size
    span = range(-3, size + 3)
    return [[not pixel(image, left + (x + 0.5) * module, top + (y + 0.5) * module) for x in span] for y in span]


def pixel(image: Image.Image, x: float, y: float) -> int:
    inside = 0 <= x < image.width and 0 <= y < image.height
    return int(image.getpixel((int(x), int(y)))) if inside else 0


def test_the_letterhead_is_part_of_the_text_and_its_pictures_are_described(built: Path) -> None:
    with pikepdf.open(pdf(built, "es")) as document:
        alts = {str(node.Alt) for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node}
    assert any("Riverside Joint Clinic" in alt for alt in alts)
    assert any("https://clinic.example.org/handouts/es/" in alt for alt in alts)
