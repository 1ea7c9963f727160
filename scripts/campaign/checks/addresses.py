"""Rules for addresses that readers know: none dies, and each old one leads to a page of today or says why there is none."""

from collections.abc import Iterator

from campaign.codes import Code
from campaign.content import Content
from campaign.documents import Location
from campaign.models.addresses import Move
from campaign.pages import Pages, address_of, unread_pages
from campaign.problems import Problem
from campaign.settings import BY_CODE

MOVED, PUBLISHED = "moved", "published"


def check_moves(content: Content, pages: Pages) -> Iterator[Problem]:
    """A page that moved says either where it is now, which is a page in each language of its old addresses, or why it is gone."""
    for number, move in enumerate(_moves(content)):
        where: Location = ("pages", number)
        if bool(move.to) == bool(move.gone):
            yield _in_moved(content, (*where, "to"), "D160")
        elif move.to:
            for code in move.was:
                there = code if (code, move.to) in pages else content.default_language.code
                if (there, move.to) not in pages and move.to not in content.names[code]:
                    yield _in_moved(content, (*where, "to"), "D161", target=f"content/{code}/{move.to}")


def check_old_addresses(content: Content, pages: Pages) -> Iterator[Problem]:
    """An old address is of its language, stands once, and is the address of no page of today."""
    taken = {page.address: f"content/{page.source_file}" for page in pages.values()}
    for number, move in enumerate(_moves(content)):
        for code, address in move.was.items():
            where: Location = ("pages", number, "was", code)
            if language_of(content, address) != code:
                yield _in_moved(content, where, "D163", address=address)
            if address in taken:
                yield _in_moved(content, where, "D162", address=address, other=taken[address])
            taken[address] = content.singleton_documents[MOVED].path


def check_published(content: Content, pages: Pages) -> Iterator[Problem]:
    """An address that was published is that of a page, or of one that moved."""
    if not {MOVED, PUBLISHED, "addresses"} <= set(content.singletons):
        return  # what cannot be read is told of, and nothing of it is known to be lost
    known = {page.address for page in pages.values()}
    known |= {address for move in _moves(content) for address in move.was.values()}
    known |= {address_of(content, BY_CODE[code], path) for code, path in unread_pages(content)}
    document = content.singleton_documents[PUBLISHED]
    for number, address in enumerate(content.published.addresses):
        if address not in known:
            place = document.position_of(("addresses", number))
            values = {"address": address, "code": language_of(content, address)}
            yield Problem(document.path, place, "D164", values)


def language_of(content: Content, address: str) -> str:
    """The code of the language that an address is in: the longest prefix that fits."""
    fitting = [language for language in content.languages if address.startswith(language.prefix)]
    return max(fitting, key=lambda one: len(one.prefix), default=content.default_language).code


def _moves(content: Content) -> list[Move]:
    return content.moves.pages if MOVED in content.singletons else []


def _in_moved(content: Content, where: Location, code: Code, **values: object) -> Problem:
    document = content.singleton_documents[MOVED]
    return Problem(document.path, document.position_of(where), code, values)


ALL = (check_moves, check_old_addresses, check_published)
