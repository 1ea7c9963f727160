"""What addresses.yml and moved.yml say after a page got another name or went: no address that readers know is lost."""

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.content import Content
from campaign.editing.things import Thing
from campaign.models.addresses import Move, Moves
from campaign.models.pages import Addresses
from campaign.models.search import SearchWords, Words
from campaign.pages import Pages
from campaign.problems import Refusal
from campaign.writing import render_yaml

# Language code → a word of an address, an address, or a sentence.
ByLanguage = Mapping[str, str]


@dataclass(frozen=True)
class Leaving:
    """A page that leaves its addresses: where readers go instead, with which public words, or why there is no such page."""

    page: Thing
    heir: Thing | None
    renamed: Thing | None
    words: ByLanguage
    gone: ByLanguage


def render_addresses(content: Content, leaving: Leaving, *, keep: bool) -> str:
    """The text of addresses.yml: the page keeps its public words under its new name, or has those that were given.

    `keep` says that others need the words of the old name too.
    """
    table: dict[str, ByLanguage] = {name: word.root for name, word in content.addresses.items()}
    old, new = leaving.page.slug, leaving.renamed.slug if leaving.renamed else ""
    words = table.get(new) or table.get(old) or {}
    if (
        leaving.words
    ):  # a language that was not named keeps its word, which is the name itself where none is written
        words = {**{one.code: new for one in content.full_languages}, **words, **leaving.words}
    found: dict[str, ByLanguage] = {}
    for name, word in table.items():  # the new name stands where the old one stood
        found |= {name: word} if name != old or keep else {new: words}
    found |= {new: words}
    return render_yaml({name: dict(word) for name, word in found.items() if name and word}, Addresses)


def render_moves(content: Content, pages: Pages, before: Pages, leaving: Leaving) -> str:
    """The text of moved.yml, with the addresses that a page had `before` and that none of `pages` has."""
    today = {page.address for page in pages.values()}
    left = {code: page.address for (code, path), page in before.items() if path == leaving.page.path}
    known = {code: address for code, address in left.items() if address in content.published.addresses}
    own = [Move(was=known, to=leaving.page.path)] if known else []
    rows = []
    for move in (*content.moves.pages, *own):
        was = {code: address for code, address in move.was.items() if address not in today}
        rows += [{"was": was} | _way_on(move, was, leaving)] if was else []
    return render_yaml({"pages": rows}, Moves)


def words_of(content: Content, path: str | None) -> Words:
    """What readers who search call a page, in each language."""
    return content.search_words.names.get(path or "", {}) if "words" in content.singletons else {}


def render_search_words(now: Content, own: Words, heir: str) -> str:
    """The text of words.yml where the page `heir`, beside its own names, has those of a page that went."""
    value = now.singleton_documents["words"].value
    assert isinstance(value, dict)
    theirs = words_of(now, heir)
    both = {
        code: list(dict.fromkeys([*theirs.get(code, ()), *own.get(code, ())])) for code in {**theirs, **own}
    }
    return render_yaml({**value, "names": {**value["names"], heir: both}}, SearchWords)


def _way_on(move: Move, was: ByLanguage, leaving: Leaving) -> dict[str, object]:
    """What readers of old addresses get: those of the page that leaves its own, and of pages that had moved to it, alike."""
    if move.to != leaving.page.path:
        return {"to": move.to} if move.to else {"gone": dict(move.gone.root if move.gone else {})}
    if leaving.heir:
        return {"to": leaving.heir.path}
    if lacking := [code for code in was if code not in leaving.gone]:
        raise Refusal("SAY_WHY", language=lacking[0])
    return {"gone": {code: leaving.gone[code] for code in was}}
