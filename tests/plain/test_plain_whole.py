"""What is said of a handout as a whole: its reading grade, and the words that it does not explain."""

import re

import pytest

from sphinx_prolo import plain
from sphinx_prolo.plain.grade import grade, syllables
from sphinx_prolo.plain.passage import Passage, sentences

# Lincoln at Gettysburg, 1863: a text that every calculator of grades is tried on; by Flesch and Kincaid it is near 11.
GETTYSBURG = """Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived
in Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a
great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long
endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that
field, as a final resting place for those who here gave their lives that that nation might live. It
is altogether fitting and proper that we should do this. But, in a larger sense, we can not
dedicate, we can not consecrate, we can not hallow, this ground. The brave men, living and dead, who
struggled here, have consecrated it, far above our poor power to add or detract. The world will
little note, nor long remember what we say here, but it can never forget what they did here. It is
for us the living, rather, to be dedicated here to the unfinished work which they who fought here
have thus far so nobly advanced. It is rather for us to be here dedicated to the great task
remaining before us, that from these honored dead we take increased devotion to that cause for which
they gave the last full measure of devotion, that we here highly resolve that these dead shall not
have died in vain, that this nation, under God, shall have a new birth of freedom, and that
government of the people, by the people, for the people, shall not perish from the earth."""
EASY = "The cat sat on the mat. The dog ran to the door and sat by it. " * 20


def remarks(*texts: str, language: str = "en", unexplained: tuple[str, ...] = (), title: bool = False) -> list[str]:
    passages = tuple(Passage("/p/facts.yaml", line, text, title) for line, text in enumerate(texts, 10))
    found = plain.remarks(plain.Handout("/p/knee.rst", 4, passages, unexplained), language)
    return [str(problem) for problem in found if problem.code in {"plain-grade", "plain-term"}]


def test_the_grade_of_a_known_text() -> None:
    reached = grade(list(sentences(Passage("a", 1, GETTYSBURG))))
    assert reached is not None
    assert reached.kincaid == pytest.approx(10.9, abs=0.4)
    assert reached.smog is None  # ten sentences


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("We", 1), ("needle", 2), ("needles", 2), ("called", 1), ("needed", 2), ("times", 1), ("inches", 2),
     ("prolotherapy", 5), ("table", 2), ("medicine", 3), ("tried", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_an_easy_handout_has_its_grade_and_no_advice() -> None:
    [told] = remarks(EASY)
    assert re.fullmatch(
        r"/p/knee\.rst:4: note: reading grade: -?\d+\.\d \(Flesch-Kincaid\), 3\.0 \(SMOG\) \[plain-grade\]", told
    )


def test_a_hard_handout_is_told_what_to_aim_at() -> None:
    [told] = remarks(GETTYSBURG)
    assert "aim at 6" in told


def test_no_formula_holds_for_another_language() -> None:
    [told] = remarks(EASY, language="es")
    assert "not available for 'es'" in told


@pytest.mark.parametrize("text", ["Rest well.", "Knee pain " * 200])
def test_a_short_text_and_labels_have_no_grade(text: str) -> None:
    assert remarks(text) == []


def test_titles_are_not_graded() -> None:
    assert remarks(GETTYSBURG, title=True) == []


def test_a_word_that_nothing_explains() -> None:
    [told] = remarks("Rest.", "Two tendons\nhurt.", "A tendon hurts.", unexplained=("tendon",))
    assert told.startswith("/p/facts.yaml:11: note: knee.rst uses 'tendon' and does not explain it")
    assert told.endswith("[plain-term]")


@pytest.mark.parametrize(
    "texts",
    [
        ("A tendon (a cord) hurts.", "The tendon heals."),
        ("A cord of your muscle (tendon) hurts.",),
        ("This cord is called tendon.",),
        ("A tendon is a cord.",),
        ("Tendons are cords.",),
        ("Tendonitis hurts.",),
        ("Rest.",),
    ],
)
def test_words_that_are_explained_or_not_used(texts: tuple[str, ...]) -> None:
    assert remarks(*texts, unexplained=("tendon",)) == []
