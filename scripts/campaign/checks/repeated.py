"""Rules against what stands twice where it may stand once: in a list, or among the records of a kind."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from campaign.checks.typos import texts_in
from campaign.content import Content
from campaign.documents import Document, Location
from campaign.models import KINDS, record_file
from campaign.pages import Pages
from campaign.problems import Problem


def check_items(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No list of a record or a front matter says the same twice."""
    for document in content.written():
        yield from _repeated_in(document)


@cache  # nobody changes a document once it is read
def _repeated_in(document: Document) -> tuple[Problem, ...]:
    lists = _lists_in(document.value, ())
    return tuple(_twice(document, *pair) for where, items in lists for pair in _equal(where, items))


def _lists_in(value: object, location: Location) -> Iterator[tuple[Location, list[object]]]:
    if isinstance(value, list):
        yield location, value
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _lists_in(part, (*location, key))


def _equal(where: Location, items: list[object]) -> Iterator[tuple[str, Location, Location]]:
    """The words or groups that a list has had before: what each says first, and where both stand. Numbers may come again."""
    first: dict[str, Location] = {}
    for number, item in enumerate(items):
        if isinstance(item, str | dict) and len(items) > 1:
            location, said = next(texts_in(item, (*where, number)), ((*where, number), ""))
            whole = item if isinstance(item, str) else json.dumps(item, sort_keys=True)
            before = first.setdefault(whole, location)
            if before != location:
                yield said, location, before


def check_names(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What an item of a list is called by, none other of the list is."""
    first: dict[tuple[str, Location, str], Location] = {}
    for document, found in content.marked("own"):
        *place, _, field = found.location
        before = first.setdefault((document.path, (*place, field), found.text), found.location)
        if before != found.location:
            yield _twice(document, found.text, found.location, before)


def _twice(document: Document, said: str, location: Location, before: Location) -> Problem:
    values = {"value": said, "line": document.position_of(before).line}
    return Problem(document.path, document.position_of(location), "D149", values)


def check_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What is one record's own, such as the number of a chapter, no other of its kind has. Both are told: one was changed."""
    for kind in (kind for kind in KINDS.values() if kind.own):
        having = defaultdict[tuple[object, ...], list[str]](list)
        for slug, record in content.records[kind.name].items():
            having[tuple(getattr(record, field) for field in kind.own)].append(slug)
        for own, slugs in having.items():
            for slug, other in zip(slugs, (*slugs[1:], slugs[0]), strict=True) if slugs[1:] else ():
                document = content.documents[kind.name][slug]
                values = {"field": kind.own[-1], "value": own[-1], "other": record_file(kind.name, other)}
                yield Problem(document.path, document.position_of((kind.own[-1],)), "D150", values)


OF_VALUES = (check_items,)
ALL = (*OF_VALUES, check_names, check_records)
