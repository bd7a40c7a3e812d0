"""The record classes in, the JSON Schema of a facts file out: what editors complete and check while a writer types."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from sphinx_prolo.facts.facts import Facts
from sphinx_prolo.records import explanations

# What a file of this schema is called, beside the facts that name it in their first line.
NAME = "facts.schema.json"


class _Written(GenerateJsonSchema):
    """The schema of what a writer types. A field that may be absent must not be there empty: no null, no default."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """With what is said of each field."""
        written = super().model_schema(schema)
        said = explanations(schema["cls"])
        for name, field in schema["cls"].model_fields.items():
            if name in said:
                written["properties"][field.alias or name]["description"] = said[name]
        return written

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        """Only defaults that a writer could type are told; of an absent field the directive knows what to make."""
        written = super().default_schema(schema)
        if not isinstance(written.get("default"), bool | int | str):
            written.pop("default", None)
        return written

    def dict_schema(self, schema: Any) -> dict[str, Any]:
        """A name that does not fit the pattern of names is no name."""
        written = super().dict_schema(schema)
        return {**written, "additionalProperties": False} if "patternProperties" in written else written

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 -- pydantic's signature
        """A key is its own title."""
        return False


def schema() -> dict[str, Any]:
    """The schema as plain data, by JSON Schema 2020-12. It knows shapes and words; ``check`` knows the rest: names of
    sources and placeholders, quantities, and what must go together.
    """
    made = Facts.model_json_schema(by_alias=True, schema_generator=_Written)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": "Facts of sphinx-prolo", "type": "object"}
    return {**head, **{key: value for key, value in made.items() if key not in head}}
