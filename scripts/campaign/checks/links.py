"""Rules for what a text points to: pages, places in pages, pictures, sources, and addresses that must be unique."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from campaign.catalogue import Catalogue, Prose
from campaign.markdown import FIELDS, anchors
from campaign.pages import Pages, is_of, media_file, path_of, record_of
from campaign.problems import Phrase, Place, Problem


def check_links(catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """A link leads to a page that exists, a place in it that exists, a file of ours, or a known source."""
    anchors = _anchors(catalogue)
    for code, prose in catalogue.texts():
        for href, place in _links(prose):
            if re.match(r"[a-z]+:|$", href):
                yield from _check_address(catalogue, prose, href, place)
            else:
                yield from _check_page_link(catalogue, pages, anchors, code, prose, href, place)


Anchors = dict[tuple[str, str], set[str]]


def _check_address(catalogue: Catalogue, prose: Prose, href: str, place: Place) -> Iterator[Problem]:
    scheme, _, rest = href.partition(":")
    if not href:
        yield Problem(prose.file, place, "P216", {"value": "]()", "hint": Phrase("USE_LINK")})
    elif scheme == "source" and rest not in catalogue.documents["sources"]:
        yield Problem(prose.file, place, "P209", {"value": rest})
    elif scheme == "rule" and rest not in catalogue.documents["rules"]:
        yield Problem(prose.file, place, "P219", {"value": rest})
    elif scheme == "field" and (rest not in FIELDS or not is_of(catalogue, prose.path, "templates")):
        yield Problem(prose.file, place, "P221", {"value": href, "known": ", ".join(FIELDS)})
    elif scheme not in ("source", "rule", "fact", "field", "required", "https", "http", "mailto", "tel"):
        yield Problem(prose.file, place, "P210", {"value": href})


def _check_page_link(
    catalogue: Catalogue, pages: Pages, anchors: Anchors, code: str, prose: Prose, href: str, place: Place
) -> Iterator[Problem]:
    path, _, anchor = href.partition("#")
    target = path_of(prose.path, path) if path else prose.path
    if media := media_file(target):
        if media not in catalogue.media:
            yield Problem(prose.file, place, "P213", {"value": href})
    elif (code, target) not in pages and target not in catalogue.names[code]:
        yield Problem(prose.file, place, "P211", _leading_nowhere(href, f"content/{code}/{target}"))
    elif anchor and (code, target) in anchors and unquote(anchor) not in anchors[code, target]:
        yield Problem(prose.file, place, "P212", {"value": anchor, "target": f"content/{code}/{target}"})


def _leading_nowhere(href: str, target: str) -> dict[str, Any]:
    hint = Phrase("START_WITH_HTTPS") if href.startswith("www.") else Phrase("NO_HINT")
    return {"value": href, "target": target, "hint": hint}


def check_doors(catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """The doors of the start page open onto pages that exist."""
    for code, prose in catalogue.texts():
        for number, door in enumerate(prose.meta.doors):
            target = path_of(prose.path, door.link)
            if (code, target) not in pages and target not in catalogue.names[code]:
                place = prose.document.place_of(("doors", number, "link"))
                values = _leading_nowhere(door.link, f"content/{code}/{target}")
                yield Problem(prose.file, place, "P211", values)


def check_pictures(catalogue: Catalogue, _pages: Pages) -> Iterator[Problem]:
    """A picture exists in content/media and has words for those who do not see it."""
    for _, prose in catalogue.texts():
        for token, place in _inlines(prose):
            for child in token.children or ():
                if child.type == "image":
                    yield from _check_picture(catalogue, prose, child, place)


def _check_picture(catalogue: Catalogue, prose: Prose, image: Token, place: Place) -> Iterator[Problem]:
    href = str(image.attrs["src"])
    if media_file(path_of(prose.path, href)) not in catalogue.media:
        yield Problem(prose.file, place, "P213", {"value": href})
    if not image.content.strip():
        yield Problem(prose.file, place, "P214", {"value": href})


def check_scenes(catalogue: Catalogue, _pages: Pages) -> Iterator[Problem]:
    """The scene above a page has been drawn."""
    for _, prose in catalogue.texts():
        scene = prose.meta.scene
        if scene and f"scenes/{scene}.svg" not in catalogue.media:
            place = prose.document.place_of(("scene",))
            yield Problem(prose.file, place, "P213", {"value": f"scenes/{scene}.svg"})


def check_addresses(_catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """No two pages have the same address."""
    taken: dict[str, str] = {}
    for page in pages.values():
        file = page.prose.file if page.prose else f"content/{page.source_file}"
        if page.address in taken:
            values = {"value": f"/{page.address}", "other": taken[page.address]}
            yield Problem(file, Place(), "P215", values)
        taken.setdefault(page.address, file)


def _anchors(catalogue: Catalogue) -> Anchors:
    sources = catalogue.structure.pages.sources
    return {
        (code, prose.path): anchors(prose.tokens)
        | (set(catalogue.documents["sources"]) if prose.path == sources else set())
        | _anchors_of_layout(catalogue, prose.path)
        for code, prose in catalogue.texts()
    }


def _anchors_of_layout(catalogue: Catalogue, path: str) -> set[str]:
    belongs = record_of(catalogue, path)
    return set(belongs[0].anchors) if belongs else set()


def _links(prose: Prose) -> Iterator[tuple[str, Place]]:
    for token, place in _inlines(prose):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"]), place


def _inlines(prose: Prose) -> Iterator[tuple[Token, Place]]:
    for token in prose.tokens:
        if token.type == "inline":
            yield token, prose.place_of(token)


ALL = (check_links, check_doors, check_pictures, check_scenes, check_addresses)
