"""The facts of ``.. aftercare-checklist::``: what to do, what to avoid, which medicines, and when life goes on."""

from enum import StrEnum

from sphinx_prolo.facts.amounts import Amount, Times
from sphinx_prolo.facts.avoidance import Avoidance
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.scalars import Flag
from sphinx_prolo.facts.text import Text


class Use(StrEnum):
    """Whether a medicine may be taken."""

    OK = "ok"
    AVOID = "avoid"


class Step(Fact):
    """Something to do after the treatment."""

    action: Text
    """What to do: "Put a cold pack on the place"."""
    times: Times | None = None
    """How often: 3 per day."""
    each: Amount | None = None
    """How long or how much each time: 10-15 min."""
    when: Amount | None = None
    """When after the treatment: 1-5 days."""
    until: Text | None = None
    """When to stop, in words: "until the swelling is gone"."""
    reason: Text | None = None
    """Why."""
    box: Flag = True
    """Whether a box to tick is printed before it."""


class Medicine(Fact):
    """A medicine that may be taken after the treatment, or may not."""

    medicine: Text
    """The medicine or the group of medicines."""
    use: Use
    """ok or avoid."""
    when: Amount | None = None
    """For how long after the treatment: 1-5 days."""
    reason: Text | None = None
    """Why."""


class Resumption(Fact):
    """An activity, and when the reader may go back to it."""

    activity: Text
    """The activity: "Driving"."""
    after: Amount | None = None
    """How long after the treatment; leave it out if no source says, and the handout says to ask the clinic."""


class AftercareChecklist(Section):
    """What to do and not to do after the treatment."""

    do: tuple[Step, ...] = ()
    """What to do."""
    avoid: tuple[Avoidance, ...] = ()
    """What not to do."""
    medicines: tuple[Medicine, ...] = ()
    """Medicines that may be taken, and that may not."""
    resume: tuple[Resumption, ...] = ()
    """When to go back to what."""
