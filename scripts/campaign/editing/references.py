"""Texts and records that name what gets another name ─> the same with the new one, and nothing else of them changed."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import cast

from markdown_it.token import Token

from campaign.content import Content
from campaign.directives import DIRECTIVES, directives
from campaign.documents import Document, MarkedValue
from campaign.editing.edits import Edit, YamlText, with_edits
from campaign.files import Tree
from campaign.markdown import link_words
from campaign.pages import MEDIA
from campaign.schemas import Mark
from campaign.texts import PageSource

# Schemes of links that name a record → the kinds that it may be of, with spaces between.
_SCHEMES = {"source": "sources", "rule": "rules", "fact": "municipalities regions"}


@dataclass(frozen=True)
class Renames:
    """What gets another name: files by their paths from the project's root, texts in every language, and records by kind and slug.

    The name is empty of what goes and nothing takes the place of. `gone` are the files that go, whatever takes their place.
    """

    files: Mapping[str, str]
    records: Mapping[tuple[str, str], str]
    gone: AbstractSet[str] = field(default_factory=frozenset)

    def record(self, kinds: str, slug: str) -> str:
        """The name of a record of one of these kinds, with spaces between them."""
        return next(
            (self.records[kind, slug] for kind in kinds.split() if (kind, slug) in self.records), slug
        )


def rename_references(content: Content, tree: Tree, renames: Renames) -> dict[str, str]:
    """The files that name what gets another name: path → new text.

    What nothing takes the place of is left out where a list or a table names it, and stands where a sentence does.
    """
    edits: dict[str, list[Edit]] = defaultdict(list)
    for document, found, new in _renamed_values(content, renames):
        edits[document.path] += _in_values(yaml_text(tree, document), document.value, found, new)
    words = {PurePosixPath(path).stem for path in renames.files} | {slug for _, slug in renames.records}
    for _, text in content.texts():
        raw = tree[text.file].decode()
        if text.file in renames.files or any(
            word in raw for word in words
        ):  # few name it, and parsing takes long
            edits[text.file] += _in_text(content, raw, renames, text)
    return {
        path: with_edits(tree[path].decode(), found)
        for path, found in edits.items()
        if found and path not in renames.gone
    }


def _renamed_values(content: Content, renames: Renames) -> Iterator[tuple[Document, MarkedValue, str]]:
    """The values and keys of records and front matter that name it, and what they say then."""
    marks: tuple[Mark, ...] = ("reference", "references", "page")
    for mark in marks:
        for document, found in content.marked(mark):
            if mark == "page":
                new = _new_link(content, renames, _as_text(content, document.path), found.text)
            else:
                new = renames.record(found.target, found.text)
            if new != found.text:
                yield document, found, new


def _in_values(text: YamlText, value: object, found: MarkedValue, new: str) -> Iterator[Edit]:
    *way, last = found.location
    for part in way:
        value = cast("Mapping[str | int, object]", value)[part]
    among = cast("Sequence[str]", value) if isinstance(last, int) or found.is_key else ()
    if among and (not new or new in among):
        yield text.without(found.location)
    elif new:
        yield text.replaced(found.location, new, is_key=found.is_key)


def yaml_text(tree: Tree, document: Document) -> YamlText:
    """A file's YAML: all of a record, of a text what stands above it."""
    text = tree[document.path].decode()
    if document.path.endswith(".md"):
        first, end = text.index("\n") + 1, text.index("\n---", 3)
        return YamlText(text[first : end + 1], first)
    return YamlText(text)


def _as_text(content: Content, path: str) -> str:
    """A record names a page as the first page of a language would."""
    return path if path.endswith(".md") else f"content/{content.default_language.code}/index.md"


def _in_text(content: Content, raw: str, renames: Renames, text: PageSource) -> Iterator[Edit]:
    """Links, pictures and directives of a text."""
    starts = [0, *(found.end() for found in re.finditer("\n", raw)), len(raw)]
    for token in text.tokens:
        if token.type == "inline" and token.map:
            first, last = (starts[min(text.line - 1 + line, len(starts) - 1)] for line in token.map)
            yield from _relinked(content, raw[first:last], first, renames, text.file, token)
    for directive in directives(text.tokens):
        kind = DIRECTIVES[directive.name].kind if directive.name in DIRECTIVES else None
        for given in directive.arguments if kind else ():
            new, start = renames.record(str(kind), given), starts[text.line - 1 + directive.line]
            if new not in ("", given):
                at = raw.index(f" {given} ", start) + 1
                yield Edit(at, at + len(given), new)


def _addresses(token: Token) -> Iterator[str]:
    """Where the links and pictures of a block lead."""
    yield from (href for href, _ in link_words(token))
    yield from (str(child.attrs["src"]) for child in token.children or () if child.type == "image")


def _relinked(
    content: Content, block: str, start: int, renames: Renames, own: str, token: Token
) -> Iterator[Edit]:
    """The links and pictures of a block that begins at `start`, with their new addresses."""
    for href in _addresses(token):
        new = _new_address(content, renames, own, href)
        if _is_link_of_successor(renames, own, href):
            for found in re.finditer(rf"\[([^\[\]]*)\]\(<?{re.escape(href)}[^)]*\)", block):
                yield Edit(start + found.start(), start + found.end(), found[1])
        elif new not in ("", href):
            for found in re.finditer(rf"\]\(<?({re.escape(href)})(?=[>\s)])", block):
                yield Edit(start + found.start(1), start + found.end(1), new)


def _is_link_of_successor(renames: Renames, own: str, href: str) -> bool:
    """Whether a link of the page that takes the place of another led to that one: it would lead to itself."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(own), href.partition("#")[0]))
    return target in renames.gone and renames.files.get(target) == own


def _new_address(content: Content, renames: Renames, own: str, href: str) -> str:
    scheme, colon, name = href.partition(":")
    if scheme in _SCHEMES and colon:
        record, slash, rest = name.partition("/")
        if scheme == "fact" and not slash:  # a fact of the page's own place
            return href
        new = renames.record(_SCHEMES[scheme], record)
        return new and f"{scheme}:{new}{slash}{rest}"
    if href.startswith(MEDIA):
        return renames.files.get(f"content{href}", href).removeprefix("content")
    if href.startswith("/"):
        return _new_public_address(content, renames, own, href)
    return href if re.match(r"[a-z]+:|$", href) else _new_link(content, renames, own, href)


def _new_public_address(content: Content, renames: Renames, own: str, href: str) -> str:
    """A link that begins at the root of the site, as it stands in a browser: it may be corrected, and follows nothing."""
    folder = posixpath.dirname(own)
    relative = posixpath.relpath(f"content/{own.split('/')[1]}{href}", folder)
    new = _new_link(content, renames, own, relative)
    return href if new == relative else new


def _new_link(content: Content, renames: Renames, own: str, href: str) -> str:
    """A link from the text `own`, as it is written when all has its new name; nothing if it leads to what goes."""
    path, mark, place = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(own), path)) if path else own
    here, there = renames.files.get(own, own), renames.files.get(target, target)
    if path and not there:
        return ""
    if target in renames.gone:  # another page has other places
        mark = place = ""
    if path and (here, there) != (own, target):
        path = posixpath.relpath(there, posixpath.dirname(here))
    return path + mark + _new_place(content, renames, target, place)


def _new_place(content: Content, renames: Renames, target: str, place: str) -> str:
    """A place on a page that a record has given its name."""
    if target.endswith(f"/{content.structure.pages.sources}"):
        return renames.record("sources", place)
    rule = place.removeprefix("rule-")
    return place if rule == place else f"rule-{renames.record('rules', rule)}"
