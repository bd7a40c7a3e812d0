"""The examples of the README and of the how-to pages work as they are shown."""

from __future__ import annotations

import re
from pathlib import Path

import guidekit
import pytest

from projects import Project
from sphinx_prolo import catalogue, facts, words
from sphinx_prolo.domain import prolo_domain

CONF = 'extensions = ["sphinx_prolo"]\nlocale_dirs = ["../locales"]\nmaster_doc = "{master}"\n'
README = (guidekit.REPOSITORY / "README.md").read_text(encoding="utf-8")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def built(folder: Path, page: str, language: str = "en") -> tuple[str, str]:
    """A document as the text builder writes it, and its paragraphs alone; the project must have no problem."""
    folder.joinpath("conf.py").write_text(CONF.format(master=page), encoding="utf-8")
    project = Project(folder)
    app = project.build("text", language)
    try:
        assert prolo_domain(app.env).problems() == ()
        text = Path(app.outdir, f"{page}.txt").read_text(encoding="utf-8")
        return guidekit.plain(text), guidekit.plain(app.env.get_doctree(page).astext())
    finally:
        app.cleanup()


# --- README ----------------------------------------------------------------------------------------------------------


def readme_files(folder: Path) -> None:
    """Write the example of the README."""
    for name, text in re.findall(r"^`(docs/\S+)`\n\n```\w+\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL):
        guidekit.write(folder, guidekit.Block("", name, text))


def test_readme_example_prints_what_it_says(tmp_path: Path) -> None:
    readme_files(tmp_path)
    _, *lines = (line.strip("| ").split(" | ") for line in re.findall(r"^\| .* \|$", README, flags=re.MULTILINE))
    assert len(lines) == 4
    english, spanish = zip(*lines, strict=True)
    po = tmp_path / "locales/es/LC_MESSAGES/handouts.po"
    po.parent.mkdir(parents=True)
    msgid, msgstr = english[1].removeprefix("☐ "), spanish[1].removeprefix("☐ ")
    po.write_text(f'{HEADER}msgid "{msgid}"\nmsgstr "{msgstr}"\n', encoding="utf-8")
    for language, shown in (("en", english), ("es", spanish)):
        text, _ = built(tmp_path / "docs", "handouts/aftercare", language)
        assert [line for line in shown if line.strip("*") not in text] == []


def test_readme_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", README) if not link.startswith("https:")]
    assert len(links) > 5
    assert [link for link in links if not (guidekit.REPOSITORY / link).is_file()] == []


def test_readme_promises_the_commands_of_the_makefile() -> None:
    makefile = (guidekit.REPOSITORY / "Makefile").read_text(encoding="utf-8")
    [shown] = re.findall(r"```console\n(make .*?)```", README, flags=re.DOTALL)
    for target in re.findall(r"^make (\w+)", shown, flags=re.MULTILINE):
        assert f"\n{target}:" in makefile


# --- how-to ----------------------------------------------------------------------------------------------------------

WRITE_PAGE = guidekit.read("how-to/write-facts.rst")
WRITE = guidekit.blocks(WRITE_PAGE)
[KNEE] = [block for block in WRITE if block.caption.endswith("knee.yaml")]
FRAGMENTS = [block for block in WRITE if block.language == "yaml" and not block.caption]
# A fragment is a section or several, or a part of a risk.
SECTIONS = [block for block in FRAGMENTS if block.text.partition(":")[0] in facts.SECTIONS]


def shown_in(section: str) -> list[str]:
    """What a section of the page says that it prints."""
    said = re.sub(r"^   .*$", "", guidekit.sections(WRITE_PAGE)[section], flags=re.MULTILINE)
    return [guidekit.plain(words) for words in re.findall(r'"([^"]+)"', said)]


def test_writers_example_prints_what_the_page_says(tmp_path: Path) -> None:
    for block in WRITE:
        if block.caption:
            guidekit.write(tmp_path, block)
    _, paragraphs = built(tmp_path, "handouts/after-your-injection")
    shown = [*shown_in("When sources do not agree"), *shown_in("Cite your sources")]
    assert len(shown) == 3
    assert [words for words in shown if words not in paragraphs] == []


def test_writers_sections_print_what_the_page_says(tmp_path: Path) -> None:
    """All sections of the page in one file, and each with its directive and the other directives of the page."""
    whole = KNEE.text + "".join(block.text for block in SECTIONS)
    for name in ("knee.yaml", "hip.yaml"):
        guidekit.write(tmp_path, guidekit.Block("yaml", f"facts/{name}", whole))
    names = [name for block in SECTIONS for name in re.findall(r"^([\w-]+):", block.text, flags=re.MULTILINE)]
    assert {"evidence-summary", "warning-signs"} <= set(names)
    [handout] = [block.text for block in WRITE if block.caption.endswith(".rst")]
    directives = [block.text for block in WRITE if block.language == "rst" and not block.caption]
    text = "\n".join([handout, *(f".. {name}::\n" for name in names), *directives])
    guidekit.write(tmp_path, guidekit.Block("rst", "handouts/all.rst", text))
    _, paragraphs = built(tmp_path, "handouts/all")
    printed = [words for words in shown_in("Say what is known") if words.endswith("this.") or ": " in words]
    assert len(printed) == 2
    assert [words for words in printed if words not in paragraphs] == []


GAPS = """
resume: [{activity: Work}]

agents: [{inn: Dextrose, role: irritant}]

name: The clinic

options: [{name: Injections, evidence: We do not know.}, {name: No treatment, no_treatment: true}]
"""


def test_gaps_close_as_the_page_says(tmp_path: Path) -> None:
    names = ("aftercare-checklist", "injection-contents", "contact-card", "treatment-comparison")
    bodies = zip(names, GAPS.strip().split("\n\n"), strict=True)
    text = "Gaps\n====\n\n" + "\n\n".join(f".. {name}::\n\n   {body}" for name, body in bodies)
    guidekit.write(tmp_path, guidekit.Block("rst", "gaps.rst", text + "\n"))
    _, paragraphs = built(tmp_path, "gaps")
    ask, unstated = [words for words in shown_in("When no source says anything") if words[0].isupper()]
    assert (paragraphs.count(ask), paragraphs.count(unstated)) == (3, 1)


def test_writers_problem_is_what_the_page_shows(tmp_path: Path) -> None:
    [shown] = [block.text.strip() for block in WRITE if block.language == "text"]
    [problem] = facts.parse(KNEE.text.replace("10-15 min", "15-10 min"), "docs/facts/knee.yaml").problems
    assert str(problem) == shown
    assert shown in guidekit.read("reference/problems.rst")


def test_document_control_prints_what_the_reference_says(tmp_path: Path) -> None:
    document = guidekit.sections(guidekit.read("reference/directives/document.rst"))
    [handout] = guidekit.blocks(document["handout"])
    control, shown = guidekit.blocks(document["document-control"])
    [name] = re.findall(r":facts: /(.*)", handout.text)
    guidekit.write(tmp_path, guidekit.Block("yaml", name, "quantities: {rest: 2 days}\n"))
    page = f"Knee\n====\n\n{handout.text}\n{control.text}"
    guidekit.write(tmp_path, guidekit.Block("rst", "handouts/knee.rst", page))
    text, _ = built(tmp_path, "handouts/knee")
    assert guidekit.plain(shown.text) in text


@pytest.mark.parametrize(
    "block", [one for one in FRAGMENTS if one not in SECTIONS], ids=lambda block: block.text.partition(":")[0]
)
def test_writers_fragments_are_right(block: guidekit.Block) -> None:
    """With the other fields of a risk, the fragment is one."""
    rest = {"effect": "X", "severity": "mild", "seriousness": "false", "frequency": "common"}
    given = re.findall(r"^(\w+):", block.text, flags=re.MULTILINE)
    risk = "".join(f"{key}: {value}\n" for key, value in rest.items() if key not in given) + block.text
    body = "- " + risk.rstrip("\n").replace("\n", "\n  ")
    assert facts.parse(body, "risk", section="risk-table").problems == ()


@pytest.mark.parametrize("page", guidekit.PAGES, ids=lambda page: page.stem)
def test_po_examples_can_be_read(page: Path) -> None:
    for block in guidekit.blocks(page.read_text(encoding="utf-8")):
        if block.language == "po":
            text = block.text if block.text.startswith('msgid ""') else HEADER + block.text
            assert catalogue.reader.parse(text, Path("example.po")).problems == ()


def test_a_project_begins_the_catalogues_of_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = guidekit.sections(guidekit.read("how-to/add-a-language.rst"))["Begin the catalogues"]
    [(command, printed)] = guidekit.blocks(section)[0].sessions()
    readme_files(tmp_path)
    tmp_path.joinpath("docs/conf.py").write_text(CONF.format(master="handouts/aftercare"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert guidekit.prolo(command) == (0, printed)


def test_a_project_overrules_a_word_of_ours(tmp_path: Path) -> None:
    page = guidekit.read("how-to/add-a-language.rst")
    [block] = [block for block in guidekit.blocks(page) if block.caption.endswith("sphinx_prolo.po")]
    guidekit.write(tmp_path, block)
    labels = words.writer("es", (tmp_path / "locales",)).labels
    assert labels.text("Patient information", "page") == "Hoja informativa"
    assert labels.text("Patient information", "page") != words.writer("es").labels.text("Patient information", "page")
