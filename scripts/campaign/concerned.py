"""Which files a change of one concerns: its translations, its record or its text, what names it, and what it names.

What stands alone (labels.yml, site.yml) goes into everything, and so concerns every file.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath
from typing import get_args

from campaign.content import Content
from campaign.directives import DIRECTIVES, directives
from campaign.markdown import link_words
from campaign.models import KINDS, record_file
from campaign.pages import media_file, path_of, record_of
from campaign.pictures import slug_of
from campaign.reading import FILES_ALONE
from campaign.schemas import Mark
from campaign.texts import PageSource

# Schemes of links that name a record → the kinds that it may be of, with spaces between.
_SCHEMES = {"source": "sources", "rule": "rules", "fact": "municipalities regions"}
# Names are paths: of a file from the project's root, and of a page in the folder of each language.
Names = set[str]


def concerned(content: Content, there: Collection[str], files: Collection[str]) -> Names:
    """These files, and those of all that are `there` whose problems may become others with them."""
    if any(file in FILES_ALONE for file in files):
        return {*there, *files}
    own = {file: set(_names(content, file)) for file in (*there, *files)}
    asked = Names().union(*(own[file] for file in files))
    named = _named_by_values(content)
    for text in _texts_that_may_name(content, files, asked):
        named[text.file].update(chain.from_iterable(_names(content, one) for one in _named_by(text)))
    told = Names().union(*(named[file] for file in files if file in named))
    return {file for file, names in own.items() if names & (asked | told) or _all_named(names, named) & asked}


def _all_named(names: Names, named: Mapping[str, Names]) -> Names:
    """What a file names, and what its record does: a text says what stands there, too."""
    return Names().union(*(named[name] for name in names if name in named))


def _names(content: Content, file: str) -> Iterator[str]:
    """What others may mean by a file: itself, its page, the record that it belongs to, and whose page that is."""
    yield file
    _, _, within = file.partition("/")
    area, _, path = within.partition("/")
    folder, name = str(PurePosixPath(path).parent), PurePosixPath(path).stem
    if area == "data":
        yield from _names_of_record(folder, name)
    elif area == "media":
        kinds = [kind.name for kind in KINDS.values() if folder in kind.pictures]
        kinds += ["pictures"] if slug_of(path) else []
        yield from (record_file(kind, name) for kind in kinds)
    else:
        yield path
        belongs = record_of(content, path)
        yield from (record_file(belongs[0].name, name),) if belongs else ()


def _names_of_record(kind: str, slug: str) -> Iterator[str]:
    if kind in KINDS:
        yield from (f"{KINDS[kind].pages}/{slug}.md",) if KINDS[kind].pages else ()
        yield from (record_file(one.name, slug) for one in KINDS.values() if one.named_after == kind)


def _named_by_values(content: Content) -> dict[str, Names]:
    """File → what its values name, front matter too."""
    found = defaultdict[str, Names](set)
    for mark in get_args(Mark):
        for document, one in content.marked(mark) if mark != "latest" else ():
            if mark == "page":
                within = document.path.split("/", 2)[2] if document.path.endswith(".md") else ""
                found[document.path].add(path_of(within, one.text.partition("#")[0]))
            else:
                found[document.path].update(record_file(kind, one.text) for kind in one.target.split())
    for slug, film in content.films.items():
        found[record_file("films", slug)].update(f"content/media/{file}" for _, file in film.files())
    return found


def _texts_that_may_name(content: Content, files: Collection[str], asked: Names) -> Iterator[PageSource]:
    """The texts asked about, and those in which a name stands at all: few do, and parsing takes long."""
    words = {PurePosixPath(name).stem for name in asked}
    for _, text in content.texts():
        if text.file in files or any(word in text.body for word in words):
            yield text


def _named_by(text: PageSource) -> Iterator[str]:
    """What a text links to, shows, and has a directive for."""
    for token in text.tokens:
        for href, _ in link_words(token):
            yield from _named_by_link(text, href)
        for child in token.children or ():
            if child.type == "image":
                yield from _named_by_link(text, str(child.attrs["src"]))
    for directive in directives(text.tokens):
        kind = DIRECTIVES[directive.name].kind if directive.name in DIRECTIVES else None
        yield from (record_file(kind, given) for given in directive.arguments if kind)


def _named_by_link(text: PageSource, href: str) -> Iterator[str]:
    scheme, colon, rest = href.partition(":")
    if colon:
        name = rest.partition("/")[0]
        yield from (record_file(kind, name) for kind in _SCHEMES.get(scheme, "").split())
    else:
        path = path_of(text.path, href.partition("#")[0])
        media = media_file(path)
        yield f"content/media/{media}" if media else path
