"""The names of people who have read a handout in, their signature in the review ledger out; or why not."""

from __future__ import annotations

import dataclasses
import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import reviews
from sphinx_prolo.clock import today
from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.project import Project, read_project
from sphinx_prolo.press.reading import read_language
from sphinx_prolo.press.refusals import find, unsigned, unusable
from sphinx_prolo.press.result import CheckResult, NoPress, each_once
from sphinx_prolo.printed import printed_digest
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.translation.standing import Standing, standings

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclasses.dataclass(frozen=True, slots=True)
class Approval:
    """What is to be signed: a handout, as its docname or its file; by a clinician the source, or by a translator and a
    reviser its translation into ``language``. ``date`` is None for today.
    """

    handout: str
    clinician: str | None = None
    language: str | None = None
    translator: str | None = None
    reviser: str | None = None
    date: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ApprovalResult(CheckResult):
    """What was signed: by the signature in ``ledger``. Without a signature the problems say why."""

    docname: str = ""
    language: str = ""
    title: str = ""
    signature: reviews.Signature | None = None
    ledger: Path | None = None


def approve(srcdir: Path, approval: Approval, *, progress: Progress | None = None) -> ApprovalResult:
    """Sign a handout, unless anything stands against it."""
    srcdir, progress = srcdir.resolve(), progress or Progress()
    project = read_project(srcdir)
    if isinstance(project, Problem):
        return ApprovalResult((project,))
    language = approval.language or project.source_language
    ledger = reviews.ledger_path(project.locale_dirs, language)
    if ledger is None:
        message = "signatures are kept in the folders of locale_dirs, and there is none; set locale_dirs"
        return ApprovalResult((error(project.conf, None, "handout-config", message),))
    names, problems = _names(approval, language, project, str(ledger))
    if problems:
        return ApprovalResult(problems)
    seen = _look(srcdir, project, approval, progress)
    if seen.problems:
        return ApprovalResult(each_once(seen.problems))
    standing = seen.standings[-1]
    signature = reviews.Signature(
        **names,
        date=approval.date or today(),
        version=standing.handout.version,
        source=standing.source,
        printed=seen.printed,
    )
    wrong = reviews.put(ledger, standing.docname, signature)
    if wrong:
        return ApprovalResult(wrong)
    return ApprovalResult((), standing.docname, language, seen.title, signature, ledger)


def _names(
    approval: Approval, language: str, project: Project, ledger: str
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The names by role as they will be kept, or what is wrong with names, date and language."""
    names: dict[str, str] = {}
    problems: list[Problem] = []
    if approval.language is not None and language == project.source_language:
        message = f"'{language}' is the source language; its text is signed by a clinician, with --clinician NAME"
        problems.append(error(ledger, None, "reviews-role", message))
    for role in ("clinician", "translator", "reviser"):
        name = getattr(approval, role)
        if name is not None:
            try:
                names[role] = reviews.clean(name)
            except reviews.NotANameError as wrong:
                problems.append(error(ledger, None, "reviews-name", f"the name of the {role} {wrong}"))
    if "translator" in names and "reviser" in names and reviews.same_person(names["translator"], names["reviser"]):
        problems.append(error(ledger, None, "reviews-same-person", reviews.SAME_PERSON))
    if approval.date is not None and approval.date > today():
        message = f"{approval.date} is in the future (today is {today()}); sign with the day on which it was read"
        problems.append(error(ledger, None, "reviews-future", message))
    return names, tuple(problems)


@dataclasses.dataclass
class _Seen:
    """What was seen of the handout: in the source language, then in that of the translation."""

    standings: list[Standing] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    printed: str = ""
    title: str = ""


def _look(srcdir: Path, project: Project, approval: Approval, progress: Progress) -> _Seen:
    """Read the project in the language that is signed, after that of the source, and stop at what stands against it."""
    seen = _Seen()
    languages, wrong = choose(project, [approval.language] if approval.language else [project.source_language])
    if wrong:
        seen.problems += wrong
        return seen
    source_alone = approval.language is None

    def look(env: BuildEnvironment) -> Sequence[Problem]:
        every = {standing.docname: standing for standing in standings(env)}
        standing = find(approval.handout, every, srcdir)
        if isinstance(standing, Problem):
            seen.problems.append(standing)
            return ()
        seen.standings.append(standing)
        is_source = env.config.language == project.source_language
        found = list(unusable(standing)) if source_alone or not is_source else list(unsigned(standing, project))
        if not found:
            seen.printed = printed_digest(env, standing.docname)
            seen.title = env.titles[standing.docname].astext()
        seen.problems += found
        return ()

    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-") as folder:
        for language in dict.fromkeys((project.source_language, *languages)):
            progress.reading(language)
            reading = read_language(srcdir, Path(folder), language, NoPress(), look)
            if not reading.complete:
                seen.problems += reading.problems
            if seen.problems:
                break
    return seen
