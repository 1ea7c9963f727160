"""What addresses.yml and moved.yml say after a page got another name or went: no address that readers know is lost."""

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.content import Content
from campaign.documents import Document
from campaign.editing.comments import with_comments
from campaign.editing.entries import Entry
from campaign.models.addresses import Move, Moves
from campaign.models.pages import Addresses
from campaign.models.search import Keywords, Words
from campaign.pages import Pages
from campaign.problems import UserError
from campaign.writing import render_yaml

# Language code → a word of an address, an address, or a sentence.
ByLanguage = Mapping[str, str]


@dataclass(frozen=True)
class AddressChange:
    """A page that leaves its addresses: where readers go instead, with which public words, or why there is no such page."""

    page: Entry
    successor: Entry | None
    renamed: Entry | None
    words: ByLanguage
    gone: ByLanguage


def render_addresses(content: Content, change: AddressChange, *, keep: bool) -> str:
    """The text of addresses.yml: the page keeps its public words under its new name, or has those that were given.

    `keep` says that others need the words of the old name too.
    """
    table: dict[str, ByLanguage] = {name: word.root for name, word in content.addresses.items()}
    old, new = change.page.slug, change.renamed.slug if change.renamed else ""
    words = table.get(new) or table.get(old) or {}
    if (
        change.words
    ):  # a language that was not named keeps its word, which is the name itself where none is written
        words = {**{one.code: new for one in content.full_languages}, **words, **change.words}
    found: dict[str, ByLanguage] = {}
    for name, word in table.items():  # the new name stands where the old one stood
        found |= {name: word} if name != old or keep else {new: words}
    found |= {new: words}
    text = render_yaml({name: dict(word) for name, word in found.items() if name and word}, Addresses)
    return with_comments(text, content.singleton_documents["addresses"].raw.decode())


def render_moves(content: Content, pages: Pages, before: Pages, change: AddressChange) -> str:
    """The text of moved.yml, with the addresses that a page had `before` and that none of `pages` has."""
    today = {page.address for page in pages.values()}
    left = {code: page.address for (code, path), page in before.items() if path == change.page.path}
    known = {code: address for code, address in left.items() if address in content.published.addresses}
    own = [Move(was=known, to=change.page.path)] if known else []
    rows = []
    for move in (*content.moves.pages, *own):
        was = {code: address for code, address in move.was.items() if address not in today}
        rows += [{"was": was} | _destination(move, was, change)] if was else []
    return render_yaml({"pages": rows}, Moves)


def render_keywords(now: Document, own: Words, successor: str) -> str:
    """The text of a file of keywords or queries where the page `successor`, beside its own, has those of a page that went."""
    value = now.value
    assert isinstance(value, dict)
    theirs: Words = value["pages"][successor]
    both = {
        code: list(dict.fromkeys([*theirs.get(code, ()), *own.get(code, ())])) for code in {**theirs, **own}
    }
    text = render_yaml({"pages": {**value["pages"], successor: both}}, Keywords)
    return with_comments(text, now.raw.decode())


def _destination(move: Move, was: ByLanguage, change: AddressChange) -> dict[str, object]:
    """What readers of old addresses get: those of the page that leaves its own, and of pages that had moved to it, alike."""
    if move.to != change.page.path:
        return {"to": move.to} if move.to else {"gone": dict(move.gone.root if move.gone else {})}
    if change.successor:
        return {"to": change.successor.path}
    if lacking := [code for code in was if code not in change.gone]:
        raise UserError("SAY_WHY", language=lacking[0])
    return {"gone": {code: change.gone[code] for code in was}}
