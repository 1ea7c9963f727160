"""What can be followed, and where it is."""

import re
from collections.abc import Callable

import pytest

from campaign.feed_links import event_file, feed_links, of_section
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import Changes


def test_each_language_has_its_own(good_site: Site) -> None:
    """A calendar and three feeds of seminars, and three of news, beside their pages, with their media types."""
    assert [(s.format, s.media_type, s.address) for s in feed_links(good_site, BY_CODE["no"])] == [
        ("iCalendar", "text/calendar", "no/seminarer/kalender.ics"),
        ("RSS", "application/rss+xml", "no/seminarer/rss.xml"),
        ("Atom", "application/atom+xml", "no/seminarer/atom.xml"),
        ("JSON Feed", "application/feed+json", "no/seminarer/feed.json"),
        ("RSS", "application/rss+xml", "no/nyheter/rss.xml"),
        ("Atom", "application/atom+xml", "no/nyheter/atom.xml"),
        ("JSON Feed", "application/feed+json", "no/nyheter/feed.json"),
        ("RSS", "application/rss+xml", "no/hr-guide/endret/rss.xml"),
        ("Atom", "application/atom+xml", "no/hr-guide/endret/atom.xml"),
        ("JSON Feed", "application/feed+json", "no/hr-guide/endret/feed.json"),
    ]


def test_a_site_without_news_has_no_feed_of_it(
    world: Callable[[Changes], Site], tree: dict[str, bytes]
) -> None:
    """Nothing is offered that leads nowhere."""
    structure = "content/data/site.yml"
    rest = re.sub(r"\n  (- )?news.*", "", tree[structure].decode())
    site = world({**{path: None for path in tree if "/news/" in path}, structure: rest})
    found = feed_links(site, BY_CODE["sv"])
    assert {s.address for s in found if "nyheter" in s.address} == set()


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("seminars/index.md", 4),
        ("seminars/warm-tea.md", 4),
        ("news/door-opens.md", 3),
        ("move.md", 0),
        ("index.md", 0),
    ],
)
def test_a_page_offers_what_tells_of_its_section(good_site: Site, path: str, count: int) -> None:
    """A feed reader that is given the address of a seminar finds the seminars' feeds, and elsewhere none."""
    assert len(of_section(good_site, good_site.pages["sv", path])) == count


def test_an_events_file_lies_beside_its_page(good_site: Site) -> None:
    """A downloaded calendar file has a name that its reader understands."""
    page = good_site.pages["no", "seminars/warm-tea.md"]
    assert event_file(good_site.content, page) == "no/seminarer/varm-te/varm-te.ics"
