"""What a build was asked for in, the rows that it leaves alone out."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.handout.stationery import Stationery
    from sphinx_prolo.press.row import Row
    from sphinx_prolo.press.stock import Stock


@dataclasses.dataclass(frozen=True, slots=True)
class Scope:
    """What of a language is printed in a run.

    editions  that were asked for; none: those of conf.py, and others go
    clinics   that are printed, None for neutral handouts
    kept      clinics of which nothing was asked or whose file is broken, and whose PDFs stay
    """

    editions: frozenset[str] = frozenset()
    clinics: frozenset[str | None] = frozenset({None})
    kept: frozenset[str | None] = frozenset()

    def spares(self, row: Row) -> bool:
        """Whether a PDF stays though this run does not print it."""
        if row.clinic not in self.clinics:
            return row.clinic in self.kept
        return bool(self.editions) and row.edition not in self.editions


def scope(editions: Collection[str], stationery: Stationery, is_subset: bool, stock: Stock) -> Scope:
    """The scope of a run.

    A subset of clinics, named on the command line, leaves every other clinic alone. Any other run leaves those alone
    that were once named on the command line. But a clinic whose file is gone goes, whatever was asked.
    """
    printed = {None if each is None else each.id for each in stationery.letterheads}
    if is_subset:
        stock.clinics |= {each.id: each.path for each in stationery.letterheads if each is not None}
    else:
        for name in printed & stock.clinics.keys():  # now it is conf.py that asks for it
            del stock.clinics[str(name)]
    gone = {name for name, file in stock.clinics.items() if not Path(file).is_file()}
    for name in gone:
        del stock.clinics[name]
    known = {item.row.clinic for item in stock} if is_subset else {*stock.clinics}
    kept = known - gone - printed | {*stationery.broken}
    return Scope(frozenset(editions), frozenset(printed), frozenset(kept))
