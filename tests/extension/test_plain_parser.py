"""A plain text becomes what Sphinx's own parser makes of it, to the last attribute."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sphinx.parsers import RSTParser
from sphinx.testing.util import SphinxTestApp
from sphinx.transforms.i18n import _publish_msgstr

from sphinx_prolo.translation.plain_parser import PlainParser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECES = [
    *("a", "Brazo", "臂", "ذراع", "¿", "{each}", "RFC 2822", "1.", "A)", "\t", " ", "\xa0", "\u200f", "\u00ad"),
    *("*", "**", "`", "``", "|", "_", "::", ":", "\\", "[1]_", "@", "..", "-", "=", "http://x.y", "\n", "\f"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SphinxTestApp]:
    srcdir = tmp_path_factory.mktemp("plain")
    (srcdir / "conf.py").write_text('extensions = ["sphinx_prolo"]\n')
    (srcdir / "index.rst").write_text("Title\n=====\n")
    made = SphinxTestApp("text", srcdir=srcdir)
    yield made
    made.cleanup()


def message(parser: type[RSTParser], text: str, app: SphinxTestApp, **options: Any) -> nodes.Element:
    """A message as Sphinx makes nodes of it."""
    values = get_default_settings(parser())
    values.__dict__.update(app.env.settings, report_level=5, **options)

    def create(_filetype: str, *, config: Any, env: Any) -> RSTParser:
        made = parser()
        made._config, made._env = config, env
        return made

    registry: Any = SimpleNamespace(create_source_parser=create)
    return _publish_msgstr(text, "page.rst", 3, config=app.config, env=app.env, registry=registry, settings=values)


def described(node: nodes.Node) -> Any:
    """Everything that is known of a node and of those in it."""
    if isinstance(node, nodes.Text):
        return str(node), type(node.parent)
    known = {name: value for name, value in vars(node).items() if name not in {"parent", "_document", "children"}}
    return type(node), known, [described(child) for child in node.children], type(node.parent)


def both(text: str, app: SphinxTestApp, **options: Any) -> list[Any]:
    """What the two parsers make of it, and how much they leave in the document around it."""
    made = []
    for parser in (PlainParser, RSTParser):
        node = message(parser, text, app, **options)
        assert node.document is not None
        made.append((node.pformat() if node is node.document else described(node), len(node.document.children)))
    return made


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
@example("Descanse 2 días: {each}. ")
@example("a\tb")
@example("Aspirina.")
def test_every_text_becomes_the_same_nodes(app: SphinxTestApp, text: str) -> None:
    ours, theirs = both(text, app)
    assert ours == theirs


def test_a_plain_text_needs_no_parser(app: SphinxTestApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the laws above would hold for a class that does nothing."""
    monkeypatch.setattr(RSTParser, "parse", None)
    assert message(PlainParser, "Descanse hoy.", app).astext() == "Descanse hoy."


def test_links_to_standards_and_epilogues_are_kept(app: SphinxTestApp, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = both("Lea RFC 2822 hoy", app, rfc_references=True)
    assert ours == theirs
    assert "reference" in str(message(PlainParser, "Lea RFC 2822 hoy", app, rfc_references=True))
    monkeypatch.setattr(app.config, "rst_epilog", ".. |x| replace:: y")
    ours, theirs = both("Descanse hoy", app)
    assert ours == theirs
    assert ours[1] > 1


def test_the_parser_of_another_extension_stays(tmp_path: Path) -> None:
    (tmp_path / "theirs.py").write_text(
        "from sphinx.parsers import RSTParser\n"
        "class Theirs(RSTParser): pass\n"
        "def setup(app): app.add_source_parser(Theirs, override=True)\n"
    )
    head = "import sys; sys.path.insert(0, __file__.rsplit('/', 1)[0])\n"
    (tmp_path / "conf.py").write_text(head + 'extensions = ["theirs", "sphinx_prolo"]\n')
    (tmp_path / "index.rst").write_text("Title\n=====\n")
    app = SphinxTestApp("text", srcdir=tmp_path)
    assert app.registry.source_parsers["restructuredtext"].__name__ == "Theirs"
    app.cleanup()
