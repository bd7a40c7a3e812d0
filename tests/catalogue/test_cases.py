"""Right and wrong translations in every language: how many are caught, and how many false alarms there are.

The table is printed at the end of the test run. The sentences are in ``cases``, one file per language.
"""

from __future__ import annotations

from collections import Counter

import pytest
from casekit import CASES, FLOORS, cases, faults, judged, languages, offenders, row


@pytest.mark.parametrize("code", languages())
def test_mistakes_are_caught_and_right_translations_are_not(code: str, record_property) -> None:
    found = judged(code)
    record_property("cases", row(code, found))
    wrong = "\n  ".join(str(case) for case in offenders(found))
    record_property("offenders", wrong)
    assert not list(faults(found)), "\n".join([code, *faults(found), "  " + wrong])


@pytest.mark.parametrize("code", sorted(path.stem for path in CASES.glob("*.toml")))
def test_there_are_enough_cases(code: str) -> None:
    counts = Counter(case.kind for case in cases(code))
    assert set(counts) == {"right", *FLOORS}
    assert counts["right"] >= 60
    assert counts.total() - counts["right"] >= 60
