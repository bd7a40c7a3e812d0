"""A project that was read in one language in, how each of its handouts stands in that language out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sphinx_prolo.domain import Handout, Progress, prolo_domain
from sphinx_prolo.problem import Problem, Severity
from sphinx_prolo.sentences import sentences
from sphinx_prolo.status import Review, reasons, review, standing_problems
from sphinx_prolo.translation.comparison import MESSAGE, REFUSED
from sphinx_prolo.translation.vetting import vetted_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.catalogue import Silence
    from sphinx_prolo.translation.vetting import VettedDomain

Place = tuple[str, int | None]


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """A handout in one language.

    path         the file of the handout
    reasons      why it is a draft (see status.reasons); none for a final
    progress     in messages of the handout; None in the source language
    unfinished   where the messages stand that keep it from being final: rejected, untranslated, fuzzy, held
    problems     errors and warnings of the handout and of its messages
    silences     findings on its messages that a translator has answered
    source       the digest of what was written
    """

    docname: str
    language: str
    path: str
    handout: Handout
    reasons: tuple[str, ...]
    review: Review
    progress: Progress | None
    unfinished: Mapping[str, tuple[Place, ...]]
    problems: tuple[Problem, ...]
    silences: tuple[Silence, ...]
    source: str

    @property
    def status(self) -> str:
        """``final``, ``draft`` or ``withdrawn``."""
        if self.handout.withdrawn:
            return "withdrawn"
        return "draft" if self.reasons else "final"

    @property
    def percent(self) -> int | None:
        """How much is translated, rounded down: 100 means every message."""
        if self.progress is None:
            return None
        return 100 * self.progress.translated // self.progress.total if self.progress.total else 100


def standings(env: BuildEnvironment) -> tuple[Standing, ...]:
    """How the handouts stand, in the order of their names."""
    return tuple(_standing(env, docname) for docname in sorted(prolo_domain(env).handouts))


def _standing(env: BuildEnvironment, docname: str) -> Standing:
    domain, vetted = prolo_domain(env), vetted_domain(env, docname)
    is_translation = env.config.language != env.config.handout_source_language
    messages = dict(_messages(env.get_doctree(docname))) if is_translation else {}
    places = {place for message in messages if (place := _place(vetted, message)) is not None}
    found = (
        *standing_problems(env, docname),
        *(problem for problem in domain.catalogue_problems if (problem.path, problem.line) in places),
    )
    return Standing(
        docname=docname,
        language=env.config.language,
        path=str(env.doc2path(docname)),
        handout=domain.handouts[docname],
        reasons=reasons(env, docname),
        review=review(env, docname),
        progress=domain.progress.get(docname, Progress()) if is_translation else None,
        unfinished=_unfinished(messages, vetted),
        problems=tuple(dict.fromkeys(problem for problem in found if problem.severity is not Severity.NOTE)),
        silences=tuple(silence for silence in vetted.silences if silence.msgid in messages),
        source=domain.source_digests.get(docname, ""),
    )


def _messages(tree: nodes.document) -> Iterator[tuple[str, nodes.Element]]:
    """Each message of a translated document with the node that prints it."""
    for node, message in sentences(tree):
        yield node.get(MESSAGE, message), node


def _place(vetted: VettedDomain, message: str) -> tuple[str, int] | None:
    return vetted.place(message) or vetted.unfinished.get(message)


def _unfinished(messages: Mapping[str, nodes.Element], vetted: VettedDomain) -> dict[str, tuple[Place, ...]]:
    """Where the messages stand that are not as they should be; at their source where no catalogue has them."""
    found: dict[str, list[Place]] = {}
    for message, node in messages.items():
        if node.get("translated"):
            state = "held" if message in vetted.held else ""
        else:
            state = "rejected" if REFUSED in node else vetted.state(message)
        if state:
            place = _place(vetted, message) or (node.source or "", node.line)
            found.setdefault(state, []).append(place)
    return {
        state: tuple(sorted(places, key=lambda place: (place[0], place[1] or 0))) for state, places in found.items()
    }
