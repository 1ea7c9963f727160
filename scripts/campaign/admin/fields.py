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
class FormLanguage:
    """In whose language the form speaks, the full languages of the site, and group → word → what readers see of it."""

    code: str
    languages: tuple[Language, ...]
    words: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class _FormField:
    """A field as its schema has it, without what is optional: its name, what it says of itself, and the group of its words."""

    form: FormLanguage
    whole: Schema
    schema: Schema
    name: str
    about: str
    word: str = ""


def fields_of(form: FormLanguage, whole: Schema, group: Schema) -> list[Field]:
    """The fields of a group, in the order of its model."""
    required = group.get("required", [])
    return [_field(form, whole, name, one, name in required) for name, one in group["properties"].items()]


def identifier_of(schema: Schema, code: str) -> str | None:
    """The field that a record is known by, down to the language; None where only its file has a name."""
    for name in _IDENTIFYING:
        if name in schema.get("properties", {}):
            resolved_field = resolved(schema, schema["properties"][name])
            return f"{name}.{code}" if "each_language" in resolved_field else name
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


def _field(form: FormLanguage, whole: Schema, name: str, schema: Schema, required: bool) -> Field:
    about = explained(schema, form.code) or explained(resolved(whole, schema), form.code)
    inside = resolved(whole, schema)
    field = _FormField(form, whole, inside, name, about, schema.get("word") or inside.get("word", ""))
    widget = _widget(field)
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


def _widget(field: _FormField) -> Field:
    """How a field is asked for: the first of the ways that fits it."""
    return next(made for way in _WAYS if (made := way(field)) is not None)


def _reference(field: _FormField) -> Field | None:
    kind = field.schema.get("reference")
    return relation(kind, field.form.code) if kind else None


def _choice(field: _FormField) -> Field | None:
    group = field.form.words.get(field.word, {})
    options = field.schema.get("enum") or list(group)
    if not options or "items" in field.schema:
        return None
    names = {
        code: one.name
        for language in LANGUAGES
        for code in (language.code, language.tag)
        for one in (language,)
    }
    meanings = {**names, **dict(_MEANING.findall(field.about)), **group}
    return {"widget": "select", "options": [_option(option, meanings) for option in options]}


def _option(option: object, meanings: Mapping[str, str]) -> Json:
    if not isinstance(option, str):
        assert isinstance(option, int)
        return {"label": str(option), "value": option}
    meaning = meanings.get(option, "").strip()
    return {"label": f"{meaning} ({option})" if meaning else option, "value": option}


def _build_translated(field: _FormField) -> Field | None:
    """A text in each full language, side by side with its translation."""
    if "each_language" not in field.schema:
        return None
    languages = [one for one in field.form.languages if one.code in field.schema["each_language"]]
    inner = next(iter(field.schema["properties"].values()))
    return {"widget": "object", "fields": [_in_language(field, one, inner) for one in languages]}


def _in_language(field: _FormField, language: Language, inner: Schema) -> Field:
    inside = resolved(field.whole, inner)
    widget = _widget(_FormField(field.form, field.whole, inside, field.name, ""))
    if widget == {"widget": "string"} and field.name not in _SHORT:
        widget = {"widget": "text"}
    return {"name": language.code, "label": language.name, **widget}


def _group(field: _FormField) -> Field | None:
    if "properties" not in field.schema:
        return None
    return {"widget": "object", "fields": list(fields_of(field.form, field.whole, field.schema))}


def _table(field: _FormField) -> Field | None:
    """What has keys of its own is asked for as a list."""
    if field.schema.get("type") != "object":
        return None
    fields = [_key(field), *_values(field, child_of(field.schema, ""))]
    return {"widget": "list", "fields": fields, "summary": f"{{{{fields.{KEY}}}}}", "collapsed": "auto"}


def _key(field: _FormField) -> Field:
    names = field.schema.get("propertyNames") or Schema(type="string")
    widget = _widget(_FormField(field.form, field.whole, resolved(field.whole, names), KEY, ""))
    return {"name": KEY, "label": field.about or field.name, **widget}


def _values(field: _FormField, under: Schema) -> list[Field]:
    inside = resolved(field.whole, under)
    if "properties" in inside and "each_language" not in inside:
        return fields_of(field.form, field.whole, inside)
    widget = _widget(_FormField(field.form, field.whole, inside, VALUE, ""))
    return [{"name": VALUE, "label": field.name, **widget}]


def _list(field: _FormField) -> Field | None:
    if "items" not in field.schema:
        return None
    inside = resolved(field.whole, field.schema["items"])
    item = _widget(_FormField(field.form, field.whole, inside, field.name, field.about, field.word))
    limits: Field = {"min": field.schema["minItems"]} if "minItems" in field.schema else {}
    if item["widget"] in {"relation", "select"}:
        return {**item, "multiple": True, **limits}
    if "fields" in item:
        found = {"widget": "list", "fields": item["fields"], "collapsed": "auto", **limits}
        return {**found, "summary": _summary(inside, field)}
    single: Field = {"name": "item", "label": field.name, **item}
    return {"widget": "list", "field": single, **limits}


def _summary(inside: Schema, field: _FormField) -> str:
    """What is seen of an item that is folded: its first word, in the editor's language where it has several."""
    if "each_language" in inside:
        return f"{{{{fields.{field.form.code}}}}}"
    name = next(iter(inside["properties"]))
    first = resolved(field.whole, inside["properties"][name])
    return f"{{{{fields.{name}{'.' + field.form.code if 'each_language' in first else ''}}}}}"


def _truth(field: _FormField) -> Field | None:
    return {"widget": "boolean"} if field.schema.get("type") == "boolean" else None


def _number(field: _FormField) -> Field | None:
    kind = {"integer": "int", "number": "float"}.get(str(field.schema.get("type")))
    if kind is None:
        return None
    bounds = {"min": field.schema.get("minimum"), "max": field.schema.get("maximum")}
    return {
        "widget": "number",
        "value_type": kind,
        **{k: v for k, v in bounds.items() if v is not None},
    }


def _day(field: _FormField) -> Field | None:
    kinds: Mapping[str, Field] = {
        "date": {"type": "date", "format": "YYYY-MM-DD"},
        "local-moment": {"format": "YYYY-MM-DD HH:mm"},
    }
    found = kinds.get(field.schema.get("format", ""))
    return {"widget": "datetime", **found} if found else None


def _text(field: _FormField) -> Field:
    limits = {"minlength": field.schema.get("minLength", 1), "maxlength": field.schema.get("maxLength", 0)}
    if limits["maxlength"]:
        return {"widget": "text", **limits}
    return {"widget": "string"}


_WAYS: tuple[Callable[[_FormField], Field | None], ...] = (
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
