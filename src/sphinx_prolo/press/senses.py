"""What a reading of the project looks at in; the files and folders outside of it out, or that nobody can know.

conf.py is a program, and extensions are others: they may read any file. Python tells an audit hook (PEP 578) of each
file that it opens, each folder that it lists, each program that it starts and each connection that it makes.
"""

from __future__ import annotations

import ast
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sphinx_prolo.press.traces import Look, look

_LISTS = frozenset({"os.listdir", "os.scandir"})
# What comes from another program, from the network or from a database is seen by nobody.
_STRANGE = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "urllib.Request", "sqlite3.connect"}
)
_WRITES = os.O_WRONLY | os.O_RDWR
_NO_FILES = ("/dev/", "/proc/", "/sys/")
# What these say is another thing each time, or on each machine.
_FICKLE_MODULES = frozenset(
    {"datetime", "time", "random", "uuid", "secrets", "platform", "getpass", "socket", "subprocess", "urllib", "http",
     "requests", "locale"}
)  # fmt: skip
_FICKLE_NAMES = frozenset(
    {"environ", "getenv", "environb", "argv", "getcwd", "cwd", "popen", "stat", "exists", "is_file", "is_dir", "isfile",
     "isdir", "access"}
)  # fmt: skip

_listening: list[Senses] = []
_hooked = False
_before: frozenset[str] = frozenset()  # the modules that this process had loaded before it first looked at a project


class Senses:
    """While it is entered, remembers what this thread opens.

    opened   files and folders, with their look at that moment (None: there was none)
    strange  whether something was asked that is no file
    modules  the modules of the project, and others that were not installed; filled in by whoever runs it
    """

    def __init__(self) -> None:
        self.opened: dict[str, Look | None] = {}
        self.strange = False
        self.modules: set[str] = set()
        self._thread = 0

    def __enter__(self) -> Self:
        global _hooked, _before  # noqa: PLW0603 - Python keeps a hook for ever, so there is one for all
        if not _hooked:
            sys.addaudithook(_hear)
            _before = frozenset(sys.modules)
            _hooked = True
        self._thread = threading.get_ident()
        _listening.append(self)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        _listening.remove(self)

    def join(self, other: Senses) -> None:
        """Remember what another process has opened, too. A file that was not the same for both is known to nobody."""
        both = self.opened.keys() & other.opened.keys()
        self.strange |= any(self.opened[place] != other.opened[place] for place in both)
        self.opened = other.opened | self.opened
        self.strange |= other.strange
        self.modules |= other.modules

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """One event of Python's."""
        if event == "open":
            path, mode, flags = arguments
            if not (flags & _WRITES) and not (isinstance(mode, str) and set(mode) & set("wax+")):
                self._note(path)
        elif event in _LISTS:
            self._note(arguments[0])
        elif event in _STRANGE or (event == "socket.connect" and isinstance(arguments[1], tuple)):
            self.strange = True

    def _note(self, path: Any) -> None:
        if isinstance(path, (str, bytes, os.PathLike)):
            place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - resolve() would open more
            if place not in self.opened and not place.startswith(_NO_FILES):
                self.opened[place] = look(place)

    def is_mine(self) -> bool:
        """Whether the running thread is the one that listens."""
        return self._thread == threading.get_ident()


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _listening and (event == "open" or event.startswith(("os.", "subprocess.", "socket.", "urllib.", "sqlite3."))):
        for senses in _listening:
            if senses.is_mine():
                senses.hear(event, arguments)


def modules() -> Iterator[str]:
    """The files of the modules that projects loaded and that were not installed: their own, extensions in work."""
    for name, module in list(sys.modules.items()):
        path = None if name in _before or name.startswith("sphinx_prolo.") else getattr(module, "__file__", None)
        if isinstance(path, str) and path.endswith(".py") and not is_installed(path):
            yield os.path.abspath(path)  # noqa: PTH100 - as the hook has it


def is_installed(path: str) -> bool:
    """Whether a file belongs to Python or to a package that was installed; those are known by their versions."""
    parts = path.replace(os.sep, "/").split("/")
    return "site-packages" in parts or "dist-packages" in parts or path.startswith(_STANDARD) or path.endswith(".pyc")


def is_fickle(path: str) -> bool:
    """Whether a module asks for the environment, the time or the like, so that it may say another thing each time."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return True
    return any(map(_asks, ast.walk(tree)))


def _asks(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] in _FICKLE_MODULES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        names = {alias.name for alias in node.names}
        return (node.module or "").split(".")[0] in _FICKLE_MODULES or bool(names & _FICKLE_NAMES)
    return isinstance(node, ast.Attribute) and node.attr in _FICKLE_NAMES


_STANDARD = tuple({os.path.dirname(os.__file__) + os.sep, os.path.dirname(os.path.realpath(os.__file__)) + os.sep})  # noqa: PTH120
