"""Slot: what rides along on a translatable node, from the directive to the translator's comment and the print."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_prolo.quantity import Quantity

ATTRIBUTE = "prolo-slot"


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """The values of a sentence's placeholders, and what its translator should know.

    values  placeholder -> quantity
    where   where the sentence is printed, in words for the translator ("table cell, What to do")
    note    the writer's own remark for the translator
    limit   the most characters that fit, or None
    """

    values: Mapping[str, Quantity]
    where: str = ""
    note: str = ""
    limit: int | None = None

    def __str__(self) -> str:
        """Short, because builders that dump the tree print it."""
        return ", ".join(f"{name}={value}" for name, value in self.values.items())


def slot_of(node: nodes.Element) -> Slot | None:
    """The slot that a directive put on a node, if any."""
    slot = node.get(ATTRIBUTE)
    return slot if isinstance(slot, Slot) else None
