"""A clinic on the page: masthead, foot, lines to write on, the code to scan, the contact card; and its faults."""

from __future__ import annotations

import base64
import pickle
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import segno
from test_builder import Collector
from test_pictures import bomb

from sphinx_prolo.handout.code import drawing
from sphinx_prolo.handout.letterhead import Letterhead, read_letterheads
from sphinx_prolo.handout.stationery import stationery
from sphinx_prolo.printed import printed_digest

if TYPE_CHECKING:
    from projects import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
CLINIC = """\
name: Hand & Knee <Clinic>
address: [12 River Street, Springfield]
country: ES
phones:
  - {number: +1 212 555 0100}
  - {number: +1 212 555 0101, use: after-hours}
hours:
  - {days: mon-fri, times: 08:00-17:30}
  - {days: [sat, sun], times: closed}
emergency: 112
interpreter: +1 212 555 0102
website: https://clinic.example.org
email: desk@clinic.example.org
logo: logo.svg
colour: "#1b5e4b"
lines: [name, date, next-appointment, notes]
web: https://clinic.example.org/{language}/{docname}
"""
CARD = """
.. contact-card::

   emergency: Call for help.
   hours: Or by appointment.
   phones:
     - number: +1 555 010 0199
     - {number: +1 555 010 0142, label: Poison advice}
"""


def write(folder: Path, text: str = CLINIC, name: str = "hand.yaml") -> Path:
    (folder / "logo.svg").write_text(SVG)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def letterhead(folder: Path, text: str = CLINIC) -> Letterhead:
    found = read_letterheads([write(folder, text)])
    assert found.problems == ()
    return found.letterheads[0]


def html(clinic: Project, language: str = "en", text: str = CLINIC, **conf: str) -> str:
    """The page of the handout with the letterhead."""
    collector = Collector()
    write(clinic.srcdir, text)
    app = clinic.build("handout", language, press=collector, confoverrides=conf)
    del app
    page = clinic.apps[-1].builder
    page.stationery = stationery(clinic.srcdir, [clinic.srcdir / "hand.yaml"], ())  # type: ignore[attr-defined]
    collector.sheets.clear()
    page.write_documents(set())
    [sheet] = collector.sheets
    assert pickle.loads(pickle.dumps(sheet)) == sheet
    assert (sheet.clinic, sheet.path.startswith(f"clinics/hand/{language}/")) == ("hand", True)
    return sheet.job.html.replace("&#64;", "@")  # docutils writes it so


def test_the_page_says_whose_it_is_and_whom_to_call(clinic: Project) -> None:
    page = html(clinic)
    assert '<img class="logo" src="data:image/svg+xml;base64,' in page
    assert 'alt="Logo of Hand &amp; Knee &lt;Clinic&gt;"' in page
    assert '<bdi dir="ltr">Hand &amp; Knee &lt;Clinic&gt;</bdi>' in page
    foot = page[page.index('<div class="clinic-foot">') : page.index('<div class="pages">')]
    for number in ("+12125550100", "+12125550101", "112"):
        assert f'href="tel:{number}"' in foot
    assert 'href="tel:+12125550102"' in page[page.index('<div class="masthead">') : page.index('<div class="blanks">')]
    assert "--accent: #1b5e4b" in page
    assert "Your name:" in page and "Next appointment:" in page and "Notes" in page


def test_without_a_clinic_nothing_of_it_is_there(clinic: Project) -> None:
    collector = Collector()
    clinic.build("handout", press=collector)
    [sheet] = collector.sheets
    assert sheet.clinic is None
    assert "masthead" not in sheet.job.html + sheet.job.css
    assert "clinic-foot" not in sheet.job.html


def test_words_are_the_readers_and_names_keep_their_order(clinic: Project) -> None:
    clinic.catalogue("ar", {"Your knee": "ركبتك"})
    page = html(clinic, "ar")
    assert "اسمك" in page and "الموعد القادم" in page
    assert '<bdi dir="ltr">12 River Street, Springfield</bdi>' in page
    assert '<bdi dir="ltr">+1\u00a0212\u00a0555\u00a00100</bdi>' in page


@pytest.mark.parametrize(
    ("country", "own", "setting", "size"),
    [
        ("ES", "", "auto", "A4"),
        ("US", "", "auto", "Letter"),
        ("US", "A4", "auto", "A4"),
        ("ES", "", "Letter", "Letter"),
        ("ES", "A4", "Letter", "A4"),
    ],
)
def test_paper_is_that_of_the_clinic(clinic: Project, country: str, own: str, setting: str, size: str) -> None:
    text = CLINIC.replace("country: ES", f"country: {country}") + (f"paper: {own}\n" if own else "")
    assert f"size: {size};" in html(clinic, text=text, handout_paper=setting)


def test_the_card_is_filled_and_the_sentences_of_the_facts_stay(clinic: Project) -> None:
    source = clinic.srcdir / "handouts/knee.rst"
    source.write_text(source.read_text() + CARD)
    page = html(clinic)
    card = page[page.index("Your clinic<") : page.index('<div class="letterhead-end"')]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", card))
    for wanted in (
        "Hand &amp; Knee", "Call for help.", "Emergency number", "112", "+1 212 555 0100", "+1 212 555 0101",
        "Poison advice", "+1 555 010 0142", "Monday – Friday", "Saturday – Sunday", "Closed", "Or by appointment.",
        "12 River Street, Springfield", "https://clinic.example.org", "desk@clinic.example.org",
    ):  # fmt: skip
        assert wanted in words, wanted
    assert "555 010 0199" not in words  # a bare number of the facts is somebody else's
    assert 'href="mailto:desk@clinic.example.org"' in card
    assert 'title="Send an e-mail to desk@clinic.example.org"' in card
    assert 'title="Call +1 212 555 0100"' in card


