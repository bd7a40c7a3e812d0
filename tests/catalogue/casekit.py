"""The table of cases: right and wrong translations by language, what the checks make of them, and what they should."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from sphinx_prolo import catalogue, language
from sphinx_prolo.language.lexicon import LEXICONS

# A language helper who writes cases and lexicons elsewhere can have them measured there.
CASES = Path(os.environ.get("CASES", Path(__file__).parent / "cases"))
FOLDER = Path(os.environ.get("LEXICONS", LEXICONS))
# kind -> the share that must be caught, and whether a hold is enough
FLOORS = {
    "number": (Fraction(98, 100), False),
    "placeholder": (Fraction(98, 100), False),
    "markup": (Fraction(1), False),
    "number-word": (Fraction(90, 100), True),
    "unit": (Fraction(90, 100), True),
    "negation": (Fraction(90, 100), True),
}
FALSE_REJECTIONS = Fraction(5, 1000)
FALSE_HOLDS = Fraction(3, 100)


@dataclasses.dataclass(frozen=True)
class Case:
    """A source, its translation, and the verdict on it: rejected, held or kept, by which checks."""

    kind: str
    source: str
    translation: str
    verdict: str = ""
    problems: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = "".join(f"\n      {problem}" for problem in self.problems)
        return f"{self.kind}: {self.verdict}\n    {self.source}\n    {self.translation}{said}"


def languages() -> list[str]:
    """The languages that have cases and a lexicon."""
    codes = sorted(path.stem for path in CASES.glob("*.toml"))
    return [code for code in codes if any((FOLDER / f"{name}.toml").is_file() for name in (code, code.split("_")[0]))]


def cases(code: str) -> list[Case]:
    """The cases of a language, without a verdict."""
    data = tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))
    tables = {"right": data["right"], **data["wrong"]}
    return [Case(kind, source, translation) for kind, pairs in tables.items() for source, translation in pairs]


def judged(code: str) -> list[Case]:
    """The cases of a language with the verdicts, each a message of one catalogue."""
    known = cases(code)
    messages = tuple(catalogue.Message(c.source, (c.translation,), line=line) for line, c in enumerate(known))
    header = catalogue.Message("", (f"Language: {code}\n",), line=len(known))
    vetted = catalogue.vet(
        catalogue.Catalogue(code, {"Language": code}, header, "", messages),
        f"{code}.po",
        language=code,
        lexicon=language.lexicon(code, FOLDER),
        source_lexicon=language.lexicon("en", FOLDER),
    )
    return [_judged(case, line, vetted) for line, case in enumerate(known)]


def _judged(case: Case, line: int, vetted: catalogue.Vetted) -> Case:
    groups = {"rejected": vetted.rejected, "held": vetted.held}
    verdict = next((name for name, group in groups.items() if any(m.line == line for m in group)), "kept")
    found = [problem for problem in vetted.problems if problem.line == line and problem.severity != "note"]
    said = tuple(f"{problem.message.partition('; if it is right, add')[0]} [{problem.code}]" for problem in found)
    return dataclasses.replace(case, verdict=verdict, problems=said, codes=tuple({p.code for p in found}))


def faults(found: list[Case]) -> Iterator[str]:
    """What is below the floors, in words."""
    right = [case for case in found if case.kind == "right"]
    for verdict, ceiling in (("rejected", FALSE_REJECTIONS), ("held", FALSE_HOLDS)):
        count = sum(case.verdict == verdict for case in right)
        if Fraction(count, len(right)) >= ceiling:
            yield f"{count} of {len(right)} right sentences are {verdict}; less than {float(ceiling):.1%} may be"
    for kind, (floor, hold) in FLOORS.items():
        wrong = [case for case in found if case.kind == kind]
        caught = sum(case.verdict == "rejected" or (hold and case.verdict == "held") for case in wrong)
        if wrong and Fraction(caught, len(wrong)) < floor:
            yield f"{caught} of {len(wrong)} mistakes of {kind} are {'caught' if hold else 'rejected'}; " + (
                f"at least {float(floor):.0%} must be"
            )


def offenders(found: list[Case]) -> list[Case]:
    """The cases with a verdict that they should not have."""

    def wrong(case: Case) -> bool:
        if case.kind == "right":
            return case.verdict != "kept"
        return case.verdict == "kept" or (case.verdict == "held" and not FLOORS[case.kind][1])

    return [case for case in found if wrong(case)]


def row(code: str, found: list[Case]) -> str:
    """The line of a language in the table."""
    right = [case for case in found if case.kind == "right"]
    verdicts = Counter(case.verdict for case in right)
    cells = [f"{verdicts[verdict]}/{len(right)}" for verdict in ("rejected", "held")]
    for kind in FLOORS:
        counts = Counter(case.verdict for case in found if case.kind == kind)
        cells.append(f"{counts['rejected']}/{counts['held']}/{counts['kept']}")
    alarms = Counter(name.removeprefix("catalogue-") for case in right for name in case.codes)
    said = "".join(f"  {name} {count}" for name, count in sorted(alarms.items()))
    return f"{code:<6}" + "".join(f"{cell:>13}" for cell in cells) + said
