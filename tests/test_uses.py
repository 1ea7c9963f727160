"""Where each source is used."""

from campaign.site import Site
from campaign.uses import uses


def test_a_source_leads_back_to_the_texts_and_records_that_name_it(good_site: Site) -> None:
    """Who looks at a source finds every page that rests on it: by a link, by a fact, by its record, a step or a rule."""
    found = uses(good_site, "sv")
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
    assert {path for paths in uses(good_site, "no").values() for path in paths} <= pages
