"""Glyphs of a Chinese, Japanese or Korean font in, the font program to embed for them out.

Such a font has 65,535 glyphs, and WeasyPrint keeps an empty place for each that is not used, so that the numbers of
the others stay: 150 kB in every PDF, and a third of the time that it took. A CID-keyed program says itself what
numbers its glyphs have (ISO 32000-1, 9.7.4.2), and needs no empty places.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

# What WeasyPrint has no use for: which place a glyph gets.
ffi.cdef(
    """
    typedef ... hb_map_t;
    typedef ... hb_subset_plan_t;
    hb_codepoint_t hb_map_get (const hb_map_t *map, hb_codepoint_t key);
    hb_subset_plan_t * hb_subset_plan_create_or_fail (hb_face_t *face, const hb_subset_input_t *input);
    void hb_subset_plan_destroy (hb_subset_plan_t *plan);
    hb_face_t * hb_subset_plan_execute_or_fail (hb_subset_plan_t *plan);
    hb_map_t * hb_subset_plan_new_to_old_glyph_mapping (const hb_subset_plan_t *plan);
    """
)
_OLDEST = (4, 1, 0)  # HarfBuzz that can do this
# How glyphs are drawn is in the table CFF. Rules that put one glyph in the place of another would keep that one, too.
_NEEDLESS = (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"VORG", b"cmap", b"name", b"vhea", b"vmtx")


def cid_program(face: Any, glyphs: Collection[int], *, hinting: bool) -> bytes | None:
    """The table ``CFF`` of a face with these glyphs, which are found by the numbers that they have in the face.

    None for a face without such a table, or whose glyphs have names instead of numbers, or that HarfBuzz cannot subset.
    """
    if harfbuzz_subset is None or not harfbuzz.hb_version_atleast(*_OLDEST):
        return None
    plan = harfbuzz_subset.hb_subset_plan_create_or_fail(face, _wish(glyphs, hinting=hinting))
    if not plan:
        return None
    plan = ffi.gc(plan, harfbuzz_subset.hb_subset_plan_destroy)
    subset = harfbuzz_subset.hb_subset_plan_execute_or_fail(plan)
    program = _table(ffi.gc(subset, harfbuzz.hb_face_destroy), b"CFF ") if subset else b""
    numbers = harfbuzz_subset.hb_subset_plan_new_to_old_glyph_mapping(plan)
    return _numbered(program, lambda place: int(harfbuzz.hb_map_get(numbers, place))) if program else None


def is_bare(program: bytes) -> bool:
    """Whether it is what :func:`cid_program` gives, and no whole font file (Adobe Technical Note 5176, 6: header)."""
    return program.startswith(b"\x01\x00\x04")


def _wish(glyphs: Collection[int], *, hinting: bool) -> Any:
    wish = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _fill(harfbuzz_subset.hb_subset_input_glyph_set(wish), glyphs)
    dropped = harfbuzz_subset.hb_subset_input_set(wish, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    _fill(dropped, [harfbuzz.hb_tag_from_string(name, -1) for name in _NEEDLESS])
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(wish, flags)
    return wish


def _fill(numbers: Any, values: Collection[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(numbers, ffi.new("hb_codepoint_t[]", sorted(values)), len(values))


def _table(face: Any, name: bytes) -> bytes:
    tag = harfbuzz.hb_tag_from_string(name, -1)
    blob = ffi.gc(harfbuzz.hb_face_reference_table(face, tag), harfbuzz.hb_blob_destroy)
    length = ffi.new("unsigned int *")
    data = harfbuzz.hb_blob_get_data(blob, length)
    return bytes(ffi.unpack(data, length[0])) if length[0] else b""


def _numbered(program: bytes, number: Callable[[int], int]) -> bytes | None:
    """The program, so that it finds the glyph at each place by this number (CID); None if its glyphs have names.

    In most fonts the number of a glyph is its place in the whole font. In one that somebody has subset, it is not.
    """
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    font = fonts[0]
    if not hasattr(font, "ROS"):
        return None
    names = [".notdef", *(f"cid{number(place):05d}" for place in range(1, len(font.charset)))]
    if font.charset == names:
        return program
    drawings = font.CharStrings.charStrings
    font.CharStrings.charStrings = {name: drawings[old] for name, old in zip(names, font.charset, strict=True)}
    font.charset, font.CIDCount = names, 65_535
    written = io.BytesIO()
    fonts.compile(written, TTFont(recalcBBoxes=False))
    return written.getvalue()
