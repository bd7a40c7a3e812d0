"""The plain corpus in; what other ways to print it cost out. They live in an environment of their own.

Both get our bundled fonts, because a machine without fonts for a script prints boxes faster than letters.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from measure import Cost, run

from sphinx_prolo.pdf import fontfiles

if TYPE_CHECKING:
    from corpus import Corpus

HERE = Path(__file__).parent
PACKAGES = ["sphinx-simplepdf==1.7.0", "sphinx==9.0.4", "weasyprint==70.0"]
FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
</fontconfig>
"""


class Peers:
    """Other ways to print, installed once in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        if not (folder / "installed").is_file():
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run([self._python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
            (folder / "installed").touch()

    def plain_loop(self, corpus: Corpus, outdir: Path) -> Cost:
        """Sphinx html for each language, then WeasyPrint on each page: one PDF per handout and language."""
        return self._run([str(HERE / "plain_loop.py"), str(corpus.plain), str(outdir), *corpus.languages], corpus)

    def simplepdf(self, corpus: Corpus, outdir: Path) -> Cost:
        """sphinx-simplepdf: one book per language, with a cover and a table of contents, not tagged."""
        cost = Cost(0, 0.0, 0.0, 0.0)
        for language in corpus.languages:
            options = ["-q", "-b", "simplepdf", "-D", f"language={language}", "-D", "extensions=sphinx_simplepdf"]
            cost += self._run(["-m", "sphinx", *options, str(corpus.plain), str(outdir / language)], corpus)
        return cost

    def _run(self, arguments: list[str], corpus: Corpus) -> Cost:
        folder = corpus.srcdir.parent
        config = folder / "fonts.conf"
        folders = {path.parent for path in fontfiles.files()}
        lines = "\n".join(f"<dir>{one}</dir>" for one in sorted(folders))
        config.write_text(FONTCONFIG.format(folders=lines, cache=folder / "fontcache"))
        # simplepdf runs the command weasyprint
        path = os.pathsep.join([str(self._python.parent), os.environ["PATH"]])
        environment = os.environ | {"FONTCONFIG_FILE": str(config), "PATH": path}
        environment.pop("PYTHONPATH", None)
        return run([str(self._python), *arguments], environment)


def printed(outdir: Path) -> tuple[int, int]:
    """How many PDFs lie there, and how many pages they have."""
    paths = list(outdir.rglob("*.pdf"))
    pages = 0
    for path in paths:
        document = pypdfium2.PdfDocument(path)
        pages += len(document)
        document.close()
    return len(paths), pages
