"""A copy of a small project for each test, and ways to build it and look at what came out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.testing.util import SphinxTestApp

from sphinx_prolo.domain import prolo_domain

CATALOGUE_HEAD = r"""
msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


class Project:
    """A project in a folder of its own, built by Sphinx as often as a test wants."""

    def __init__(self, srcdir: Path) -> None:
        self.srcdir = srcdir
        self.apps: list[SphinxTestApp] = []

    def build(self, builder: str = "html", language: str = "en", press: Any = None, **options: Any) -> SphinxTestApp:
        app = SphinxTestApp(
            builder,
            srcdir=self.srcdir,
            builddir=self.srcdir / "_build" / language,
            confoverrides={"language": language, **options.pop("confoverrides", {})},
            **options,
        )
        if press is not None:
            setattr(app.builder, "press", press)  # noqa: B010 -- Sphinx does not know that it is a HandoutBuilder
        self.apps.append(app)
        app.build()
        return app

    def text(self, language: str = "en", page: str = "handouts/knee") -> str:
        """A document as the text builder writes it."""
        app = self.build("text", language)
        return Path(app.outdir, f"{page}.txt").read_text(encoding="utf-8")

    def catalogue(self, language: str, messages: dict[str, str], domain: str = "handouts") -> Path:
        """Write a .po by hand, as a translator leaves it."""
        path = self.srcdir / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = (f'msgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in messages.items())
        path.write_text(CATALOGUE_HEAD.format(language=language) + "\n".join(entries), encoding="utf-8")
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.srcdir / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    @staticmethod
    def problems(app: SphinxTestApp) -> list[str]:
        """The codes of the problems that stand after a build."""
        return [problem.code for problem in prolo_domain(app.env).problems()]
