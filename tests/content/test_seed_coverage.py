"""Every statement of the five seed documents has its place in the facts, or a reason why it has none.

``seed-coverage.yaml`` lists them, numbered and in our own words; here each place must exist, with that seed as source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

FACTS = Path(__file__).parents[2] / "docs" / "facts" / "prolotherapy.yaml"
COVERAGE = Path(__file__).with_name("seed-coverage.yaml")


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(path)
    return loaded


SEEDS = _load(COVERAGE)
SECTIONS = _load(FACTS)
CLAIMS = [(seed, claim) for seed, listed in SEEDS.items() for claim in listed["claims"]]


def _sourced(node: object, inherited: frozenset[str] = frozenset()) -> Iterator[tuple[frozenset[str], str]]:
    """Each text of a section with the sources of the innermost record around it that names any."""
    if isinstance(node, Mapping):
        own = [*node.get("sources", ()), *([node["source"]] if "source" in node else ())]
        sources = frozenset(own) or inherited
        for key, value in node.items():
            if key not in ("source", "sources"):
                yield from _sourced(value, sources)
    elif isinstance(node, list):
        for entry in node:
            yield from _sourced(entry, inherited)
    else:
        yield inherited, str(node)


def _ids(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        if "id" in node:
            yield str(node["id"])
        for value in node.values():
            yield from _ids(value)
    elif isinstance(node, list):
        for entry in node:
            yield from _ids(entry)


def _stands(section: str, key: str, seed: str) -> bool:
    """Whether an entry with this id, or else a text that holds this, names the seed."""
    exact = key in set(_ids(SECTIONS[section]))
    texts = [sources for sources, text in _sourced(SECTIONS[section]) if (key == text if exact else key in text)]
    return any(seed in sources for sources in texts)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_statements_of_a_seed_are_numbered_without_a_gap(seed: str) -> None:
    numbers = [claim["n"] for claim in SEEDS[seed]["claims"]]
    assert numbers == list(range(1, SEEDS[seed]["sentences"] + 1))


def test_all_five_seeds_are_covered() -> None:
    seeds = {name for name in SECTIONS["sources"] if name.startswith("seed-")}
    assert set(SEEDS) == seeds
    assert len(seeds) == 5


@pytest.mark.parametrize(("seed", "claim"), CLAIMS, ids=[f"{seed}-{claim['n']}" for seed, claim in CLAIMS])
def test_a_statement_has_its_place_or_a_reason(seed: str, claim: dict[str, Any]) -> None:
    assert ("at" in claim) != ("discard" in claim)
    assert claim.get("discard", claim.get("at"))
    for section, keys in claim.get("at", {}).items():
        missing = [key for key in keys if not _stands(section, str(key), seed)]
        assert not missing, f"{section} holds no {missing} of {seed}: {claim['says']}"


def test_a_place_that_does_not_exist_is_noticed() -> None:
    assert _stands("synonym-list", "rit", "seed-3")
    assert not _stands("synonym-list", "rit", "seed-4")
    assert not _stands("synonym-list", "no such name", "seed-0")
