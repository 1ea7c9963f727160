"""What `make.py fix` would write, as comments that a Git host lets somebody accept with one click."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from campaign.changed import new_lines
from campaign.files import Tree


@dataclass(frozen=True)
class Suggestion:
    """Lines of a file (from 1, the last one too) and what should stand there."""

    path: str
    first: int
    last: int
    lines: tuple[str, ...]


def suggestions(before: Tree, now: Tree, fixed: Mapping[str, bytes | None]) -> list[Suggestion]:
    """What is fixed on the lines that are new since `before`: a host takes comments on those alone."""
    return [one for path in sorted(fixed) for one in _of_file(before, now, path, fixed[path])]


def _of_file(before: Tree, now: Tree, path: str, raw: bytes | None) -> Iterator[Suggestion]:
    if raw is None or path not in now or now[path] == raw:
        return
    written = new_lines(before.get(path, b""), now[path])
    old, new = now[path].decode().split("\n"), raw.decode().split("\n")
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and set(range(first + 1, last + 1)) <= written:
            yield Suggestion(path, first + 1, last, tuple(new[start:end]))


def render_github(found: list[Suggestion], comment: str) -> str:
    """The body of a review on GitHub: a comment with a block of suggestion on each place."""
    comments = [
        {
            "path": one.path,
            "line": one.last,
            "side": "RIGHT",
            "body": f"{comment}\n{_block('suggestion', one)}",
        }
        | ({"start_line": one.first, "start_side": "RIGHT"} if one.first < one.last else {})
        for one in found
    ]
    return json.dumps({"event": "COMMENT", "comments": comments}, ensure_ascii=False)


def render_gitlab(found: list[Suggestion], comment: str) -> str:
    """The discussions of a merge request on GitLab, one a line; whoever sends them adds the commits of the change."""
    rows = [
        {
            "body": f"{comment}\n{_block(f'suggestion:-{one.last - one.first}+0', one)}",
            "position": {
                "position_type": "text",
                "new_path": one.path,
                "old_path": one.path,
                "new_line": one.last,
            },
        }
        for one in found
    ]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def render_forgejo(found: list[Suggestion], comment: str) -> str:
    """The body of a review on Forgejo, which has no suggestions: each comment shows the lines to write."""
    comments = [
        {"path": one.path, "new_position": one.last, "body": f"{comment}\n{_block('', one)}"} for one in found
    ]
    return json.dumps({"event": "COMMENT", "comments": comments}, ensure_ascii=False)


def _block(sort: str, one: Suggestion) -> str:
    """A block of code, with a fence that no line of it can end."""
    text = "\n".join(one.lines)
    fence = "`" * max(3, 1 + max((len(run) for run in _runs(text)), default=0))
    return f"{fence}{sort}\n{text}\n{fence}"


def _runs(text: str) -> list[str]:
    return [run for run in "".join(mark if mark == "`" else " " for mark in text).split() if run]
