"""The facts of ``.. practitioner-list::`` and ``.. organization-list::``: who gives the treatment, and whom to ask."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.scalars import Day, Line, Link, Phone
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text


class Practitioner(Fact):
    """A profession that gives the treatment."""

    role: Text
    """The profession, in plain words: "a doctor for rehabilitation (physiatrist)"."""
    degrees: tuple[Line, ...] = ()
    """Degrees that it needs, printed as they stand: MD, DO."""
    training: Text | None = None
    """What training it needs."""


class PractitionerList(Section):
    """Who gives the treatment."""

    roles: tuple[Practitioner, ...] = ()
    """The professions."""
    requirement: Stated | None = None
    """What all of them must have: "The doctor should be trained and experienced in this treatment."."""


class OrganizationRole(StrEnum):
    """What a reader finds at an organization."""

    TRAINING = "training"  # it trains doctors
    CONTACT = "contact"  # it answers questions
    CLINIC = "clinic"  # it treats
    REGULATOR = "regulator"  # an authority


class Organization(Fact):
    """An organization. Its name is a proper name and is never translated."""

    name: Line
    """Its name, as it writes it itself."""
    role: OrganizationRole | None = None
    """training, contact, clinic or regulator."""
    locale: Line | None = None
    """Where it is, printed as it stands: a place or a country."""
    url: Link | None = None
    """Its address on the web."""
    phone: Phone | None = None
    """Its telephone number, with the code of the country: +1 555 010 0199."""
    verified: Day | None = None
    """The day on which somebody made sure that this is right."""


class OrganizationList(Section):
    """Organizations that know of the treatment. To name one does not recommend it."""

    items: tuple[Organization, ...] = Field(min_length=1)
    """The organizations."""
