"""What a signature holds for: the text as it is printed, in every builder and on every machine, and nothing else."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

from projects import Project
from sphinx_prolo import reviews
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.printed import printed_digest
from sphinx_prolo.reviews import Signature, State
from sphinx_prolo.status import reasons, review
from sphinx_prolo.translation.standing import standings

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

KNEE = "handouts/knee"
DAY = datetime.date(2026, 2, 1)


@pytest.fixture
def signing(project: Callable[[str], Project]) -> Project:
    return project("signing")


def digests(project: Project, language: str = "en", builder: str = "handout", **options: object) -> tuple[str, str]:
    """What was written, and what is printed."""
    env = read(project, language, builder, **options).env
    return prolo_domain(env).source_digests[KNEE], printed_digest(env, KNEE)


class Nobody:
    """A press that prints nothing."""

    def accept(self, sheet: object) -> None: ...
    def withdraw(self, docname: str) -> None: ...
    def finish(self, language: str, docnames: frozenset[str]) -> tuple[()]:
        return ()


def read(project: Project, language: str, builder: str = "handout", **options: object) -> SphinxTestApp:
    press = Nobody() if builder == "handout" else None
    return project.build(builder, language, press=press, **options)  # type: ignore[arg-type]


def sign(project: Project, *languages: str, docname: str = KNEE) -> None:
    """Write the signatures that ``approve`` would write."""
    for language in languages:
        env = read(project, language).env
        names = {"clinician": "Test Clinician"} if language == "en" else {"translator": "Test A", "reviser": "Test B"}
        signature = Signature(
            **names,
            date=DAY,
            version="1.2",
            source=prolo_domain(env).source_digests[docname],
            printed=printed_digest(env, docname),
        )
        assert reviews.put(project.srcdir / f"locales/{language}/reviews.yaml", docname, signature) == ()


def why(project: Project, language: str, builder: str = "handout") -> tuple[str, ...]:
    return reasons(read(project, language, builder).env, KNEE)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_digest_is_the_same_in_every_builder(signing: Project, language: str) -> None:
    wanted = digests(signing, language)
    for builder in ("html", "text", "latex", "singlehtml", "epub", "dummy"):
        assert digests(signing, language, builder) == wanted, builder
    assert digests(signing, language, "html", parallel=2, freshenv=True) == wanted


def test_what_was_written_is_the_same_in_every_language(signing: Project) -> None:
    (english, printed), (spanish, impreso) = digests(signing, "en"), digests(signing, "es")
    assert english == spanish
    assert printed != impreso


def test_the_digest_is_the_same_in_every_place(signing: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(signing.srcdir, elsewhere)
    other = Project(elsewhere)
    try:
        assert digests(other, "es") == digests(signing, "es")
    finally:
        for app in reversed(other.apps):
            app.cleanup()


def test_looking_leaves_no_traces(signing: Project) -> None:
    app = read(signing, "en", "text")
    tags, builder = set(app.tags), app.builder
    printed_digest(app.env, KNEE)
    assert (set(app.tags), app.builder, app.env._builder_cls) == (tags, builder, type(builder))
    assert app.warning.getvalue() == ""


UNSEEN = {
    "a comment": ("handouts/knee.rst", "Rest for", ".. for the next editor\n\nRest for"),
    "a new line": ("handouts/knee.rst", "Rest for {rest}. See", "Rest for {rest}.\nSee"),
    "a comment in the facts": ("facts.yaml", "quantities", "# ask again\nquantities"),
    "another handout": ("handouts/hip.rst", "Walk a little.", "Walk more."),
    "a label": ("handouts/knee.rst", "the-knee", "the-other-knee"),
    "what no paper shows": ("handouts/knee.rst", "   For other programs.", "   For **other** programs."),
}


@pytest.mark.parametrize(("name", "old", "new"), UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_changes_nothing_that_is_printed(signing: Project, name: str, old: str, new: str) -> None:
    before = digests(signing)
    signing.edit(name, old, new)
    assert digests(signing)[1] == before[1]


SEEN = {
    "a sentence": ("handouts/knee.rst", "Rest for", "Do not rest for"),
    "markup": ("handouts/knee.rst", "Rest for", "**Rest** for"),
    "a value in a sentence": ("facts.yaml", "2 days", "3 days"),
    "a value beside a sentence": ("facts.yaml", "10-15 min", "10-16 min"),
    "where a link leads": ("handouts/knee.rst", "org/more", "org/less"),
    "the words of a picture": ("handouts/knee.rst", "A knee", "A hip"),
    "a sentence on paper": ("handouts/knee.rst", "Only on paper", "Also on paper"),
    "the version": ("handouts/knee.rst", "1.2", "1.3"),
    "the publication": ("handouts/knee.rst", "2026-01-31", "2026-01-30"),
    "the review": ("handouts/knee.rst", "2090", "2091"),
    "the title of another page": ("handouts/hip.rst", "Your hip\n========", "Your hips\n========="),
    "an explained word": ("facts.yaml", "term: Knee", "term: Cool"),
    "order": ("handouts/knee.rst", ".. glossary-terms::\n\n.. document-control::", ".. glossary-terms::\n\nEnd."),
}


@pytest.mark.parametrize(("name", "old", "new"), SEEN.values(), ids=SEEN)
def test_what_a_reader_sees_is_signed(signing: Project, name: str, old: str, new: str) -> None:
    sign(signing, "en")
    assert why(signing, "en") == ()
    signing.edit(name, old, new)
    assert why(signing, "en") == ("stale",)


def test_the_bytes_of_a_picture_are_signed(signing: Project) -> None:
    sign(signing, "en", "es")
    picture = signing.srcdir / "knee.png"
    picture.write_bytes(picture.read_bytes().replace(b"IEND", b"IEND") + b"\0")
    assert why(signing, "en") == why(signing, "es") == ("stale",)


def test_our_own_words_are_signed(signing: Project) -> None:
    sign(signing, "en", "es")
    assert why(signing, "es") == ()
    signing.catalogue("es", {"How often": "Cada cuánto"}, "sphinx_prolo")
    path = signing.srcdir / "locales/es/LC_MESSAGES/sphinx_prolo.po"
    path.write_text(path.read_text().replace('msgid "How', 'msgctxt "aftercare-checklist"\nmsgid "How'))
    assert "Cada cuánto" in signing.text("es")
    assert why(signing, "es") == ("stale",)


@pytest.mark.parametrize("builder", ["handout", "html", "text", "latex"])
def test_a_source_is_final_when_a_clinician_has_signed_it(signing: Project, builder: str) -> None:
    assert why(signing, "en", builder) == ("unreviewed",)
    sign(signing, "en")
    assert why(signing, "en", builder) == ()


@pytest.mark.parametrize("builder", ["handout", "html", "text", "latex"])
def test_a_translation_needs_the_source_and_its_own_people(signing: Project, builder: str) -> None:
    assert why(signing, "es", builder) == ("unsigned-source", "unreviewed")
    sign(signing, "es")
    assert why(signing, "es", builder) == ("unsigned-source",)
    sign(signing, "en")
    assert why(signing, "es", builder) == ()


def test_a_changed_translation_is_stale_and_a_changed_source_makes_both_so(signing: Project) -> None:
    sign(signing, "en", "es")
    catalogue = "locales/es/LC_MESSAGES/handouts.po"
    signing.edit(catalogue, "Camine un poco.", "Camine bastante.")
    assert why(signing, "es") == ()
    signing.edit(catalogue, "Solo en papel.", "En papel.")
    assert why(signing, "es") == ("stale",)
    signing.edit(catalogue, "En papel.", "Solo en papel.")
    assert why(signing, "es") == ()
    signing.edit("handouts/knee.rst", "Only on paper.", "On paper only.")
    signing.edit(catalogue, "Only on paper.", "On paper only.")  # the same Spanish words for another English sentence
    assert why(signing, "es") == ("source-stale", "stale")


def test_a_source_signed_anew_does_not_bring_old_translations_back(signing: Project) -> None:
    sign(signing, "en", "es")
    signing.edit("facts.yaml", "10-15 min", "10-16 min")
    sign(signing, "en")
    assert why(signing, "en") == ()
    assert why(signing, "es") == ("stale",)


def test_a_signature_under_what_is_not_finished_makes_nothing_final(signing: Project) -> None:
    signing.edit("locales/es/LC_MESSAGES/handouts.po", 'msgstr "Una rodilla"', 'msgstr ""')
    sign(signing, "en", "es")
    assert why(signing, "es") == ("untranslated",)


def test_a_review_date_that_has_passed(signing: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    sign(signing, "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime(2090, 1, 31, 23).timestamp())))
    assert why(signing, "en") == ()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime(2090, 2, 2, 12).timestamp())))
    assert why(signing, "en") == ("review-overdue",)


def test_a_broken_ledger_is_an_error_and_no_signature_of_it_counts(signing: Project) -> None:
    sign(signing, "en", "es")
    path = signing.srcdir / "locales/es/reviews.yaml"
    path.write_text(path.read_text() + "toe: [\n")
    app = read(signing, "es", "html")
    assert [problem.code for problem in prolo_domain(app.env).problems() if problem.is_error] == ["reviews-syntax"]
    assert "reviews.yaml:" in app.warning.getvalue()
    assert reasons(app.env, KNEE) == ("unreviewed",)
    assert review(app.env, KNEE).approved is State.SIGNED


def test_a_catalogue_is_not_searched_for_ledgers_of_others(signing: Project) -> None:
    """A signature of the general language is none of the regional one."""
    sign(signing, "en", "es")
    assert why(signing, "es_MX")[0] == "unreviewed"


def html(app: SphinxTestApp) -> str:
    return Path(app.outdir, f"{KNEE}.html").read_text(encoding="utf-8")


def test_pages_of_other_builders_follow_a_signature_without_any_document_being_read(signing: Project) -> None:
    assert "prolo-band" in html(read(signing, "en", "html"))
    sign(signing, "en")
    page = html(read(signing, "en", "html"))
    assert "prolo-band" not in page
    assert "Test Clinician" in page
    (signing.srcdir / "locales/en/reviews.yaml").unlink()
    assert "prolo-band" in html(read(signing, "en", "html"))


def test_a_build_without_news_writes_nothing(signing: Project) -> None:
    sign(signing, "en")
    app = read(signing, "en", "html")
    before = Path(app.outdir, f"{KNEE}.html").stat().st_mtime_ns
    app = read(signing, "en", "html")
    assert Path(app.outdir, f"{KNEE}.html").stat().st_mtime_ns == before


def control(project: Project, language: str) -> str:
    app = read(project, language, "html")
    tree = app.env.get_and_resolve_doctree(KNEE, app.builder, tags=app.tags)
    [place] = [node for node in tree.findall(nodes.container) if "prolo-control" in node["classes"]]
    return " ".join(place.astext().replace("\N{NO-BREAK SPACE}", " ").split())


def test_document_control_prints_the_record_of_the_translation(signing: Project) -> None:
    text = control(signing, "es")
    assert text.count("Todavía sin firmar") + text.count("Aún sin firmar") + text.count("Sin firmar") >= 1
    sign(signing, "en", "es")
    text = control(signing, "es")
    for said in ("inglés", "1.2", "Test A", "Test B", "1 de febrero de 2026", "Test Clinician"):
        assert said in text
    assert "Test A" not in control(signing, "en")


def test_a_withdrawn_handout_says_so(signing: Project) -> None:
    sign(signing, "en")
    signing.edit("handouts/knee.rst", "   :version:", "   :status: withdrawn\n   :version:")
    assert why(signing, "en")[0] == "withdrawn"
    assert "prolo-band" in html(read(signing, "en", "html"))


def test_no_other_status_can_be_given(signing: Project) -> None:
    signing.edit("handouts/knee.rst", "   :version:", "   :status: final\n   :version:")
    app = read(signing, "en")
    assert signing.problems(app) == ["handout-option"]


def test_held_messages_keep_a_handout_a_draft(signing: Project) -> None:
    signing.edit("handouts/hip.rst", "Walk a little.", "Do not walk.")
    path = signing.catalogue("fr", {"Your hip": "Votre hanche", "Do not walk.": "Marchez."})
    env = read(signing, "fr").env
    [hip, _knee] = standings(env)
    assert "held" in hip.reasons
    assert (hip.percent, hip.progress and hip.progress.held) == (100, 1)
    [(place, line)] = hip.unfinished["held"]
    assert place == str(path)
    assert "Do not walk." in path.read_text().split("\n")[(line or 0) - 1]
