"""The tree of a handout in, what is wrong with it out: headings, pictures, colours, what lies outside the project.

It is asked when a document has been read, in every language and for every builder, so that a writer hears of it before
anything is printed.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.handout.contrast import ENOUGH, colour, contrast
from sphinx_prolo.handout.outside import outside
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.report import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

DECORATIVE = "decorative"

_FILE_NAME = re.compile(r"[\w./\\-]+\.(png|jpe?g|gif|svg|webp|tiff?|bmp|pdf)", re.IGNORECASE)
_STYLE = re.compile(r"style\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_PAPER, _INK = "#ffffff", "#1a1a1a"


def lint(app: Sphinx, doctree: nodes.document) -> None:
    """At ``doctree-read``: judge a handout."""
    docname = app.env.current_document.docname
    if docname in prolo_domain(app.env).handouts:
        report(app.env, docname, [*headings(doctree), *pictures(doctree), *colours(doctree), *elsewhere(doctree)])


def headings(doctree: nodes.document) -> Iterator[Problem]:
    """One title, and no level left out below it (PDF/UA-1, 7.4.2): people jump from heading to heading."""
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    if len(sections) > 1:
        message = "a handout has one title; this is a second heading of that level: underline it with another character"
        yield _error(sections[1], doctree, "handout-heading", message)
    for rubric in doctree.findall(nodes.rubric):
        level, above = rubric.get("heading-level"), _depth(rubric)
        if level is not None and int(level) > above + 1:
            message = f"this heading of level {level} follows one of level {above}; give it :heading-level: {above + 1}"
            yield _error(rubric, doctree, "handout-heading", message)


def pictures(doctree: nodes.document) -> Iterator[Problem]:
    """Every picture says what it shows, or that it shows nothing (PDF/UA-1, 7.3)."""
    for image in doctree.findall(nodes.image):
        if image.get("uri", "").startswith("data:"):  # drawn by us; described when all is translated
            continue
        alt = image.get("alt", "").strip()
        if DECORATIVE in image["classes"]:
            if alt:
                yield _error(image, doctree, "handout-alt", "a decorative picture has no :alt:; take one of both out")
        elif not alt:
            message = (
                "the picture has no text alternative; say in :alt: what it tells, "
                f"or give it ':class: {DECORATIVE}' if it tells nothing"
            )
            yield _error(image, doctree, "handout-alt", message)
        elif _FILE_NAME.fullmatch(alt) or alt == PurePosixPath(image.get("uri", "")).stem:
            message = f"the text alternative '{alt[:60]}' is the name of a file; say what the picture tells"
            yield _error(image, doctree, "handout-alt", message)


def colours(doctree: nodes.document) -> Iterator[Problem]:
    """Text stands out from its ground by 4.5 to 1 (WCAG 2.2, 1.4.3), where a writer sets colours in raw HTML."""
    for raw in doctree.findall(nodes.raw):
        if "html" not in raw.get("format", "").split():
            continue
        for found in _STYLE.findall(raw.astext()):
            style = dict(_declarations(found[1:-1]))
            ground = style.get("background-color", style.get("background", _PAPER))
            pair = colour(style.get("color", _INK)), colour(ground)
            if {"color", "background", "background-color"} & set(style) and None not in pair:
                ratio = contrast(*pair)  # type: ignore[arg-type]  # neither is None
                if ratio < ENOUGH:
                    message = (
                        f"the colours of this text differ by {ratio:.1f} to 1; take darker ones, at least 4.5 to 1"
                    )
                    yield _error(raw, doctree, "handout-contrast", message)


def elsewhere(doctree: nodes.document) -> Iterator[Problem]:
    """Nothing is fetched: all that is printed is in the project."""
    for node, message in outside(doctree):
        yield _error(node, doctree, "handout-outside", message)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, _colon, value = declaration.partition(":")
        yield name.strip().lower(), value.replace("!important", "").strip()


def _depth(node: nodes.Node) -> int:
    """How many headings stand above a node."""
    depth = 0
    while (parent := node.parent) is not None:
        depth += isinstance(parent, nodes.section)
        node = parent
    return depth


def _error(node: nodes.Node, doctree: nodes.document, code: str, message: str) -> Problem:
    place: nodes.Node | None = node
    while place is not None and place.line is None:
        place = place.parent
    line = None if place is None else place.line
    source = next((found.source for found in (node, place) if found is not None and found.source), None)
    return error(source or doctree["source"], line, code, message)


def setup_lint(app: Sphinx) -> None:
    app.connect("doctree-read", lint)
