"""From a document to the sheet that the press gets: the page, what is said of it, and when there is none."""

from __future__ import annotations

import dataclasses
import pickle
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.handout.markup import classes, parse
from sphinx_prolo.handout.page import _families
from sphinx_prolo.handout.sheet import Sheet, Status
from sphinx_prolo.pdf.fetcher import DataFetcher
from sphinx_prolo.pdf.markup import Markup

if TYPE_CHECKING:
    from projects import Project


@dataclasses.dataclass
class Collector:
    """A press that keeps what it is given."""

    sheets: list[Sheet] = dataclasses.field(default_factory=list)
    finished: dict[str, frozenset[str]] = dataclasses.field(default_factory=dict)

    def accept(self, sheet: Sheet) -> None:
        self.sheets.append(sheet)

    def finish(self, language: str, docnames: frozenset[str]) -> tuple[()]:
        self.finished[language] = docnames
        return ()


Run = Callable[..., Collector]


@pytest.fixture
def run(clinic: Project) -> Run:
    def build(language: str = "en", **conf: Any) -> Collector:
        collector = Collector()
        clinic.build("handout", language, confoverrides=conf, press=collector)
        return collector

    return build


def test_only_documents_with_the_directive_are_handouts(run: Run) -> None:
    collector = run()
    assert [sheet.docname for sheet in collector.sheets] == ["handouts/knee"]
    assert collector.finished == {"en": frozenset({"handouts/knee"})}


def test_a_sheet_says_what_handouts_json_will_say(clinic: Project, run: Run) -> None:
    clinic.catalogue("es", {"Your knee": "Su rodilla"})
    (sheet,) = run("es").sheets
    assert (sheet.title, sheet.source_title) == ("Su rodilla", "Your knee")
    assert (sheet.version, sheet.published, sheet.review_by) == ("1.2", "2026-01-31", "2030-01-31")
    assert sheet.status is Status.DRAFT
    assert sheet.reasons == ("untranslated", "unsigned-source", "unreviewed")
    assert sheet.path == "es/handouts/knee.es.draft.pdf"


def test_the_mark_of_an_untranslated_title_is_not_part_of_the_title(run: Run) -> None:
    assert run("es").sheets[0].title == "Your knee"


