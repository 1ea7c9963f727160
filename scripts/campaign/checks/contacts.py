"""Rules for promises of a number to call: titles, headings and contacts say »number« only where a record has one."""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from campaign.content import Content
from campaign.directives import directives
from campaign.markdown import headings, link_words
from campaign.models.places import Municipality
from campaign.models.services import Service
from campaign.pages import Pages, path_of, record_of
from campaign.problems import Position, Problem
from campaign.texts import PageSource

Reachable = Municipality | Service
DIRECTORY = "contact-directory"
# What promises a number in a title, a heading, a link or the name of a contact …
_TO_CALL = re.compile(
    r"\b(?:telefon\w*|(?:telefon)?(?:numret|numren|nummeret|numrene|nummer)|att ringa|å ringe(?: til)?|ring)\b",
    re.IGNORECASE,
)
# … and in a sentence: a description, or a paragraph that leads to the contacts. There »ring« says what to do, and
# »telefon« perhaps what somebody once did.
_NUMBER = re.compile(r"\b(?:telefon)?(?:numret|numren|nummeret|numrene|nummer)\b", re.IGNORECASE)


def check_contacts(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A contact whose name speaks of a number has one."""
    reachable: dict[str, Mapping[str, Reachable]] = {
        "municipalities": content.municipalities,
        "services": content.services,
    }
    for kind, records in reachable.items():
        for slug, record in records.items():
            document = content.documents[kind][slug]
            for number, contact in enumerate(record.contacts):
                for code in (language.code for language in content.full_languages):
                    if (found := _TO_CALL.search(contact.function[code])) and not contact.phone:
                        where = document.position_of(("contacts", number, "function", code))
                        yield Problem(document.path, where, "D133", {"word": found[0]})


def check_promises(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Who reads of numbers in a title, or on the way to the contacts, finds one for every place that is meant."""
    for _, prose in content.texts():
        for place, text, pattern, meant in _promising(content, prose):
            found = pattern.search(text)
            silent = [record.name for record in meant if not any(c.phone for c in record.contacts)]
            if found and silent:
                yield Problem(prose.file, place, "P233", {"word": found[0], "place": silent[0]})


def _promising(
    content: Content, prose: PageSource
) -> Iterator[tuple[Position, str, re.Pattern[str], Sequence[Reachable]]]:
    """The parts of a text that may promise a number: where, the words, what counts as a promise, of whom."""
    meant = _shown(content, prose)
    if meant:
        texts = {"title": prose.meta.title, "menu": prose.meta.menu, "description": prose.meta.description}
        for field, words in texts.items():
            promise = _NUMBER if field == "description" else _TO_CALL
            yield prose.document.position_of((field,)), words or "", promise, meant
        for heading in headings(prose.tokens):
            yield Position(prose.line + heading.line - 1), heading.text, _TO_CALL, meant
    for token in prose.tokens:
        for words in _links_to_contacts(content, prose, token):
            everybody = meant or [*content.municipalities.values()]
            yield prose.position_of(token), words, _TO_CALL, everybody
            yield prose.position_of(token), token.content, _NUMBER, everybody


def _shown(content: Content, prose: PageSource) -> Sequence[Reachable]:
    """The records whose contacts stand on the page of a text."""
    municipalities = content.municipalities
    if any(directive.name == DIRECTORY for directive in directives(prose.tokens)):
        return list(municipalities.values())
    kind, slug = record_of(content, prose.path) or (None, "")
    if kind and kind.name == "regions":
        return [place for place in municipalities.values() if place.region == slug]
    record = content.records[kind.name].get(slug) if kind else None
    return [record] if isinstance(record, Reachable) and record.contacts else []


def _links_to_contacts(content: Content, prose: PageSource, token: Token) -> Iterator[str]:
    """The words of a block's links to the page of contacts."""
    for href, words in link_words(token):
        if path_of(prose.path, href.partition("#")[0]) == content.structure.pages.contacts:
            yield words


ALL = (check_contacts, check_promises)
