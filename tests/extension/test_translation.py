"""What reaches the reader of another language: words of the catalogue, values of CLDR, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

import sphinx_prolo
from sphinx_prolo.domain import Progress, prolo_domain
from sphinx_prolo.translation.update import update

if TYPE_CHECKING:
    from projects import Project

COLD = "Cool the knee {times}, for {each}."
FRIO = "Enfríe la rodilla {times}, {each}."


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_translated_sentence_gets_its_values_in_the_language_of_the_reader(clinic: Project) -> None:
    clinic.catalogue("es", {COLD: FRIO})
    assert "Enfríe la rodilla 3 veces al día, 10-15 minutos." in plain(clinic.text("es"))


def test_our_own_words_are_in_the_language_of_the_reader(clinic: Project) -> None:
    text = clinic.text("es")
    assert "Daños graves" in text or "graves" in text
    assert "Serious harms" not in text


def test_an_untranslated_sentence_is_marked_and_keeps_the_numbers_of_its_own_language(clinic: Project) -> None:
    app = clinic.build("html", "es")
    tree = app.env.get_doctree("handouts/knee")
    marked = [node for node in tree.findall(nodes.paragraph) if "prolo-untranslated" in node["classes"]]
    assert any("10–15 minutes" in plain(node.astext()) for node in marked)
    assert all(node.astext().startswith("[") for node in marked if "Cool the knee" in node.astext())
    html = Path(app.outdir, "handouts/knee.html").read_text(encoding="utf-8")
    assert 'lang="en"' in html


def test_without_a_catalogue_nothing_looks_finished(clinic: Project) -> None:
    app = clinic.build("html", "es")
    progress = prolo_domain(app.env).progress["handouts/knee"]
    assert progress.total == progress.missing > 10


def test_progress_counts_messages_of_the_handout(clinic: Project) -> None:
    path = clinic.catalogue("es", {COLD: FRIO, "Bruise": "Moratón {each}", "Not of this handout": "Nada"})
    path.write_text(path.read_text() + '\n#, fuzzy\nmsgid "Numbness"\nmsgstr "Hormigueo"\n')
    app = clinic.build("html", "es")
    progress = prolo_domain(app.env).progress["handouts/knee"]
    assert progress == Progress(progress.total, fuzzy=1, rejected=1, missing=progress.total - 3)
    assert progress.translated == 1


def test_the_draft_band_is_in_both_languages_in_every_builder(clinic: Project) -> None:
    clinic.catalogue("es", {"Your knee": "Su rodilla"})
    text = clinic.text("es")
    band = text[text.index("Su rodilla") :][:400]
    assert "Borrador" in band and "Draft" in band
    html = Path(clinic.build("html", "es").outdir, "handouts/knee.html").read_text(encoding="utf-8")
    assert html.count('class="prolo-band') == 1
    assert "Borrador" in html


def test_the_source_language_has_one_band_and_no_marks(clinic: Project) -> None:
    text = clinic.text("en")
    assert text.count("Draft") == 1
    assert "Not yet translated" not in text


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_nothing_of_a_rejected_message_is_printed(clinic: Project, builder: str) -> None:
    clinic.catalogue("es", {COLD: "Enfríe QQQQ {times} {each} {dose}"})
    app = clinic.build(builder, "es")
    assert "catalogue-placeholder" in clinic.problems(app)
    written = [path for path in Path(app.outdir).rglob("*") if path.suffix in {".html", ".txt", ".tex", ".xhtml"}]
    texts = [path.read_text(encoding="utf-8") for path in written]
    assert any("Cool the knee" in text for text in texts)
    assert not any("QQQQ" in text for text in texts)


@pytest.mark.parametrize(
    "attack",
    [
        ".. include:: /etc/hostname",
        ".. incluir:: /etc/hostname",
        ":download:`x </etc/hostname>`",
        "|today|",
        "`x <javascript:alert(1)>`__",
        "Hola\\n\\nAdiós",
        ".. raw:: html\\n\\n   <b>x</b>",
    ],
)
def test_a_catalogue_brings_no_directive_link_role_or_file(clinic: Project, attack: str) -> None:
    clinic.catalogue("es", {"Bruise": attack, "Do not run.": "No corra."})
    app = clinic.build("html", "es")
    tree = app.env.get_doctree("handouts/knee")
    assert "Bruise" in tree.astext()
    assert "No corra." in tree.astext()
    assert any(problem.path.endswith("handouts.po") for problem in prolo_domain(app.env).problems())


@pytest.mark.parametrize(
    "content",
    [
        b'msgid "x\nmsgstr "y"\n',
        b"\xff\xfe\x00",
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=ascii\\n"\n\nmsgid "Bruise"\nmsgstr "Morat\xc3\xb3n"\n',
    ],
)  # fmt: skip
def test_a_broken_catalogue_is_a_located_problem_each_time(clinic: Project, content: bytes) -> None:
    path = clinic.catalogue("es", {})
    path.write_bytes(content)
    for _again in range(2):
        app = clinic.build("html", "es")
        found = [problem for problem in prolo_domain(app.env).problems() if problem.path == str(path)]
        assert found
        assert "Bruise" in app.env.get_doctree("handouts/knee").astext()


def test_a_build_writes_nothing_below_locales(clinic: Project) -> None:
    clinic.catalogue("es", {COLD: FRIO})
    before = sorted(clinic.srcdir.glob("locales/**/*"))
    clinic.build("html", "es")
    assert sorted(clinic.srcdir.glob("locales/**/*")) == before


def test_a_changed_and_a_deleted_catalogue_are_seen(clinic: Project) -> None:
    path = clinic.catalogue("es", {"Bruise": "Moratón"})
    assert "Moratón" in clinic.text("es")
    path.write_text(path.read_text().replace("Moratón", "Hematoma"))
    assert "Hematoma" in clinic.text("es")
    path.unlink()
    text = clinic.text("es")
    assert "Hematoma" not in text and "Bruise" in text


def test_a_regional_catalogue_is_completed_from_the_general_one(clinic: Project) -> None:
    clinic.catalogue("es", {"Bruise": "Moratón", "Do not run.": "No corra."})
    clinic.catalogue("es_MX", {"Bruise": "Moretón"})
    text = clinic.text("es_MX")
    assert "Moretón" in text and "No corra." in text


def test_sphinx_own_words_come_from_vetted_catalogues_too(clinic: Project) -> None:
    clinic.catalogue("es", {"Note": ":download:`Nota </etc/hostname>`", "Warning": "Cuidado"}, domain="sphinx")
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\n.. note::\n\n   One.\n\n.. warning::\n\n   Two.\n")
    text = clinic.text("es")
    assert "download" not in text
    assert "Cuidado" in text


def test_a_language_that_we_do_not_ship_is_a_problem_not_silent_english(clinic: Project) -> None:
    clinic.catalogue("cy", {"Bruise": "Clais"})
    app = clinic.build("html", "cy")
    assert "label-missing" in clinic.problems(app)


def test_a_project_adds_the_words_of_a_language(clinic: Project) -> None:
    clinic.catalogue("cy", {"Bruise": "Clais"})
    path = clinic.catalogue("cy", {}, domain="sphinx_prolo")
    path.write_text(path.read_text() + 'msgctxt "risk-table"\nmsgid "Serious harms"\nmsgstr "Niwed difrifol"\n')
    assert "Niwed difrifol" in clinic.text("cy")


def test_titles_in_the_table_of_contents_have_no_raw_placeholder(clinic: Project) -> None:
    clinic.edit("handouts/knee.rst", "Rest for", "Rest of {rest}\n--------------\n\nRest for")
    app = clinic.build("html", "en")
    html = Path(app.outdir, "handouts/knee.html").read_text(encoding="utf-8")
    assert "Rest of {rest}" not in html and "Rest of" in html


def test_two_languages_in_one_process_do_not_mix(clinic: Project) -> None:
    clinic.catalogue("es", {"Bruise": "Moratón"})
    clinic.catalogue("fr", {"Bruise": "Ecchymose"})
    clinic.text("es")
    text = clinic.text("fr")
    assert "Ecchymose" in text and "Moratón" not in text


def test_a_rejected_regional_message_prints_the_source(clinic: Project) -> None:
    clinic.catalogue("es", {"Bruise": "Moratón"})
    clinic.catalogue("es_MX", {"Bruise": "Moretón {each}"})
    text = clinic.text("es_MX")
    assert "Bruise" in text and "Moratón" not in text and "Moretón" not in text


def test_a_project_can_translate_every_word_of_ours(clinic: Project) -> None:
    """`update` makes the catalogue; once it is filled in, nothing is missing."""
    clinic.catalogue("cy", {"Bruise": "Clais"})
    written = update(clinic.srcdir, ["cy"]).written
    path = clinic.srcdir / "locales/cy/LC_MESSAGES/sphinx_prolo.po"
    assert path in written
    template = Path(sphinx_prolo.__file__).parent / "locales/es/LC_MESSAGES/sphinx_prolo.po"
    path.write_text(template.read_text().replace('"Language: es', '"Language: cy'))  # Spanish stands in for Welsh
    app = clinic.build("text", "cy")
    assert "label-missing" not in clinic.problems(app)
    assert "Daños graves" in Path(app.outdir, "handouts/knee.txt").read_text()


def test_what_is_typed_is_what_is_printed(clinic: Project) -> None:
    """Sphinx would make "--" a dash and put its own quotation marks in, after everything was vetted and signed."""
    said, dosed = """It is the doctor's "rest": 2--3 days, then...""", ".. risk-table::"
    clinic.edit("handouts/knee.rst", dosed, f"{said}\n\n{dosed}")
    clinic.edit("index.rst", "======\n", f"======\n\n{said}\n")
    for builder in ("html", "handout"):
        app = clinic.build(builder)
        assert said in app.env.get_doctree("handouts/knee").astext()
        assert said not in app.env.get_doctree("index").astext(), "other pages are as conf.py wants them"


def test_translations_keep_their_marks_too(clinic: Project) -> None:
    clinic.catalogue("es", {COLD: "Enfríe la 'rodilla' {times}, {each}."})
    assert "Enfríe la 'rodilla' 3 veces" in plain(clinic.build("html", "es").env.get_doctree("handouts/knee").astext())
