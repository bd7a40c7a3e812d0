"""Settings of Sphinx's own in; those closed that would let a catalogue print more than words, as problems out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.problem import Problem, error, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

# An index entry is text and nothing else. The other kinds are printed as they stand: HTML, programs, paths of images.
HARMLESS = frozenset({"index"})


def close_doors(config: Config, confdir: Path) -> list[Problem]:
    """Take out of ``gettext_additional_targets`` what is no prose, and say so.

    With "raw" a translator would write HTML, with "image" name any file to be copied into the output; code that is
    printed as it stands cannot be compared. This is the one setting besides ``locale_dirs`` that is written to: an
    error alone would not keep the door shut.
    """
    asked = config.gettext_additional_targets
    wanted = [asked] if isinstance(asked, str) else list(asked or ())
    config.gettext_additional_targets = [target for target in wanted if target in HARMLESS]
    return list(_problems(config, Path(confdir, "conf.py"), [target for target in wanted if target not in HARMLESS]))


def _problems(config: Config, conf: Path, refused: list[str]) -> Iterator[Problem]:
    if refused:
        names = ", ".join(f"'{str(target)[:40]}'" for target in refused)
        message = (
            f"gettext_additional_targets must not name {names}: a translation could then bring in files, HTML or code;"
            " take them out (only 'index' may stand there), and give the text in a paragraph if it is to be translated"
        )
        yield error(str(conf), _line(conf, "gettext_additional_targets"), "handout-config", message)
    if config.gettext_allow_fuzzy_translations:
        message = (
            "gettext_allow_fuzzy_translations has no effect: a fuzzy message is a guess, and no guess is printed;"
            " delete the line"
        )
        yield note(str(conf), _line(conf, "gettext_allow_fuzzy_translations"), "handout-config", message)


def _line(conf: Path, setting: str) -> int | None:
    """Where conf.py gives a value to a setting; None if it was given on the command line."""
    try:
        text = conf.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    match = re.search(rf"^[ \t]*{setting}\b", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else None
