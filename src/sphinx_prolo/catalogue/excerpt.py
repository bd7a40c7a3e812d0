"""A piece of a message in, a short form of it out that is safe to print in a problem."""

from __future__ import annotations

LENGTH = 60


def excerpt(text: str) -> str:
    """At most 60 characters, on one line; what is invisible or steers a terminal is written as its code point."""
    shown = "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text[:LENGTH])
    return shown + ("…" if len(text) > LENGTH else "")
