"""Old addresses: where the page of each is now, or why it is gone and which page is nearest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaign.content import Content
from campaign.models.addresses import Published
from campaign.pages import HOME, Page, Pages, page_at
from campaign.settings import Language
from campaign.site import Site
from campaign.writing import render_yaml


@dataclass(frozen=True)
class OldAddress:
    """An address at which a page was in `language`: the page to go to now, and why the old one is gone, if it is.

    `languages` are the addresses at which readers of other languages met the same page.
    """

    address: str
    language: Language
    page: Page
    gone: str | None
    languages: Mapping[str, str]


def old_addresses(site: Site) -> Iterator[tuple[int, str]]:
    """Every old address, as the number of its row in moved.yml and the code of its language."""
    for number, move in enumerate(site.content.moves.pages):
        for code in move.was:
            yield number, code


def old_address(site: Site, number: int, code: str) -> OldAddress:
    """The old address of the row `number` of moved.yml in the language `code`."""
    move = site.content.moves.pages[number]
    return OldAddress(
        address=move.was[code],
        language=next(one for one in site.content.languages if one.code == code),
        page=_page_now(site, code, move.to) if move.to else _nearest(site, code, move.was[code]),
        gone=move.gone.root[code] if move.gone else None,
        languages=move.was,
    )


def redirects(site: Site) -> dict[str, str]:
    """Old address → the address of its page now, below the root of the site; for the configuration of servers."""
    found = (old_address(site, *row) for row in old_addresses(site))
    return {old.address: old.page.address for old in found if old.gone is None}


def addresses_gone(site: Site) -> list[str]:
    """The old addresses at which there was a page that is no more: a server answers 410 there."""
    moves = site.content.moves.pages
    return [moves[number].was[code] for number, code in old_addresses(site) if moves[number].gone]


def render_published(content: Content, pages: Pages, only: str | None = None) -> str:
    """The text of published.yml with the addresses of today's pages added to those that were there, or those of the page `only`.

    Stories are left out: one whose consent has ended is taken away without a trace, as was promised to whoever told it.
    """
    shown = [page for page in pages.values() if only is None or page.path == only]
    today = {page.address for page in shown if page.address and page.layout != "stories"}
    known = sorted(today | set(content.published.addresses))
    return render_yaml({"addresses": known}, Published)


def _page_now(site: Site, code: str, path: str) -> Page:
    """The page at a path, in the site's default language where a partial one lacks it."""
    key = code, path
    return site.pages[key if key in site.pages else (site.content.default_language.code, path)]


def _nearest(site: Site, code: str, address: str) -> Page:
    """The page of the section that an address was in, or the start page."""
    parts = address.split("/")[:-1]
    above = ("".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) - 1, 0, -1))
    found = next((page for page in (page_at(site.pages, one) for one in above) if page), None)
    return site.pages[found.language.code, found.path] if found else site.pages[code, HOME]
