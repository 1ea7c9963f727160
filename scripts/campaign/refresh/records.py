"""New figures in the text of a record, with nothing else of it changed."""

import re
from collections.abc import Iterator, Sequence

import yaml

from campaign.refresh.changes import Change

# Where a key goes that a fact does not have yet: before this one, which it has.
_BEFORE = {"value": "unit", "as_of": "query", "checked": "query"}
_QUOTES = ("'", '"')
Edit = tuple[int, int, str]


def with_changes(text: str, changes: Sequence[Change], today: str) -> str:
    """The text of a record with its changed facts; only their value, as_of and checked differ."""
    facts = _items(yaml.compose(text, Loader=yaml.BaseLoader), "facts")
    edits = [edit for change in changes for edit in _edits(text, facts[change.request.number], change, today)]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _items(record: yaml.Node | None, key: str) -> Sequence[yaml.Node]:
    assert isinstance(record, yaml.MappingNode)
    return next(value.value for name, value in record.value if name.value == key)


def _edits(text: str, fact: yaml.Node, change: Change, today: str) -> Iterator[Edit]:
    assert isinstance(fact, yaml.MappingNode)
    nodes = {key.value: (key, value) for key, value in fact.value}
    values = {"value": _number(change.answer.value), "as_of": change.as_of, "checked": today}
    for name, new in values.items():
        if name in nodes:
            start, end = nodes[name][1].start_mark.index, nodes[name][1].end_mark.index
            yield start, end, _quoted(name, new, text[start:end])
        else:
            before = nodes[_BEFORE[name]][0].start_mark
            gap = ", " if fact.flow_style else "\n" + " " * before.column
            yield before.index, before.index, f"{name}: {_quoted(name, new, '')}{gap}"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _quoted(name: str, new: str, old: str) -> str:
    """Dates stand in quotes, in those that the editor chose; a whole day may stand plain, as it may have stood."""
    if name == "value":
        return new
    if old.startswith(_QUOTES):
        return f"{old[0]}{new}{old[0]}"
    return new if re.fullmatch(r"\d{4}-\d\d-\d\d", old) and len(new) == len(old) else f'"{new}"'
