"""Stretches of a text in, quick answers on what lies in them out: in the time of a look into a sorted list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Spans:
    """Stretches in order, of which no two overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        known = sorted(spans)
        self._starts = [start for start, _ in known]
        self._ends = [end for _, end in known]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps a stretch."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end

    def hold(self, start: int, end: int) -> bool:
        """Whether a stretch is a piece of a longer one of them."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index] and end - start < self._ends[index] - self._starts[index]

    def run_out_of(self, start: int, end: int) -> bool:
        """Whether one of them begins in a stretch and ends behind it."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._starts[index] and end < self._ends[index]
