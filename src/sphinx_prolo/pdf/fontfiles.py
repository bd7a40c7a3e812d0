"""The fonts that we print with: files in the wheel, and Noto Sans CJK where the extra ``cjk`` is installed.

Static and unhinted TrueType: variable fonts give wrong widths (PDF/A-3, 6.2.11.5) and woff2 takes a quarter of a
second per document to decode. tools/fonts.py made them and says how.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
FONTCONFIG = FOLDER / "fontconfig.xml"
CJK_FAMILY = "Noto Sans CJK JP"  # one font for Chinese, Japanese and Korean; the page's lang picks the regional forms
_CJK_PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")

SCRIPTS = (
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Gujarati",
    "Gurmukhi",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Ethiopic",
    "Armenian",
    "Georgian",
)
# As a style sheet names them. End a list of families with Noto Sans and the symbols: many scripts' own fonts have no
# brackets and digits.
FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    *(f"Noto Sans {script}" for script in SCRIPTS),
    "Noto Sans Math",
    "Noto Sans Symbols2",
    "Noto Sans Symbols",
)


def files() -> tuple[Path, ...]:
    """Every font file, in an order that does not change."""
    return (*sorted(FOLDER.glob("*.ttf")), *_cjk_files())


def cjk_is_installed() -> bool:
    """Whether Chinese, Japanese and Korean can be printed (``pip install sphinx-prolo[cjk]``)."""
    return all(importlib.util.find_spec(package) for package in _CJK_PACKAGES)


def _cjk_files() -> list[Path]:
    if not cjk_is_installed():
        return []
    return [Path(str(importlib.import_module(package).FONT_PATH)) for package in _CJK_PACKAGES]
