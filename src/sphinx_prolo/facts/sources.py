"""Source: where a fact comes from, and what the source would gain if you believed it."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.scalars import Day, LanguageTag, Line, Link
from sphinx_prolo.records import Shape


class SourceKind(StrEnum):
    """What a source is, from the strongest to the weakest."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic-review"
    TRIAL = "trial"
    PROFESSIONAL_SITE = "professional-site"
    CLINIC_SITE = "clinic-site"
    BLOG = "blog"
    WEB_PAGE = "web-page"


class Interest(StrEnum):
    """Whether a source earns by the treatment that it writes about."""

    NONE = "none"
    SELLS_TREATMENT = "sells-treatment"
    UNKNOWN = "unknown"


class Source(Shape):
    """One source. Its names are printed as they stand and never translated."""

    title: Line
    """The title of the page, article or book."""
    short: Line = Field(default_factory=lambda data: data.get("title", ""))
    """How tables name it; the title if not given."""
    kind: SourceKind
    """guideline, systematic-review, trial, professional-site, clinic-site, blog or, if nobody is named, web-page."""
    language: LanguageTag | None = None
    """The language of its title, as in en or pt-BR; that of the handouts' sources if not given."""
    publisher: Line | None = None
    """Who published it."""
    url: Link | None = None
    """Its address on the web."""
    date: Day | None = None
    """When it was published or last changed."""
    accessed: Day | None = None
    """When it was read."""
    interest: Interest
    """none, sells-treatment or unknown: whether the source earns by the treatment."""
