"""The facts of ``.. indication-list::``, ``.. eligibility-criteria::`` and ``.. contraindication-list::``: for whom."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.amounts import Duration
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text
from sphinx_prolo.facts.unstated import Unstated


class Acuity(StrEnum):
    """How long the reader has had a condition."""

    ACUTE = "acute"  # new
    CHRONIC = "chronic"  # lasting
    ANY = "any"


class Indication(Fact):
    """A condition that the treatment is used for."""

    condition: Text
    """The condition: "Tendon pain"."""
    acuity: Acuity | None = None
    """acute (new), chronic (lasting) or any."""
    sites: tuple[Text, ...] = ()
    """Parts of the body or forms of the condition, each a few words: "knee", "tennis elbow"."""


class Region(Fact):
    """A part of the body with its conditions."""

    region: Text
    """The part of the body: "Back and neck"."""
    items: tuple[Indication, ...] = Field(min_length=1)
    """The conditions."""


class IndicationList(Section):
    """What the treatment is used for; not what it was shown to help."""

    groups: tuple[Region, ...] = Field(min_length=1)
    """The conditions, by part of the body."""


class Criterion(Fact):
    """Something that speaks for or against the treatment."""

    criterion: Text
    """The criterion, as it goes on after "if": "your pain comes back or gets worse"."""
    min_duration: Duration | None = None
    """How long it must have lasted: 2 months."""


class Deferral(Fact):
    """Something for which one waits before the treatment is thought of."""

    criterion: Text
    """The criterion, as it goes on after "if": "your back pain is new"."""
    wait: Duration | None = None
    """How long to wait: 6-8 weeks."""


class EligibilityCriteria(Section):
    """For whom the treatment may be right, and when."""

    include: tuple[Criterion, ...] = ()
    """What speaks for the treatment."""
    exclude: tuple[Criterion, ...] = ()
    """What speaks against it."""
    prior_treatments: tuple[Stated, ...] = ()
    """What is tried before it."""
    defer: tuple[Deferral, ...] = ()
    """For what to wait."""
    timing: Claims[Text] = ()
    """When in the course of an illness it is used."""


class Weight(StrEnum):
    """How much a contraindication weighs."""

    ABSOLUTE = "absolute"  # never
    RELATIVE = "relative"  # a doctor has to weigh it


class Contraindication(Fact):
    """Something that forbids the treatment, or that a doctor has to weigh."""

    condition: Text
    """What the reader has: "An infection of the skin"."""
    kind: Weight | None = None
    """absolute (never) or relative (a doctor has to weigh it); leave it out if no source says."""
    action: Text | None = None
    """What the reader should do."""


class ContraindicationList(Unstated):
    """Who must not have the treatment, or only after a doctor has thought about it."""

    items: tuple[Contraindication, ...] = ()
    """What forbids it."""
