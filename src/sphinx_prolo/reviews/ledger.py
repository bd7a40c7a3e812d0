"""``locales/<language>/reviews.yaml`` in, signatures by document out, or problems; a broken ledger has none."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from sphinx_prolo import records
from sphinx_prolo.problem import Problem
from sphinx_prolo.reviews.signature import KIND, Signature

Ledger = Mapping[str, Signature]


@dataclasses.dataclass(frozen=True, slots=True)
class LedgerReading:
    """What reading a ledger gave.

    signatures  by the name of the document; none if there is an error, for nobody knows what else is wrong
    lines       where the entry of each document starts
    problems    of the file, by line
    """

    signatures: Ledger = dataclasses.field(default_factory=dict)
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def ledger_path(locale_dirs: Sequence[Path], language: str) -> Path | None:
    """Where the ledger of a language is, or would be; None for a project without ``locale_dirs``."""
    places = [folder / language / "reviews.yaml" for folder in locale_dirs]
    return next((place for place in places if place.exists()), next(iter(places), None))


def read(path: Path, *, of_source: bool) -> LedgerReading:
    """Read a ledger: that of the source language, which clinicians sign, or that of a translation."""
    text = load(path)
    return LedgerReading(problems=(text,)) if isinstance(text, Problem) else parse(text, str(path), of_source=of_source)


def load(path: Path) -> str | Problem:
    """The text of a ledger, empty for one that does not exist."""
    if not path.exists():
        return ""
    data = records.load(path, KIND)
    return data if isinstance(data, Problem) else records.decode(data, str(path), KIND)


def parse(text: str, path: str, *, of_source: bool) -> LedgerReading:
    """Read the text of a ledger."""
    tree, problems = records.build(text, path, KIND)
    if tree is None:
        return LedgerReading(problems=records.sort(problems, KIND))
    if not isinstance(tree, records.Map):
        if tree is not records.BROKEN:
            message = "a review ledger must be a mapping of documents to signatures; restore it from your history"
            problems = [*problems, KIND.error(path, getattr(tree, "line", 1), "reviews-type", message)]
        return LedgerReading(problems=records.sort(problems, KIND))
    signatures: dict[str, Signature] = {}
    for docname, entry in tree.items():
        signature, found = _signature(tree, docname, entry, path, of_source=of_source)
        problems = [*problems, *found]
        if signature is not None:
            signatures[docname] = signature
    if any(problem.is_error for problem in problems):
        signatures = {}
    return LedgerReading(signatures, dict(tree.key_lines), records.sort(problems, KIND))


def _signature(
    tree: records.Map, docname: str, entry: object, path: str, *, of_source: bool
) -> tuple[Signature | None, list[Problem]]:
    if entry is records.BROKEN:
        return None, []
    if not isinstance(entry, records.Map):
        message = f"'{docname[:60]}' must hold a signature (lines of 'key: value'), not {records.describe(entry)}"
        return None, [KIND.error(path, tree.key_lines[docname], "reviews-type", message)]
    who = {"source": frozenset({"clinician"} if of_source else ())}
    return records.judge(entry, Signature, records.Judgement(path, KIND, who))
