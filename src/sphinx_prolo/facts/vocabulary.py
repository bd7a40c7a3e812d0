"""The facts of ``.. synonym-list::`` and ``.. glossary-terms::``: other names of the treatment, and words explained."""

from pydantic import Field

from sphinx_prolo.facts.once import refuse_twice
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.scalars import Line
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map


class Terms(Section):
    """A list of terms, each of which stands there once."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, then that no term comes twice."""
        refuse_twice(data.get("items"), "term", judgement)
        return super().judge(data, judgement)


class Synonym(Fact):
    """Another name of the treatment."""

    term: Text
    """The name."""
    abbr: Line | None = None
    """Its abbreviation, printed as it stands: RIT."""
    ambiguous_with: Text | None = None
    """What else the name is used for, if it is: "injections into varicose veins"."""


class SynonymList(Terms):
    """The names under which a reader may meet the treatment."""

    items: tuple[Synonym, ...] = Field(min_length=1)
    """The names."""


class Term(Fact):
    """A word that readers may not know."""

    term: Text
    """The word, in the form in which sentences use it."""
    plain: Text
    """What it means, in plain words."""
    pronounce: Line | None = None
    """How it is said, for readers of the language of the sources: "TEN-dun"."""


class GlossaryTerms(Terms):
    """Words explained."""

    items: tuple[Term, ...] = Field(min_length=1)
    """The words."""
