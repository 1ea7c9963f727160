"""What a model says of itself as JSON Schema, with the keys that we read of it and those that are our own."""

from collections.abc import Collection
from functools import cache
from typing import Literal, TypedDict, cast

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from campaign.settings import DEFAULT_LANGUAGE, Language

# What has a text in each language: the languages that may be demanded.
EACH_LANGUAGE = "each_language"
# `reference` names the kind of the record that a value names, `references` the kinds of which it is of one, with spaces between;
# `page` says that it is the file of a page, in the folder of each language; `latest` says that a day must have been;
# `own` that an item of a list is called so, and no other of it; `open` names the group of labels.yml that editors add words to.
Mark = Literal["reference", "references", "page", "latest", "own", "open"]
Schema = TypedDict(
    "Schema",
    {
        "$defs": dict[str, "Schema"],
        "$ref": str,
        "additionalProperties": "Schema | bool",
        "anyOf": list["Schema"],
        "oneOf": list["Schema"],
        "default": object,
        "description": str,
        "enum": list[str],
        "format": str,
        "items": "Schema",
        "each_language": list[str],
        "latest": str,
        "maxLength": int,
        "maximum": float,
        "minItems": int,
        "minLength": int,
        "minimum": float,
        "open": str,
        "own": str,
        "page": str,
        "patternProperties": dict[str, "Schema"],
        "properties": dict[str, "Schema"],
        "propertyNames": "Schema",
        "reference": str,
        "references": str,
        "required": list[str],
        "type": str,
        "word": str,
    },
    total=False,
)


@cache
def schema_of(model: type[BaseModel], mode: JsonSchemaMode = "validation") -> Schema:
    """What a model takes (`validation`) or gives (`serialization`); made once, for it takes long."""
    return cast("Schema", TypeAdapter(model).json_schema(mode=mode))


def resolved(whole: Schema, schema: Schema) -> Schema:
    """What a schema comes to: `$ref` followed, and of an optional value the one real alternative."""
    choices = schema.get("anyOf") or schema.get("oneOf") or []
    alternatives = [choice for choice in choices if choice.get("type") != "null"]
    if alternatives:
        schema = alternatives[0]
    if "$ref" in schema:
        return whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def child_of(schema: Schema, part: str | int) -> Schema:
    """The schema of what stands under a key or at a place of a list; empty where anything may stand."""
    if isinstance(part, int):
        return schema.get("items") or {}
    of_pattern = next(iter(schema.get("patternProperties", {}).values()), None)
    found = schema.get("properties", {}).get(part) or of_pattern or schema.get("additionalProperties")
    return found if isinstance(found, dict) else {}


def explained(schema: Schema, code: str) -> str:
    """What a field says of itself, in one of the two languages in which each does."""
    descriptions = (one["description"] for one in (schema, *schema.get("anyOf", [])) if "description" in one)
    swedish, _, norwegian = next(descriptions, "").partition(" · ")
    return swedish if code == DEFAULT_LANGUAGE.code or not norwegian else norwegian


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
