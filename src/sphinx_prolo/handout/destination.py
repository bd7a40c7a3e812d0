"""A link of the text in, where it leads in words of the reader's language out: what is read aloud for it in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx_prolo.language import Labels

_LONGEST = 200  # letters of a title or an address: it is heard in one go


def described(node: nodes.Element, labels: Labels) -> str:
    """As in "Web page: https://…", "Call +1 …", "Go to: Sources" (ISO 14289-1, 7.18.5: a person must understand it)."""
    address = str(node.get("refuri", ""))
    kind, _, rest = address.partition(":")
    if kind == "tel":
        return labels.text("Call {number}", "link", number=_plain(node.astext()) or rest)
    if kind == "mailto":
        return labels.text("Send an e-mail to {address}", "link", address=_plain(rest.partition("?")[0]))
    if address:
        return labels.text("Web page: {address}", "link", address=_plain(address))
    return labels.text("Go to: {title}", "link", title=_title(node))


def _title(node: nodes.Element) -> str:
    """The heading of what a link inside the handout leads to, or the text of a note; else the link's own words."""
    target = None if node.document is None else _target(node.document, node["refid"])
    if isinstance(target, nodes.target | nodes.title):
        target = target.parent
    if isinstance(target, nodes.footnote | nodes.citation):
        return _plain(target.astext())
    head = None if target is None else next(iter(target.findall(nodes.title)), None)
    return _plain((node if head is None else head).astext())


def _target(document: nodes.document, name: str) -> nodes.Element | None:
    return next((each for each in document.findall(nodes.Element) if name in each.get("ids", ())), None)


def _plain(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
