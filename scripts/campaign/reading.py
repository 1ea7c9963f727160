"""One file of the content after the other, each into its place."""

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import cast

from pydantic import BaseModel

from campaign.cache import digest_of
from campaign.codes import Code
from campaign.documents import Document, MarkedValue, Parsed
from campaign.files import UnreadableFile
from campaign.markdown import slug_of
from campaign.media import media_problems
from campaign.models import KINDS, SINGLETONS, PageMeta, file_of, record_file
from campaign.models.values import SLUG, Value
from campaign.problems import Phrase, Position, Problem
from campaign.settings import Language
from campaign.sources import parse_markdown, parse_yaml
from campaign.texts import PageSource
from campaign.validation import UNFILLED, marked, validate

# The files that stand alone: path → name.
FILES_ALONE = {file_of(name): name for name in SINGLETONS}
# Endings that files are given which were meant as one of ours.
_MEANT = {".yaml": ".yml", ".markdown": ".md", ".txt": ".md"}
# Files whose names are as they should be: kind and name of a record, language and path of a text.
_NAME = SLUG.strip("^$").replace("(", "(?:")
_RECORD = re.compile(rf"content/data/({_NAME})/({_NAME})\.yml")
_TEXT = re.compile(rf"content/(\w+)/((?:{_NAME}/)*{_NAME}\.md)")
# Where a marked value stands, what its mark says, its text, and whether it is a key, as JSON keeps them.
_Kept = tuple[list[str | int], str, str, bool]


