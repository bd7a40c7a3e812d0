"""What a reader gets of a PDF: its words, their sizes, where they stand, how they differ from the paper."""

from __future__ import annotations

import ctypes
import functools
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from sphinx_prolo.handout.contrast import contrast


@functools.cache
def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def words(path: Path) -> frozenset[str]:
    """The words and numbers of a PDF, without vowel signs; of scripts without spaces the letters."""
    return frozenset(taken_apart(text_of(path)))


def sure(path: Path) -> frozenset[str]:
    """The words whose letters an extractor gives in one order: it turns those with Arabic vowel signs round in a line
    that is mostly Latin.
    """
    lines = [line for line in text_of(path).splitlines() if len(re.findall("[A-Za-z]+", line)) > 1]
    return words(path) - vowelled("\n".join(lines))


def vowelled(text: str) -> set[str]:
    """The words with Arabic vowel signs, as ``words`` has them."""
    tokens = re.findall(r"[\w\u064b-\u0655\u0670]+", unicodedata.normalize("NFD", text))
    return {bare for token in tokens if re.search(r"[\u064b-\u0655\u0670]", token) for bare in taken_apart(token)}


def missing(path: Path, wanted: frozenset[str]) -> set[str]:
    """The words that a PDF does not hold; one that breaks over two lines is held, and the number of a page may go."""
    held = "".join(taken_apart(text_of(path)))
    return {word for word in wanted if word not in held and not re.fullmatch(r"\d{1,2}|[^\W\d]", word)}


def taken_apart(text: str) -> list[str]:
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
    return re.findall(r"[\u4e00-\u9fff]|\d+(?:[-–.,]\d+)*|[\u0620-\u06ff]+|[^\W\d\u0620-\u06ff\u4e00-\u9fff]+", bare)


def sizes(path: Path) -> set[float]:
    """The sizes in which letters are painted, in points."""
    found = set()
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if chr(pdfium.FPDFText_GetUnicode(text, index)).isalnum():
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, index, matrix)
                found.add(round(pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d), 1))
    document.close()
    return found


_MIDDLE = 300.0  # of A4 and Letter, in points
Box = tuple[float, float, float, float]  # left, bottom, right, top


@functools.cache
def rows(path: Path) -> tuple[tuple[int, Box, str], ...]:
    """The runs of text on each page, line by line: (page, where, text)."""
    found = []
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_rects()):
            box = text.get_rect(index)
            found.append((number, box, text.get_text_bounded(*box)))
    document.close()
    return tuple(found)


def lines(path: Path) -> list[str]:
    """The lines of a PDF; what stands far apart on one line is two."""
    found: list[str] = []
    last: tuple[int, float, float] = (-1, 0, 0)
    for page, (left, bottom, right, _top), text in rows(path):
        if page == last[0] and abs(bottom - last[1]) < 6 and -1 < left - last[2] < 9:
            found[-1] += text
        else:
            found.append(text)
        last = (page, bottom, right)
    return [" ".join(line.split()) for line in found]


def places(path: Path, wanted: str, half: str) -> list[tuple[int, float]]:
    """Where a text stands alone in one half of the page: (page, height of its top)."""
    found = [(page, box) for page, box, text in rows(path) if text.strip() == wanted]
    return [(page, box[3]) for page, box in found if (box[0] < _MIDDLE) == (half == "left")]


def gap_above_foot(path: Path) -> float:
    """The least room in points between the text and the line above the foot, over all pages."""
    gaps = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        drawn = [item.get_bounds() for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
        wide = [(bottom, top) for left, bottom, right, top in drawn if right - left > 0.7 * page.get_width()]
        _bottom, rule = min(wide)  # the foot has a line on top
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        above = [bottom for left, bottom, right, top in boxes if right > left and (bottom + top) / 2 > rule]
        gaps.append(min(above) - rule)
    document.close()
    return min(gaps)


def inks(path: Path) -> dict[tuple[int, int], float]:
    """Each pair of ink and ground, as a copier sees them (ITU-R BT.601), and how much they differ (WCAG 2.2)."""
    found: dict[tuple[int, int], float] = {}
    document = pypdfium2.PdfDocument(path)
    for page in document:
        image, height = page.render(scale=1).to_pil().convert("L"), page.get_height()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if not chr(pdfium.FPDFText_GetUnicode(text, index)).isalnum():
                continue
            rgba = [ctypes.c_uint() for _ in range(4)]
            pdfium.FPDFText_GetFillColor(text, index, *rgba)
            red, green, blue, _alpha = (value.value for value in rgba)
            ink = round(0.299 * red + 0.587 * green + 0.114 * blue)
            left, bottom, right, top = text.get_charbox(index, loose=True)
            around = image.crop((int(left) - 1, int(height - top) - 1, int(right) + 2, int(height - bottom) + 2))
            ground = max(around.getcolors(), key=lambda one: (one[0], abs(one[1] - ink)))[1]
            found.setdefault((ink, ground), contrast((ink, ink, ink), (ground, ground, ground)))
    document.close()
    return found
