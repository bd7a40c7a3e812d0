"""The project's catalogues in, the vetted catalogues that Sphinx sees out, before Sphinx reads anything.

At ``config-inited`` every .po of the language is read and judged, and what passes is written below the doctree folder;
``locale_dirs`` is pointed there. No other catalogue reaches Sphinx, its own ``sphinx.po`` included.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx.locale
from sphinx.util.i18n import docname_to_domain

from sphinx_prolo import catalogue
from sphinx_prolo.config import check_config
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.language import LABELS, UnknownLanguage, lexicon, profile
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.report import log
from sphinx_prolo.translation.catalogues import catalogues
from sphinx_prolo.translation.doors import close_doors
from sphinx_prolo.translation.glossaries import glossary
from sphinx_prolo.words import DOMAIN as LABEL_DOMAIN
from sphinx_prolo.words import writer

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

FOLDER = "vetted"

Key = tuple[str | None, str]  # context, msgid


@dataclasses.dataclass(frozen=True, slots=True)
class VettedDomain:
    """What became of the messages of one text domain: where the kept ones stand, which were rejected or fuzzy.

    ``digest`` names the content that Sphinx sees, ``said`` what it sees of each message (translation/freshness.py).
    ``held`` are kept, and a person has to look at them; ``unfinished`` says where those stand that are not kept.
    """

    digest: str = ""
    places: Mapping[str, tuple[str, int]] = dataclasses.field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    fuzzy: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    unfinished: Mapping[str, tuple[str, int]] = dataclasses.field(default_factory=dict)
    silences: tuple[catalogue.Silence, ...] = ()
    said: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def digest_of(self, msgids: Iterable[str]) -> str:
        """The content that a document of these messages sees."""
        seen = [(msgid, self.said.get(msgid, "")) for msgid in msgids]
        return hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).hexdigest()

    def place(self, msgid: str) -> tuple[str, int] | None:
        """The file and line of a message that was kept."""
        return self.places.get(msgid)

    def state(self, msgid: str) -> str:
        """Why a message is not translated: rejected, fuzzy or missing."""
        if msgid in self.rejected:
            return "rejected"
        return "fuzzy" if msgid in self.fuzzy else "missing"


def vetted_domain(env: BuildEnvironment, docname: str) -> VettedDomain:
    """The vetted text domain from which a document is translated."""
    name = docname_to_domain(docname, env.config.gettext_compact)
    return prolo_domain(env).vetted.get(name, VettedDomain())


def forget_domain(app: Sphinx, docname: str, _source: list[str]) -> None:
    """At ``source-read``: Sphinx adds the catalogue of a domain once more for each document, and asks them all."""
    domain = docname_to_domain(docname, app.config.gettext_compact)
    sphinx.locale.translators.pop(("general", domain), None)


class Vetting:
    """Vets the catalogues of one application; its result reaches the domain when the environment stands."""

    def __init__(self) -> None:
        self.domains: dict[str, VettedDomain] = {}
        self.rules: dict[str, str] = {}
        self.problems: list[Problem] = []

    def vet(self, app: Sphinx, config: Config) -> None:
        """At ``config-inited``: vet, write, and let Sphinx see only what was written."""
        self.problems += [*check_config(config), *close_doors(config, Path(app.confdir))]
        folder = Path(app.doctreedir, FOLDER)
        kept: dict[str, dict[Key, catalogue.Message]] = {}
        if config.language != config.handout_source_language:
            files, left_out = catalogues(Path(app.srcdir), config)
            terms, mistakes = glossary(Path(app.confdir), config)
            self.problems += [*left_out, *mistakes]
            kept = {domain: self._vet_domain(domain, paths, config, terms) for domain, paths in files.items()}
        catalogue.write_vetted(
            {domain: list(messages.values()) for domain, messages in kept.items()}, folder, config.language, self.rules
        )
        project_words = Path(app.srcdir, *config.locale_dirs[:1], config.language, "LC_MESSAGES", f"{LABEL_DOMAIN}.po")
        config.locale_dirs = [os.path.relpath(folder, app.srcdir)]
        _forget_translations()
        _reload_own_words(app, folder)
        self.problems += _missing_labels(config, folder, os.path.normpath(project_words))
        log(self.problems)

    def attach(self, app: Sphinx) -> None:
        """At ``builder-inited``: leave the result where transforms and builders find it."""
        domain = prolo_domain(app.env)
        domain.vetted = self.domains
        domain.catalogue_problems = tuple(self.problems)

    def _vet_domain(
        self, domain: str, paths: Sequence[Path], config: Config, terms: catalogue.Glossary | None
    ) -> dict[Key, catalogue.Message]:
        """Vet the files of a domain; the later ones win."""
        made = _Domain()
        for path in paths:
            reading = catalogue.read(path)
            self.problems += reading.problems
            if reading.catalogue is None:
                continue
            vetted = catalogue.vet(
                reading.catalogue,
                str(path),
                language=config.language,
                source_language=config.handout_source_language,
                lexicon=lexicon(config.language),
                source_lexicon=lexicon(config.handout_source_language),
                glossary=terms,
            )
            self.problems += vetted.problems
            if self.rules.setdefault(domain, reading.catalogue.plural_rule) != reading.catalogue.plural_rule:
                # A file has one plural rule; by it, forms of the more general language would be picked wrongly.
                made.drop(key for key, message in list(made.kept.items()) if message.plural is not None)
                self.rules[domain] = reading.catalogue.plural_rule
            made.add(vetted, str(path))
        self.domains[domain] = made.result()
        return made.kept


class _Domain:
    """What becomes of the messages of a domain, file by file."""

    def __init__(self) -> None:
        self.kept: dict[Key, catalogue.Message] = {}
        self.places: dict[str, tuple[str, int]] = {}
        self.rejected: set[str] = set()
        self.fuzzy: set[str] = set()
        self.held: set[str] = set()
        self.unfinished: dict[str, tuple[str, int]] = {}
        self.silences: list[catalogue.Silence] = []

    def drop(self, keys: Iterable[Key]) -> None:
        for key in keys:
            del self.kept[key]

    def add(self, vetted: catalogue.Vetted, path: str) -> None:
        """The judgement on one more file, which overrules those before it."""
        said_anew = {message.msgid for message in (*vetted.messages, *vetted.rejected)}
        self.held = (self.held - said_anew) | {message.msgid for message in vetted.held}
        self.silences = [silence for silence in self.silences if silence.msgid not in said_anew]
        self.silences += vetted.silences
        self.kept |= {message.key: message for message in vetted.messages}
        self.places |= {message.msgid: (path, message.line) for message in vetted.messages}
        self.fuzzy |= {message.msgid for message in vetted.fuzzy}
        for message in (*vetted.untranslated, *vetted.fuzzy, *vetted.rejected):
            self.unfinished[message.msgid] = path, message.line
        for message in vetted.rejected:  # nor does the general language stand in for a regional mistake
            self.rejected.add(message.msgid)
            self.kept.pop(message.key, None)

    def result(self) -> VettedDomain:
        printed = {message.msgid for message in self.kept.values()}
        rejected, fuzzy = frozenset(self.rejected - printed), frozenset(self.fuzzy - printed)
        held = frozenset(self.held & printed)
        texts = sorted((str(key), message.msgstr) for key, message in self.kept.items())
        decided = repr((texts, sorted(rejected), sorted(fuzzy), sorted(held)))
        digest = hashlib.sha256(decided.encode("utf-8", "surrogatepass")).hexdigest()
        return VettedDomain(
            digest,
            self.places,
            rejected,
            fuzzy,
            held,
            silences=tuple(self.silences),
            unfinished=self.unfinished,
            said=self._said(rejected, fuzzy, held),
        )

    def _said(self, rejected: frozenset[str], fuzzy: frozenset[str], held: frozenset[str]) -> dict[str, str]:
        """What is printed of each message, and how it stands."""
        said = dict.fromkeys(rejected, "rejected") | dict.fromkeys(fuzzy - rejected, "fuzzy")
        for key, message in sorted(self.kept.items(), key=str):
            mark = " held" if message.msgid in held else ""
            said[message.msgid] = f"{said.get(message.msgid, '')} {key[0]!r} {message.msgstr!r}{mark}"
        return said


def _forget_translations() -> None:
    """Forget the catalogues of another application in this process.

    Sphinx keeps the translator of a domain and only adds to it, so that a second language in one process would print
    sentences of the first.
    """
    for key in [key for key in sphinx.locale.translators if key[0] == "general"]:
        del sphinx.locale.translators[key]


def _reload_own_words(app: Sphinx, folder: Path) -> None:
    """Load Sphinx's own catalogue again from vetted folders: it was read from the project's before we were loaded."""
    shipped = Path(sphinx.locale.__file__).parent
    app.translator, _found = sphinx.locale.init([folder, shipped], app.config.language)


def _missing_labels(config: Config, folder: Path, place: str) -> Iterable[Problem]:
    """One problem for the labels that the language lacks: English must not stand in for them in silence."""
    try:
        profile(config.language)
    except UnknownLanguage as fault:
        return [error("conf.py", None, "language-unknown", str(fault))]
    labels = writer(config.language, (folder,)).labels
    missing = [
        label.msgid for label in LABELS if not label.optional and not labels.find(label.msgid, context=label.context)
    ]
    if not missing or config.language.split("_")[0] == "en":
        return []
    examples = ", ".join(f"'{msgid}'" for msgid in missing[:3])
    message = (
        f"{len(missing)} of our own words are not translated into '{config.language}' ({examples}…); "
        f"run 'sphinx-prolo update -l {config.language}' and translate them in {LABEL_DOMAIN}.po"
    )
    return [error(place, None, "label-missing", message)]


def setup_vetting(app: Sphinx) -> None:
    vetting = Vetting()
    app.connect("config-inited", vetting.vet, priority=400)  # before extensions that read locale_dirs
    app.connect("builder-inited", vetting.attach, priority=100)  # before anyone asks the domain
    app.connect("source-read", forget_domain)
