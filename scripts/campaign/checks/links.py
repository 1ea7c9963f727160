"""Rules for what a text points to: pages, places in pages, pictures, sources, and addresses that must be unique."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token

from campaign.codes import Code
from campaign.content import Content
from campaign.hosts import WEB_ADDRESS, has_user, is_foreign, named_elsewhere, parts_of, shown_host
from campaign.keys import PageKey
from campaign.markdown import FIELDS, anchors, link_words, slug_of
from campaign.media import is_photo
from campaign.nearest import hint_of
from campaign.pages import Pages, is_of, media_file, other_language, path_of, record_of
from campaign.problems import Phrase, Position, Problem, did_you_mean
from campaign.settings import BY_CODE
from campaign.texts import PageSource

# The links that name a record, of which kind, and what is told where there is none.
_OF_RECORDS: Mapping[str, tuple[str, Code]] = {"source": ("sources", "P209"), "rule": ("rules", "P219")}
# What follows after these, and how to write it: readers may call from abroad, or 112.
_WHOLE: Mapping[str, tuple[re.Pattern[str], Code]] = {
    "#": (re.compile(r"."), "WHOLE_PLACE"),
    "mailto": (re.compile(r"[^@\s?]+@[^@\s?]+\.[^@\s?.]{2,}(?:\?.*)?"), "WHOLE_EMAIL"),
    "tel": (re.compile(r"\+[1-9][\d-]{6,}|\d{3,6}"), "WHOLE_PHONE"),
}


def check_links(content: Content, pages: Pages) -> Iterator[Problem]:
    """A link leads to a page that exists, a place in it that exists, a file of ours, or a known source."""
    for code, prose in content.texts():
        for href, words, position in _links(prose):
            if re.match(r"[a-z]+:|#?$", href):
                yield from _check_address(content, prose, href, words, position)
            else:
                yield from _check_page_link(content, pages, code, prose, href, position)


def _check_address(
    content: Content, prose: PageSource, href: str, words: str, position: Position
) -> Iterator[Problem]:
    scheme, _, rest = href.partition(":")
    if not href:
        yield Problem(prose.file, position, "P216", {"value": "]()", "hint": Phrase("USE_LINK")})
    elif scheme in _OF_RECORDS:
        yield from _check_record_link(content, prose, scheme, rest, position)
    elif scheme == "field" and not _is_blank(content, prose, rest):
        yield Problem(prose.file, position, "P221", {"value": href, "known": ", ".join(FIELDS)})
    elif scheme == "lang" and (rest not in BY_CODE or not is_of(content, prose.path, "templates")):
        yield Problem(prose.file, position, "P240", {"value": href, "known": ", ".join(BY_CODE)})
    elif scheme in ("https", "http"):
        yield from _check_website(prose, href, words, position)
    elif scheme in _WHOLE and not _WHOLE[scheme][0].fullmatch(rest):
        yield Problem(prose.file, position, "P265", {"value": href, "hint": Phrase(_WHOLE[scheme][1])})
    elif scheme not in ("fact", "field", "required", "lang", *_WHOLE):
        yield Problem(prose.file, position, "P210", {"value": href})


def _check_record_link(
    content: Content, prose: PageSource, scheme: str, slug: str, position: Position
) -> Iterator[Problem]:
    kind, code = _OF_RECORDS[scheme]
    if slug not in content.documents[kind]:
        values = {"value": slug, "hint": did_you_mean(slug, content.documents[kind])}
        yield Problem(prose.file, position, code, values)


def _check_website(prose: PageSource, href: str, words: str, position: Position) -> Iterator[Problem]:
    """A link out of the site leads, unread and unchanged on the way, to the website that a reader thinks it does."""
    parts = parts_of(href)
    site = f"https://{parts.netloc}" if parts else ""
    if parts is None or not (has_user(parts) or WEB_ADDRESS.fullmatch(site)):
        yield Problem(prose.file, position, "P210", {"value": href})
        return
    host = shown_host(parts)
    if parts.scheme == "http":
        yield Problem(prose.file, position, "P250", {"value": href})
    if has_user(parts):
        yield Problem(prose.file, position, "P251", {"value": href, "host": host})
    if named := named_elsewhere(words, host):
        yield Problem(prose.file, position, "P252", {"named": named, "host": host})
    if is_foreign(host):
        yield Problem(prose.file, position, "P253", {"host": host})


def _is_blank(content: Content, prose: PageSource, sort: str) -> bool:
    """Whether a text may have a blank: a template may, and one without a title is told which record it lacks."""
    return sort in FIELDS and (is_of(content, prose.path, "templates") or not prose.meta.title)


def _check_page_link(
    content: Content,
    pages: Pages,
    code: str,
    prose: PageSource,
    href: str,
    position: Position,
) -> Iterator[Problem]:
    path, _, anchor = href.partition("#")
    target = path_of(prose.path, path) if path else prose.path
    code, target = other_language(content, code, target) or (code, target)
    if media := media_file(target):
        if media not in content.media:
            yield Problem(prose.file, position, "P213", {"value": href, "hint": Phrase("NO_HINT")})
    elif (code, target) not in pages and target not in content.names[code]:
        values = _leading_nowhere(content, pages, prose, href, (code, target))
        yield Problem(prose.file, position, "P211", values)
    elif anchor and target in content.prose[code] and unquote(anchor) not in _anchors(content, code, target):
        there = [name for name in _anchors(content, code, target) if name]
        values = {"value": anchor, "example": slug_of(unquote(anchor)) or "housing"}
        values |= {"target": f"content/{code}/{target}", "hint": did_you_mean(unquote(anchor).strip(), there)}
        yield Problem(prose.file, position, "P212", values)


def _leading_nowhere(
    content: Content, pages: Pages, prose: PageSource, href: str, key: PageKey
) -> dict[str, object]:
    """What a link that leads nowhere may mean, as it is written on this page."""
    code, target = key
    hint = Phrase("START_WITH_HTTPS")
    if not re.match(r"www\.|https?/", href):
        there = (path for language, path in pages if language == code)
        hint = hint_of(content, code, there, target, href, prose.file.removeprefix("content/"))
    is_unlike = hint == Phrase("NO_HINT")
    return {
        "value": href,
        "target": f"content/{code}/{target}",
        "hint": Phrase("CHECK_NAME") if is_unlike else hint,
    }


def check_doors(content: Content, pages: Pages) -> Iterator[Problem]:
    """The doors of the start page open onto pages that exist."""
    for code, prose in content.texts():
        for number, door in enumerate(prose.meta.doors):
            path = door.link.partition("#")[0]
            target = path_of(prose.path, path) if path else prose.path
            there, target = other_language(content, code, target) or (code, target)
            if (there, target) not in pages and target not in content.names[there]:
                position = prose.document.position_of(("doors", number, "link"))
                values = _leading_nowhere(content, pages, prose, door.link, (there, target))
                yield Problem(prose.file, position, "P211", values)


def check_pictures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A picture exists in content/media and has words for those who do not see it."""
    for _, prose in content.texts():
        for token in prose.tokens:
            for child in token.children or ():
                if child.type == "image":
                    position = prose.position_of(token, f"]({child.attrs['src']}")
                    yield from _check_picture(content, prose, child, position)


