"""The schema of a model ─> the fields of a form, each explained in the editor's language."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from campaign.models import KINDS
from campaign.schemas import Schema, child_of, explained, resolved, schema_of
from campaign.settings import LANGUAGES, Language

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None
Field = dict[str, Json]
# The name of the key of a table where the form has a list: `traits: {lake: …}` is asked for as a list of `key` and the rest.
KEY, VALUE = "key", "value"
# What a record is known by in a list: the first of these that it has.
_IDENTIFYING = ("title", "name", "question", "statement", "shows")
# Texts that are a few words; all others get a box of several lines.
_SHORT = ("title", "name", "short", "function", "label", "menu", "subtitle", "phrase")
# What is said of files alone, and not of forms.
_OF_FILES = re.compile(r" (inom citattecken|i anførselstegn)|^true (om|hvis|=) (?=\w)")
# Where the first words of what a field says of itself end.
_FIRST = re.compile(r"[;(]|:(?!//)|, (?=ett ord|et ord|om |hvis |som |högst|høyst|false )")
_MEANING = re.compile(r"\b([a-z][a-z0-9-]*) = ([^,;)]+)")


@dataclass(frozen=True)
class Told:
    """In whose language the form speaks, the full languages of the site, and group → word → what readers see of it."""

    code: str
    languages: tuple[Language, ...]
    words: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class _Asked:
    """A field as its schema has it, without what is optional: its name, what it says of itself, and the group of its words."""

    told: Told
    whole: Schema
    schema: Schema
    name: str
    about: str
    word: str = ""


def fields_of(told: Told, whole: Schema, group: Schema) -> list[Field]:
    """The fields of a group, in the order of its model."""
    required = group.get("required", [])
    return [_field(told, whole, name, one, name in required) for name, one in group["properties"].items()]


def identifier_of(schema: Schema, code: str) -> str | None:
    """The field that a record is known by, down to the language; None where only its file has a name."""
    for name in _IDENTIFYING:
        if name in schema.get("properties", {}):
            said = resolved(schema, schema["properties"][name])
            return f"{name}.{code}" if "each_language" in said else name
    return None


def relation(kind: str, code: str) -> Field:
    """A picker of a record of a kind."""
    name = identifier_of(schema_of(KINDS[kind].model), code)
    shown = f"{{{{{name}}}}} · {{{{slug}}}}" if name else "{{slug}}"
    return {
        "widget": "relation",
        "collection": kind,
        "value_field": "{{slug}}",
        "display_fields": [shown],
        "search_fields": [name or "{{slug}}"],
    }


def _field(told: Told, whole: Schema, name: str, schema: Schema, required: bool) -> Field:
    about = explained(schema, told.code) or explained(resolved(whole, schema), told.code)
    inside = resolved(whole, schema)
    asked = _Asked(told, whole, inside, name, about, schema.get("word") or inside.get("word", ""))
    widget = _widget(asked)
    demanded: Field = {} if required else {"required": False}
    if required and widget["widget"] == "boolean":  # unticked is an answer too
        demanded = {"required": False, "default": False}
    label, hint = _label(name, about)
    return {"name": name, "label": label, "hint": hint, **widget, **demanded}


def _label(name: str, about: str) -> tuple[str, str]:
    """The first words of what a field says of itself, and all of it after the name by which a problem calls it."""
    about = _OF_FILES.sub("", about)
    label = _FIRST.split(about)[0].strip()
    if not label or " = " in label:
        label = name.replace("_", " ")
    rest = "" if about == label else f": {about}"
    return label[:1].upper() + label[1:], f"{name}{rest}"


def _widget(asked: _Asked) -> Field:
    """How a field is asked for: the first of the ways that fits it."""
    return next(made for way in _WAYS if (made := way(asked)) is not None)


def _reference(asked: _Asked) -> Field | None:
    kind = asked.schema.get("reference")
    return relation(kind, asked.told.code) if kind else None


def _choice(asked: _Asked) -> Field | None:
    group = asked.told.words.get(asked.word, {})
    options = asked.schema.get("enum") or list(group)
    if not options or "items" in asked.schema:
        return None
    names = {
        code: one.name
        for language in LANGUAGES
        for code in (language.code, language.tag)
        for one in (language,)
    }
    meanings = {**names, **dict(_MEANING.findall(asked.about)), **group}
    return {"widget": "select", "options": [_option(option, meanings) for option in options]}


def _option(option: object, meanings: Mapping[str, str]) -> Json:
    if not isinstance(option, str):
        assert isinstance(option, int)
        return {"label": str(option), "value": option}
    meaning = meanings.get(option, "").strip()
    return {"label": f"{meaning} ({option})" if meaning else option, "value": option}


def _build_translated(asked: _Asked) -> Field | None:
    """A text in each full language, side by side with its translation."""
    if "each_language" not in asked.schema:
        return None
    said = [one for one in asked.told.languages if one.code in asked.schema["each_language"]]
    inner = next(iter(asked.schema["properties"].values()))
    return {"widget": "object", "fields": [_in_language(asked, one, inner) for one in said]}


def _in_language(asked: _Asked, language: Language, inner: Schema) -> Field:
    inside = resolved(asked.whole, inner)
    widget = _widget(_Asked(asked.told, asked.whole, inside, asked.name, ""))
    if widget == {"widget": "string"} and asked.name not in _SHORT:
        widget = {"widget": "text"}
    return {"name": language.code, "label": language.name, **widget}


def _group(asked: _Asked) -> Field | None:
    if "properties" not in asked.schema:
        return None
    return {"widget": "object", "fields": list(fields_of(asked.told, asked.whole, asked.schema))}


def _table(asked: _Asked) -> Field | None:
    """What has keys of its own is asked for as a list."""
    if asked.schema.get("type") != "object":
        return None
    fields = [_key(asked), *_values(asked, child_of(asked.schema, ""))]
    return {"widget": "list", "fields": fields, "summary": f"{{{{fields.{KEY}}}}}", "collapsed": "auto"}


def _key(asked: _Asked) -> Field:
    names = asked.schema.get("propertyNames") or Schema(type="string")
    widget = _widget(_Asked(asked.told, asked.whole, resolved(asked.whole, names), KEY, ""))
    return {"name": KEY, "label": asked.about or asked.name, **widget}


def _values(asked: _Asked, under: Schema) -> list[Field]:
    inside = resolved(asked.whole, under)
    if "properties" in inside and "each_language" not in inside:
        return fields_of(asked.told, asked.whole, inside)
    widget = _widget(_Asked(asked.told, asked.whole, inside, VALUE, ""))
    return [{"name": VALUE, "label": asked.name, **widget}]


def _list(asked: _Asked) -> Field | None:
    if "items" not in asked.schema:
        return None
    inside = resolved(asked.whole, asked.schema["items"])
    item = _widget(_Asked(asked.told, asked.whole, inside, asked.name, asked.about, asked.word))
    limits: Field = {"min": asked.schema["minItems"]} if "minItems" in asked.schema else {}
    if item["widget"] in {"relation", "select"}:
        return {**item, "multiple": True, **limits}
    if "fields" in item:
        found = {"widget": "list", "fields": item["fields"], "collapsed": "auto", **limits}
        return {**found, "summary": _summary(inside, asked)}
    single: Field = {"name": "item", "label": asked.name, **item}
    return {"widget": "list", "field": single, **limits}


def _summary(inside: Schema, asked: _Asked) -> str:
    """What is seen of an item that is folded: its first word, in the editor's language where it has several."""
    if "each_language" in inside:
        return f"{{{{fields.{asked.told.code}}}}}"
    name = next(iter(inside["properties"]))
    first = resolved(asked.whole, inside["properties"][name])
    return f"{{{{fields.{name}{'.' + asked.told.code if 'each_language' in first else ''}}}}}"


