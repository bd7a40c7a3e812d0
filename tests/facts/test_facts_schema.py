"""The records explain themselves: the JSON schema has a description wherever a writer can type."""

from typing import Any

import pytest

from sphinx_prolo.facts import SECTIONS, Facts

SCHEMA: dict[str, Any] = Facts.model_json_schema(by_alias=True)
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
    bands, counted, claims = OBJECTS["Risk"]["properties"]["frequency"]["anyOf"]
    assert "not-known" in bands["enum"]
    assert counted["pattern"]
    assert (claims["type"], claims["minItems"]) == ("array", 1)
    assert OBJECTS[claims["items"]["$ref"].removeprefix("#/$defs/")]["title"] == "FrequencyClaim"


def test_a_sentence_is_a_string_or_the_long_form() -> None:
    short, long = OBJECTS["Risk"]["properties"]["effect"]["anyOf"]
    assert (short["type"], long["$ref"]) == ("string", "#/$defs/LongForm")
