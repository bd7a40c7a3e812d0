"""``.. handout::`` marks a document as printable: facts, version, dates in, an entry of the domain out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives as options
from sphinx.util.docutils import SphinxDirective

from sphinx_prolo import facts
from sphinx_prolo.domain import Handout, prolo_domain
from sphinx_prolo.problem import error
from sphinx_prolo.report import report

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.problem import Problem

WITHDRAWN = "withdrawn"

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class HandoutDirective(SphinxDirective):
    """The document is a handout: one PDF for each language and edition."""

    has_content = False
    option_spec: ClassVar = {
        "facts": options.unchanged_required,
        "version": options.unchanged_required,
        "published": options.unchanged_required,
        "review-by": options.unchanged_required,
        "status": options.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        # What was written, vetted and signed is what is printed: "1--3" stays, and so do quotation marks.
        self.state.document.settings.smart_quotes = False
        source, line = self.get_source_info()
        docname = self.env.docname
        domain = prolo_domain(self.env)
        problems = list(self._judge(source, line))
        domain.handouts.setdefault(
            docname,
            Handout(
                facts=self._facts(),
                version=self.options.get("version", ""),
                published=self.options.get("published", ""),
                review_by=self.options.get("review-by", ""),
                path=source,
                line=line,
                withdrawn=self.options.get("status") == WITHDRAWN,
            ),
        )
        report(self.env, docname, problems)
        return []

    def _facts(self) -> str | None:
        if "facts" not in self.options:
            return None
        _relative, path = self.env.relfn2path(self.options["facts"], self.env.docname)
        self.env.note_dependency(path)
        return path

    def _judge(self, source: str, line: int) -> Iterator[Problem]:
        """All that is wrong with the directive, and with the facts it names."""

        def wrong(code: str, message: str) -> Problem:
            return error(source, line, code, message)

        docname = self.env.docname
        if docname in prolo_domain(self.env).handouts:
            yield wrong("handout-twice", "the document has two 'handout' directives; keep one")
        if "." in docname:
            yield wrong(
                "handout-name", f"rename '{docname}': a dot in the name would be read as a language or an edition"
            )
        for name in ("version", "published", "review-by"):
            if name not in self.options:
                yield wrong("handout-option", f"'handout' needs the option :{name}:")
            elif name != "version" and _date(self.options[name]) is None:
                text = self.options[name]
                yield wrong("handout-date", f":{name}: '{text}' is not a date; write year-month-day, as in 2026-11-20")
        published, review_by = (_date(self.options.get(name, "")) for name in ("published", "review-by"))
        if published and review_by and review_by <= published:
            yield wrong("handout-date", ":review-by: is not after :published:; give the date of the next review")
        yield from self._judge_status(wrong)
        path = self._facts()
        if path is not None and not Path(path).is_file():
            yield wrong("facts-file", f":facts: there is no file {path}; check its name")
        elif path is not None:
            yield from facts.read(Path(path)).problems

    def _judge_status(self, wrong: Callable[[str, str], Problem]) -> Iterator[Problem]:
        status = self.options.get("status", WITHDRAWN)
        if status != WITHDRAWN:
            message = f":status: can only be '{WITHDRAWN}', not '{status}'; draft and final come by themselves"
            yield wrong("handout-option", message)


def _date(text: str) -> datetime.date | None:
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def setup_handout(app: Sphinx) -> None:
    app.add_directive("handout", HandoutDirective)
