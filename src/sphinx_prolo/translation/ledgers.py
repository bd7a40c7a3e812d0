"""The review ledgers of a build's language and of the source in; who signed what, where status and pages find it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import reviews
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.report import log
from sphinx_prolo.status import spoken

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


class Ledgers:
    """Reads the ledgers of one application."""

    def __init__(self) -> None:
        self.source = reviews.LedgerReading()
        self.translation = reviews.LedgerReading()

    def read(self, app: Sphinx, config: Config) -> None:
        """At ``config-inited``, as long as ``locale_dirs`` are those of the project."""
        folders = [Path(app.srcdir, folder) for folder in config.locale_dirs]
        self.source = _read(folders, config.handout_source_language, of_source=True)
        if config.language != config.handout_source_language:
            self.translation = _read(folders, config.language, of_source=False)
        log((*self.source.problems, *self.translation.problems))

    def attach(self, app: Sphinx) -> None:
        """At ``builder-inited``: leave them where status and pages look."""
        domain = prolo_domain(app.env)
        domain.source_ledger, domain.ledger = self.source, self.translation
        domain.catalogue_problems += (*self.source.problems, *self.translation.problems)
        domain.reviews.clear()


def _read(folders: list[Path], language: str, *, of_source: bool) -> reviews.LedgerReading:
    path = reviews.ledger_path(folders, language)
    return reviews.LedgerReading() if path is None else reviews.read(path, of_source=of_source)


def forget(_app: Sphinx, env: BuildEnvironment, *_args: object) -> None:
    """At ``env-before-read-docs``: what was found of the documents before they were read again."""
    prolo_domain(env).reviews.clear()


def renew(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """At ``env-get-updated``: the handouts whose pages say something else of their status than when they were written.

    Signing changes no document, nor does a review date that passes; yet a page must not go on saying "final".
    """
    builder, changed = app.builder.name, []
    if builder in ("handout", "gettext"):  # writes all each time; writes no pages
        return []
    said = prolo_domain(env).data["said"]
    for docname in prolo_domain(env).handouts:
        now = spoken(env, docname)
        before = said.setdefault(docname, {})
        if before.get(builder) != now:
            before[builder] = now
            changed.append(docname)
    return changed


def setup_ledgers(app: Sphinx) -> None:
    ledgers = Ledgers()
    app.connect("config-inited", ledgers.read, priority=390)  # before vetting points locale_dirs elsewhere
    app.connect("builder-inited", ledgers.attach, priority=110)  # after vetting has left its problems
    app.connect("env-before-read-docs", forget)
    app.connect("env-get-updated", renew, priority=900)  # after Sphinx has numbered sections and figures
