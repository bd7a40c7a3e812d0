"""A language in; its sheets to the press, and the problems of reading out."""

from __future__ import annotations

import contextlib
import dataclasses
import gettext
import shutil
import tempfile
import traceback
from typing import TYPE_CHECKING, Any, cast

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.handout.editions import STANDARD
from sphinx_prolo.handout.stationery import NEUTRAL
from sphinx_prolo.press.garbage import seldom
from sphinx_prolo.press.hearing import Hearing
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.sentences import undescribed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.handout.builder import HandoutBuilder
    from sphinx_prolo.handout.editions import SourceTexts
    from sphinx_prolo.handout.sheet import Press
    from sphinx_prolo.handout.stationery import Stationery


_MANY = 200  # documents, a tenth of a megabyte each


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """How it went; ``complete`` is false when Sphinx gave up, and then nothing is known of the handouts.

    days       the days of review of the handouts
    withdrawn  the handouts of which nothing is printed
    """

    complete: bool
    problems: tuple[Problem, ...]
    days: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """What was said to Sphinx besides the folders: another folder with conf.py, one for trees, -D values, -t tags."""

    confdir: Path
    doctreedir: Path
    overrides: dict[str, Any]
    tags: tuple[str, ...]


def read_language(
    srcdir: Path,
    outdir: Path,
    language: str,
    press: Press,
    look: Callable[[BuildEnvironment], Iterable[Problem]] | None = None,
    *,
    editions: tuple[str, ...] = (STANDARD,),
    stationery: Stationery = NEUTRAL,
    sources: SourceTexts | None = None,
    setting: Setting | None = None,
) -> Reading:
    """Run Sphinx over a project in one language. Sphinx knows one language at a time, in a process.

    ``look`` finds more problems in what was read; ``editions`` are made of each handout, on the ``stationery``;
    ``sources`` keeps what is read in the source language, and is asked for it when another language is read.
    """
    hearing = Hearing(srcdir)
    _forget_translations()
    setting = setting or Setting(srcdir, outdir / ".doctrees" / language, {}, ())
    try:
        with _whole(setting.doctreedir) as whole, _room_for_sphinx(srcdir):
            app = _application(srcdir, outdir, language, setting, hearing)
            builder = cast("HandoutBuilder", app.builder)
            builder.press, builder.editions, builder.stationery = press, editions, stationery
            builder.sources = builder.sources if sources is None else sources
            app.connect("env-check-consistency", lambda *_: whole())
            app.connect("source-read", _spare_memory)
            app.build()
            domain = prolo_domain(app.env)
            standing = domain.problems()
            remarks = () if look is None else tuple(look(app.env))
    except Exception as failed:
        return Reading(complete=False, problems=(*hearing.news(), _stop(srcdir, language, failed)))
    handouts = domain.handouts
    return Reading(
        complete=True,
        problems=(*standing, *hearing.news(standing), *remarks),
        days=tuple(sorted({handout.review_by for handout in handouts.values()})),
        withdrawn=tuple(sorted(docname for docname, handout in handouts.items() if handout.withdrawn)),
    )


def _application(srcdir: Path, outdir: Path, language: str, setting: Setting, hearing: Hearing) -> Sphinx:
    return Sphinx(
        srcdir,
        confdir=setting.confdir,
        outdir=outdir,
        doctreedir=setting.doctreedir,
        buildername="handout",
        confoverrides=setting.overrides | {"language": language},
        status=None,
        warning=hearing,
        tags=setting.tags,
    )


@contextlib.contextmanager
def _room_for_sphinx(srcdir: Path) -> Iterator[None]:
    """What Sphinx's own command puts around a build, and what makes it quick."""
    with patch_docutils(srcdir), docutils_namespace(), seldom(), undescribed():
        yield


@contextlib.contextmanager
def _whole(doctrees: Path) -> Iterator[Callable[[], None]]:
    """Read everything anew when the reading before did not come to its end.

    Sphinx writes each document as it is read, and what it knows of all of them at the end. A process that is killed in
    between leaves documents behind that are not what the environment thinks they are. What is handed out is to be
    called when that is written.
    """
    begun = doctrees / ".begun"
    if begun.exists():
        shutil.rmtree(doctrees, ignore_errors=True)
    doctrees.mkdir(parents=True, exist_ok=True)
    begun.touch()

    def whole() -> None:
        begun.unlink(missing_ok=True)

    yield whole
    whole()


def _spare_memory(app: Sphinx, _docname: str, _content: list[str]) -> None:
    """Sphinx keeps each document that it reads until it is written; where they are very many, it loads them again."""
    kept = app.env._write_doc_doctree_cache
    if len(kept) >= _MANY:
        kept.clear()


def _forget_translations() -> None:
    """Read catalogues anew: Sphinx would add them to those of the language before, and gettext reads no file twice."""
    sphinx.locale.translators.clear()
    gettext._translations.clear()  # type: ignore[attr-defined]  # it has no public name


def _stop(srcdir: Path, language: str, failed: Exception) -> Problem:
    """One sentence about what stopped Sphinx; where it is not a mistake that we know, the way to the traceback."""
    origin = getattr(failed, "orig_exc", None)  # of an error in an extension
    system = next((each for each in (failed, origin) if isinstance(each, OSError) and each.strerror), None)
    if system is not None:
        cause = f"{system.strerror}: {system.filename or 'see to room and permissions'}"
    elif isinstance(failed, SphinxError):
        cause = f"{failed.category}: {failed}"
    else:
        cause = f"{type(failed).__name__}: {failed}; if conf.py is in order, report this with {_traceback(failed)}"
    message = " ".join(f"the handouts in {language} could not be read: {cause}".split())
    return error(str(srcdir / "conf.py"), None, "handout-stopped", message)


def _traceback(failed: Exception) -> str:
    """Keep a traceback out of the user's sight, but not out of his reach."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="sphinx-prolo-", suffix=".log", delete=False) as log:
        traceback.print_exception(failed, file=log)
    return log.name
