"""Nothing in; the versions of the system's libraries that lay text out. Imported when they are asked for."""

from __future__ import annotations

from weasyprint.text.ffi import harfbuzz_subset, pango


def libraries() -> dict[str, str]:
    """Pango's version, and whether HarfBuzz-Subset is there, which subsets fonts into other bytes than fontTools."""
    number = pango.pango_version()
    return {
        "Pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "HarfBuzz-Subset": "no" if harfbuzz_subset is None else "yes",
    }
