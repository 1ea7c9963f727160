"""Rules against slips of the pen: what is well-formed, and yet not what its writer meant."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from markdown_it.token import Token

from campaign.content import Content
from campaign.documents import Document, Location
from campaign.markdown import each_token, headings, link_words, wished_ids
from campaign.pages import Pages
from campaign.problems import Position, Problem
from campaign.settings import BY_CODE
from campaign.texts import PageSource
from campaign.typography import month_names
from campaign.validation import UNFILLED

_TWICE = re.compile(r"\b([^\W\d_]{2,}) \1\b", re.IGNORECASE)
# Words that a sentence may say twice on end: »Er det det, …«, »rådfører dere dere med«.
_MAY_STAND_TWICE = {
    "sv": {"de", "den", "det", "er", "oss"},
    "no": {"de", "den", "dere", "det", "oss"},
    "en": {"had", "that"},
}
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|(?i:lorem ipsum)")
# Links that say nothing to who hears them alone.
_SAYING_NOTHING = {
    "sv": {"denna sida", "den här sidan", "här", "klicka här", "länk", "länken", "läs mer"},
    "no": {"denne siden", "her", "klikk her", "lenke", "lenken", "les mer"},
    "en": {"click here", "here", "link", "read more", "this page"},
}
_SHOWING_NOTHING = re.compile(
    r".*\.(?:avif|gif|jpe?g|png|svg|webp)|(?:dsc|img)[-_ ]?\d+|bild(?:en|et|e)?|foto|image|picture|photo",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--\s*(\w+)\s*:")
# How like the word of a directive another is that was meant as it.
_ALIKE = 0.8
# Quotation marks around a whole value were meant for YAML, which takes only the straight ones.
_QUOTED = re.compile(r"[“”„»«][^“”„»«]+[“”»«]")


def check_repeated_words(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No word stands twice on end."""
    for code, prose in content.texts():
        for token, text in _blocks(prose):
            for found in _TWICE.finditer(text):
                if found[1].lower() not in _MAY_STAND_TWICE.get(code, ()):
                    yield Problem(prose.file, prose.position_of(token, found[0]), "P243", {"value": found[0]})


def check_repeated_headings(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No two headings of a page have the same address: a link could lead to only one of them."""
    for _, prose in content.texts():
        seen = Counter[str]()
        for name, heading in zip(wished_ids(prose.tokens), headings(prose.tokens), strict=True):
            seen[name] += 1
            if seen[name] > 1:
                position = Position(prose.line + heading.line - 1)
                yield Problem(prose.file, position, "P244", {"text": heading.text, "value": name})


def check_empty_sections(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Below each heading something is said."""
    for _, prose in content.texts():
        starts = [n for n, token in enumerate(prose.tokens) if token.type == "heading_open"]
        for n, heading in zip(starts, headings(prose.tokens), strict=True):
            after = prose.tokens[n + 3 : n + 4]
            if not after or (after[0].type == "heading_open" and after[0].tag <= prose.tokens[n].tag):
                position = Position(prose.line + heading.line - 1)
                yield Problem(prose.file, position, "P245", {"text": heading.text})


def check_broken_tables(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What was meant as a table is one."""
    for _, prose in content.texts():
        for token, text in _blocks(prose):
            if text.startswith("|"):
                yield Problem(
                    prose.file, prose.position_of(token), "P246", {"value": token.content.splitlines()[0]}
                )


def check_misspelt_directives(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No comment is nearly a directive: readers would get nothing in its place."""
    for _, prose in content.texts():
        for token in prose.tokens:
            for found in _COMMENT.finditer(token.content if token.type in ("html_block", "inline") else ""):
                word = found[1]
                if word != "campaign" and SequenceMatcher(None, word.lower(), "campaign").ratio() > _ALIKE:
                    yield Problem(prose.file, prose.position_of(token), "P247", {"value": word})


def check_unfinished(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No note to oneself reaches the reader."""
    for _, prose in content.texts():
        for token, text in _blocks(prose):
            if found := _UNFINISHED.search(text):
                yield Problem(prose.file, prose.position_of(token, found[0]), "P248", {"value": found[0]})


def check_days_as_items(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A paragraph that begins with a day, 4. mars, is a paragraph and no list."""
    for code, prose in content.texts():
        named = month_names(BY_CODE[code])
        for item, _, inline in zip(prose.tokens, prose.tokens[1:], prose.tokens[2:], strict=False):
            if item.type == "list_item_open" and item.info and _first_word(inline.content) in named:
                first_line = inline.content.split("\n")[0][:40]
                values = {"value": f"{item.info}. {first_line}", "wanted": f"{item.info}\\. {first_line}"}
                yield Problem(prose.file, prose.position_of(inline), "P259", values)


def _first_word(text: str) -> str:
    return text.split()[0].strip(".,:;").lower() if text.split() else ""


def check_link_words(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A link says where it leads, also to who hears it without its sentence."""
    for code, prose in content.texts():
        for token in prose.tokens:
            for href, words in link_words(token):
                said = words.strip(" .…»").lower()
                if not said or said in _SAYING_NOTHING.get(code, ()):
                    values = {"value": words.strip() or f"[]({href})"}
                    yield Problem(prose.file, prose.position_of(token, f"]({href}"), "P249", values)


def check_picture_words(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The words for a picture say what it shows, and not that it is one."""
    for _, prose in content.texts():
        for token in prose.tokens:
            for child in token.children or ():
                if child.type == "image" and _SHOWING_NOTHING.fullmatch(child.content.strip()):
                    values = {"value": child.content}
                    yield Problem(prose.file, prose.position_of(token, f"![{child.content}"), "P235", values)


def check_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No value of a record or a front matter is a note to oneself, or stands in quotation marks that YAML does not know."""
    for document in content.written():
        yield from _slips_in(document)


@cache  # nobody changes a document once it is read
def _slips_in(document: Document) -> tuple[Problem, ...]:
    texts = texts_in(document.value)
    return tuple(problem for location, text in texts for problem in _check_text(document, location, text))


def _check_text(document: Document, location: Location, text: str) -> Iterator[Problem]:
    found = _UNFINISHED.search(text)
    if found and not text.startswith(UNFILLED):  # which D190 says
        yield Problem(document.path, document.position_of(location), "P248", {"value": found[0]})
    if _QUOTED.fullmatch(text):
        yield Problem(document.path, document.position_of(location), "P236", {"value": text})
    if text.count('"') % 2:
        yield Problem(document.path, document.position_of(location), "P237", {"value": text})


def texts_in(value: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Each text in a value, and where it stands."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_in(part, (*location, key))


def translated(places: Collection[Location], codes: Iterable[str]) -> Iterator[tuple[Location, Location]]:
    """Among the places of texts, each two where the same is said in two of some languages."""
    for one, other in combinations(codes, 2):
        for place in places:
            if place[-1:] == (one,) and (*place[:-1], other) in places:
                yield place, (*place[:-1], other)


def _blocks(prose: PageSource) -> Iterator[tuple[Token, str]]:
    """Each block of lines, and what is read in it."""
    for token in prose.tokens:
        if token.type == "inline":
            parts = (
                " " if one.type == "softbreak" else one.content for one in each_token(token.children or ())
            )
            yield token, "".join(parts)


OF_TEXTS = (
    check_repeated_words,
    check_repeated_headings,
    check_empty_sections,
    check_broken_tables,
    check_misspelt_directives,
    check_unfinished,
    check_days_as_items,
    check_link_words,
    check_picture_words,
)
OF_VALUES = (check_records,)
ALL = (*OF_TEXTS, *OF_VALUES)