def _truth(asked: _Asked) -> Field | None:
    return {"widget": "boolean"} if asked.schema.get("type") == "boolean" else None


def _number(asked: _Asked) -> Field | None:
    kind = {"integer": "int", "number": "float"}.get(str(asked.schema.get("type")))
    if kind is None:
        return None
    bounds = {"min": asked.schema.get("minimum"), "max": asked.schema.get("maximum")}
    return {
        "widget": "number",
        "value_type": kind,
        **{k: v for k, v in bounds.items() if v is not None},
    }


def _day(asked: _Asked) -> Field | None:
    kinds: Mapping[str, Field] = {
        "date": {"type": "date", "format": "YYYY-MM-DD"},
        "local-moment": {"format": "YYYY-MM-DD HH:mm"},
    }
    found = kinds.get(asked.schema.get("format", ""))
    return {"widget": "datetime", **found} if found else None


def _text(asked: _Asked) -> Field:
    limits = {"minlength": asked.schema.get("minLength", 1), "maxlength": asked.schema.get("maxLength", 0)}
    if limits["maxlength"]:
        return {"widget": "text", **limits}
    return {"widget": "string"}


_WAYS: tuple[Callable[[_Asked], Field | None], ...] = (
    _reference,
    _choice,
    _build_translated,
    _group,
    _table,
    _list,
    _truth,
    _number,
    _day,
    _text,
)
