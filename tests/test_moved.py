"""Old addresses: what a server is told of them, and the list of all addresses."""

from collections.abc import Callable

from campaign.moved import addresses_gone, redirects, render_published
from campaign.site import Site
from conftest import Changes

MOVED = "content/data/moved.yml"


def test_a_server_learns_where_each_page_is_now(good_site: Site) -> None:
    """A reader of an old link is sent to the page of today in the same language."""
    assert redirects(good_site) == {"ansok/": "flytta/", "no/soke/": "no/flytte/"}


def test_a_server_learns_which_pages_are_gone(good_site: Site) -> None:
    """Whoever asks for a page that was taken away can be told that it will not come back."""
    assert addresses_gone(good_site) == ["tjanster/taxi/", "no/tjenester/taxi/"]


def test_an_old_address_follows_its_page(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A page that moves again needs no second row: the old address leads to where it is today."""
    word = edited("content/data/addresses.yml", "move: {sv: flytta,", "move: {sv: flytta-hit,")
    assert redirects(world(word))["ansok/"] == "flytta-hit/"


def test_a_published_address_is_never_forgotten(good_site: Site) -> None:
    """The list grows with new pages and keeps those that are gone; nobody's story is on it."""
    rendered = render_published(good_site.content, good_site.pages).splitlines()
    found = [line in rendered for line in ('  - "ansok/"', '  - "flytta/"', '  - "no/flytte/"')]
    stories = [page.address for page in good_site.pages.values() if page.layout == "stories"]
    assert (found, bool(stories), [one for one in stories if f'  - "{one}"' in rendered]) == (
        [True] * 3,
        True,
        [],
    )
