"""Two colours in, their contrast out (WCAG 2.2, "contrast ratio" and "relative luminance")."""

from __future__ import annotations

from PIL import ImageColor

ENOUGH = 4.5  # WCAG 2.2, 1.4.3, for text of every size: a grey photocopy takes some of it away

Colour = tuple[int, int, int]


def colour(text: str) -> Colour | None:
    """A colour as CSS writes it: #0b4a6f, rgb(11 74 111), navy. None for what is no opaque colour."""
    try:
        found = ImageColor.getrgb(text.strip())
    except ValueError:
        return None
    return found[:3] if len(found) == 3 or found[3] == 255 else None


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(found: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in found)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