def _check_picture(
    content: Content, prose: PageSource, image: Token, position: Position
) -> Iterator[Problem]:
    href = str(image.attrs["src"])
    name = media_file(path_of(prose.path, href))
    if name not in content.media:
        yield Problem(prose.file, position, "P213", {"value": href, "hint": _picture_meant(content, href)})
    elif not image.content.strip() and not is_photo(str(name)):  # whose words are in its record
        yield Problem(prose.file, position, "P214", {"value": f"/media/{name}"})


def _picture_meant(content: Content, href: str) -> Phrase:
    """The picture of the same name that is there, as every page may write it."""
    name = PurePosixPath(unquote(href)).stem.lower()
    found = [media for media in sorted(content.media) if PurePosixPath(media).stem == name]
    return Phrase("USE_MEDIA", {"path": f"/media/{found[0]}"}) if found else Phrase("NO_HINT")


def check_scenes(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The scene above a page has been drawn."""
    for _, prose in content.texts():
        scene = prose.meta.scene
        if scene and f"scenes/{scene}.svg" not in content.media:
            position = prose.document.position_of(("scene",))
            yield Problem(
                prose.file, position, "P213", {"value": f"scenes/{scene}.svg", "hint": Phrase("NO_HINT")}
            )


def check_films(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A film has its picture, and in each language its file and captions."""
    for slug, film in content.films.items():
        document = content.documents["films"][slug]
        for where, file in film.files():
            if file not in content.media:
                yield Problem(
                    document.path,
                    document.position_of(where),
                    "P213",
                    {"value": file, "hint": Phrase("NO_HINT")},
                )


def check_addresses(_content: Content, pages: Pages) -> Iterator[Problem]:
    """No two pages have the same address."""
    taken: dict[str, str] = {}
    for page in pages.values():
        file = page.prose.file if page.prose else f"content/{page.source_file}"
        if page.address in taken:
            values = {"value": f"/{page.address}", "other": taken[page.address]}
            yield Problem(file, Position(), "P215", values)
        taken.setdefault(page.address, file)


def _anchors(content: Content, code: str, path: str) -> set[str]:
    """The places in a page that a link can lead to."""
    of_sources = content.documents["sources"] if path == content.structure.pages.sources else ()
    return {*anchors(content.prose[code][path].tokens), *of_sources, *_anchors_of_layout(content, path)}


def _anchors_of_layout(content: Content, path: str) -> set[str]:
    belongs = record_of(content, path)
    return set(belongs[0].anchors) if belongs else set()


def _links(prose: PageSource) -> Iterator[tuple[str, str, Position]]:
    for token in prose.tokens:
        if token.type == "inline":
            for href, words in link_words(token):
                yield href, words, prose.position_of(token, f"]({href}")


ALL = (check_links, check_doors, check_pictures, check_scenes, check_films, check_addresses)