def test_a_passed_review_date_is_a_reason(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # in March 2030
    assert "review-overdue" in run().sheets[0].reasons


def test_the_page_is_whole_and_travels(run: Run) -> None:
    (sheet,) = run().sheets
    assert pickle.loads(pickle.dumps(sheet)) == sheet
    assert "file:" not in sheet.job.html
    assert not re.search(r'(src|href)="(?!data:|#|https?:|mailto:|tel:)', sheet.job.html)


def test_where_khmer_lines_may_break_is_in_the_page_of_every_edition_and_nowhere_else(
    clinic: Project, run: Run
) -> None:
    clinic.catalogue("km", {"Your knee": "ទាំងអស់កើតមក"})
    sheets = run("km", handout_editions=["standard", "large-print", "bilingual"]).sheets
    assert len(sheets) == 3
    for sheet in sheets:
        assert "<h1>ទាំងអស់\u200bកើតមក" in sheet.job.html and "<title>ទាំងអស់កើតមក</title>" in sheet.job.html
        assert sheet.title == "ទាំងអស់កើតមក"
        assert "ទាំងអស់កើតមក" in {passage.text for passage in sheet.job.passages}


def test_what_is_not_translated_runs_in_its_own_direction_and_our_words_in_it_in_the_readers(run: Run) -> None:
    """Otherwise full stops and brackets stand at the wrong end of a sentence."""
    page = parse(run("ar").sheets[0].job.html)
    sentences = [element for element in page.iter() if "prolo-untranslated" in element.get("class", "").split()]
    assert {"h1", "p"} <= {element.tag for element in sentences}
    assert {(element.get("lang"), element.get("dir")) for element in sentences} == {("en", "ltr")}
    ours = [
        part for element in sentences for part in element.iter("span") if {"prolo-mark", "prolo-label"} & classes(part)
    ]
    assert len(ours) > len(sentences) - 3
    assert {(part.get("lang"), part.get("dir")) for part in ours} == {("ar", "rtl")}
    (head,) = (one for one in page.iter("div") if "page-head-next" in classes(one))
    assert [(one.get("lang"), one.get("dir")) for one in head.iter("span")] == [("en", "ltr")]


@pytest.mark.parametrize(("language", "colon"), [("en", ":</span> <"), ("km", "៖</span> <"), ("zh_CN", "：</span><")])
def test_a_label_and_its_value_are_as_far_apart_as_the_language_says(run: Run, language: str, colon: str) -> None:
    html = run(language).sheets[0].job.html
    assert html.count(colon) == html.count('class="prolo-term"') > 0


def test_furniture_is_in_both_languages_and_the_digits_of_the_reader(clinic: Project, run: Run) -> None:
    clinic.catalogue("ar", {"Your knee": "ركبتك"})
    html = run("ar").sheets[0].job.html
    assert '<html lang="ar" dir="rtl">' in html
    assert "مسودة" in html and "Draft" in html
    assert "ركبتك" in html and '<div class="title" lang="en" dir="ltr">Your knee</div>' in html
    assert "العربية" in html
    assert "counter(page, decimal)" in html
    assert "counter(page, arabic-indic)" in run("ar_EG").sheets[0].job.html


def test_ranges_go_left_to_right_inside_right_to_left_values(clinic: Project, run: Run) -> None:
    clinic.catalogue(
        "ar", {"Rest for {rest}. Write ``{rest}`` for the value and {{rest}} for the word.": "استرح {rest} ``{rest}``"}
    )
    html = run("ar").sheets[0].job.html
    assert re.search(r'<bdi class="prolo-value" dir="rtl"><bdi class="prolo-number" dir="ltr">1.3</bdi>', html)


def test_the_draft_band_is_furniture_not_text(run: Run) -> None:
    html = run().sheets[0].job.html
    assert "prolo-band" not in html
    assert html.count("Draft – do not give to patients") == 2  # the first page's head and the next ones'


@pytest.mark.parametrize(("paper", "size"), [("auto", "Letter"), ("A4", "A4"), ("Letter", "Letter")])
def test_paper_is_that_of_the_place_or_of_the_setting(run: Run, paper: str, size: str) -> None:
    assert f"size: {size}" in run("es", handout_paper=paper).sheets[0].job.html


def test_a_project_written_in_german_prints_on_a4(run: Run) -> None:
    assert "size: A4" in run("de", handout_source_language="de").sheets[0].job.html


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("facts/knee.yaml", "3 per day", "3 per moon"),
        ("handouts/knee.rst", "2026-01-31", "31 January"),
        ("handouts/knee.rst", "{rest}. Write", "{test}. Write"),
        ("handouts/knee.rst", ".. risk-table::", ".. image:: nowhere.png"),
        ("handouts/knee.rst", ".. risk-table::", ".. no-such-directive::"),
    ],
)
def test_a_broken_handout_makes_no_sheet_and_the_others_do(
    clinic: Project, run: Run, file: str, old: str, new: str
) -> None:
    whole = (clinic.srcdir / "handouts/knee.rst").read_text()
    (clinic.srcdir / "handouts/elbow.rst").write_text(
        whole.replace("   :facts: /facts/knee.yaml\n", "").split("Rest for")[0]
    )
    clinic.edit(file, old, new)
    for _again in range(2):
        collector = run()
        assert [sheet.docname for sheet in collector.sheets] == ["handouts/elbow"]
        assert collector.finished == {"en": frozenset({"handouts/elbow"})}
        assert prolo_domain(clinic.apps[-1].env).problems("handouts/knee")


def test_what_is_printed_can_be_blamed_on_the_file_that_said_it(clinic: Project, run: Run) -> None:
    path = clinic.catalogue("es", {"Bruise": "Moratón"})
    passages = {passage.text: passage for passage in run("es").sheets[0].job.passages}
    assert passages["Moratón"].path == str(path)
    assert passages["Moratón"].line == path.read_text().splitlines().index('msgid "Bruise"') + 1
    infection = next(passage for text, passage in passages.items() if text.endswith("Infection"))
    assert infection.path.endswith("knee.yaml")


def test_links_of_the_web_stay_and_links_to_other_documents_become_words(clinic: Project, run: Run) -> None:
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\nSee :doc:`/notes` and `the site <https://example.org/>`_.\n")
    html = run().sheets[0].job.html
    assert 'href="https://example.org/"' in html
    assert "notes" not in re.findall(r'href="([^"]*)"', html)
    assert "Notes" in html


