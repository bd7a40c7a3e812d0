"""Progress: what the press tells whoever watches; the base class watches in silence."""

from __future__ import annotations


class Progress:
    """Told of each step; every method may be left as it is."""

    def reading(self, language: str) -> None:
        """The documents of a language are being read."""

    def accepted(self) -> None:
        """A sheet has to be printed."""

    def done(self) -> None:
        """A sheet that had to be printed is printed, or cannot be."""
