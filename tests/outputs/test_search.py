"""The search index as files of the site."""

import json
from dataclasses import replace

import pytest

from campaign.build import make_all
from campaign.outputs import html, search
from campaign.site import Site, Targets
from conftest import made


@pytest.fixture(scope="module")
def site(good_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The good specimen, with a folder of its own for what is kept."""
    return replace(good_site, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def targets(site: Site) -> Targets:
    """Its index, and how to make it."""
    return search.targets(site, html.targets(site))


@pytest.fixture(scope="module")
def files(targets: Targets) -> dict[str, bytes]:
    """Its index."""
    return made(targets)


def line(files: dict[str, bytes], code: str, term: str) -> str:
    """The line of a term, or nothing."""
    texts = [raw.decode() for address, raw in files.items() if address.startswith(f"search/{code}/terms")]
    return next((one for text in texts for one in text.splitlines() if one.startswith(f"{term}\t")), "")


def test_every_language_with_a_page_to_search_on_has_an_index(files: dict[str, bytes]) -> None:
    """Nobody loads an index that no page asks for."""
    assert {address.split("/")[1] for address in files} == {"sv", "no"}


def test_the_first_file_tells_of_all_others(files: dict[str, bytes]) -> None:
    """A browser asks for each file with the digest of what it is now."""
    first = json.loads(files["search/sv/index.json"])
    counts = [sum(name in address for address in files) for name in ("search/sv/terms", "search/sv/pages")]
    assert [len(first["leaves"]), len(first["chunks"])] == counts
    assert len(first["starts"]) == len(first["leaves"])


def test_a_word_of_the_neighbour_is_in_the_index(files: dict[str, bytes]) -> None:
    """What words.yml says of tea holds in both languages."""
    assert bool(line(files, "sv", "tea")) == bool(line(files, "sv", "te"))


def test_a_part_is_kept_until_its_page_is_another(site: Site, files: dict[str, bytes]) -> None:
    """Who edits one page waits for that page only."""

    def kept() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (site.cache / "search").iterdir()}

    before = kept()
    again = made(search.targets(site, html.targets(site)))
    assert (kept(), again) == (before, files)


def test_a_chunk_hangs_on_its_own_pages(targets: Targets) -> None:
    """An edit of a page names the file of what is shown of it, and no other of its sort."""
    chunks = dict(make_all({a: make for a, make in targets.items() if a.startswith("search/sv/pages-")}))
    reading = [a for a, chunk in chunks.items() if "content/sv/stories/with-the-cat.md" in chunk.reads]
    showing = [a for a, chunk in chunks.items() if b"/med-katten/" in chunk.content]
    assert (reading, len(reading), len(chunks) > 2) == (showing, 1, True)


def test_a_browser_can_offer_the_search(files: dict[str, bytes]) -> None:
    """The words stand behind the #, where no server sees them."""
    assert b'#q={searchTerms}"' in files["search/no/opensearch.xml"]


def test_a_case_across_the_border_leads_from_home_to_work(files: dict[str, bytes]) -> None:
    """»Bor i Sverige, jobbar i Norge« is a way, and its case is found by it."""
    assert [bool(line(files, "sv", f"{way}{place}")) for way in "<>" for place in ("sverig", "norg")] == [
        True
    ] * 4


def test_a_browser_knows_which_words_are_places(files: dict[str, bytes]) -> None:
    """Beside another word, the name of a place says only where."""
    first = json.loads(files["search/sv/index.json"])
    assert first["places"] == ["eksempelby", "eksempelregion", "exempelby", "exempelregion", "norg", "sverig"]
