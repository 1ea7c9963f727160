"""Where pages lead, and which words are places."""

from collections.abc import Mapping

from campaign.outputs.ways import belonging, directions, place_stems, town_stems
from campaign.pages import ALL_PAGES
from campaign.reads import recording
from campaign.settings import BY_CODE
from campaign.site import Site


def ways(site: Site, path: str) -> Mapping[str, float]:
    """Where a Swedish page leads, and what that weighs."""
    places = place_stems(site, BY_CODE["sv"]) | town_stems(site, BY_CODE["sv"])
    return dict(directions(site, site.pages["sv", path], site.content.search_words, places))


def test_a_plan_leads_to_its_country_and_to_each_town_there(good_site: Site) -> None:
    """»Flytta till Eksempelby« finds the plan as well as the place."""
    found = ways(good_site, "journeys/here-to-there.md")
    assert {">norg", ">eksempelby", "<eksempelby"} <= found.keys()


def test_a_plan_within_a_country_gives_way_to_those_that_cross_the_border(good_site: Site) -> None:
    """Who writes »till Norge« comes from elsewhere; a plan that names no country comes after one that does."""
    found = ways(good_site, "journeys/here-to-there.md")
    assert found[">norg"] < ways(good_site, "municipalities/eksempelby.md")[">eksempelby"]


def test_places_in_a_municipality_are_towns(good_site: Site) -> None:
    """Whoever knows only the village finds the page of its municipality."""
    language = BY_CODE["sv"]
    found = town_stems(good_site, language)
    assert (found >= {"exempelby", "eksempelby", "hamnvik"}, place_stems(good_site, language) & found) == (
        True,
        {"exempelby", "eksempelby"},
    )


def test_where_a_page_leads_depends_on_no_page_but_those_of_places(good_site: Site) -> None:
    """A site of ten thousand pages asks ten places for each of them, and not ten thousand pages."""
    with recording() as reads:
        ways(good_site, "journeys/here-to-there.md")
    assert ALL_PAGES not in reads


def test_a_country_has_words_that_belong_to_it(good_site: Site) -> None:
    """»Norsk bil« is a car of Norway, and »norrman« comes from there."""
    found = belonging(good_site, BY_CODE["sv"], good_site.content.search_words)
    assert found == {
        "countries": ["norg", "sverig"],
        "of": {"svensk": "sverig", "norsk": "norg"},
        "people": {"norrm": "norg"},
    }
