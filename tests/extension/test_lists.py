"""The list directives: every fact of a file reaches the reader, in every builder, under our words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes

if TYPE_CHECKING:
    from projects import Project

HEAD = "Dry needling\n============\n\n.. handout::\n   :facts: /facts/needles.yaml\n   :version: 1.0\n"
BUILT = (
    "In short",
    "Less pain",
    "IMT",
    "It is a theory.",
    "Stiff neck",
    "you are afraid of needles",
    "an infection of the skin",
    "Physiotherapist",
    "Needle School",
    "joins a muscle to a bone",
)
DATES = "   :published: 2026-01-31\n   :review-by: 2030-01-31\n\n"


@pytest.fixture
def needles(project: Callable[[str], Project]) -> Project:
    return project("lists")


@pytest.fixture
def printed(needles: Project) -> Callable[..., str]:
    """The text of a handout with one directive in it, and nothing wrong."""

    def write(directive: str, language: str = "en") -> str:
        (needles.srcdir / "handouts/needles.rst").write_text(f"{HEAD}{DATES}.. {directive}\n")
        text = plain(needles.text(language, "handouts/needles"))
        if language == "en":
            assert needles.problems(needles.apps[-1]) == []
        return text

    return write


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_key_points_stand_in_a_box_the_message_first(printed: Callable[..., str]) -> None:
    text = printed("key-points::")
    message, points, action = (
        text.index(words) for words in ("We do not know how well", "* A thin needle", "→ Talk to your doctor")
    )
    assert text.index("In short") < message < points < action
    assert "dry needling works. (Review)" in text
    assert "into a muscle for 5–10 minutes." in text


def test_the_sign_of_what_to_do_points_along_the_line(printed: Callable[..., str]) -> None:
    text = printed("key-points::", language="ar")
    assert "←" in text and "→" not in text


def test_a_summary_shows_every_claim_with_its_source(printed: Callable[..., str]) -> None:
    text = printed("treatment-summary::")
    assert "A thin needle is put into a sore place of a muscle. (Review)" in text
    assert "reported: A gentle way to loosen a muscle. (Clinic)" in text
    assert "given together with standard treatment" in text and "complementary" not in text
    assert "Less pain (Review, Clinic)" in text
    assert text.count("Doctors do not agree on it.") == 1  # said once, with both sources


def test_synonyms_say_what_else_they_mean(printed: Callable[..., str]) -> None:
    text = printed("synonym-list::")
    assert "intramuscular therapy (IMT) (Clinic)" in text
    assert "This name is also used for: acupuncture at other points" in text


@pytest.mark.parametrize(
    ("certainty", "words"),
    [("thought", "It is a theory."), ("unknown", "Nobody knows how the treatment works."), ("established", None)],
)
def test_steps_are_numbered_and_a_doubt_comes_first(
    needles: Project, printed: Callable[..., str], certainty: str, words: str | None
) -> None:
    needles.edit("facts/needles.yaml", "certainty: thought", f"certainty: {certainty}")
    text = printed("mechanism-steps::")
    assert "1. The needle makes the muscle twitch. (Review) 2. The muscle lets go." in text
    assert ("theory" in text or "Nobody" in text) is (words is not None)
    assert words is None or text.index(words) < text.index("1. The needle")


def test_indications_are_grouped_by_region(printed: Callable[..., str]) -> None:
    text = printed("indication-list::")
    assert text.index("Neck and shoulder") < text.index("Stiff neck (Review)") < text.index("-[ Back (Clinic) ]-")
    assert "Stage: New (acute)" in text and "Stage: New or lasting" in text
    assert "Where: rotator cuff shoulder blade" in text


@pytest.mark.parametrize(
    ("only", "shown", "hidden"),
    [
        ("neck", ["Stiff neck", "Shoulder pain"], ["Back", "Low back pain"]),
        ("stiff, low", ["Neck and shoulder", "Stiff neck", "Back", "Low back pain"], ["Shoulder pain"]),
        ("low", ["Low back pain"], ["Neck and shoulder"]),
    ],
)
def test_indications_are_selected_by_region_or_one_by_one(
    printed: Callable[..., str], only: str, shown: list[str], hidden: list[str]
) -> None:
    text = printed(f"indication-list::\n   :only: {only}")
    assert all(words in text for words in shown)
    assert not any(words in text for words in hidden)


def test_criteria_stand_under_for_against_and_wait(printed: Callable[..., str]) -> None:
    text = printed("eligibility-criteria::")
    assert "✓ your muscle has been sore (Clinic) For how long: at least 6 weeks" in text
    assert "✗ you are afraid of needles" in text
    assert "How long to wait: 4–6 weeks" in text
    assert "It is used late. (Review)" in text and "It is used early by some. (Clinic)" in text
    assert text.index("What to try first") < text.index("* Exercises")
    assert text.endswith("Ask your doctor if the treatment is right for you.")


def test_only_names_the_entries_of_all_lists_of_a_section(printed: Callable[..., str]) -> None:
    text = printed("eligibility-criteria::\n   :only: fear, long")
    assert "you are afraid" in text and "has been sore" in text
    assert "your pain is new" not in text and "Exercises" not in text


@pytest.mark.parametrize("directive", ["eligibility-criteria", "indication-list", "mechanism-steps", "key-points"])
def test_an_entry_that_does_not_exist_is_an_error(needles: Project, directive: str) -> None:
    (needles.srcdir / "handouts/needles.rst").write_text(f"{HEAD}{DATES}.. {directive}::\n   :only: nobody\n")
    app = needles.build("latex")
    assert needles.problems(app) == ["handout-only"]


def test_what_forbids_comes_before_what_is_to_be_weighed(printed: Callable[..., str]) -> None:
    text = printed("contraindication-list::")
    never, unknown, weigh = (text.index(word) for word in ("✗ an infection", "? a weak heart", "? a blood thinner"))
    assert text.index("You must not have") < never < text.index("Tell your clinic") < unknown
    assert unknown < text.index("If you have one of these") < weigh
    assert "What to do: Wait until it is healed." in text


def test_a_gap_says_to_ask_the_clinic(printed: Callable[..., str]) -> None:
    text = printed("contraindication-list::\n\n   none_stated: true")
    assert "Ask your clinic: Our sources do not say who must not have this treatment." in text


def test_practitioners_have_degrees_that_are_not_translated(printed: Callable[..., str]) -> None:
    text = printed("practitioner-list::")
    assert text.index("The person should be trained in it. (Review)") < text.index("* Physiotherapist")
    assert "Physiotherapist (PT, DPT) (Clinic) Training: A course of two weekends" in text


def test_organizations_keep_their_names_and_are_grouped_by_role(needles: Project, printed: Callable[..., str]) -> None:
    text = printed("organization-list::")
    assert "Board of Needles Inc. (US) Telephone: +1 (555) 010-0199 Last checked: January 15, 2026" in text
    assert text.index("Authorities") < text.index("Who trains doctors") < text.index("Other organizations")
    tree = needles.build("html").env.get_doctree("handouts/needles")
    assert [link["refuri"] for link in tree.findall(nodes.reference)] == [
        "tel:+15550100199",
        "https://example.org/school/",
    ]


def test_names_and_abbreviations_reach_no_translator(needles: Project) -> None:
    app = needles.build("gettext")
    messages = Path(app.outdir, "handouts.pot").read_text(encoding="utf-8")
    for name in (
        "Board of Needles",
        "Needle School",
        "IMT",
        "DPT",
        "TEN-dun",
        "(555)",
        "Ask your doctor",
        "It is a theory",
    ):
        assert name not in messages
    for sentence in ("tendon", "Less pain", "Neck and shoulder", "Dry needling", "Doctors do not agree on it."):
        assert f'msgid "{sentence}"' in messages
    assert "#. Printed as: heading: a part of the body." in messages


def test_a_translation_of_headings_terms_captions_and_claims_is_printed(needles: Project) -> None:
    words = {
        "Dry needling": "Punción seca",
        "Neck and shoulder": "Cuello y hombro",
        "tendon": "tendón",
        "Doctors do not agree on it.": "Los médicos no coinciden.",
        "Easier movement": "Moverse mejor",
    }
    needles.catalogue("es", words)
    app = needles.build("text", "es")
    text = Path(app.outdir, "handouts/needles.txt").read_text(encoding="utf-8")
    assert all(translated in text for translated in words.values())
    assert "Cuello y hombro" in text and "Neck and shoulder" not in text
    assert "TEN-dun" not in text  # how the English word is said
    assert "(Review, Clinic)" in text  # sources stay behind what was translated


def test_names_keep_their_order_on_a_page_from_right_to_left(needles: Project) -> None:
    sheets: list[Any] = []
    press = SimpleNamespace(accept=sheets.append, finish=lambda _language, _docnames: ())
    needles.build("handout", "ar", press=press)
    page = sheets[0].job.html
    assert '<bdi class="prolo-name" dir="ltr">Board of Needles Inc.</bdi>' in page
    assert 'dir="ltr">+1\u00a0(555)\u00a0010-0199</bdi>' in page


@pytest.mark.parametrize("citing", ["show", "footnote", "hide"])
def test_sources_are_shown_as_the_writer_wants(printed: Callable[..., str], citing: str) -> None:
    text = printed(f"practitioner-list::\n   :sources: {citing}\n\n.. source-list::")
    assert ("(Review)" in text) is (citing == "show")
    assert ("trained in it.^1" in text) is (citing == "footnote")


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_every_builder_is_whole(needles: Project, builder: str) -> None:
    app = needles.build(builder, warningiserror=True, exception_on_warning=True)
    page = {"html": "handouts/needles.html", "epub": "handouts/needles.xhtml", "text": "handouts/needles.txt"}
    path = Path(app.outdir, page[builder]) if builder in page else next(Path(app.outdir).glob("*.tex"))
    text = plain(path.read_text(encoding="utf-8"))
    for words in BUILT:
        assert words in text, words