def test_an_image_is_in_the_page(clinic: Project, run: Run) -> None:
    (clinic.srcdir / "handouts/dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\n.. image:: dot.svg\n   :alt: A dot\n   :width: 2cm\n")
    html = run().sheets[0].job.html
    assert re.search(r'<img alt="A dot"[^>]* src="data:image/svg\+xml;base64,[^"]+"', html)


def test_a_document_that_is_not_utf_8_does_not_stop_the_others(clinic: Project, run: Run) -> None:
    page = clinic.srcdir / "handouts/knee.rst"
    whole = page.read_bytes()
    (clinic.srcdir / "handouts/elbow.rst").write_bytes(whole)
    page.write_bytes(whole.replace(b"Rest for", b"R\xe9st for"))
    line = whole[: whole.index(b"Rest for")].count(b"\n") + 1
    for _again in range(2):
        assert [sheet.docname for sheet in run().sheets] == ["handouts/elbow"]
        found = prolo_domain(clinic.apps[-1].env).problems("handouts/knee")
        assert [(problem.code, problem.path, problem.line) for problem in found] == [
            ("handout-encoding", str(page), line)
        ]
    page.write_bytes(whole)
    assert sorted(sheet.docname for sheet in run().sheets) == ["handouts/elbow", "handouts/knee"]


def test_the_head_of_a_box_is_our_own_word(clinic: Project, run: Run) -> None:
    """Sphinx has no Urdu word for it, and would print an English one."""
    source = clinic.srcdir / "handouts" / "knee.rst"
    source.write_text(source.read_text() + "\n.. important:: Rest.\n")
    clinic.catalogue("ur", {"Rest.": "آرام کریں۔"})
    html = run("ur").sheets[0].job.html
    assert "اہم" in html
    assert "Important" not in html


@pytest.mark.parametrize("root", ["care", "evidence", "lists", "clinic"])
def test_a_page_means_the_same_as_xml_and_as_html(project: Callable[[str], Project], root: str) -> None:
    collector = Collector()
    project(root).build("handout", "es", press=collector)
    assert collector.sheets
    for sheet in collector.sheets:
        as_xml, as_html = (
            Markup(job, DataFetcher()) for job in (sheet.job, dataclasses.replace(sheet.job, is_xml=False))
        )
        assert sheet.job.is_xml and as_xml.wrapper_element is not as_html.wrapper_element
        assert _elements(as_xml) == _elements(as_html)


def _elements(page: Markup) -> list[tuple[str, dict[str, str], str, str]]:
    main = page.etree_element.find(".//main")
    main.tail = None
    return [(one.tag, dict(one.attrib), one.text or "", one.tail or "") for one in main.iter()]


def test_what_was_written_by_hand_is_read_as_html(clinic: Project, run: Run) -> None:
    clinic.edit("handouts/knee.rst", "Your knee\n", ".. raw:: html\n\n   <BR>\n\nYour knee\n")
    assert [sheet.job.is_xml for sheet in run().sheets] == [False]


def test_values_are_kept_apart_where_something_goes_right_to_left(clinic: Project, run: Run) -> None:
    assert "prolo-value" not in run().sheets[0].job.html
    clinic.edit("handouts/knee.rst", "Rest for {rest}.", "Rest (\u05e9\u05dc\u05d5\u05dd) for {rest}.")
    assert '<bdi class="prolo-value" dir="ltr"><bdi class="prolo-number" dir="ltr">' in run().sheets[0].job.html


def test_a_label_keeps_its_marks_and_links(clinic: Project, run: Run) -> None:
    note = ":See `web <https://example.org/a>`_ and *max* [#f]_: 5 mg\n\n.. [#f] By day.\n\n"
    clinic.edit("handouts/knee.rst", "Rest for {rest}.", note + "Rest for {rest}.")
    label = run().sheets[0].job.html.partition('<span class="prolo-term">See ')[2].partition("5 mg")[0]
    assert "<em>max</em>" in label and 'href="https://example.org/a"' in label and 'href="#f"' in label
    assert "</a>:</span>" in label


def test_a_font_with_a_strange_name_is_named_alike_in_all_editions() -> None:
    assert _families(["Noto Sans", "A & B", "O'Neil"]) == '"Noto Sans", "A \\26  B", "O\\27 Neil"'
