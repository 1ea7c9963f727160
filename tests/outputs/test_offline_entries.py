"""Which pages a reader may keep, and what the list needs of each."""

import json

from campaign.outputs.assets import integrity
from campaign.outputs.offline_entries import extract_offline_entry, offline_languages, offline_pages, weight
from campaign.settings import BY_CODE
from campaign.site import Site

PAGE = (
    b'<link rel="manifest" href="app.webmanifest"><link rel="stylesheet" href="../assets/a.0123abcd.css">'
    b'<img src="x.png"><script type="module" src="../assets/b.0123abcd.js" integrity="x"></script>'
)


def test_a_page_is_kept_with_what_it_runs_and_wears() -> None:
    """The digest by which a browser knows the page, what it weighs, and the files that it cannot do without."""
    named = ["../assets/a.0123abcd.css", "../assets/b.0123abcd.js"]
    assert json.loads(extract_offline_entry(PAGE)) == [integrity(PAGE), weight(PAGE), named]


def test_named_pages_come_before_those_of_folders(good_site: Site) -> None:
    """The page with the switch is the first, for who is without a network looks for it."""
    found = [page.path for page in offline_pages(good_site, BY_CODE["sv"])]
    assert found[:2] == ["about.md", "index.md"]
    assert {path.partition("/")[0] for path in found[2:]} == {"hr-guide"}


def test_a_language_without_the_switch_keeps_nothing(good_site: Site) -> None:
    """Where nobody can switch it off, nobody is offered it."""
    assert [language.code for language in offline_languages(good_site)] == ["sv", "no"]
