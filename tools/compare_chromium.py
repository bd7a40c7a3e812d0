"""A page in, pictures out: as we print it on the left, as Chromium does on the right, from the same HTML and fonts.

Two engines that shape and order text by code of their own (Pango with FriBidi here, ICU and Skia there) seldom have the
same fault. Look at each pair letter by letter: joining, marks, the order of vowels, digits and brackets, where lines
break. What only one engine knows (running heads, margins of pages) looks otherwise, and is not the point::

    python tools/compare_chromium.py build/compare -l ar -l km
    python tools/compare_chromium.py build/compare -l ar --project docs --clinic docs/clinics/example-clinic.yaml

Without a project it prints a specimen: known sentences from specimens.toml, our own words, amounts, telephone numbers.
Needs Chromium, as ``chromium`` or named with ``--chromium``.
"""

from __future__ import annotations

import argparse
import dataclasses
import html
import io
import re
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from fontTools.ttLib import TTFont
from PIL import Image
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from sphinx_prolo import pdf, quantity
from sphinx_prolo.handout.stationery import stationery
from sphinx_prolo.handout.wrapping import wrappable
from sphinx_prolo.language import LABELS, number_runs
from sphinx_prolo.pdf import fontfiles
from sphinx_prolo.words import writer

if TYPE_CHECKING:
    from sphinx_prolo.handout.sheet import Sheet

SPECIMENS = Path(__file__).parent / "specimens.toml"
AMOUNTS = ("10-15 min", "2 h", "3 per day", "2 weeks", "80-90 %", "0.5 mL", "1 in 1000", "up to 10 rounds", "1-5 days")
TELEPHONE = "+1 212 555 0100"
FONTS_ARE_READY = "--virtual-time-budget=10000"  # else Chromium may print before, and leave the text out
LONG, SOME = 40, 9  # letters of a label that is worth a look, because it breaks over lines; how many labels


def main() -> None:
    """Print every page through both engines."""
    options = arguments()
    options.outdir.mkdir(parents=True, exist_ok=True)
    faces = font_faces()
    for language in options.language:
        jobs = sheets(options.project, language, options) if options.project else [specimen(language)]
        for job in jobs:
            both = [pdf.print_pdf(job), chromium(options.chromium, job, faces)]
            for number, picture in enumerate(side_by_side(*map(pages, both)), start=1):
                path = options.outdir / f"{job.name.replace('/', '-').replace(': ', '-')}-{number}.png"
                picture.save(path)
                print(path)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("-l", "--language", action="append", required=True)
    parser.add_argument("--project", type=Path, help="a Sphinx project; its handouts are printed")
    parser.add_argument("--clinic", type=Path, action="append", default=[])
    parser.add_argument("--edition", action="append", help="standard (default), large-print, bilingual")
    parser.add_argument("--handout", help="the name of one document")
    parser.add_argument("--chromium", default="chromium")
    return parser.parse_args()


def specimen(code: str) -> pdf.PrintJob:
    """A page in a narrow and a wide column: sentences, our own words, and what goes wrong between two directions."""
    write = writer(code)
    profile = write.profile
    known = tomllib.loads(SPECIMENS.read_text(encoding="utf-8")).get(code, ())
    labels = [text for label in LABELS if (text := write.labels.find(label.msgid, context=label.context))]
    labels = [text for text in dict.fromkeys(labels) if len(text) >= LONG and "{" not in text]
    values = [amount(write.quantity(quantity.parse(text)), profile.direction) for text in AMOUNTS]
    telephone = f'<p>☎ <bdi dir="ltr">{TELEPHONE}</bdi> (PRP) · '
    families = ", ".join(f'"{family}"' for family in profile.fonts)
    sentences, words = ("".join(f"<p>{html.escape(text)}</p>" for text in said) for said in (known, labels[:SOME]))
    body = f"<h1>{profile.name}</h1>{telephone}{' · '.join(values)}</p><div>{sentences}</div>{words}{sentences}"
    css = f"""@page {{ size: 130mm 420mm; margin: 6mm }} html {{ font: 14pt/{profile.line_height} {families} }}
      body {{ margin: 0 }} h1, p {{ margin: 0 0 2mm; font-size: 14pt }}
      div {{ width: 70mm }} bdi {{ white-space: nowrap }}"""
    page = (
        f'<html lang="{profile.tag}" dir="{profile.direction}"><head><meta charset="utf-8"><title>{code}</title></head>'
    )
    return pdf.PrintJob(
        f"specimen.{code}", wrappable(f"<!DOCTYPE html>{page}<body>{body}"), css, profile.tag, (), "2026-11-21"
    )


