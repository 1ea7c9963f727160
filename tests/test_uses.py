"""Where each source is used."""

from collections.abc import Callable

from campaign.expand import article
from campaign.site import Site
from campaign.uses import topics_of_sources
from conftest import Changes


def test_a_source_leads_back_to_the_texts_and_records_that_name_it(good_site: Site) -> None:
    """Who looks at a source finds every page that rests on it: by a link, by a fact, by its record, a step or a rule."""
    found = good_site.uses("sv")
    assert {name: found[name] for name in ("exempelbyran-folkmangd-2024", "eksempelloven")} == {
        "exempelbyran-folkmangd-2024": [
            "journeys/here-to-there.md",
            "move.md",
            "municipalities/exempelby.md",
            "regions/exempelregionen.md",
            "services/exempellots.md",
        ],
        "eksempelloven": ["hr-guide/first-day.md", "journeys/here-to-there.md"],
    }


def test_no_reader_is_led_to_a_page_in_the_other_language_only(good_site: Site) -> None:
    """Each path leads to a page of the reader's language."""
    pages = {path for code, path in good_site.pages if code == "no"}
    assert {path for paths in good_site.uses("no").values() for path in paths} <= pages


def test_a_source_stands_under_the_first_topic_that_has_a_page_with_it_and_else_under_the_last(
    good_site: Site,
) -> None:
    """A folder or a file says what belongs to a topic."""
    moving = {
        name
        for name, paths in good_site.uses("sv").items()
        if any(path.startswith(("journeys/", "move.md")) for path in paths)
    }
    assert topics_of_sources(good_site.content, good_site.uses("sv")) == {
        name: f"sources/{'moves' if name in moving else 'others'}.md" for name in good_site.content.sources
    }


def test_a_source_that_no_page_names_is_not_listed(world: Callable[..., Site]) -> None:
    """A list of sources is no list of what somebody once read."""
    unused = """title: Glömd
publisher: Exempelbyrån
language: sv
form: statistics
published: 2024
read: "2026-02-03"
confidence: high
address: https://exempelbyran.example/glomd
"""
    site = world({"content/data/sources/exempelbyran-glomd.yml": unused})
    assert "exempelbyran-glomd" in site.content.sources
    assert "exempelbyran-glomd" not in topics_of_sources(site.content, site.uses("sv"))
    assert "exempelbyran-glomd" not in article(site, site.pages["sv", "sources.md"])


def test_where_nobody_names_topics_one_page_lists_all_sources(
    world: Callable[..., Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A small site needs no more than a list."""
    topics = (
        "sources:\n  - {page: sources/moves.md, of: [journeys, move.md]}\n  - {page: sources/others.md}\n"
    )
    site = world(edited("content/data/site.yml", topics, ""))
    whole = article(site, site.pages["sv", "sources.md"])
    assert (topics_of_sources(site.content, site.uses("sv")), '<li id="eksempelloven">' in whole) == (
        {},
        True,
    )


def test_the_list_of_all_sources_leads_from_where_each_was_to_where_it_is(good_site: Site) -> None:
    """An address with the name of a source, which others may have kept, ends at a link to the page that tells of it."""
    whole, moves = (
        article(good_site, good_site.pages["sv", path]) for path in ("sources.md", "sources/moves.md")
    )
    at, entry = '<a id="eksempelloven" href="flyttar/#eksempelloven">', '<li id="eksempelloven">'
    assert (at in whole, entry in whole, entry in moves) == (True, False, True)
