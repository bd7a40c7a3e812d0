"""The locale folders of a project in; the .po files of a language by text domain out, and those that are left out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from sphinx.config import Config


def catalogues(srcdir: Path, config: Config) -> tuple[dict[str, list[Path]], list[Problem]]:
    """The files of each domain, the weightier ones last: "es" before "es_MX", the last locale folder before the first.

    A file that is a link to somewhere outside of its locale folder is left out: who may write a link there could have
    any file of this machine read, and parts of it shown among the problems.
    """
    found: dict[str, list[Path]] = {}
    problems: list[Problem] = []
    for code in dict.fromkeys((config.language.split("_")[0], config.language)):
        for locale_dir in reversed(config.locale_dirs):
            root = Path(os.path.normpath(Path(srcdir, locale_dir)))
            folder = root / code / "LC_MESSAGES"
            for path in sorted(folder.rglob("*.po")):
                if path.resolve().is_relative_to(root.resolve()):
                    domain = path.relative_to(folder).with_suffix("").as_posix()
                    found.setdefault(domain, []).append(path)
                else:
                    message = "leads out of the locale folder and is not read; put the file itself there"
                    problems.append(error(str(path), None, "catalogue-file", message))
    return found, problems
