"""What a model says of itself as JSON Schema, with the keys that we read of it and those that are our own."""

from collections.abc import Collection
from functools import cache
from typing import Literal, TypedDict, cast, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from campaign.settings import Language

# What has a text in each language: the languages that may be demanded.
EACH_LANGUAGE = "each_language"
# `reference` names the kind of the record that a value names; `latest` says that a day must have been.
Mark = Literal["reference", "latest"]
MARKS: tuple[Mark, ...] = get_args(Mark)
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
        "each_language": list[str],
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


def in_languages(schema: Schema, languages: Collection[Language]) -> Schema:
    """The same schema, which demands each text in the full ones of these languages."""
    full = [one for one in languages if not one.is_partial]
    names = {name for one in full for name in (one.code, one.tag)}
    return cast("Schema", _demanding(schema, names))


def _demanding(part: object, names: Collection[str]) -> object:
    if isinstance(part, list):
        return [_demanding(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    found = {key: _demanding(value, names) for key, value in part.items() if key != EACH_LANGUAGE}
    if EACH_LANGUAGE in part:
        found["required"] = [name for name in part[EACH_LANGUAGE] if name in names]
    return found
