"""Documents that were read in; those out that have to be read again, because what they were read from is not the same.

Sphinx compares times: a file that is newer than the reading. A file that was replaced by an older one, or saved on a
machine whose clock is behind, is not newer and yet another one; and a catalogue that is newer makes Sphinx read every
document of its domain. So we remember how each file looked, and which messages each document asked for.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import traverse_translatable_index

from sphinx_prolo import __version__
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.sentences import sentences
from sphinx_prolo.translation.vetting import VettedDomain, vetted_domain
from sphinx_prolo.words import DOMAIN as LABEL_DOMAIN
from sphinx_prolo.words import OWN_LOCALES

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Look = tuple[int, int, int] | None  # size, time, inode; None where there is no file


class Messages(SphinxTransform):
    """Remembers which messages a document asks its catalogue for."""

    default_priority = 19  # when all sentences are there, and before Locale (20) replaces them

    def apply(self, **_kwargs: Any) -> None:
        asked = {message for _node, message in sentences(self.document)}
        for _node, entries in traverse_translatable_index(self.document):
            asked |= {str(entry[1]) for entry in entries}
            asked |= {part.strip() for entry in entries for part in str(entry[1]).split(";")}
        prolo_domain(self.env).data["messages"][self.env.current_document.docname] = tuple(sorted(asked))


class Freshness:
    """Of one application: how files looked before anything was read."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}

    def outdated(self, _app: Sphinx, env: BuildEnvironment, *_docnames: set[str]) -> list[str]:
        """At ``env-get-outdated``."""
        read = prolo_domain(env).data["read_with"]
        found = []
        for docname in sorted(env.found_docs):
            looks = {path: self._look(env, path) for path in _files(env, docname)}
            if read.get(docname) != (_words(env, docname), looks):
                found.append(docname)
        return found

    def remember(self, app: Sphinx, _doctree: nodes.document) -> None:
        """At ``doctree-read``: with what words and from which files the document was made."""
        env, docname = app.env, app.env.current_document.docname
        looks = {path: self._look(env, path) for path in _files(env, docname)}
        prolo_domain(env).data["read_with"][docname] = _words(env, docname), looks

    def _look(self, env: BuildEnvironment, path: str) -> Look:
        """How a file looks; once and for all, so that a change while we read is one for the next build."""
        if path not in self._looks:
            try:
                found = Path(env.srcdir, path).stat()
            except OSError:
                self._looks[path] = None
            else:
                self._looks[path] = found.st_size, found.st_mtime_ns, found.st_ino
        return self._looks[path]


def _files(env: BuildEnvironment, docname: str) -> list[str]:
    """The files that a document is made of, seen from the source folder."""
    own = env.doc2path(docname, base=False)
    return sorted({str(own), *map(str, env.dependencies.get(docname, ()))})


def _words(env: BuildEnvironment, docname: str) -> str:
    """What a document is translated with: its own messages, the project's words, Sphinx's and ours."""
    vetted = prolo_domain(env).vetted
    asked = prolo_domain(env).data["messages"].get(docname, ())
    words = (vetted.get(name, VettedDomain()).digest for name in (LABEL_DOMAIN, "sphinx"))
    languages = env.config.language, env.config.handout_source_language
    return " ".join((__version__, shipped(*languages), *words, vetted_domain(env, docname).digest_of(asked)))


@functools.cache
def shipped(*languages: str) -> str:
    """Our own words in some languages, in one."""
    total = hashlib.sha256()
    for code in sorted({part for language in languages for part in (language, language.split("_")[0])}):
        for path in sorted((OWN_LOCALES / code).rglob("*.po")):
            total.update(f"{path.relative_to(OWN_LOCALES)}\n".encode() + path.read_bytes())
    return total.hexdigest()[:16]


def setup_freshness(app: Sphinx) -> None:
    freshness = Freshness()
    app.add_transform(Messages)
    app.connect("env-get-outdated", freshness.outdated)
    app.connect("doctree-read", freshness.remember, priority=900)  # when all dependencies are noted
