"""Columns are as wide as their longest words."""

from __future__ import annotations

from docutils.core import publish_doctree
from docutils.nodes import colspec, tgroup

from sphinx_prolo.handout.columns import fit, fitted

TABLE = """
.. list-table::
   :widths: 10 30

   * - Donaudampfschifffahrt
     - Short
   * - One
     - {}
"""
NESTED = """.. list-table::

          * - a
            - b
            - c
"""


def shares(content: str) -> list[int]:
    group = next(publish_doctree(TABLE.format(content)).findall(tgroup))
    fit(group)
    return [column["colwidth"] for column in group if isinstance(column, colspec)]


def test_a_long_word_widens_its_column() -> None:
    first, second = shares("Two")
    assert first > 1200 > 0.25 * (first + second)


def test_a_table_in_a_cell_changes_nothing_for_the_one_around_it() -> None:
    assert shares(NESTED) == shares("Two")


def test_where_there_is_no_room_each_gets_what_it_needs() -> None:
    assert fitted([1, 1], [30, 30], 40) == [30, 30]
