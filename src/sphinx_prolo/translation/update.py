"""A project in; its .po files brought up to date with its sources out.

Sphinx's gettext builder extracts the messages, sphinx-intl finds translations for those that changed, and
``catalogue.refresh`` writes, so that nothing of a translator's is lost and a file without news is not touched.
"""

from __future__ import annotations

import dataclasses
import io
import os
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.i18n import docname_to_domain
from sphinx.util.tags import Tags
from sphinx_intl import catalog as intl  # type: ignore[import-untyped]

from sphinx_prolo import catalogue
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.language import UnknownLanguage, profile
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.words import DOMAIN as LABEL_DOMAIN
from sphinx_prolo.words import OWN_LOCALES, is_shipped

if TYPE_CHECKING:
    from collections.abc import Callable

_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]{2,8})*")
# What is wrong with the translations themselves is no reason not to update them.
_OF_TRANSLATIONS = ("catalogue-", "label-", "language-")


@dataclasses.dataclass(frozen=True, slots=True)
class UpdateResult:
    """The files that were written, and what is wrong in the sources or in the files that could not be updated."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def update(srcdir: Path, languages: Sequence[str] = (), domains: Collection[str] | None = None) -> UpdateResult:
    """Bring the .po files of ``languages`` up to date, and make those that are missing.

    languages  as Sphinx writes them; none: ``handout_languages``, or every language that has a catalogue
    domains    the text domains to touch; None: those that hold handouts
    """
    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-") as folder:
        try:
            app = _extract(srcdir, Path(folder).resolve())
            locale_dir = _locale_dir(srcdir)
        except SphinxError as fault:
            message = f"the messages could not be extracted: {' '.join(str(fault).split())}"
            return UpdateResult((), (error(str(srcdir), None, "catalogue-extract", message),))
        problems = _standing(app)
        if any(problem.is_error and not problem.code.startswith(_OF_TRANSLATIONS) for problem in problems):
            return UpdateResult((), problems)  # sentences are missing; their translations must not be put away
        wanted, refused = _languages(app, locale_dir, languages)
        result = _update(app, locale_dir, wanted, handout_domains(app) if domains is None else domains)
    return dataclasses.replace(result, problems=(*problems, *refused, *result.problems))


def handout_domains(app: Sphinx) -> Collection[str] | None:
    """The text domains in which handouts are translated; None if the project does not use our extension."""
    if not app.registry.has_domain("prolo"):
        return None
    handouts = prolo_domain(app.env).handouts
    return {docname_to_domain(docname, app.config.gettext_compact) for docname in handouts}


def _extract(srcdir: Path, folder: Path) -> Sphinx:
    """Run the gettext builder; the templates are in its outdir. Raises SphinxError."""
    with patch_docutils(srcdir), docutils_namespace():
        app = Sphinx(
            srcdir,
            confdir=srcdir,
            outdir=folder / "gettext",
            doctreedir=folder / "doctrees",
            buildername="gettext",
            status=None,
            warning=io.StringIO(),
            freshenv=True,
        )
        app.build(force_all=True)
    return app


def _locale_dir(srcdir: Path) -> Path:
    """The project's own locale folder; once a build runs, the configuration points at the vetted catalogues instead."""
    folders = Config.read(srcdir, overrides={}, tags=Tags()).locale_dirs
    return Path(os.path.normpath(srcdir / (folders[0] if folders else "locales")))


def _standing(app: Sphinx) -> tuple[Problem, ...]:
    return prolo_domain(app.env).problems() if app.registry.has_domain("prolo") else ()


def _languages(app: Sphinx, locale_dir: Path, asked: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """The languages to update, and a problem for each that cannot be one."""
    source = getattr(app.config, "handout_source_language", app.config.language)
    found = asked or getattr(app.config, "handout_languages", ()) or sorted(_present(locale_dir))
    wanted: list[str] = []
    problems: list[Problem] = []
    for code in dict.fromkeys(found):
        if not _LANGUAGE.fullmatch(code):
            text = f"'{code}' is not the code of a language; write it as Sphinx does, like es or pt_BR"
            problems.append(error(str(locale_dir), None, "catalogue-language", text))
        elif code != source:
            wanted.append(code)
        elif asked:
            text = f"the sources are written in '{code}', which needs no catalogue; choose another language"
            problems.append(error(str(locale_dir), None, "catalogue-language", text))
    return wanted, problems


def _present(locale_dir: Path) -> Iterator[str]:
    """The languages that have a catalogue."""
    for folder in locale_dir.glob("*/LC_MESSAGES"):
        if any(folder.rglob("*.po")):
            yield folder.parent.name


def _update(app: Sphinx, locale_dir: Path, languages: Iterable[str], domains: Collection[str] | None) -> UpdateResult:
    written: list[Path] = []
    problems: list[Problem] = []
    place = _placing(app)
    for language in languages:
        for domain, pot in _templates(app, locale_dir, language, domains):
            po = locale_dir / language / "LC_MESSAGES" / f"{domain}.po"
            found = _suggestions(po, pot, Path(app.doctreedir))
            refreshed = catalogue.refresh(po, pot, language=language, suggestions=found, place=place)
            problems += (problem for problem in refreshed.problems if problem not in problems)
            if refreshed.written:
                written.append(po)
    return UpdateResult(tuple(written), tuple(problems))


def _templates(
    app: Sphinx, locale_dir: Path, language: str, domains: Collection[str] | None
) -> Iterator[tuple[str, Path]]:
    """The templates of a language: those of the project's domains, and our own words if we do not ship them."""
    for pot in sorted(Path(app.outdir).rglob("*.pot")):
        domain = pot.relative_to(app.outdir).with_suffix("").as_posix()
        if domains is None or domain in domains:
            yield domain, pot
    if _is_known(language) and (
        not is_shipped(language) or Path(locale_dir, language, "LC_MESSAGES", f"{LABEL_DOMAIN}.po").exists()
    ):
        yield LABEL_DOMAIN, OWN_LOCALES / f"{LABEL_DOMAIN}.pot"


def _is_known(language: str) -> bool:
    try:
        profile(language)
    except UnknownLanguage:
        return False
    return True


def _suggestions(po: Path, pot: Path, folder: Path) -> Path | None:
    """A catalogue in which sphinx-intl has found translations for new msgids; None if there is nothing to find."""
    if not po.exists():
        return None
    old, template = catalogue.read(po).catalogue, catalogue.read(pot).catalogue
    if old is None or template is None:
        return None
    known = {message.key for message in (*old.messages, *old.obsolete)}
    if all(message.key in known for message in template.messages):
        return None
    catalogue.simplify(old, folder / "old.po")
    catalogue.simplify(template, folder / "new.pot")
    found = intl.load_po(str(folder / "old.po"))
    intl.update_with_fuzzy(found, intl.load_po(str(folder / "new.pot")))
    intl.dump_po(str(folder / "found.po"), found)
    return folder / "found.po"


def _placing(app: Sphinx) -> Callable[[str], str]:
    """Makes places relative to the source folder; Sphinx has them relative to its outdir, which is temporary."""

    def place(found: str) -> str:
        name, colon, line = found.rpartition(":")
        path = os.path.normpath(Path(app.outdir, name if colon else found))
        try:
            relative = os.path.relpath(path, app.srcdir)
        except ValueError:  # on another drive
            relative = path
        return Path(relative).as_posix() + colon + (line if colon else "")

    return place
