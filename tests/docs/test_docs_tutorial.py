"""The tutorial is carried out: its files are written, its commands run, and they print what the page says."""

from __future__ import annotations

import functools
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import guidekit
import pypdfium2  # type: ignore[import-untyped]
import pytest

from sphinx_prolo import press

TUTORIAL = guidekit.read("tutorial.rst")
PARTS = guidekit.sections(TUTORIAL)


def quoted(text: str) -> list[str]:
    """What the page says can be read in a PDF: the words in quotation marks."""
    return [guidekit.plain(words) for words in re.findall(r'"([^"]+)"', text)]


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return guidekit.plain(" ".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, and print in this process: the pool of processes has tests of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(press, "build", functools.partial(press.build, executors=ThreadPoolExecutor))


@pytest.mark.usefixtures("_here")
def test_the_tutorial(tmp_path: Path) -> None:
    for block in guidekit.blocks(TUTORIAL):
        if block.language == "po":
            guidekit.translate(tmp_path / block.caption, block.text)
        elif block.caption:
            guidekit.write(tmp_path, block)
        for command, wanted in block.sessions() if block.language == "console" else ():
            if not command.startswith("sphinx-prolo"):
                continue
            status, printed = guidekit.prolo(command)
            assert printed == wanted
            assert status == int(" error: " in printed)

    english, spanish = re.findall(r"``(build/\S+\.pdf)``", TUTORIAL)
    for pdf, part in ((english, "Print it"), (spanish, "Print both languages")):
        text = pdf_text(tmp_path / pdf)
        assert quoted(PARTS[part])
        assert [words for words in quoted(PARTS[part]) if words not in text] == []
    for reason in ("untranslated", "unreviewed"):
        assert f"``{reason}``" in PARTS["What the draft band means"]
        assert f'"{reason}"' in (tmp_path / "build/handouts/handouts.json").read_text(encoding="utf-8")
