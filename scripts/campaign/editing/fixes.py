"""Files that can be brought into order without asking: the one written form, and names that are nearly right."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pydantic import BaseModel

from campaign.checks.punctuation import torn_numbers
from campaign.content import Content
from campaign.documents import Document
from campaign.editing.comments import with_comments
from campaign.editing.references import Renames, rename_references
from campaign.files import Tree
from campaign.models import KINDS, SINGLETONS, PageMeta, file_of
from campaign.nearest import surely_meant
from campaign.pages import Pages
from campaign.problems import Problem, is_slip
from campaign.sources import parse_markdown, parse_yaml
from campaign.writing import render_yaml

# Problems of a file that nevertheless leave no doubt of what it says: marks that programs put in.
_HARMLESS = {"D189", "S002", "S003"}
# The problems that are a wrong name → the kind of record that it is of, if it is always the same.
_NAMES: Mapping[str, str] = {"P211": "", "P209": "sources", "P219": "rules", "D110": ""}
# The problems that are a passage with one right form → how it stands there, and how it should, of the values of the problem.
_PASSAGES: Mapping[str, tuple[str, str]] = {
    "P257": ("{value}", "{number}"),
    "P231": ("[{value}](fact:{name})", "[{record}](fact:{name})"),
    "W414": ("value: {value}", "value: {number}"),
    "P216": ("{value}", "{wanted}"),  # of a heading; what to make of the other marks, a person knows
}
# What of a line of Markdown is not read as its words: code, comments, ids, references with theirs, and where links lead.
_NO_WORDS = re.compile(
    r"`[^`]*`|<[^>]*>|\{[^}]*\}|\[[^\]]*\]\((?:source|rule|fact|required|lang):[^)]*\)|\]\([^)]*\)|\]:.*"
)
# A line with which another block begins, or another value.
_NEW_BLOCK = re.compile(r"\s*$|\s*(?:- )?[\w-]+:(?:\s|$)")
FIXABLE = (*_NAMES, *_PASSAGES)


def format_file(path: str, raw: bytes) -> bytes:
    """A file of content in the written form, or as it is where it has none or cannot be read without doubt."""
    model = _model_of(path)
    document = (
        (parse_markdown if path.endswith(".md") else parse_yaml)(path, raw) if model else Document(path)
    )
    if model is None or document.value is None or {problem.code for problem in document.problems} - _HARMLESS:
        return raw
    text = with_comments(render_yaml(document.value, model), _yaml_of(document))
    if path.endswith(".md"):
        words = _words_of(document)
        text = f"---\n{text}---\n\n{words}" if words else f"---\n{text}---\n"
    return text.encode() if _has_same_values(document, path, text) else raw


def _yaml_of(document: Document) -> str:
    """The text of a record, or what stands above that of a page between its two lines `---`."""
    head = document.raw[: document.body_start].decode()
    return head if document.body_start is None else head.partition("\n")[2].rpartition("---")[0]


def _has_same_values(document: Document, path: str, text: str) -> bool:
    again = (parse_markdown if path.endswith(".md") else parse_yaml)(path, text.encode())
    return (again.value, _words_of(again)) == (document.value, _words_of(document))


def _words_of(document: Document) -> str:
    """The text of a page from its first line on."""
    return document.body.lstrip("\n")


def _model_of(path: str) -> type[BaseModel] | None:
    """The model of a file below content/."""
    place = PurePosixPath(path)
    if path == file_of("map"):  # drawn by a program, which says above it whose borders they are
        return None
    if place.suffix == ".md":
        return PageMeta
    if place.suffix != ".yml" or place.parts[:2] != ("content", "data"):
        return None
    kind = KINDS.get(place.parts[2])
    return kind.model if kind else SINGLETONS.get(place.stem)


def fix_texts(content: Content, pages: Pages, tree: Tree, problems: Iterable[Problem]) -> dict[str, str]:
    """The files with what has one answer fixed: path → new text. Of the problems those are whose code is in FIXABLE."""
    found = list(problems)
    passages = fix_passages(tree, found)
    return passages | _fix_names(content, pages, {**tree, **_encoded(passages)}, found)


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def fix_passages(tree: Tree, problems: Iterable[Problem]) -> dict[str, str]:
    """The files with each passage in its right form, at the first place from the line of its problem on."""
    texts: dict[str, str] = {}
    for problem in problems:
        if problem.code in _PASSAGES and (problem.code != "P216" or "wanted" in problem.values):
            lines = (texts.get(problem.path) or tree[problem.path].decode()).split("\n")
            value, right = (form.format_map(problem.values) for form in _PASSAGES[problem.code])
            places = _numbers if problem.code == "P257" else _passages
            place = next(places(value, lines, problem.position.line - 1), None)
            if place:
                line, start = place
                lines[line] = lines[line][:start] + right + lines[line][start + len(value) :]
                texts[problem.path] = "\n".join(lines)
    return texts


def _passages(value: str, lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Where a passage stands, line and column, from a line on."""
    return ((n, line.find(value)) for n, line in enumerate(lines[first:], first) if value in line)


def _numbers(value: str, lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Where a number stands as one of its own, line and column, in the block that begins on a line."""
    for n, line in enumerate(lines[first:], first):
        if n > first and _NEW_BLOCK.match(line):
            return
        words = _NO_WORDS.sub(lambda found: "/" * len(found[0]), line)
        yield from ((n, found.start()) for found in torn_numbers(words) if found[0] == value)


def _fix_names(content: Content, pages: Pages, tree: Tree, problems: Iterable[Problem]) -> dict[str, str]:
    """The files with such a problem that name what is not there and mean what nearly has that name."""
    of_names = [problem for problem in problems if problem.code in _NAMES]
    files: dict[str, str] = {}
    records: dict[tuple[str, str], str] = {}
    for problem in of_names:
        if problem.code == "P211":
            files |= _page_meant(content, pages, problem)
        else:
            records |= _record_meant(content, problem)
    fixed = rename_references(content, tree, Renames(files, records))
    return {problem.path: fixed[problem.path] for problem in of_names if problem.path in fixed}


def _page_meant(content: Content, pages: Pages, problem: Problem) -> dict[str, str]:
    target = str(problem.values["target"])
    _, code, path = target.split("/", 2)
    there = (there for language, there in pages if language == code)
    near = surely_meant(content, code, there, path, str(problem.values["value"]))
    return {target: f"content/{code}/{near}"} if near else {}


def _record_meant(content: Content, problem: Problem) -> dict[tuple[str, str], str]:
    kind, slug = _NAMES[problem.code] or str(problem.values["kind"]), str(problem.values["value"])
    slips = [name for name in content.documents[kind] if is_slip(slug, name)]
    return {(kind, slug): slips[0]} if len(slips) == 1 else {}  # one of two is chosen by a person