@dataclass(frozen=True)
class Reading:
    """What is filled while the files are read, one after the other; see Content."""

    languages: tuple[Language, ...]
    parsed: Parsed | None
    records: dict[str, dict[str, Value]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    documents: dict[str, dict[str, Document]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    prose: dict[str, dict[str, PageSource]] = field(default_factory=dict)
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    singletons: dict[str, BaseModel] = field(default_factory=dict)
    singleton_documents: dict[str, Document] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)

    @property
    def full_codes(self) -> tuple[str, ...]:
        """The languages in which every text must be there."""
        return tuple(language.code for language in self.languages if not language.is_partial)


@cache
def _misnamed(parts: tuple[str, ...]) -> list[str]:
    """The folders and files whose names are no slugs, or whose endings are not in small letters."""
    named = ((part, PurePosixPath(part)) for part in parts)
    return [
        part
        for part, path in named
        if not re.fullmatch(SLUG, path.stem) or path.suffix.lower() != path.suffix
    ]


def read_file(reading: Reading, name: str, raw: bytes) -> list[Problem]:
    """Read one file (the only place that fills the content)."""
    if isinstance(raw, UnreadableFile):
        code, _, detail = raw.decode().partition(" ")
        return [Problem(name, Position(), cast("Code", code), {"detail": detail})]
    if name in FILES_ALONE:
        return _read_singleton(reading, name, raw)
    if (record := _RECORD.fullmatch(name)) and record[1] in KINDS:
        return _read_record(reading, record[1], record[2], raw)
    if (text := _TEXT.fullmatch(name)) and text[1] in {one.code for one in reading.languages}:
        return _read_prose(reading, text[1], text[2], raw)
    return _read_other(reading, PurePosixPath(name), raw)


def _read_other(reading: Reading, path: PurePosixPath, raw: bytes) -> list[Problem]:
    """Read what is neither a record nor a text: a file of content/media, or one whose name nobody can read."""
    area, rest = path.parts[1], path.parts[2:]
    if misnamed := _misnamed(rest):
        _expect(reading, area, rest)
        wanted = slug_of(PurePosixPath(misnamed[0]).stem) + PurePosixPath(misnamed[0]).suffix.lower()
        return [Problem(str(path), Position(), "S014", {"name": misnamed[0], "wanted": wanted})]
    if area == "media" and rest:
        reading.media["/".join(rest)] = raw
        return media_problems(str(path), raw, reading.parsed)
    right = ".yml" if area == "data" else ".md"
    hint = Phrase("NO_HINT")
    if rest and _MEANT.get(path.suffix) == right:
        hint = Phrase("WRONG_ENDING", {"value": path.suffix, "wanted": right})
        _expect(reading, area, rest)
    return [Problem(str(path), Position(), "S013", {"kinds": ", ".join(KINDS), "hint": hint})]


def _expect(reading: Reading, area: str, rest: tuple[str, ...]) -> None:
    """Note what a file was meant as that nobody can read under its name: nothing that names it names nothing."""
    *folders, name = (slug_of(PurePosixPath(part).stem) for part in rest)
    if area == "data" and folders and folders[0] in KINDS:
        file = "/".join(("content", area, *rest))
        reading.documents[folders[0]].setdefault(name, Document(file))
    elif area in {one.code for one in reading.languages}:
        reading.names.setdefault(area, {}).setdefault("/".join((*folders, f"{name}.md")), None)


def _read_record(reading: Reading, kind: str, slug: str, raw: bytes) -> list[Problem]:
    path = record_file(kind, slug)
    document, record = _validated(path, raw, KINDS[kind].model, reading.full_codes, reading.parsed)
    reading.documents[kind][slug] = document
    if isinstance(record, Value):
        reading.records[kind][slug] = record
    return document.problems


def _read_singleton(reading: Reading, path: str, raw: bytes) -> list[Problem]:
    name = FILES_ALONE[path]
    document, value = _validated(path, raw, SINGLETONS[name], reading.full_codes, reading.parsed)
    reading.singleton_documents[name] = document
    if value is not None:
        reading.singletons[name] = value
    return document.problems


def _read_prose(reading: Reading, code: str, name: str, raw: bytes) -> list[Problem]:
    document, source = _page_source(f"content/{code}/{name}", raw, name, reading.parsed)
    reading.names.setdefault(code, {})[name] = None
    if source is not None:
        reading.prose.setdefault(code, {})[name] = source
    return document.problems


# The same bytes at the same path are read once in a process: whoever previews a change, or tests one, reads one file again
# and not a thousand. Documents and models are frozen, and nobody changes a list of problems later.


@cache
def _validated(
    path: str, raw: bytes, model: type[BaseModel], codes: tuple[str, ...], parsed: Parsed | None
) -> tuple[Document, BaseModel | None]:
    document = parse_yaml(path, raw, parsed)
    _recall_marks(document, raw, model, parsed)
    return document, validate(document, model, codes, may_wait=_may_wait(raw))


@cache
def _page_source(
    path: str, raw: bytes, name: str, parsed: Parsed | None
) -> tuple[Document, PageSource | None]:
    document = parse_markdown(path, raw, parsed)
    _recall_marks(document, raw, PageMeta, parsed)
    meta = validate(document, PageMeta, may_wait=_may_wait(raw))
    text = PageSource(name, path, meta, document.body_line, document) if meta else None
    return document, text


def _may_wait(raw: bytes) -> bool:
    """Whether a field may be still to be filled in: few files have the word, or an escape that could stand for it."""
    return UNFILLED.encode() in raw or b"\\" in raw


def _recall_marks(document: Document, raw: bytes, model: type[BaseModel], parsed: Parsed | None) -> None:
    """Let a document know what its schema marks: to walk through all values of all files takes longer than to read them."""
    if parsed is None:
        return
    name = f"{model.__name__} {digest_of(raw)}".encode()
    kept = cast("Mapping[str, list[_Kept]] | None", parsed.get(name))
    if kept is None:
        found = marked(model, document)
        parsed.put(name, {mark: [astuple(one) for one in all_of_it] for mark, all_of_it in found.items()})
    else:
        document.marked = {
            mark: [
                MarkedValue(tuple(location), target, text, is_key)
                for location, target, text, is_key in all_of_it
            ]
            for mark, all_of_it in kept.items()
        }
