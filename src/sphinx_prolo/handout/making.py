"""A handout's body and what the environment knows of it in, its sheet for the press out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.handout.editions import STANDARD, HandoutText
from sphinx_prolo.handout.letterhead_blocks import blocks
from sphinx_prolo.handout.page import Furniture, page
from sphinx_prolo.handout.sheet import Sheet, Status
from sphinx_prolo.handout.stationery import families
from sphinx_prolo.language import paper, territory
from sphinx_prolo.pdf import PrintJob
from sphinx_prolo.pdf.further import FontFile, needed
from sphinx_prolo.printed import MARK
from sphinx_prolo.status import reasons, review
from sphinx_prolo.words import author, reader

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.handout.letterhead import Letterhead


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """How a handout is printed: in which edition, with whose letterhead, with which fonts besides ours."""

    edition: str = STANDARD
    letterhead: Letterhead | None = None
    fonts: tuple[FontFile, ...] = ()


def make_sheet(env: BuildEnvironment, docname: str, setting: Setting, text: HandoutText) -> Sheet:
    """The sheet of a handout without errors, in the language of the build."""
    handout = prolo_domain(env).handouts[docname]
    language = reader(env).profile
    found = reasons(env, docname)
    title, source_title = _titles(env, docname)
    clinic = setting.letterhead
    said = text.passages if clinic is None else (*text.passages, *clinic.texts)
    fonts = needed(setting.fonts, "".join([text.body, title, source_title, *(passage.text for passage in said)]))
    furniture = Furniture(
        edition=setting.edition,
        letterhead=blocks(setting.letterhead, reader(env), docname),
        families=families(language.fonts, fonts),
        writer=reader(env),
        author=author(env),
        title=title,
        source_title=source_title,
        version=handout.version,
        published=handout.published,
        review_by=handout.review_by,
        reasons=found,
        paper=_paper(env.config, setting.letterhead),
        review=review(env, docname),
    )
    return Sheet(
        docname=docname,
        language=env.config.language,
        bcp47=language.tag,
        edition=setting.edition,
        clinic=None if clinic is None else clinic.id,
        status=Status.DRAFT if found else Status.FINAL,
        reasons=found,
        title=title,
        source_title=source_title,
        version=handout.version,
        published=handout.published,
        review_by=handout.review_by,
        job=_job(furniture, setting, docname, dataclasses.replace(text, passages=said), fonts),
    )


def _job(
    furniture: Furniture, setting: Setting, docname: str, text: HandoutText, fonts: tuple[FontFile, ...]
) -> PrintJob:
    content = page(furniture, text.body)
    profile = furniture.writer.profile
    name = ".".join([docname, profile.code, *([] if setting.edition == STANDARD else [setting.edition])])
    return PrintJob(
        name if setting.letterhead is None else f"{setting.letterhead.id}: {name}",
        content.html,
        content.css,
        profile.tag,
        text.passages,
        created=furniture.published,
        fonts=tuple(font.content for font in fonts),
        is_xml=text.is_xml,
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


def _paper(config: Config, letterhead: Letterhead | None) -> str:
    """A4 or Letter: as the clinic's file says, or conf.py, or by the clinic's country or the source's territory."""
    if letterhead is not None and letterhead.clinic.paper is not None:
        return letterhead.clinic.paper
    if config.handout_paper != "auto":
        return str(config.handout_paper)
    return paper(territory(config.handout_source_language) if letterhead is None else letterhead.clinic.country)
