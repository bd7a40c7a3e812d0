"""``.. source-list::`` the sources that a document uses in, a list that says what each is and what it would gain out.

What a document uses is known when all of it is read, so the directive leaves a place and a transform fills it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives as options
from sphinx.transforms import SphinxTransform

from sphinx_prolo.directives.citations import Citation, Numbered, citations, numbered_sources
from sphinx_prolo.directives.parts import bullets, foreign, heading, label, link, paragraph, value
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.facts import Interest, SourceKind
from sphinx_prolo.language import profile
from sphinx_prolo.problem import error, warning
from sphinx_prolo.report import report
from sphinx_prolo.words import reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.facts import Source
    from sphinx_prolo.language import Writer
    from sphinx_prolo.problem import Problem

_KEY = "prolo-source-lists"

_KINDS = {
    SourceKind.GUIDELINE: "Guideline",
    SourceKind.SYSTEMATIC_REVIEW: "Systematic review",
    SourceKind.TRIAL: "Clinical trial",
    SourceKind.PROFESSIONAL_SITE: "Website for professionals",
    SourceKind.CLINIC_SITE: "Website of a clinic",
    SourceKind.BLOG: "Blog",
    SourceKind.WEB_PAGE: "Web page",
}
_STRENGTH = list(SourceKind)

# Interest -> label and its context.
_INTERESTS = {
    Interest.NONE: ("Does not sell this treatment", "source"),
    Interest.SELLS_TREATMENT: ("Sells this treatment", ""),
    Interest.UNKNOWN: ("Not known whether it sells this treatment", "source"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """Where a list will stand, and what it holds whether or not it is used."""

    holder: nodes.container
    always: tuple[Numbered, ...]
    path: str
    line: int


class SourceListDirective(FactsDirective[Any]):
    """The sources used in the document, strongest kind first; with ``:all:`` every source of the facts."""

    section = "source-list"
    has_content = False
    option_spec: ClassVar = {"all": options.flag}

    def run(self) -> list[nodes.Node]:
        found = self.find()
        if found is None:
            return []
        holder = nodes.container(classes=["prolo-source-list"])
        always = tuple(numbered_sources(found).values()) if "all" in self.options else ()
        _places(self.env).append(_Place(holder, always, *self.get_source_info()))
        return [holder]


class SourceLists(SphinxTransform):
    """Fills the lists of a document, and judges whether each footnote leads to one source of them."""

    default_priority = 10  # before Locale (20): all that a list holds is in the reader's language already

    def apply(self, **_kwargs: Any) -> None:
        places, cited = _places(self.env), citations(self.env)
        report(self.env, self.env.current_document.docname, _judge(places, cited))
        used = [citation.numbered for citation in cited]
        is_numbered = any(citation.is_footnote for citation in cited)
        writer = reader(self.env)
        for place in places:
            wanted = list(dict.fromkeys([*place.always, *used]))
            if wanted:
                place.holder.extend(_list(writer, self._language, wanted, is_numbered))
            else:
                place.holder.parent.remove(place.holder)

    @property
    def _language(self) -> str:
        return profile(self.config.handout_source_language).tag


def _places(env: BuildEnvironment) -> list[_Place]:
    return cast("list[_Place]", env.current_document.setdefault(_KEY, []))


def _judge(places: Sequence[_Place], cited: Sequence[Citation]) -> Iterator[Problem]:
    footnotes = [citation for citation in cited if citation.is_footnote]
    if footnotes and not places:
        first = footnotes[0]
        message = "the numbers of ':sources: footnote' lead nowhere; add '.. source-list::' at the end of the document"
        yield warning(first.path, first.line, "handout-no-source-list", message)
    seen: dict[int, Source] = {}
    for citation in footnotes:
        number, source = citation.numbered.number, citation.numbered.source
        if seen.setdefault(number, source) != source:
            message = (
                f"the footnote {number} stands for '{source.short}' here and for '{seen[number].short}' elsewhere in "
                "the document, because they are of different facts files; use ':sources: show' here"
            )
            yield error(citation.path, citation.line, "handout-source-number", message)
    for place in places:
        if not place.always and not cited:
            message = "the document names no source yet; add directives that do, or ':all:' for those of the facts"
            yield warning(place.path, place.line, "handout-source-list-empty", message)


def _list(writer: Writer, language: str, wanted: Iterable[Numbered], is_numbered: bool) -> list[nodes.Node]:
    ordered = sorted(wanted, key=lambda one: (_STRENGTH.index(one.source.kind), one.number))
    entries = [[_entry(writer, language, numbered, is_numbered)] for numbered in ordered]
    title = heading(writer.labels.text("Sources" if len(entries) > 1 else "Source"), "prolo-sources-heading")
    return [title, bullets(entries, "prolo-sources")]


def _entry(writer: Writer, language: str, numbered: Numbered, is_numbered: bool) -> nodes.paragraph:
    """Short name and title of a source, then what it is, all in one line; its number in front if footnotes use it."""
    source = numbered.source
    title = foreign(source.title)
    title["classes"].append(f"language-{(source.language or language).lower()}")
    name: list[nodes.Node] = [value(writer.number(numbered.number)), nodes.Text(" ")] if is_numbered else []
    if source.short != source.title:
        short = foreign(source.short)
        short["classes"].append("prolo-key")
        name += [short, nodes.Text(" · ")]
    rest = [piece for one in _particulars(writer, source) for piece in (nodes.Text(" · "), one)]
    return paragraph(*name, title, *rest)


def _particulars(writer: Writer, source: Source) -> Iterator[nodes.Node]:
    text = writer.labels.text
    if source.publisher is not None:
        yield foreign(source.publisher)
    yield label(text(_KINDS[source.kind], "source"))
    for word, day in (("Published", source.date), ("Read on", source.accessed)):
        if day is not None:
            yield value(writer.labelled(text(word, "source"), writer.date(day)))
    if source.url is not None:
        yield link(source.url, source.url)
    yield label(text(*_INTERESTS[source.interest]), f"prolo-{source.interest}")


def setup_source_list(app: Sphinx) -> None:
    app.add_directive("source-list", SourceListDirective)
    app.add_transform(SourceLists)
