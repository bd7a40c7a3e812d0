"""A text without spaces between its words in, the same in pieces out, between which a line may break.

Thai, Lao, Khmer and Burmese write no space between words, and a line breaks between words all the same: only a
dictionary knows where (Unicode Standard Annex 14, class SA). ICU has one for each of them.
"""

from __future__ import annotations

import re
import unicodedata

# Thai, Lao, Myanmar with its extensions, Khmer. The letters decide about the dictionary, not the language of the page.
UNSPACED = "\u0e01-\u0e3a\u0e40-\u0eff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff\u19e0-\u19ff"

# Letters, says Unicode, but they belong to what stands before them: the ellipsis and some vowels of Thai and Lao, a
# Khmer sign.
_LEANING = frozenset("\u0e2f\u0e30\u0e32\u0e33\u0e45\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u17dc")
# A letter below or behind another one, and a Burmese consonant that ends a syllable or carries another one.
_TORN = re.compile(r"(?<=[\u17d2\u1039\u0e40-\u0e44\u0ec0-\u0ec4]).|[\u1000-\u102a]\u1037?[\u1039\u103a]")
_LOCATIVE = "\u104e"  # Unicode calls it punctuation; it is the first letter of ၎င်း


def pieces(text: str) -> list[str]:
    """The pieces of a run of ``UNSPACED`` characters; together they are the text.

    >>> pieces("មនុស្សទាំងអស់កើតមក")
    ['មនុស្ស', 'ទាំងអស់', 'កើតមក']
    """
    from icu4py.breakers import LineBreaker  # 40 MB, for the few languages that need it

    found: list[str] = []
    at = 0
    for segment in LineBreaker(text, "root"):
        if found and not _may_begin(text, at):
            found[-1] += segment
        else:
            found.append(segment)
        at += len(segment)
    return found


def _may_begin(text: str, at: int) -> bool:
    """Whether a line may begin with this character.

    With a letter, that is: ICU, whose rules for signs are those of all scripts, would also begin a line with the sign
    of repetition (ៗ, ໆ).
    """
    char = text[at]
    is_letter = unicodedata.category(char) == "Lo" and char not in _LEANING
    return (is_letter or char == _LOCATIVE) and not _TORN.match(text, at)
