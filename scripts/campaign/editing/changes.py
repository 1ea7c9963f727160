"""A page or a record gets another name, or goes: all of content as it is afterwards, with nothing that leads nowhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from campaign.content import Content, load_content
from campaign.editing.entries import Entry, exists, files_of, find_entry, is_name, parse_name
from campaign.editing.moves import (
    AddressChange,
    ByLanguage,
    render_addresses,
    render_keywords,
    render_moves,
)
from campaign.editing.references import Renames, rename_references
from campaign.files import Tree
from campaign.generated import render_generated
from campaign.keywords import called
from campaign.models import file_of, record_file
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, UserError, errors


@dataclass(frozen=True)
class Project:
    """What a change begins with: the files, and how any are checked."""

    tree: Tree
    check: Callable[[Tree], tuple[Content, Pages, list[Problem]]]


@dataclass(frozen=True)
class Change:
    """What becomes of files: path → new bytes, or None for one that goes; and which lives on under which path.

    `lost` are words of the search that no page has any longer.
    """

    files: Mapping[str, bytes | None]
    moved: Mapping[str, str]
    lost: Sequence[str] = ()


def rename(project: Project, name: str, new_name: str, words: ByLanguage) -> Change:
    """The change that gives a page or a record another name, and its page perhaps other `words` in its address."""
    content, pages = _checked_content(project)
    old = _require_movable(content, find_entry(content, pages, name))
    new = _new_name(content, old, new_name)
    if new != old and exists(content, pages, new):
        raise UserError("IS_TAKEN", name=new.name)
    if new == old and not words:
        raise UserError("SAME_NAME", name=new.name)
    files = dict(zip(files_of(content, old), files_of(content, old, new), strict=True))
    names = Renames(files, dict.fromkeys(old.records(), new.slug))
    return _build_change(project, content, pages, names, files, AddressChange(old, new, new, words, {}))


def remove(project: Project, name: str, to: str | None, gone: ByLanguage) -> Change:
    """The change that takes a page or a record away: readers and links go to another, or readers learn why it is gone."""
    content, pages = _checked_content(project)
    old = _require_movable(content, find_entry(content, pages, name))
    successor = find_entry(content, pages, to) if to else None
    if old.path and not successor and not gone:
        raise UserError("TO_OR_GONE", name=old.name)
    if successor and (
        successor == old
        or (old.path is None) != (successor.path is None)
        or (not old.path and successor.kind != old.kind)
    ):
        raise UserError("OTHER_KIND", name=old.name, other=successor.name)
    texts = old.texts(content)
    slug = successor.slug if successor and successor.kind == old.kind else ""
    instead = successor.texts(content) if successor else [""] * len(texts)
    names = Renames(
        dict(zip(texts, instead, strict=True)),
        dict.fromkeys(old.records(), slug),
        frozenset(files_of(content, old)),
    )
    return _build_change(
        project,
        content,
        pages,
        names,
        dict.fromkeys(names.gone),
        AddressChange(old, successor, None, {}, gone),
    )


def _checked_content(project: Project) -> tuple[Content, Pages]:
    content, pages, problems = project.check(project.tree)
    if found := errors(problems):
        raise UserError("FIX_FIRST", found)
    return content, pages


def _require_movable(content: Content, entry: Entry) -> Entry:
    """The entry, if it stands in content alone."""
    if entry.path and PurePosixPath(entry.path).stem == "index":
        raise UserError("IS_FRONT", name=entry.path)
    roles = content.structure.pages
    if entry.path and entry.path in {path for role, path in roles if role not in roles.model_fields_set}:
        raise UserError("IS_FIXED", name=entry.path, file=file_of("site"))
    return entry


def _new_name(content: Content, old: Entry, name: str) -> Entry:
    """What a new name means for the entry that had an old one: the name alone is enough for a record."""
    new = parse_name(content, name)
    if not is_name(new):
        raise UserError("NO_NAME", name=name)
    if old.kind:
        folder = str(PurePosixPath(old.path or "").parent)
        if new.kind == old.kind or new.path in (f"{new.slug}.md", f"{folder}/{new.slug}.md"):
            return old.called(new.slug)
        raise UserError("OTHER_KIND", name=old.name, other=name)
    if new.kind or not new.path or new.slug == "index":
        raise UserError("OTHER_KIND", name=old.name, other=name)
    return new


def _build_change(
    project: Project,
    content: Content,
    pages: Pages,
    names: Renames,
    moved: Mapping[str, str | None],
    change: AddressChange,
) -> Change:
    texts = {path: text.encode() for path, text in rename_references(content, project.tree, names).items()}
    kept = {moved.get(path, path): raw for path, raw in {**project.tree, **texts}.items()}
    tree = {path: raw for path, raw in kept.items() if path is not None}
    if change.page.path:
        tree |= _addresses(content, pages, tree, change)
        tree |= _keywords(content, tree, change)
    made = _render_generated(tree, _published(content, pages, change))
    tree |= {path: raw for path, raw in made.items() if path in tree}
    *_, problems = project.check(tree)
    if found := errors(problems):
        raise UserError("WOULD_BREAK", found, name=change.page.name)
    left = dict.fromkeys(path for path in project.tree if path not in tree)
    written = {path: raw for path, raw in {**tree, **made}.items() if project.tree.get(path) != raw}
    alive = {path: new for path, new in moved.items() if path in left and new}
    lost = called(content, change.page.path) if change.page.path and not change.successor else []
    return Change({**left, **written}, alive, lost)


def _keywords(content: Content, tree: Tree, change: AddressChange) -> Tree:
    """What readers called a page that goes, they find the page by that takes its place: also where both had words in one file."""
    page, successor = change.page.path or "", (change.successor.path if change.successor else None) or ""
    both = [
        (kind, name, one.pages[page])
        for kind, files in (("keywords", content.keywords), ("queries", content.queries))
        for name, one in files.items()
        if {page, successor} <= one.pages.keys()
    ]
    if not both or change.renamed:
        return {}
    now, _ = load_content(tree)
    return {
        record_file(kind, name): render_keywords(now.documents[kind][name], own, successor).encode()
        for kind, name, own in both
    }


def _addresses(content: Content, pages: Pages, tree: Tree, change: AddressChange) -> Tree:
    """The files that say which addresses there are and were."""
    others = (path for _, path in pages if path != change.page.path)
    keep = any(change.page.slug in PurePosixPath(path).with_suffix("").parts for path in others)
    words = {file_of("addresses"): render_addresses(content, change, keep=keep).encode()}
    now, _ = load_content({**tree, **words})
    return {**words, file_of("moved"): render_moves(now, build_pages(now), pages, change).encode()}


def _published(content: Content, pages: Pages, change: AddressChange) -> str:
    """The page that readers meet under a new address, if they met it under the old one: what others have begun is no part of this."""
    known = content.published.addresses
    was = any(page.address in known for (_, path), page in pages.items() if path == change.page.path)
    return (change.renamed.path if was and change.renamed else None) or ""


def _render_generated(tree: Tree, published: str) -> Tree:
    content, _ = load_content(tree)
    made = render_generated(content, build_pages(content), published)
    return {path: text.encode() for path, text in made.items()}
