"""A judge of schema.org: what is wrong with the things that a page tells.

It goes by schema.org's own vocabulary, and by what Google demands of the types that it shows. The vocabulary is
release 30.0, reduced by tests/vocabulary/reduce.py to the types that we use (CC BY-SA 3.0).
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

VOCABULARY = json.loads((Path(__file__).parent / "vocabulary/schema-org.json").read_text(encoding="utf-8"))
TYPES, PROPERTIES, MEMBERS = (VOCABULARY[name] for name in ("types", "properties", "members"))

DEMANDED = {
    "Answer": {"text"},
    "BreadcrumbList": {"itemListElement"},
    "Book": {"name", "url"},
    "Event": {"name", "startDate", "location"},
    "FAQPage": {"mainEntity"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {"headline", "image", "datePublished", "author"},
    "Question": {"name", "acceptedAnswer"},
    "VideoObject": {"name", "thumbnailUrl", "uploadDate"},
}
# Of an edition in one format Google wants no name, and its maker is the book's.
DEMANDED_OF_AN_EDITION = {"bookFormat", "inLanguage", "url"}


def things_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing in a value, those inside others too."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things_in(part)


def complaints(things: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the things of one page."""
    named = {thing["@id"]: types_of(thing) for thing in things_in(things) if {"@id", "@type"} <= thing.keys()}
    return [complaint for thing in things_in(things) for complaint in _wrong_in(thing, named)]


def types_of(thing: dict[str, Any]) -> list[str]:
    """What a thing is: of one type, or of several."""
    found = thing.get("@type", [])
    return [found] if isinstance(found, str) else found


def _wrong_in(thing: dict[str, Any], named: dict[str, list[str]]) -> Iterator[str]:
    if thing.keys() == {"@id"}:
        if thing["@id"] not in named:
            yield f"nothing on the page is {thing['@id']}"
        return
    kinds = types_of(thing)
    if unknown := [kind for kind in kinds or [None] if kind not in TYPES]:
        yield from (f"{kind} is no type that we know" for kind in unknown)
        return
    for kind in kinds:
        wanted = DEMANDED_OF_AN_EDITION if "bookFormat" in thing else DEMANDED.get(kind, set())
        yield from (f"{kind} lacks {name}" for name in sorted(wanted - thing.keys()))
    for name, value in thing.items():
        if not name.startswith("@"):
            yield from _wrong_with(kinds, name, value, named)


def _wrong_with(kinds: list[str], name: str, value: Any, named: dict[str, list[str]]) -> Iterator[str]:
    known, kind = PROPERTIES.get(name), " and ".join(kinds)
    if not known or not {above for one in kinds for above in TYPES[one]} & {*known["of"]}:
        yield f"{kind} has no {name}"
        return
    for one in value if isinstance(value, list) else [value]:
        if not any(_fits(one, expected, named) for expected in known["expects"]):
            yield f"{kind}.{name} expects {' or '.join(known['expects'])}, not {one!r}"


def _fits(value: Any, expected: str, named: dict[str, list[str]]) -> bool:
    if isinstance(value, dict):
        kinds = types_of(value) or named.get(value["@id"], [])
        return any(expected in TYPES.get(kind, ()) for kind in kinds)
    if expected in MEMBERS:
        return str(value).removeprefix("https://schema.org/") in MEMBERS[expected]
    return FORMS[expected](value) if expected in FORMS else False


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"https?://[^\s/]+(/\S*)?", value))


def _is_day(value: Any) -> bool:
    """A day, or a month or a year of ISO 8601."""
    text = str(value) + {4: "-01-01", 7: "-01"}.get(len(str(value)), "")
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return bool(re.fullmatch(r"[\d-]+", text))


def _is_moment(value: Any) -> bool:
    """A moment whose distance to UTC is told."""
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


# What a plain value of a type looks like. An address may stand for any thing, as ListItem.item does.
FORMS = {
    "Text": lambda value: isinstance(value, str) and bool(value.strip()),
    "URL": _is_address,
    "Thing": _is_address,
    "Date": _is_day,
    "DateTime": _is_moment,
    "Duration": lambda value: bool(re.fullmatch(r"PT(?=\d)(\d+H)?(\d+M)?(\d+S)?", str(value))),
    "Number": _is_number,
    "Integer": lambda value: _is_number(value) and isinstance(value, int),
    "Boolean": lambda value: isinstance(value, bool),
}
