"""WeasyPrint, loaded quietly and without the system's fonts; or one sentence that says what this machine lacks."""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import os
import sys
import warnings
from typing import TYPE_CHECKING

from sphinx_prolo import problem
from sphinx_prolo.pdf.fontfiles import FONTCONFIG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.problem import Problem

_ADVICE = {
    "linux": "on Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "on macOS: brew install pango",
    "win32": "on Windows: install Pango with MSYS2 as WeasyPrint's documentation, First Steps, describes",
}


@functools.cache
def check_engine() -> Problem | None:
    """Load WeasyPrint: None, or the one problem that keeps this machine from printing, with its cure."""
    try:
        with only_our_fonts(), warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            # It warns that no fonts are configured, which is what we want, and of a missing HarfBuzz-Subset, which
            # only makes it slow; and it prints a notice of its own before it raises OSError.
            warnings.simplefilter("ignore")
            importlib.import_module("weasyprint")
    except OSError as missing:
        advice = _ADVICE.get(sys.platform, _ADVICE["linux"])
        cause = str(missing).splitlines()[0]
        return problem.error(
            "sphinx-prolo", None, "print-engine", f"no PDF can be printed without the library Pango; {advice} ({cause})"
        )
    return None


@contextlib.contextmanager
def only_our_fonts() -> Iterator[None]:
    """While this lasts, Fontconfig reads a configuration without any font folder; other programs keep theirs."""
    with environment(FONTCONFIG_FILE=str(FONTCONFIG)):
        yield


@contextlib.contextmanager
def environment(**values: str) -> Iterator[None]:
    """Set environment variables, and put them back."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
