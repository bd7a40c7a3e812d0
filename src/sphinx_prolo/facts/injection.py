"""The facts of ``.. injection-contents::``: the agents that are injected, and which of them together."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import core_schema

from sphinx_prolo.facts.amounts import Amount
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map, Seq, unknown


class AgentRole(StrEnum):
    """What an agent is there for."""

    IRRITANT = "irritant"  # it irritates the tissue on purpose
    ANAESTHETIC = "anaesthetic"  # it numbs the place
    DILUENT = "diluent"  # it thins the others
    OTHER = "other"


class Agent(Fact):
    """One agent of an injection."""

    inn: Text
    """Its international name (INN): "Dextrose", "Lidocaine"; the translator writes that of the reader's language."""
    role: AgentRole
    """irritant, anaesthetic, diluent or other."""
    common_name: Text | None = None
    """What it is in plain words: "a kind of sugar"."""
    strength: Claims[Amount] = ()
    """How strong it is: 15 %."""
    allergy_note: Text | None = None
    """Who may react to it: "Tell your doctor if you are allergic to fish."."""


class Combination(Fact):
    """Agents that are injected together; one alone says that it is used on its own."""

    agents: tuple[str, ...] = Field(min_length=1)
    """The ids of the agents."""


def _as_combination(value: object) -> object:
    """A bare list of ids as a combination without sources."""
    if not isinstance(value, Seq):
        return value
    combination = Map(value.line)
    combination.put("agents", value.line, value, value.line)
    return combination


class _OrNames:
    """Lets the ids of a combination stand alone, without ``agents:``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        combination = handler(source)
        written = core_schema.union_schema([handler.generate_schema(tuple[str, ...]), combination])
        return core_schema.no_info_before_validator_function(
            _as_combination, combination, json_schema_input_schema=written
        )


class InjectionContents(Section):
    """What is injected."""

    agents: tuple[Agent, ...] = Field(min_length=1)
    """The agents."""
    combinations: tuple[Annotated[Combination, _OrNames()], ...] = ()
    """Which agents are injected together, each combination a list of their ids: [dextrose, lidocaine]."""
    depends_on: tuple[Stated, ...] = ()
    """What the choice depends on: "How bad your problem is"."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, then that every combination names agents of this section."""
        agents = data.get("agents")
        known = [
            str(agent["id"])
            for agent in (agents if isinstance(agents, Seq) else ())
            if isinstance(agent, Map) and "id" in agent
        ]
        for name, line in _names(data.get("combinations")):
            if name not in known:
                judgement.complain(line, "facts-agent", f"{unknown('agent', name, known)}; it is the 'id' of an agent")
        return super().judge(data, judgement)


def _names(combinations: object) -> Iterator[tuple[str, int]]:
    """The ids that combinations name, each with its line."""
    for combination in combinations if isinstance(combinations, Seq) else ():
        names = combination.get("agents") if isinstance(combination, Map) else combination
        if isinstance(names, Seq):
            yield from ((name, line) for name, line in zip(names, names.lines, strict=True) if isinstance(name, str))
