"""A resolved tree in, the first use of each word that ``glossary-terms`` explains as a link to its meaning out.

When the tree is about to be written, and not before: the words that are looked for are those of the reader's language,
and no sentence that still has to be extracted or translated is touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_prolo.directives.glossary_terms import GLOSSARY
from sphinx_prolo.translation.band import documents

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What may stand around a word that becomes a link; in a link, a literal or a word of ours there is none to be made.
_PLAIN = (nodes.emphasis, nodes.strong, nodes.inline)
# Scripts that set no spaces between words, by the names that Unicode gives their letters.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


class TermLinks(SphinxPostTransform):
    """Links words to their meanings, each once."""

    default_priority = 15  # after Sphinx has resolved its own references (10)

    def run(self, **_kwargs: Any) -> None:
        for docname, tree in documents(self):
            terms: dict[str, str] = {}
            for number, term in enumerate(_terms(tree), 1):
                term["ids"] = [nodes.make_id(f"{docname}-term-{number}")]
                terms.setdefault(_key("".join(_leaves(term))), term["ids"][0])
            terms.pop("", None)
            if terms:
                _link(tree, terms)


def _terms(tree: nodes.Element) -> Iterator[nodes.term]:
    for glossary in tree.findall(nodes.definition_list):
        if GLOSSARY in glossary["classes"]:
            yield from glossary.findall(nodes.term)


def _link(tree: nodes.Element, terms: dict[str, str]) -> None:
    """Link the first use of each word; ``terms``, word -> id, lose those that are linked."""
    # The longest first: "growth factor" is not to be taken for "growth".
    pattern = re.compile("|".join(map(_pattern, sorted(terms, key=len, reverse=True))), re.IGNORECASE)
    for paragraph in list(tree.findall(nodes.paragraph)):
        if paragraph.get("translatable", True) and not _explains(paragraph):
            for leaf in list(_leaves(paragraph)):
                pieces = list(_pieces(leaf, pattern, terms))
                if len(pieces) > 1 or isinstance(pieces[0], nodes.reference):
                    assert leaf.parent is not None
                    leaf.parent.replace(leaf, pieces)


def _pieces(leaf: nodes.Text, pattern: re.Pattern[str], terms: dict[str, str]) -> Iterator[nodes.Node]:
    end = 0
    for match in pattern.finditer(leaf):
        target = terms.pop(_key(match[0]), None)
        if target is None:
            continue
        if match.start() > end:
            yield nodes.Text(leaf[end : match.start()])
        yield nodes.reference("", match[0], internal=True, refid=target, classes=["prolo-term"])
        end = match.end()
    if end < len(leaf):
        yield nodes.Text(leaf[end:])


def _leaves(block: nodes.Element) -> Iterator[nodes.Text]:
    """The text of a block that is prose: no link, no literal, none of the words that we put around a sentence."""
    for leaf in block.findall(nodes.Text):
        parent = leaf.parent
        while parent is not None and parent is not block and _is_plain(parent):
            parent = parent.parent
        if parent is block:
            yield leaf


def _is_plain(node: nodes.Element) -> bool:
    return isinstance(node, _PLAIN) and not any(name.startswith("prolo-") for name in node["classes"])


def _explains(node: nodes.Node | None) -> bool:
    """Whether the node stands in the list of the words itself."""
    while node is not None:
        if isinstance(node, nodes.definition_list) and GLOSSARY in node["classes"]:
            return True
        node = node.parent
    return False


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()


def _pattern(words: str) -> str:
    """The word as a whole; in scripts without spaces, wherever it stands."""
    before = "" if _is_unspaced(words[0]) else r"\b"
    after = "" if _is_unspaced(words[-1]) else r"\b"
    return before + r"\s+".join(map(re.escape, words.split())) + after


def _is_unspaced(character: str) -> bool:
    return not character.isalnum() or unicodedata.name(character, "").startswith(_UNSPACED)


def setup_term_links(app: Sphinx) -> None:
    app.add_post_transform(TermLinks)
