"""Nothing in; what this machine prints with out, so that two machines can be compared before they share the work."""

from __future__ import annotations

import importlib.metadata
import platform
import zlib

import sphinx_prolo
from sphinx_prolo import pdf
from sphinx_prolo.press.digest import engine

_LIBRARIES = {"WeasyPrint": "weasyprint", "pydyf": "pydyf", "fontTools": "fonttools", "Pillow": "pillow"}


def equipment() -> dict[str, str]:
    """Name and version of whatever decides about the bytes of a PDF, without loading it.

    ``fonts and code`` is one word over the whole room ``pdf/`` with its bundled fonts.
    """
    return {
        "sphinx-prolo": sphinx_prolo.__version__,
        **{name: importlib.metadata.version(package) for name, package in _LIBRARIES.items()},
        "Python": platform.python_version().rpartition(".")[0],
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **pdf.libraries(),
        "fonts and code": engine()[:12],
    }


def differences(theirs: dict[str, str], ours: dict[str, str]) -> list[str]:
    """What they have otherwise than we, in words."""
    names = [*ours, *(name for name in theirs if name not in ours)]
    return [
        f"{name} is {theirs.get(name, 'not there')} there and {ours.get(name, 'not there')} here"
        for name in names
        if theirs.get(name) != ours.get(name)
    ]
