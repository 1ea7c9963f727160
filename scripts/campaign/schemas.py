"""What a model says of itself as JSON Schema, with the keys that we read of it and those that are our own."""

from functools import cache
from typing import Literal, TypedDict, cast

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode

# `reference` names the kind of the record that a value names; `latest` says that a day must have been.
Mark = Literal["reference", "latest"]
Schema = TypedDict(
    "Schema",
    {
        "$defs": dict[str, "Schema"],
        "$ref": str,
        "additionalProperties": "Schema | bool",
        "anyOf": list["Schema"],
        "oneOf": list["Schema"],
        "description": str,
        "enum": list[str],
        "items": "Schema",
        "latest": str,
        "patternProperties": dict[str, "Schema"],
        "properties": dict[str, "Schema"],
        "reference": str,
        "required": list[str],
        "type": str,
    },
    total=False,
)


@cache
def schema_of(model: type[BaseModel], mode: JsonSchemaMode = "validation") -> Schema:
    """What a model takes (`validation`) or gives (`serialization`); made once, for it takes long."""
    return cast("Schema", TypeAdapter(model).json_schema(mode=mode))
