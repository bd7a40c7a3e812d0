"""CLDR's JSON packages in, the module ``cldr48`` out: what we need of CLDR and Babel does not carry.

For maintainers only; unpack ``cldr-core`` and ``cldr-numbers-full`` from npm side by side and run
``python -m sphinx_prolo.language.cldr_make FOLDER``, then ``ruff format``.
"""

from __future__ import annotations

import json
import pprint
import sys
from pathlib import Path
from typing import Any

_HEAD = '''"""What Babel does not carry of CLDR {version}: plural forms of ranges, range patterns, grouping, paper.

Made by ``cldr_make``; do not edit. Copyright © 1991-2026 Unicode, Inc. Licence: Unicode-3.0, see LICENSE-UNICODE here.
"""

from __future__ import annotations

# The plural form of a range by those of its ends, where it is not simply the form of the end (UTS 35, part 3,
# "Plural Ranges"). Languages with the same table share it.
'''


def main(folder: Path) -> None:
    """Write ``cldr48.py`` beside this file from the CLDR packages unpacked in a folder."""
    core = next(folder.glob("cldr-core-*"))
    numbers = next(folder.glob("cldr-numbers-full-*"))
    version = json.loads((core / "package.json").read_text())["version"].rpartition(".")[0]
    tables, languages = _plural_ranges(core)
    patterns, grouping = _numbers(numbers)
    parts = [
        _HEAD.format(version=version),
        f"_RANGES: tuple[dict[tuple[str, str], str], ...] = {_show(tables)}\n",
        f"PLURAL_RANGES = {{language: _RANGES[index] for language, index in {_show(languages)}.items()}}\n",
        "# How a range is written in the locale's own digits; the root of CLDR writes it with an en dash.\n",
        f"RANGE_PATTERNS: dict[str, str] = {_show(patterns)}\n",
        "# From how many digits before the last group of three a number is grouped: in Spanish 1000, but 10.000.\n",
        f"MINIMUM_GROUPING: dict[str, int] = {_show(grouping)}\n",
        "# Where paper is US Letter; everywhere else it is A4.\n",
        f"LETTER_TERRITORIES = frozenset({_show(_letter(core))})\n",
    ]
    Path(__file__).with_name("cldr48.py").write_text("\n".join(parts), encoding="utf-8")


def _plural_ranges(core: Path) -> tuple[tuple[dict[tuple[str, str], str], ...], dict[str, int]]:
    data: dict[str, dict[str, str]] = _load(core / "supplemental/pluralRanges.json")["supplemental"]["plurals"]
    tables: list[dict[tuple[str, str], str]] = []
    languages: dict[str, int] = {}
    for language, rows in sorted(data.items()):
        table = {}
        for key, form in sorted(rows.items()):
            start, end = key.removeprefix("pluralRange-start-").split("-end-")
            if form != end:
                table[start, end] = form
        if table:
            if table not in tables:
                tables.append(table)
            languages[language] = tables.index(table)
    return tuple(tables), languages


def _numbers(numbers: Path) -> tuple[dict[str, str], dict[str, int]]:
    """The range patterns and minimum groupings that differ from those of the locale without its last subtag."""
    patterns: dict[str, str] = {}
    grouping: dict[str, int] = {}
    for folder in sorted((numbers / "main").iterdir()):
        data = _load(folder / "numbers.json")["main"][folder.name]["numbers"]
        code = folder.name.replace("-", "_")
        misc = data.get(f"miscPatterns-numberSystem-{data['defaultNumberingSystem']}")
        if misc is not None:
            patterns[code] = misc["range"]
        grouping[code] = int(data["minimumGroupingDigits"])
    return _thin(patterns, "{0}–{1}"), _thin(grouping, 1)


def _thin(table: dict[str, Any], root: Any) -> dict[str, Any]:
    return {code: value for code, value in table.items() if value != (table.get(code.rpartition("_")[0], root) or root)}


def _letter(core: Path) -> list[str]:
    sizes = _load(core / "supplemental/measurementData.json")["supplemental"]["measurementData"]["paperSize"]
    return sorted(territory for territory, size in sizes.items() if size == "US-Letter")


def _load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _show(value: Any) -> str:
    return pprint.pformat(value, width=110, compact=True, sort_dicts=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