def test_what_was_signed_is_the_text_without_the_clinic(clinic: Project) -> None:
    source = clinic.srcdir / "handouts/knee.rst"
    source.write_text(source.read_text() + CARD)
    digests = []
    for text in (CLINIC, CLINIC.replace("0100", "0109")):
        html(clinic, text=text)
        digests.append(printed_digest(clinic.apps[-1].env, "handouts/knee"))
    app = clinic.build("html")
    digests.append(printed_digest(app.env, "handouts/knee"))
    assert len(set(digests)) == 1


def test_links_say_where_they_lead_in_the_readers_words(clinic: Project) -> None:
    source = clinic.srcdir / "handouts/knee.rst"
    source.write_text(
        source.read_text()
        + "\n.. _more:\n\nMore\n----\n\nSee `more <more_>`__, `us <https://example.org/a>`_ and mail a@b.example.\n"
    )
    clinic.catalogue("es", {"More": "Más"})
    page = html(clinic, "es")
    titles = re.findall(r'<a [^>]*title="([^"]*)"', page)
    assert "Página web: https://example.org/a" in titles
    assert "Enviar un correo electrónico a a@b.example" in titles
    assert "Ir a: Más" in titles


# --- the code --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["https://a.example/b", "https://example.org/" + "x" * 250])
def test_the_code_is_what_segno_makes_and_large_enough(address: str) -> None:
    image, width = drawing(address)
    svg = base64.b64decode(image.partition(",")[2]).decode()
    matrix = segno.make_qr(address, error="m", boost_error=False).matrix
    size = len(matrix) + 8
    assert f'viewBox="0 0 {size} {size}"' in svg
    drawn = [[False] * size for _ in range(size)]
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        for column in range(int(x), int(x) + int(run)):
            drawn[int(y)][column] = True
    assert [row[4:-4] for row in drawn[4:-4]] == [[bool(dark) for dark in row] for row in matrix]
    assert not any(any(row) for row in [*drawn[:4], *drawn[-4:]])
    assert width * len(matrix) / size >= 25


# --- what is wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"I am a text.", "no image"),
        (bomb(), "million pixels"),
        (SVG.replace("<path", "<image href='file:///etc/passwd'/><path").encode(), "/etc/passwd"),
        (SVG.replace("<path", "<image href='https://example.org/a.png'/><path").encode(), "https://example.org"),
        (SVG.replace("<path", "<style>@import url(http://example.org/a.css);</style><path").encode(), "outside itself"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.encode(), "DOCTYPE"),
        (b"", "no image"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_a_problem_at_its_line(tmp_path: Path, content: bytes, said: str) -> None:
    path = write(tmp_path)
    (tmp_path / "logo.svg").write_bytes(content)
    found = read_letterheads([path])
    [problem] = found.problems
    assert found.letterheads == () and found.broken == ("hand",)
    assert (problem.code, problem.path, problem.line) == (
        "clinic-logo",
        str(path),
        CLINIC.splitlines().index("logo: logo.svg") + 1,
    )
    assert said in problem.message


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "none.svg", ".", "a\\0b"])
def test_a_logo_lies_beside_the_clinic_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    folder = tmp_path / "clinics"
    folder.mkdir()
    [problem] = read_letterheads([write(folder, CLINIC.replace("logo.svg", f"'{name}'"))]).problems
    assert problem.code == "clinic-logo"


@pytest.mark.parametrize(("colour", "ratio"), [("#aaaaaa", "2.3"), ("yellow", "1.1"), ("#12345", "no colour")])
def test_a_colour_is_readable_on_white(tmp_path: Path, colour: str, ratio: str) -> None:
    [problem] = read_letterheads([write(tmp_path, CLINIC.replace("#1b5e4b", colour))]).problems
    assert problem.code == "clinic-colour"
    assert ratio in problem.message


def test_a_colour_that_is_readable_on_white_alone_is_not_used_on_a_tint(clinic: Project) -> None:
    assert "thead th { color: var(--ink) }" in html(clinic, text=CLINIC.replace("#1b5e4b", "#767676"))
    assert "thead th { color: var(--ink) }" not in html(clinic)


def test_the_file_and_its_logo_are_judged_together(tmp_path: Path) -> None:
    text = (
        CLINIC.replace("country: ES", "country: UK")
        .replace("emergency: 112", "emergncy: 112")
        .replace("#1b5e4b", "#eee")
    )
    path = write(tmp_path, text.replace("logo.svg", "none.svg"))
    codes = [problem.code for problem in read_letterheads([path]).problems]
    assert codes == ["clinic-unknown-key", "clinic-logo", "clinic-colour"]
    [problem] = read_letterheads([write(tmp_path, CLINIC.replace("country: ES", "country: UK"))]).problems
    assert (problem.code, problem.line) == ("clinic-country", 3)


def test_two_clinics_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = write(tmp_path / "a"), write(tmp_path / "b", name="HAND.yaml")
    found = read_letterheads([one, one, other])
    assert [each.path for each in found.letterheads] == [str(one)]
    [problem] = found.problems
    assert (problem.code, problem.path) == ("clinic-id", str(other))
