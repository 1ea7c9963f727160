"""Values ─> YAML in the one form in which all records are written: strings in double quotes, keys in the order of the model.

A string in double quotes is JSON, which every reader of YAML takes as it stands; nothing is left to guess.
"""

import json
import re
from collections.abc import Iterator

from pydantic import BaseModel

from campaign.scalars import plain_value
from campaign.schemas import Schema, child_of, resolved, schema_of

# A key that needs no quotes: nothing in it is a mark of YAML, and nobody takes it for a number.
_PLAIN_KEY = re.compile(r"[\w§][\w§ ./-]*(?<! )")


def render_yaml(value: object, model: type[BaseModel]) -> str:
    """A value that a model takes, in the written form."""
    schema = schema_of(model)
    return "\n".join(_lines(ordered(schema, schema, value))) + "\n"


def ordered(whole: Schema, schema: Schema, value: object) -> object:
    """A value whose keys stand as the fields of its model do; keys that no model names stand as they were written, and last."""
    schema = resolved(whole, schema)
    if isinstance(value, list):
        return [ordered(whole, child_of(schema, number), child) for number, child in enumerate(value)]
    if not isinstance(value, dict):
        return value
    named = [key for key in schema.get("properties", {}) if key in value]
    keys = [*named, *(key for key in value if key not in named)]
    return {key: ordered(whole, child_of(schema, key), value[key]) for key in keys}


def _lines(value: object) -> Iterator[str]:
    """The lines of a group or a list."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _under(f"{_key(key)}:", child)
    elif isinstance(value, list):
        for child in value:
            first, *rest = _lines(child) if _is_block(child) else [_scalar(child)]
            yield from (f"- {first}", *(f"  {line}" for line in rest))


def _under(key: str, value: object) -> Iterator[str]:
    if _is_block(value):
        yield from (key, *(f"  {line}" for line in _lines(value)))
    else:
        yield f"{key} {_scalar(value)}"


def _is_block(value: object) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _scalar(value: object) -> str:
    """JSON, which writes numbers, truth values, nothing, and what is empty as YAML does. A whole number has no decimals."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    plain = _PLAIN_KEY.fullmatch(key) and plain_value(key, quoted=False) == key
    return key if plain else json.dumps(key, ensure_ascii=False)
