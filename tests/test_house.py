"""The house stands as the guide draws it: rooms know only the rooms below them, each library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "sphinx_prolo"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Which of our rooms a room may know, besides itself, problem, quantity and lexicon.
SHARED_BY_SPHINX_ROOMS = {
    "clock",
    "config",
    "domain",
    "printed",
    "report",
    "reviews",
    "sentences",
    "slot",
    "status",
    "words",
}
ROOMS = {
    "records": set(),
    "facts": {"records"},
    "reviews": {"records"},
    "clinic": {"records"},
    "language": set(),
    "catalogue": {"records"},
    "pdf": set(),
    "plain": set(),
    "directives": {"facts", "language", "clinic"} | SHARED_BY_SPHINX_ROOMS,
    "translation": {"facts", "language", "catalogue", "plain", "directives"} | SHARED_BY_SPHINX_ROOMS,
    "handout": {"facts", "language", "clinic", "directives", "translation", "pdf"} | SHARED_BY_SPHINX_ROOMS,
    "press": {"handout", "translation", "pdf", "language"} | SHARED_BY_SPHINX_ROOMS,
    "cli": {"press", "handout", "translation", "pdf", "language", "facts"} | SHARED_BY_SPHINX_ROOMS,
}

# The door of each third-party library: the modules, by prefix, that may import it.
DOORS = {
    "ruamel": ("records/",),
    "babel.messages": ("catalogue/",),
    "babel": ("language/", "catalogue/"),
    "icu4py": ("language/breaking.py",),
    "weasyprint": ("pdf/",),
    "pydyf": ("pdf/",),
    "fontTools": ("pdf/",),
    "sphinx_intl": ("translation/update.py",),
    "click": ("cli/",),
    "distributed": ("press/cluster.py",),
    "watchfiles": ("press/watch.py",),
    "rich": ("cli/",),
    "jinja2": ("handout/page.py",),
    "readability": ("plain/grade.py",),
    "segno": ("handout/code.py",),
}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The modules that a module imports when it runs; imports for the type checker alone open no door."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_knows_only_the_rooms_below_it(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    if room not in ROOMS:
        return
    ours = {module.split(".")[1] for module in imports(path) if module.startswith("sphinx_prolo.")}
    assert ours - {room, "problem", "quantity", "lexicon", "__version__"} <= ROOMS[room]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_one_door(path: Path) -> None:
    for module in imports(path):
        for library, doors in DOORS.items():
            if module == library or module.startswith(f"{library}."):
                assert name(path).startswith(doors), f"{module} is imported outside {doors}"


PURE = (
    "records", "facts", "reviews", "clinic", "language", "catalogue", "pdf", "plain", "problem", "quantity", "lexicon"
)  # fmt: skip


@pytest.mark.parametrize("room", PURE)
def test_the_pure_rooms_load_without_sphinx(room: str) -> None:
    code = f"import sys, sphinx_prolo.{room}; sys.exit('sphinx' in sys.modules)"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_comes_in_and_goes_out(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, node.name
