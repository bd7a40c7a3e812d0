"""Row: what handouts.json says of one PDF."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from sphinx_prolo.handout.sheet import Sheet


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One PDF in the output folder; the fields are explained at Sheet. ``sha256`` is that of the file."""

    docname: str
    language: str
    bcp47: str
    edition: str
    clinic: str | None
    status: str
    reasons: tuple[str, ...]
    titles: dict[str, str]
    pages: int
    path: str
    sha256: str
    version: str
    dates: dict[str, str]

    @classmethod
    def of(cls, sheet: Sheet, pages: int, sha256: str) -> Self:
        """The row of a sheet that was printed."""
        return cls(
            docname=sheet.docname,
            language=sheet.language,
            bcp47=sheet.bcp47,
            edition=sheet.edition,
            clinic=sheet.clinic,
            status=sheet.status.value,
            reasons=sheet.reasons,
            titles={"target": sheet.title, "source": sheet.source_title},
            pages=pages,
            path=sheet.path,
            sha256=sha256,
            version=sheet.version,
            dates={"published": sheet.published, "review_by": sheet.review_by},
        )

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Where the row stands in handouts.json."""
        return self.docname, self.language, self.edition, self.clinic or ""

    def as_dict(self) -> dict[str, Any]:
        """The row as plain data, for JSON."""
        return dataclasses.asdict(self) | {"reasons": list(self.reasons)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The inverse of :meth:`as_dict`. Raises TypeError when a field is missing or unknown."""
        return cls(**data | {"reasons": tuple(data["reasons"])})
