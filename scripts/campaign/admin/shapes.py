"""The schema of a model ─> what the web editor has to know to write a file as `writing` does: order, tables, what is left out."""

from campaign.admin.fields import Json
from campaign.schemas import Schema, child_of, resolved


def shape_of(whole: Schema, schema: Schema) -> dict[str, Json]:
    """The shape of a value.

    `fields` are those of a group in their order, each with what need not be written (`default`); `items` is the shape of each
    of a list; `keyed` that of what stands under the keys of a table, and `bare` says that it is a single word.
    """
    schema = resolved(whole, schema)
    if "properties" in schema:
        return {"fields": {name: _field(whole, one) for name, one in schema["properties"].items()}}
    if schema.get("type") == "object":
        return _table(whole, schema)
    return {"items": shape_of(whole, schema["items"])} if "items" in schema else {}


def _field(whole: Schema, schema: Schema) -> Json:
    found = shape_of(whole, schema)
    default = schema.get("default")
    if isinstance(default, bool | int | str | list) and default != []:
        return {**found, "default": default}
    return found


def _table(whole: Schema, schema: Schema) -> dict[str, Json]:
    under = child_of(schema, "")
    inside = resolved(whole, under)
    is_group = "properties" in inside and "each_language" not in inside
    return {"keyed": shape_of(whole, under), **({} if is_group else {"bare": True})}
