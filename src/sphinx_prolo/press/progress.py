"""Progress: what the press tells whoever watches; the base class watches in silence."""

from __future__ import annotations

from collections.abc import Sequence


class Progress:
    """Told of each step; every method may be left as it is."""

    def plan(self, languages: Sequence[str]) -> None:
        """These languages will be read."""

    def reading(self, language: str) -> None:
        """The documents of a language are being read."""

    def read(self, language: str) -> None:
        """All sheets of the language are in."""

    def accepted(self) -> None:
        """A sheet has to be printed."""

    def done(self) -> None:
        """A sheet that had to be printed is printed, or cannot be."""

    def waiting(self, holder: str) -> None:
        """Another build holds the output folder; we wait for it."""
