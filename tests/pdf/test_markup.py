"""A page that is XML is read as such, and means what it means as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from sphinx_prolo.pdf import PrintJob, print_pdf
from sphinx_prolo.pdf.fetcher import DataFetcher
from sphinx_prolo.pdf.markup import Markup

if TYPE_CHECKING:
    from weasyprint import HTML

PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><title>Knee</title></head>'
    "<body><p>One &amp; two<br /></p><ul><li>Rest\n</li></ul><table><tbody><tr><td>3</td></tr></tbody></table>"
    "{}</body></html>"
)


def job(more: str = "", *, is_xml: bool = True) -> PrintJob:
    return PrintJob("knee", PAGE.format(more), "", "en", (), "2026-11-20", is_xml=is_xml)


def flat(page: HTML) -> list[tuple[str, dict[str, str], str, str]]:
    elements = page.etree_element.iter()
    return [(one.tag, dict(one.attrib), (one.text or "").strip(), (one.tail or "").strip()) for one in elements]


def test_both_parsers_read_the_same() -> None:
    assert flat(Markup(job(), DataFetcher())) == flat(Markup(job(is_xml=False), DataFetcher()))


@pytest.mark.parametrize("more", ["<p>open", "<br>", "&nbsp;", "<p>a & b</p>"])
def test_what_is_no_xml_after_all_is_read_as_html(more: str) -> None:
    found = flat(Markup(job(more), DataFetcher()))
    assert found == flat(Markup(job(more, is_xml=False), DataFetcher()))
    assert ("li", {}, "Rest", "") in found


def test_the_pdf_is_the_same_to_the_byte() -> None:
    assert print_pdf(job()) == print_pdf(job(is_xml=False))


def test_notes_that_somebody_wrote_by_hand_keep_their_numbers() -> None:
    note = '<p>Rest<span style="float: footnote">Two days</span></p>'
    page = pypdfium2.PdfDocument(print_pdf(job(note, is_xml=False)))[0]
    assert "1. Two days" in page.get_textpage().get_text_bounded()