def amount(text: str, direction: str) -> str:
    """A value as handouts isolate it; see handout/translator.py."""
    runs = (f'<bdi dir="ltr">{piece}</bdi>' if is_number else piece for piece, is_number in number_runs(text))
    return f'<bdi dir="{direction}">{"".join(runs)}</bdi>'


@dataclasses.dataclass
class Tray:
    """A press that keeps the sheets instead of printing them."""

    sheets: list[Sheet] = dataclasses.field(default_factory=list)

    def accept(self, sheet: Sheet) -> None:
        self.sheets.append(sheet)

    def withdraw(self, docname: str) -> None: ...

    def refuse(self, problem: object) -> None:
        print(problem)

    def finish(self, *_: object) -> tuple[()]:
        return ()


def sheets(project: Path, language: str, options: argparse.Namespace) -> Iterator[pdf.PrintJob]:
    """The jobs of a project's handouts."""
    tray = Tray()
    settings = {"language": language, "handout_editions": options.edition or ["standard"]}
    with tempfile.TemporaryDirectory() as folder, docutils_namespace():
        app = Sphinx(project, project, folder, f"{folder}/doctrees", "handout", settings, status=None)
        app.builder.press = tray  # type: ignore[attr-defined]
        app.builder.stationery = stationery(project, options.clinic, ())  # type: ignore[attr-defined]
        app.build()
    return (sheet.job for sheet in tray.sheets if options.handout in (None, sheet.docname.rpartition("/")[2]))


def font_faces() -> str:
    """The fonts that we print with, for an engine that does not have them."""
    rules = []
    for path in fontfiles.files():
        with TTFont(path, lazy=True) as font:
            family, style = font["name"].getBestFamilyName(), font["name"].getBestSubFamilyName()
            rules.append(
                f'@font-face {{ font-family: "{family}"; src: url("{path.as_uri()}"); '
                f"font-weight: {'bold' if 'Bold' in style else 'normal'}; "
                f"font-style: {'italic' if 'Italic' in style else 'normal'} }}"
            )
    return "\n".join(rules)


def chromium(command: str, job: pdf.PrintJob, faces: str) -> bytes:
    """The PDF that Chromium makes of a job. Its heads and feet stand in the text: it has no running elements."""
    style = f"<style>{faces}\n{job.css}\n.page-head-next {{ display: none }}</style>"
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        content = re.sub(f"[{pdf.ZWSP}{pdf.THAI_BREAK}]", "", job.html).replace(
            "</head>", f"{style}</head>", 1
        )  # it has dictionaries of its own
        page.write_text(content, encoding="utf-8")
        asked = [command, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", FONTS_ARE_READY]
        asked += ["--allow-file-access-from-files", f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        subprocess.run([*asked, page.as_uri()], check=True, capture_output=True, timeout=120)
        return printed.read_bytes()


def pages(content: bytes) -> list[Image.Image]:
    """Each page as a picture, large enough to see a mark."""
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return [page.render(scale=1.8).to_pil() for page in document]


def side_by_side(ours: Iterable[Image.Image], theirs: Iterable[Image.Image]) -> Iterator[Image.Image]:
    """The pages in pairs; the longer document decides how many."""
    left, right = list(ours), list(theirs)
    for number in range(max(len(left), len(right))):
        pair = [side[number] for side in (left, right) if number < len(side)]
        width, height = pair[0].size
        together = Image.new("RGB", (2 * width + 10, height), "grey")
        for at, side in enumerate((left, right)):
            if number < len(side):
                together.paste(side[number], (at * (width + 10), 0))
        yield together


if __name__ == "__main__":
    main()
