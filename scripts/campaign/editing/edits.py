"""Passages of a text replaced with nothing else of it changed, and where the values of a YAML text stand."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from campaign.documents import Location


@dataclass(frozen=True, order=True)
class Edit:
    """What stands between two places of a text becomes `new`."""

    start: int
    end: int
    new: str


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with each edit made; the same one asked for twice is made once."""
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


class YamlText:
    """A YAML text that is sound, and where in it each value stands; `start` is where it begins in its file."""

    def __init__(self, text: str, start: int = 0) -> None:
        self.text, self.start = text, start
        self._root = yaml.compose(text, Loader=yaml.BaseLoader)

    def replaced(self, location: Location, new: str, *, is_key: bool = False) -> Edit:
        """A word becomes another, within its quotes if it has any."""
        key, value = self._nodes(location)
        node = key if is_key else value
        assert isinstance(node, yaml.ScalarNode)
        quotes = len(node.style or "")
        return self._edit(node.start_mark.index + quotes, node.end_mark.index - quotes, new)

    def without(self, location: Location) -> Edit:
        """A key with what stands under it, or an item of a list, goes."""
        above, (key, value) = self._nodes(location[:-1])[1], self._nodes(location)
        if len(above.value) == 1:
            return self._edit(above.start_mark.index, _end(above), "[]" if value is key else "{}")
        if isinstance(above, yaml.CollectionNode) and above.flow_style:
            return self._within_brackets(above, key, value)
        lines = self.text.splitlines(keepends=True)
        first = key.start_mark.line
        start = sum(map(len, lines[:first]))
        return self._edit(start, start + sum(map(len, lines[first : _last_line(value) + 1])), "")

    def _within_brackets(self, above: yaml.Node, key: yaml.Node, value: yaml.Node) -> Edit:
        """The item and the comma after it, or before it where it is the last."""
        start, end = key.start_mark.index, value.end_mark.index
        begins = [(item[0] if isinstance(item, tuple) else item).start_mark.index for item in above.value]
        ends = [(item[1] if isinstance(item, tuple) else item).end_mark.index for item in above.value]
        number = begins.index(start)
        if number + 1 < len(begins):
            return self._edit(start, begins[number + 1], "")
        return self._edit(ends[number - 1], end, "")

    def _edit(self, start: int, end: int, new: str) -> Edit:
        return Edit(self.start + start, self.start + end, new)

    def _nodes(self, location: Location) -> tuple[yaml.Node, yaml.Node]:
        """The key and the value at a place; of an item of a list the value twice."""
        assert self._root
        key = value = self._root
        for part in location:
            if isinstance(part, int):
                key = value = value.value[part]
            else:
                key, value = next(pair for pair in value.value if pair[0].value == part)
        return key, value


def _last_line(node: yaml.Node) -> int:
    """The last line of a value. What YAML says of a block is where the next begins, and a comment may stand between."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    return mark.line if mark.column else mark.line - 1


def _end(node: yaml.Node) -> int:
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)
