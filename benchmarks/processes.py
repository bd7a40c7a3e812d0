"""The leader of a group of processes in, its members out, as Linux tells of them."""

from __future__ import annotations

from pathlib import Path


def group(leader: int) -> list[int]:
    """The living processes of a group, without its leader."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, its_group = status.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it has just ended
            continue
        if int(its_group) == leader and state != "Z" and int(status.parent.name) != leader:
            found.append(int(status.parent.name))
    return found
