"""The comments of a YAML text, kept where the same values are written again in another form."""

import re
from collections import defaultdict
from collections.abc import Iterator

import yaml

from campaign.documents import Document, Location
from campaign.sources import parse_yaml

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_BLOCKS = ("|", ">")


def with_comments(text: str, before: str) -> str:
    """A text with the comments of the text that was there before, each above what it stood above or beside."""
    comments = list(_comments_in(before))
    if not comments:
        return text
    document, lines = parse_yaml("", text.encode()), text.split("\n")
    above = defaultdict[int, list[str]](list)
    for location, comment in comments:
        line = len(lines) if location is None else _line_of(document, location)
        above[line].append(comment)
    numbered = enumerate(lines, 1)
    return "\n".join(part for number, line in numbered for part in (*_indented(above[number], line), line))


def _line_of(document: Document, location: Location) -> int:
    """The line on which a key or an item begins, or what was around it."""
    return document.position_of(location, key=bool(location) and isinstance(location[-1], str)).line


def _indented(comments: list[str], line: str) -> Iterator[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return (indent + comment for comment in comments)


def _comments_in(text: str) -> Iterator[tuple[Location | None, str]]:
    """Each comment, and the key or the item that it stands above or beside; None below the last."""
    if "#" not in text:
        return
    bare, starts = _without_scalars(text), _starts(text)
    for found in _COMMENT.finditer(bare):
        line = bare.count("\n", 0, found.start()) + 1
        is_beside = bool(bare[bare.rfind("\n", 0, found.start()) + 1 : found.start()].strip())
        lines = [one for one in starts if (one <= line if is_beside else one > line)]
        near = (max if is_beside else min)(lines, default=None)
        is_of_all = near == min(starts) and not is_beside
        location = () if is_of_all else starts.get(near or 0)
        yield location, text[found.start() : found.end()].rstrip()


def _without_scalars(text: str) -> str:
    """The text with each word of a value or a key blotted out: what is left of `#` begins a comment."""
    for token in yaml.scan(text, Loader=yaml.BaseLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in _BLOCKS:  # whose first line is a sign, and perhaps a comment
                start = text.index("\n", start)
            text = text[:start] + re.sub(r"[^\n]", "x", text[start:end]) + text[end:]
    return text


def _starts(text: str) -> dict[int, Location]:
    """Line → the outermost key or item that begins on it."""
    document = parse_yaml("", text.encode())
    document.position_of(())
    items = (location for location in document.places if location and isinstance(location[-1], int))
    starts: dict[int, Location] = {}
    for location in sorted((*document.keys, *items), key=len):
        starts.setdefault(_line_of(document, location), location)
    return starts
