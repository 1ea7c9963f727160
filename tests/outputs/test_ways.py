"""Where pages lead, and which words are places."""

from collections.abc import Mapping
from dataclasses import replace

from campaign.models.border import BorderCase
from campaign.models.search import SearchWords
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
    within = found.pop("within")
    assert found == {
        "countries": ["norg", "sverig"],
        "working": [],
        "of": {"svensk": "sverig", "norsk": "norg"},
        "people": {"norrm": "norg"},
    }
    assert isinstance(within, dict)
    assert ("exempelby" in within["sverig"].split(), "eksempelby" in within["norg"].split()) == (True, True)


def test_a_place_without_a_page_is_in_its_country(good_site: Site) -> None:
    """Who lives in Torsby lives in Sweden, whether or not anything is told of Torsby."""
    told = {"within": {"SE": ["Torsby"], "NO": ["Elverum"]}, "working": ["jobbar"]}
    found = belonging(good_site, BY_CODE["sv"], saying(good_site, told))
    assert isinstance(found["within"], dict)
    assert ["torsby" in found["within"]["sverig"], "elverum" in found["within"]["norg"]] == [True, True]
    assert found["working"] == ["jobb"]


def test_who_is_sent_works_where_the_employer_is_not(good_site: Site) -> None:
    """A Swedish firm with a job in Norway looks for Norway."""
    key = ("sv", "border/commuter.md")
    page = good_site.pages[key]
    assert isinstance(page.record, BorderCase)
    way = page.record.ways[0].model_copy(update={"employer": "se", "lives": "se", "works": "sent"})
    sent = replace(page, own_record=page.record.model_copy(update={"ways": [way]}))
    found = dict(directions(good_site, sent, good_site.content.search_words, set()))
    assert {">norg", "<sverig"} == {one for one in found if one[1:] in ("norg", "sverig")}


def test_a_case_of_those_from_elsewhere_leads_from_abroad(good_site: Site) -> None:
    """»Från Indien« finds it, for words.yml says that India is abroad."""
    page = good_site.pages["sv", "border/commuter.md"]
    assert isinstance(page.record, BorderCase)
    way = page.record.ways[0].model_copy(update={"lives": "elsewhere"})
    theirs = replace(page, own_record=page.record.model_copy(update={"ways": [way]}))
    words = saying(good_site, {"elsewhere": ["utlandet"]})
    assert "<utland" in dict(directions(good_site, theirs, words, set()))


def test_a_weekend_leads_to_its_town(good_site: Site) -> None:
    """»En helg i Exempelby« is more than the town itself."""
    assert ">exempelby" in ways(good_site, "visits/exempelby.md")


def saying(site: Site, told: Mapping[str, object]) -> SearchWords:
    """The words of the search with other directions."""
    words = site.content.search_words
    return words.model_copy(update={"directions": words.directions.model_copy(update=dict(told))})
