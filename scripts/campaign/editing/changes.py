"""A page or a record gets another name, or goes: all of content as it is afterwards, with nothing that leads nowhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from campaign.content import Content, load_content
from campaign.editing.mending import Names, mended
from campaign.editing.moves import (
    ByLanguage,
    Leaving,
    render_addresses,
    render_moves,
    render_search_words,
    words_of,
)
from campaign.editing.things import Thing, exists, files_of, is_name, parse_name, thing_named
from campaign.files import Tree
from campaign.generated import render_generated
from campaign.models import file_of
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, Refusal, errors


@dataclass(frozen=True)
class Project:
    """What a change begins with: the files, how any are checked, and the pages that code and templates name → where."""

    tree: Tree
    check: Callable[[Tree], tuple[Content, Pages, list[Problem]]]
    fixed: Mapping[str, str] = field(default_factory=dict)


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
    content, pages = _sound(project)
    old = _free(project, content, thing_named(content, pages, name))
    new = _new_name(content, old, new_name)
    if new != old and exists(content, pages, new):
        raise Refusal("IS_TAKEN", name=new.name)
    if new == old and not words:
        raise Refusal("SAME_NAME", name=new.name)
    files = dict(zip(files_of(content, old), files_of(content, old, new), strict=True))
    names = Names(files, dict.fromkeys(old.records(), new.slug))
    return _changed(project, content, pages, names, files, Leaving(old, new, new, words, {}))


def remove(project: Project, name: str, to: str | None, gone: ByLanguage) -> Change:
    """The change that takes a page or a record away: readers and links go to another, or readers learn why it is gone."""
    content, pages = _sound(project)
    old = _free(project, content, thing_named(content, pages, name))
    heir = thing_named(content, pages, to) if to else None
    if old.path and not heir and not gone:
        raise Refusal("TO_OR_GONE", name=old.name)
    if heir and (
        heir == old or (old.path is None) != (heir.path is None) or (not old.path and heir.kind != old.kind)
    ):
        raise Refusal("OTHER_KIND", name=old.name, other=heir.name)
    texts = old.texts(content)
    slug = heir.slug if heir and heir.kind == old.kind else ""
    instead = heir.texts(content) if heir else [""] * len(texts)
    names = Names(
        dict(zip(texts, instead, strict=True)),
        dict.fromkeys(old.records(), slug),
        frozenset(files_of(content, old)),
    )
    return _changed(
        project, content, pages, names, dict.fromkeys(names.gone), Leaving(old, heir, None, {}, gone)
    )


def _sound(project: Project) -> tuple[Content, Pages]:
    content, pages, problems = project.check(project.tree)
    if found := errors(problems):
        raise Refusal("MEND_FIRST", found)
    return content, pages


def _free(project: Project, content: Content, thing: Thing) -> Thing:
    """The thing, if it stands in content alone."""
    if thing.path and PurePosixPath(thing.path).stem == "index":
        raise Refusal("IS_FRONT", name=thing.path)
    if thing.path and thing.path in project.fixed:
        raise Refusal("IS_FIXED", name=thing.path, file=project.fixed[thing.path])
    roles = content.structure.pages
    if thing.path and thing.path in {path for role, path in roles if role not in roles.model_fields_set}:
        raise Refusal("IS_FIXED", name=thing.path, file=file_of("site"))
    return thing


def _new_name(content: Content, old: Thing, name: str) -> Thing:
    """What a new name means for the thing that had an old one: the name alone is enough for a record."""
    new = parse_name(content, name)
    if not is_name(new):
        raise Refusal("NO_NAME", name=name)
    if old.kind:
        folder = str(PurePosixPath(old.path or "").parent)
        if new.kind == old.kind or new.path in (f"{new.slug}.md", f"{folder}/{new.slug}.md"):
            return old.called(new.slug)
        raise Refusal("OTHER_KIND", name=old.name, other=name)
    if new.kind or not new.path or new.slug == "index":
        raise Refusal("OTHER_KIND", name=old.name, other=name)
    return new


def _changed(
    project: Project,
    content: Content,
    pages: Pages,
    names: Names,
    moved: Mapping[str, str | None],
    leaving: Leaving,
) -> Change:
    texts = {path: text.encode() for path, text in mended(content, project.tree, names).items()}
    kept = {moved.get(path, path): raw for path, raw in {**project.tree, **texts}.items()}
    tree = {path: raw for path, raw in kept.items() if path is not None}
    if leaving.page.path:
        tree |= _addresses(content, pages, tree, leaving)
        tree |= _search_words(content, tree, leaving)
    made = _generated(tree, _published(content, pages, leaving))
    tree |= {path: raw for path, raw in made.items() if path in tree}
    *_, problems = project.check(tree)
    if found := errors(problems):
        raise Refusal("WOULD_BREAK", found, name=leaving.page.name)
    left = dict.fromkeys(path for path in project.tree if path not in tree)
    written = {path: raw for path, raw in {**tree, **made}.items() if project.tree.get(path) != raw}
    alive = {path: new for path, new in moved.items() if path in left and new}
    own = words_of(content, leaving.page.path) if not leaving.heir else {}
    return Change({**left, **written}, alive, [word for words in own.values() for word in words])


def _search_words(content: Content, tree: Tree, leaving: Leaving) -> Tree:
    """What readers called a page that goes, they find the page by that takes its place."""
    own, heir = words_of(content, leaving.page.path), leaving.heir.path if leaving.heir else None
    if not own or not heir or leaving.renamed or not words_of(content, heir):
        return {}
    now, _ = load_content(tree)
    return {file_of("words"): render_search_words(now, own, heir).encode()}


def _addresses(content: Content, pages: Pages, tree: Tree, leaving: Leaving) -> Tree:
    """The files that say which addresses there are and were."""
    others = (path for _, path in pages if path != leaving.page.path)
    keep = any(leaving.page.slug in PurePosixPath(path).with_suffix("").parts for path in others)
    words = {file_of("addresses"): render_addresses(content, leaving, keep=keep).encode()}
    now, _ = load_content({**tree, **words})
    return {**words, file_of("moved"): render_moves(now, build_pages(now), pages, leaving).encode()}


def _published(content: Content, pages: Pages, leaving: Leaving) -> str:
    """The page that readers meet under a new address, if they met it under the old one: what others have begun is no part of this."""
    known = content.published.addresses
    was = any(page.address in known for (_, path), page in pages.items() if path == leaving.page.path)
    return (leaving.renamed.path if was and leaving.renamed else None) or ""


def _generated(tree: Tree, published: str) -> Tree:
    content, _ = load_content(tree)
    made = render_generated(content, build_pages(content), published)
    return {path: text.encode() for path, text in made.items()}
