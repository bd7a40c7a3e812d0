"""A handout's body and what the environment knows of it in, its sheet for the press out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.handout.page import Furniture, page
from sphinx_prolo.handout.sheet import Sheet, Status
from sphinx_prolo.language import paper, territory
from sphinx_prolo.pdf import PrintJob
from sphinx_prolo.printed import MARK
from sphinx_prolo.status import reasons, review
from sphinx_prolo.words import author, reader

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.pdf import Passage


def make_sheet(env: BuildEnvironment, docname: str, body: str, passages: tuple[Passage, ...]) -> Sheet:
    """The sheet of a handout without errors, in the language of the build."""
    handout = prolo_domain(env).handouts[docname]
    language = reader(env).profile
    found = reasons(env, docname)
    title, source_title = _titles(env, docname)
    furniture = Furniture(
        writer=reader(env),
        author=author(env),
        title=title,
        source_title=source_title,
        version=handout.version,
        published=handout.published,
        review_by=handout.review_by,
        reasons=found,
        paper=_paper(env.config),
        review=review(env, docname),
    )
    content = page(furniture, body)
    name = f"{docname}.{env.config.language}"
    return Sheet(
        docname=docname,
        language=env.config.language,
        bcp47=language.tag,
        edition="standard",
        clinic=None,
        status=Status.DRAFT if found else Status.FINAL,
        reasons=found,
        title=title,
        source_title=source_title,
        version=handout.version,
        published=handout.published,
        review_by=handout.review_by,
        job=PrintJob(name, content.html, content.css, language.tag, passages, created=handout.published),
    )


def _titles(env: BuildEnvironment, docname: str) -> tuple[str, str]:
    """The title as the reader sees it, without the mark of an untranslated one, and in the source language."""
    source = prolo_domain(env).titles.get(docname, "")
    title = env.longtitles.get(docname)
    if title is None:
        return source, source
    title = title.deepcopy()
    for mark in [node for node in title.findall(nodes.inline) if MARK in node["classes"]]:
        mark.parent.remove(mark)
    return title.astext().strip(), source


def _paper(config: Config) -> str:
    """A4 or Letter: as conf.py says, or as the territory of the source language has it."""
    if config.handout_paper != "auto":
        return str(config.handout_paper)
    return paper(territory(config.handout_source_language))
