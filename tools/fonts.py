"""Debian's Noto fonts in, the bundled ones of src/sphinx_prolo/pdf/fonts out. For maintainers; the wheel has no copy.

Take the package fonts-noto-core (20201225-1, Debian 12), then::

    python tools/fonts.py /usr/share/fonts/truetype/noto

Hints are for screens of few pixels and a third of each file, so they go; every glyph, feature and name stays, and the
name is allowed to stay because none of these fonts reserves one (OFL 1.1, condition 3). The same input gives the same
bytes: fontTools writes no time of its own. Copyright lines are read from the fonts into OFL.txt, whose licence text
stays as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from sphinx_prolo.pdf.fontfiles import SCRIPTS
from sphinx_prolo.pdf.letters import DRAWN_ZWNJ, ZWNJ

FONTS = Path(__file__).parent.parent / "src" / "sphinx_prolo" / "pdf" / "fonts"

FAMILIES = {
    "NotoSans": ("Regular", "Bold", "Italic", "BoldItalic"),
    # Naskh, not Sans or Kufi: its text can be copied and read aloud out of a PDF, theirs cannot.
    "NotoNaskhArabic": ("Regular", "Bold"),
    **{f"NotoSans{script}": ("Regular", "Bold") for script in SCRIPTS},
    **{f"NotoSans{symbols}": ("Regular",) for symbols in ("Math", "Symbols", "Symbols2")},
}
JOINING = "NotoNaskhArabic"
URDU_DIGITS = {"URD ", "SND ", "KSH "}


def main(source: Path) -> None:
    """Write every font of FAMILIES without its hints, and the copyright lines."""
    notices = set()
    for family, styles in FAMILIES.items():
        for style in styles:
            name = f"{family}-{style}.ttf"
            unhinted(source / name, FONTS / name)
            notices.add(notice(FONTS / name))
    write_notices(sorted(notices))


def unhinted(source: Path, target: Path) -> None:
    """Copy a font, without its hints and its glyph names, with all the rest."""
    options = subset.Options(
        hinting=False,
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        name_legacy=True,
        notdef_outline=True,
        recalc_timestamp=False,
        legacy_kern=True,
    )
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=font.getGlyphOrder())
    subsetter.subset(font)
    if target.name.startswith(JOINING):
        draw_joiner(font)
        keep_persian_digits(font)
    subset.save_font(font, str(target), options)


def draw_joiner(font: TTFont) -> None:
    """Let a private character draw the zero width non-joiner, which shapers hide; see pdf/letters.py.

    With no ink: the font has a bar for it, by which editors can show it.
    """
    font["glyf"]["uni200C"] = Glyph()
    font["hmtx"]["uni200C"] = (0, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(DRAWN_ZWNJ)] = table.cmap[ord(ZWNJ)]


def keep_persian_digits(font: TTFont) -> None:
    """Draw 4, 6 and 7 in their Urdu shapes in Urdu, Sindhi and Kashmiri only: the font does so in every language."""
    table = font["GSUB"].table
    for script in (record.Script for record in table.ScriptList.ScriptRecord):
        others = [record.LangSys for record in script.LangSysRecord if record.LangSysTag not in URDU_DIGITS]
        for system in filter(None, (script.DefaultLangSys, *others)):
            for record in (table.FeatureList.FeatureRecord[index] for index in system.FeatureIndex):
                if record.FeatureTag == "locl":
                    kept = [index for index in record.Feature.LookupListIndex if not changes_digits(table, index)]
                    record.Feature.LookupListIndex = kept
                    record.Feature.LookupCount = len(kept)


def changes_digits(table: Any, index: int) -> bool:
    """Whether a lookup replaces the Persian 4 (U+06F4)."""
    lookup = table.LookupList.Lookup[index]
    tables = [getattr(found, "ExtSubTable", found) for found in lookup.SubTable]
    return any("uni06F4" in getattr(found, "mapping", ()) for found in tables)


def notice(path: Path) -> str:
    """The line that the font says of itself: ``Noto Sans: Copyright …``."""
    names = TTFont(path, lazy=True)["name"]
    return f"{names.getDebugName(1)}: {names.getDebugName(0)}"


def write_notices(notices: list[str]) -> None:
    """Put the copyright lines before the licence text of OFL.txt."""
    path = FONTS / "OFL.txt"
    licence = path.read_text(encoding="utf-8")
    licence = licence[licence.index("This Font Software is licensed") :]
    path.write_text("\n".join([*notices, "", licence]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
