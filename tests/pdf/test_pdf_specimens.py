"""The sentences of tools/specimens.toml, in scripts that we have fonts for, whether or not we ship words in them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PIL import Image
from test_pdf_letters import folded, job, lines_of

from sphinx_prolo import pdf

TOOLS = Path(__file__).parents[2] / "tools"
SPECIMENS: dict[str, list[str]] = tomllib.loads((TOOLS / "specimens.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", SPECIMENS)
def test_text_comes_out_as_it_went_in(code: str) -> None:
    # Without Latin words: in lines of both directions extractors disagree; see the guide, "How scripts are printed".
    sentences = [re.sub(r"(?: \(?[A-Za-z][-A-Za-z]*\)?)+", "", sentence) for sentence in SPECIMENS[code][:2]]
    for sentence in sentences:
        assert " ".join(lines_of(pdf.print_pdf(job(code, [sentence])))) == folded(sentence)


@pytest.mark.skipif(not shutil.which("chromium"), reason="there is nothing to compare with")
def test_two_engines_print_a_specimen_side_by_side(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", str(TOOLS / "compare_chromium.py"), str(tmp_path), "-l", "lo"]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = tmp_path.iterdir()
    with Image.open(path) as picture:
        half = picture.width // 2
        for left in (0, half + 5):
            side = picture.convert("L").crop((left, 0, left + half - 5, picture.height))
            assert sum(side.histogram()[:100]) > 5000, "letters"
