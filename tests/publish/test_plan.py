"""What is sent to a store, and in which order."""

from campaign.publish.manifest import MANIFEST, SIGNATURE
from campaign.publish.plan import Plan, build_plan

PAGES = {"index.html": "1", "om/index.html": "1", "assets/a.css": "1", "sitemap.xml": "1"}


def test_only_what_changed_is_sent() -> None:
    """Of a site that is there already, a store gets the one page that is another now."""
    wanted = PAGES | {"om/index.html": "2"}
    assert build_plan(wanted, PAGES, PAGES) == Plan(sent=(("om/index.html",),), removed=())


def test_what_the_store_lost_is_sent_again() -> None:
    """A file that somebody took out of the store by hand comes back, though it was published once."""
    assert build_plan(PAGES, PAGES, set(PAGES) - {"assets/a.css"}).sent == (("assets/a.css",),)


def test_what_a_page_needs_goes_before_it_and_lists_after_it() -> None:
    """A reader who comes in the middle never meets a page without its style, nor a search that names a page not yet there."""
    wanted = PAGES | {"search/sv/index.json": "1", "news/atom.xml": "1", "map.svg": "1"}
    assert build_plan(wanted, {}, ()).sent == (
        ("assets/a.css", "map.svg"),
        ("index.html", "om/index.html"),
        ("news/atom.xml", "search/sv/index.json", "sitemap.xml"),
    )


def test_what_is_gone_is_taken_away_pages_first() -> None:
    """Whatever no site has any more goes, also what a stopped publication left; what the site says of itself stays."""
    present = {*PAGES, "old/index.html", "assets/old.css", MANIFEST, SIGNATURE}
    plan = build_plan(PAGES, PAGES, present)
    assert plan == Plan(sent=(), removed=(("old/index.html",), ("assets/old.css",)))
