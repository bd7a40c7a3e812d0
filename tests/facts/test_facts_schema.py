"""The records explain themselves: the JSON schema has a description wherever a writer can type."""

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from sphinx_prolo import facts
from sphinx_prolo.facts import SECTIONS

SCHEMA: dict[str, Any] = facts.schema()
JUDGE = jsonschema.Draft202012Validator(SCHEMA)
REPOSITORY = Path(__file__).parents[2]
COMMITTED = REPOSITORY / "docs" / "facts" / "facts.schema.json"
FILES = [
    *sorted((REPOSITORY / "docs" / "facts").rglob("*.yaml")),
    *sorted((REPOSITORY / "tests" / "roots").rglob("*.yaml")),
    Path(__file__).with_name("whole.yaml"),
]
OBJECTS = {name: part for name, part in {"Facts": SCHEMA, **SCHEMA["$defs"]}.items() if part.get("type") == "object"}


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_every_field_is_explained_and_no_other_allowed(name: str) -> None:
    part = OBJECTS[name]
    assert part["description"]
    assert part["additionalProperties"] is False
    for key, field in part["properties"].items():
        assert field.get("description"), f"{name}.{key}"


def test_the_keys_are_those_that_a_writer_types() -> None:
    assert set(SCHEMA["properties"]) == {"sources", "quantities", *SECTIONS}
    titles = {part["title"] for part in OBJECTS.values()}
    assert {"Risk", "Step", "Source", "DurationClaim", "FrequencyClaim"} <= titles


def test_a_field_with_claims_takes_a_bare_value_or_a_list() -> None:
    bands, counted, claim, claims = OBJECTS["Risk"]["properties"]["frequency"]["anyOf"]
    assert "not-known" in bands["enum"]
    assert counted["pattern"]
    assert (claims["type"], claims["minItems"]) == ("array", 1)
    assert claims["items"] == claim
    assert OBJECTS[claim["$ref"].removeprefix("#/$defs/")]["title"] == "FrequencyClaim"


def test_a_sentence_is_a_string_or_the_long_form() -> None:
    short, long = OBJECTS["Risk"]["properties"]["effect"]["anyOf"]
    assert (short["type"], long["$ref"]) == ("string", "#/$defs/LongForm")


def written(text: str) -> Any:
    """What an editor makes of a file: plain JSON, in which a day is a string."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return plain(YAML(typ="safe", pure=True).load(text))


def test_the_schema_is_a_schema() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_committed_schema_is_the_schema_of_now() -> None:
    """Otherwise write it again: ``sphinx-prolo schema -o docs/facts/facts.schema.json``."""
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == SCHEMA


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_the_door_accepts_the_schema_accepts(path: Path) -> None:
    assert facts.read(path).facts is not None
    assert [error.message for error in JUDGE.iter_errors(written(path.read_text(encoding="utf-8")))] == []


def test_our_facts_name_their_schema() -> None:
    for path in (REPOSITORY / "docs" / "facts").glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={COMMITTED.name}\n")


RISK = "risk-table: {items: [{effect: Bruise, severity: mild, seriousness: false, frequency: common%s}]}"


@pytest.mark.parametrize(
    "text",
    [
        "risk-tabel: {items: []}",
        "sources: {a b: {title: T, kind: blog, interest: none}}",
        "sources: {a: {title: T, kind: gossip, interest: none}}",
        "quantities: {Cold-Pack: 10 min}",
        "risk-table: {}",
        "risk-table: {items: []}",
        RISK % ", severity_: mild",
        RISK % ", duration:",
        RISK % ", action: 3",
        RISK % ", sources: [null]",
        RISK % ", plain: {note: A sentence without a sentence.}",
        "risk-table: {items: [{effect: Bruise, severity: mild, seriousness: 'no', frequency: common}]}",
        "risk-table: {items: [{effect: Bruise, severity: mild, seriousness: false, frequency: often}]}",
        "risk-table: {items: [{effect: Bruise, severity: mild, seriousness: false}]}",
        "key-points: {main_message: null, points: [Rest.]}",
    ],
)
def test_what_the_schema_refuses_the_door_refuses(text: str) -> None:
    assert not JUDGE.is_valid(written(text))
    assert facts.parse(text, "facts.yaml").facts is None


def test_the_refused_examples_differ_from_a_right_one() -> None:
    assert JUDGE.is_valid(written(RISK % ", duration: 1-4 days"))


def test_no_field_may_be_there_empty() -> None:
    assert '"null"' not in json.dumps(SCHEMA)
