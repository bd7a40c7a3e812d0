"""A web address in, the code that a telephone scans out: a drawing of black squares (ISO/IEC 18004, "QR code")."""

from __future__ import annotations

import base64

import segno

QUIET = 4  # modules of white around the code (ISO/IEC 18004, 5.3.8)
_LEAST = 26  # millimetres of the code without its quiet zone: what a telephone reads from an arm's length


def drawing(address: str) -> tuple[str, float]:
    """The code as the ``data:`` address of an SVG, and its width in millimetres with the quiet zone.

    Level M: a sixth of it may be dirty or torn (ISO/IEC 18004, table 12).
    """
    rows = [bytes(row) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    size = len(rows) + 2 * QUIET
    path = "".join(_run(x, y, width) for y, row in enumerate(rows) for x, width in _runs(row))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path fill="#000" d="{path}"/></svg>'
    )
    # A line of one module is at least 0.6 mm: long addresses make larger codes.
    module = max(_LEAST / len(rows), 0.6)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}", round(size * module, 1)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many follow one another."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == x:
            found[-1] = found[-1][0], found[-1][1] + 1
        else:
            found.append((x, 1))
    return found


def _run(x: int, y: int, width: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{width}v1h-{width}z"
