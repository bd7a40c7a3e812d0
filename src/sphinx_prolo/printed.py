"""A handout in, the digest of the text that is printed of it out: the same on every machine and in every builder.

What counts is what a reader gets: the kinds of nodes, their text with all values filled in, where links lead, the text
alternatives and the bytes of pictures. What does not: lines, paths and looks, and what only says that it is a draft.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.tags import Tags

from sphinx_prolo.domain import prolo_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# Classes of what says how far a handout is, and is no part of it: draft band, document-control, marks of sentences.
BAND, CONTROL, MARK = "prolo-band", "prolo-control", "prolo-mark"
_STATUS = frozenset({BAND, CONTROL, MARK})

_UNSEEN = (
    nodes.comment,
    nodes.substitution_definition,
    nodes.pending,
    nodes.system_message,
    nodes.meta,
    addnodes.index,
)
# They print what they hold and nothing else.
_THROUGH = (nodes.inline, nodes.target)
# Attributes that are printed, or that move what is printed.
_ATTRIBUTES = ("start", "enumtype", "morecols", "morerows", "explanation", "format")
_WEB = ("https:", "http:", "mailto:", "tel:")
_SPACE = re.compile("[ \t\r\n]+")


def printed_digest(env: BuildEnvironment, docname: str) -> str:
    """The digest of a handout in the language of the build.

    Its document is resolved as for the builder ``handout``, whichever builder runs: ``only`` and references differ.
    """
    domain = prolo_domain(env)
    domain.resolving = True
    try:
        with _as_handout(env._app), logging.suppress_logging():  # whoever writes the page will tell
            tree = env.get_and_resolve_doctree(
                docname, env._app.builder, tags=env._app.tags, doctree=env.get_doctree(docname)
            )
    finally:
        domain.resolving = False
    handout = domain.handouts[docname]
    head = [handout.version, handout.published, handout.review_by]
    return digest_of([*head, *_Text(tree, Path(env.srcdir)).parts()])


def digest_of(parts: Iterable[str | bytes]) -> str:
    """The digest of parts, each with its length, so that no two lists of parts look alike."""
    total = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(content))
        total.update(content)
    return f"sha256:{total.hexdigest()}"


@contextlib.contextmanager
def _as_handout(app: Sphinx) -> Iterator[None]:
    """Let the transforms of Sphinx and of extensions see the builder ``handout`` with its tags."""
    builder, env, tags = app.builder, app.env, app.tags
    if builder.name == "handout":
        yield
        return
    own = {builder.name, builder.format, f"builder_{builder.name}", f"format_{builder.format}"}
    app.tags = Tags([tag for tag in tags if tag not in own])
    try:
        app.builder = app.registry.create_builder(app, "handout", env)
        env._builder_cls = type(app.builder)
        yield
    finally:
        app.builder, app.tags, env._builder_cls = builder, tags, type(builder)


class _Text:
    """What is printed of a resolved tree."""

    def __init__(self, tree: nodes.document, srcdir: Path) -> None:
        self.tree = tree
        self.srcdir = srcdir
        # Where a link leads, as a place in the text: names of targets are nowhere printed.
        self.places: dict[str, str] = {}
        for at, node in enumerate(_seen(tree)):
            self.places |= dict.fromkeys(node["ids"], str(at))

    def parts(self) -> Iterator[str | bytes]:
        """The text, tag by tag; runs of text are one part, however the nodes cut them."""
        run: list[str] = []
        for part in self._walk(self.tree, as_it_stands=False):
            if isinstance(part, _Run):
                run.append(part)
                continue
            yield from _joined(run)
            run.clear()
            yield part
        yield from _joined(run)

    def _walk(self, node: nodes.Node, *, as_it_stands: bool) -> Iterator[str | bytes]:
        if isinstance(node, nodes.Text):
            yield _Run(node if as_it_stands else _SPACE.sub(" ", node))
        elif isinstance(node, nodes.Element) and _is_seen(node):
            inside = as_it_stands or isinstance(node, nodes.FixedTextElement)
            through = isinstance(node, _THROUGH)
            if not through:
                yield f"<{node.tagname}>"
                yield from self._attributes(node)
            for child in node.children:
                yield from self._walk(child, as_it_stands=inside)
            if not through:
                yield "</>"

    def _attributes(self, node: nodes.Element) -> Iterator[str | bytes]:
        yield from (f"{name}={node[name]}" for name in _ATTRIBUTES if node.get(name))
        if isinstance(node, nodes.reference):
            address = node.get("refuri", "")
            if address.startswith(_WEB):  # on paper no other document can be reached
                yield f"to {address}"
            elif "refid" in node:
                yield f"to place {self.places.get(node['refid'], '')}"
        elif isinstance(node, nodes.image):
            yield node.get("alt", "")
            yield from self._picture(node)

    def _picture(self, node: nodes.image) -> Iterator[str | bytes]:
        """The bytes of a picture. Of a drawing of ours the text alternative says all; how it is drawn may change."""
        if any(name.startswith("prolo-icons-") for name in node["classes"]):
            return
        for address in sorted({node["uri"], *node.get("candidates", {}).values()}):
            if address.startswith("data:"):
                yield address
            else:
                with contextlib.suppress(OSError, ValueError):
                    yield hashlib.sha256((self.srcdir / address).read_bytes()).digest()


class _Run(str):
    """A piece of running text."""

    __slots__ = ()


def _joined(run: list[str]) -> Iterator[str]:
    text = "".join(run)
    if text:
        yield f"#{text}"


def _is_seen(node: nodes.Element) -> bool:
    return not isinstance(node, _UNSEEN) and _STATUS.isdisjoint(node.get("classes", ()))


def _seen(node: nodes.Element) -> Iterator[nodes.Element]:
    """The elements that print, in their order."""
    if _is_seen(node):
        yield node
        for child in node.children:
            if isinstance(child, nodes.Element):
                yield from _seen(child)
