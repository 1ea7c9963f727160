"""From a document and a model to a frozen record, with pydantic's complaints turned into problems for editors."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from campaign.codes import Code
from campaign.documents import Document, Location, MarkedValue
from campaign.models.addresses import ADDRESS
from campaign.models.films import CAPTIONS_FILE, FILM_FILE, POSTER_FILE
from campaign.models.guide import VERSION
from campaign.models.law import SECTION
from campaign.models.moving import JOB_ADDRESS
from campaign.models.pages import LABEL_MODELS
from campaign.models.places import DAY_OF_YEAR, MUNICIPALITY_CODE
from campaign.models.projects import LETTER
from campaign.models.publishing import ENDPOINT
from campaign.models.questions import PAGE
from campaign.models.sources import SENTENCES
from campaign.models.values import EMAIL, PHONE, SLUG, TEXT
from campaign.problems import Phrase, Problem, did_you_mean
from campaign.schemas import EACH_LANGUAGE, Mark, Schema, child_of, resolved, schema_of

Model = TypeVar("Model", bound=BaseModel)
_MARKS: tuple[Mark, ...] = get_args(Mark)

_CODES: dict[str, Code] = {
    "missing": "D101",
    "lacking": "D101",
    "extra_forbidden": "D102",
    "literal_error": "D104",
    "partial_date": "D105",
    "day": "D106",
    "year": "D151",
    "web_address": "D107",
    "moment": "D118",
    "string_too_short": "D108",
    "string_too_long": "D108",
    "too_short": "D109",
}
_EXPECTED: dict[str, Code] = {
    "string_type": "TEXT",
    "int_type": "WHOLE_NUMBER",
    "number": "NUMBER",
    "float_type": "NUMBER",
    "size_class": "SIZE_CLASS",
    "bool_type": "TRUE_OR_FALSE",
    "list_type": "LIST",
    "dict_type": "GROUP",
    "model_type": "GROUP",
    "greater_than_equal": "AT_LEAST",
    "less_than_equal": "AT_MOST",
}
# One of those of which pydantic expected one.
_CHOICE = re.compile(r"'([^']+)'")
# How a value begins that is still to be filled in, as `make.py new` writes it.
UNFILLED = "TODO:"
# What pydantic puts in a location and no editor wrote: a key that is itself wrong, and which of two models was tried.
_NOT_WRITTEN = ("[key]", *LABEL_MODELS)
_PATTERNS: dict[str, Code] = {
    SLUG: "NAME",
    TEXT: "ONE_LINE",
    EMAIL: "EMAIL",
    PHONE: "PHONE",
    JOB_ADDRESS: "JOB_ADDRESS",
    ADDRESS: "ADDRESS",
    DAY_OF_YEAR: "DAY_OF_YEAR",
    SECTION: "SECTION",
    PAGE: "PAGE_FILE",
}
# The same for those that an example explains as well as a sentence.
_EXAMPLES = {
    ENDPOINT: "https://lager.example",
    LETTER: "B",
    FILM_FILE: "films/exempelby.mp4",
    CAPTIONS_FILE: "films/exempelby.vtt",
    POSTER_FILE: "films/exempelby.svg",
    MUNICIPALITY_CODE: "1234",
    SENTENCES: "3–4",
    VERSION: "1.2",
}


def validate(
    document: Document, model: type[Model], languages: Sequence[str] = (), *, may_wait: bool = True
) -> Model | None:
    """The record that the document holds, or None with the reasons noted in the document.

    `languages` are the codes of those in which every text must be there. Where no field can be still to be filled in, which
    `may_wait` tells, none is looked for.
    """
    if document.value is None:
        return None
    unfilled = dict(_unfilled(document.value, ())) if may_wait else {}
    for location, about in unfilled.items():
        document.report(document.position_of(location), "D190", field=_name(location), about=about)
    try:
        return model.model_validate(document.value, context={"languages": languages})
    except ValidationError as error:
        # Where a value may be one of two things, it is neither twice.
        details = {_written(document.value, detail["loc"]): detail for detail in reversed(error.errors())}
        for location, detail in reversed(details.items()):
            if not any(location[: len(waiting)] == waiting for waiting in unfilled):
                document.problems.append(_problem(document, model, location, detail))
        return None


def _unfilled(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    """The fields that wait for a value, with what goes there."""
    if isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _unfilled(child, (*location, key))
    elif isinstance(value, str) and value.startswith(UNFILLED):
        yield location, value.removeprefix(UNFILLED).strip()


def _written(value: object, location: Location) -> Location:
    """The part of a location that an editor wrote: below a text or a number stands only what pydantic tried."""
    found: list[str | int] = []
    for part in location:
        if part not in _NOT_WRITTEN and isinstance(value, dict | list):
            found.append(part)
            value = _child(value, part)
    return tuple(found)


def _child(value: Mapping[object, object] | Sequence[object], part: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(part)
    return value[part] if isinstance(part, int) and part < len(value) else None


def _problem(document: Document, model: type[BaseModel], location: Location, detail: ErrorDetails) -> Problem:
    if detail["type"] == "lacking":
        location = (*location, *detail["ctx"]["path"])
    is_key = "[key]" in detail["loc"]
    # A key that is none of those that a group may have is no value that is none of those that a field may have.
    code = "D102" if is_key and detail["type"] == "literal_error" else _CODES.get(detail["type"], "D103")
    place = document.position_of(location, key=code == "D102" or is_key)
    shown = _shown(detail["input"])
    values: dict[str, object] = {"field": _name(location), "value": shown, "hint": _hint(detail)}
    if code == "D103":
        values["value"] = (
            Phrase("GIVEN", {"value": shown}) if detail["input"] is not None else Phrase("EMPTY")
        )
    return Problem(document.path, place, code, values | _more(code, model, location, detail))


def _hint(detail: ErrorDetails) -> Phrase:
    """What nobody sees in the value that is quoted: a space around it, or a day that only looks like one."""
    text, hints = detail["input"], detail.get("ctx", {})
    if isinstance(text, str) and text.strip() and text != text.strip():
        return Phrase("SPACE_AROUND")
    return Phrase(hints.get("hint", "NO_HINT"))


def _more(code: str, model: type[BaseModel], location: Location, detail: ErrorDetails) -> dict[str, object]:
    context = detail.get("ctx", {})
    match code:
        case "D102":
            allowed = _sibling_fields(model, location) or _CHOICE.findall(context.get("expected", ""))
            return {"hint": did_you_mean(str(location[-1]), allowed), "allowed": ", ".join(allowed)}
        case "D104":
            return {"allowed": ", ".join(_CHOICE.findall(context["expected"]))}
        case "D108":
            phrase: Code = "AT_LEAST" if "min_length" in context else "AT_MOST"
            limit = context.get("min_length", context.get("max_length"))
            return {"limit": Phrase(phrase, {"limit": limit}), "count": len(detail["input"])}
        case "D109":
            return {"count": context["min_length"]}
        case "D151":
            return dict(context)
    if detail["input"] is None:
        return {"expected": Phrase("FILLED")}
    if detail["type"] in ("dict_type", "model_type") and _is_in_each_language(model, location):
        return {"expected": Phrase("IN_EACH_LANGUAGE")}
    return {"expected": _expected(detail["type"], context, detail["msg"])}


def _is_in_each_language(model: type[BaseModel], location: Location) -> bool:
    """Whether a value stands in each language: somebody wrote it in one."""
    return EACH_LANGUAGE in _schema_at(model, location)


def _expected(kind: str, context: Mapping[str, object], message: str) -> Phrase:
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        if pattern in _EXAMPLES:
            return Phrase("LIKE", {"example": _EXAMPLES[pattern]})
        return Phrase(_PATTERNS.get(pattern, "PATTERN"))
    limit = context.get("ge", context.get("le"))
    return Phrase(_EXPECTED.get(kind, "OTHER"), {"limit": limit, "detail": message})


def _name(location: Location) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location) or "?"


def _shown(value: object) -> str | Phrase:
    if value is None:
        return Phrase("EMPTY")
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _sibling_fields(model: type[BaseModel], location: Location) -> list[str]:
    """The field names allowed where the unknown key stands."""
    schema = _schema_at(model, location[:-1])
    return list(schema.get("properties", {}))


def _schema_at(model: type[BaseModel], location: Location) -> Schema:
    whole = schema_of(model)
    schema: Schema = whole
    for part in location:
        schema = child_of(resolved(whole, schema), part)
    return resolved(whole, schema)


def marked(model: type[BaseModel], document: Document) -> Mapping[str, Sequence[MarkedValue]]:
    """Mark → the values and keys of a document whose schema has it, but those that are still to be filled in.

    Nobody changes a document once it is read, so it is looked through once.
    """
    if document.marked is None:
        document.marked = _looked_through(model, document.value)
    return document.marked


def _looked_through(model: type[BaseModel], value: object) -> Mapping[str, Sequence[MarkedValue]]:
    whole, found = schema_of(model), defaultdict[str, list[MarkedValue]](list)
    for location, schema, word, is_key in _words(whole, whole, value, ()):
        for mark in _MARKS:
            if mark in schema and isinstance(word, str | int) and not str(word).startswith(UNFILLED):
                found[mark].append(MarkedValue(location, schema[mark], str(word), is_key))
    return found


def _words(
    whole: Schema, schema: Schema, value: object, location: Location
) -> Iterator[tuple[Location, Schema, object, bool]]:
    """Everything in a value that is not itself a group or a list, keys before what stands under them."""
    schema = resolved(whole, schema)
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*location, key), resolved(whole, schema.get("propertyNames", {})), key, True
            yield from _words(whole, child_of(schema, key), child, (*location, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _words(whole, child_of(schema, number), child, (*location, number))
    else:
        yield location, schema, value, False
