"""Feeds of news and seminars: what a reader's feed program makes of them."""

import json
import re
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import html

from campaign.editing.changes import Project, rename
from campaign.outputs.feeds import targets
from campaign.site import Site
from conftest import PUBLIC, TESTS, Changes, Check, made

FOLDERS = (
    *("seminarier/", "nyheter/", "hr-guide/andrat/"),
    *("no/seminarer/", "no/nyheter/", "no/hr-guide/endret/"),
)
NEWS = "content/sv/news/door-opens.md"
JSON_FEED = Draft202012Validator(
    json.loads((TESTS / "json-feed-1.1.schema.json").read_text(encoding="utf-8"))
)


@pytest.fixture
def files(good_site: Site) -> dict[str, bytes]:
    """The feeds of the good specimen."""
    return made(targets(good_site))


def xml(raw: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a feed program reads in RSS or Atom: the feed itself and its entries; a fault is an error."""
    found = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.bozo_exception
    return found.feed, found.entries


def test_news_and_seminars_can_be_followed_in_three_ways(files: dict[str, bytes]) -> None:
    """Whatever program a reader has, it finds the feed beside the page that it follows, in both languages."""
    assert list(files) == [
        folder + name for folder in FOLDERS for name in ("rss.xml", "atom.xml", "feed.json")
    ]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_is_named_in_the_readers_language(files: dict[str, bytes], name: str) -> None:
    """In a list of feeds each says what it follows, where that is, and in which language."""
    feeds = [xml(files[folder + name])[0] for folder in FOLDERS]
    assert [(feed.title, feed.language, feed.link) for feed in feeds] == [
        ("Seminarier – Exempelregionerna", "sv", PUBLIC + "seminarier/"),
        ("Nyheter – Exempelregionerna", "sv", PUBLIC + "nyheter/"),
        ("Ändrat i reglerna – Exempelregionerna", "sv", PUBLIC + "hr-guide/andrat/"),
        ("Seminarer – Eksempelregionene", "nb", PUBLIC + "no/seminarer/"),
        ("Nyheter – Eksempelregionene", "nb", PUBLIC + "no/nyheter/"),
        ("Endret i reglene – Eksempelregionene", "nb", PUBLIC + "no/hr-guide/endret/"),
    ]


def test_the_rules_are_followed_by_their_page_whatever_it_is_called(
    world: Callable[..., Site], tree: dict[str, bytes], checked: Check, files: dict[str, bytes]
) -> None:
    """An editor who renames the page takes nothing from those who follow it."""
    renamed = rename(Project(tree, checked), "hr-guide/changes.md", "live/what-is-new.md", {})
    content = {path: raw for path, raw in renamed.files.items() if path.startswith("content/")}
    there = made(targets(world(content)))
    assert _titles(there) == _titles(files)


def _titles(files: dict[str, bytes]) -> list[str]:
    return sorted(entry.title for name, raw in files.items() if "rss" in name for entry in xml(raw)[1])


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_knows_its_own_address(files: dict[str, bytes], name: str) -> None:
    """A feed that is passed on still says where it came from."""
    for folder in FOLDERS:
        links = xml(files[folder + name])[0].links
        assert [link.href for link in links if link.rel == "self"] == [PUBLIC + folder + name]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_seminars_are_told_in_the_readers_language(files: dict[str, bytes], name: str) -> None:
    """Titles are rendered, and what is dated is the announcement, not the seminar."""
    found = {folder: xml(files[folder + name])[1] for folder in ("seminarier/", "no/seminarer/")}
    assert {
        folder: [(entry.title, entry.published[:16], entry.link) for entry in entries]
        for folder, entries in found.items()
    } == {
        "seminarier/": [
            ("Varmt te på kall mark", DAYS[name][0], PUBLIC + "seminarier/varmt-te/"),
            ("Kallt te på varm mark", DAYS[name][1], PUBLIC + "seminarier/kald-te/"),
        ],
        "no/seminarer/": [
            ("Varm te på kald mark", DAYS[name][0], PUBLIC + "no/seminarer/varm-te/"),
            ("Kald te på varm mark", DAYS[name][1], PUBLIC + "no/seminarer/kald-te/"),
        ],
    }


# The days on which the two events were announced, as each format writes them.
DAYS = {
    "rss.xml": ("Thu, 15 Jan 2026", "Wed, 20 Aug 2025"),
    "atom.xml": ("2026-01-15T00:00", "2025-08-20T00:00"),
}


def test_a_seminar_without_a_known_day_is_not_in_the_feed(files: dict[str, bytes]) -> None:
    """Nobody is told that a meeting of 2010 was announced on a day that somebody made up."""
    found = {entry.title for folder in FOLDERS for entry in xml(files[folder + "atom.xml"])[1]}
    assert found & {"Vem kommer, och när?", "Hvem blir?", "Hvem kommer, og når?"} == set()


def test_a_recording_makes_an_event_new_again(files: dict[str, bytes]) -> None:
    """Who could not come is told when the recording is there, under the name that the event had before."""
    entry = xml(files["no/seminarer/atom.xml"])[1][1]
    assert (entry.id, entry.published, entry.updated, "Se opptaket" in entry.content[0].value) == (
        "tag:exempel.example,2026:no/seminars/kald-te",
        "2025-08-20T00:00:00Z",
        "2025-10-16T00:00:00Z",
        True,
    )


def test_a_recording_of_an_old_seminar_is_news(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A seminar of which no day is known is told of when its recording is published."""
    recording = "recording: {address: https://x.example/, published: 2026-02-01, minutes: 5, language: sv, captions: [sv]}\n"
    changes = edited("content/data/seminars/hvem-blir.yml", "form: lunch\n", "form: lunch\n" + recording)
    entry = xml(made(targets(world(changes)))["seminarier/atom.xml"])[1][0]
    assert (entry.title, entry.published) == ("Hvem blir?", "2026-02-01T00:00:00Z")


def test_an_entry_says_all_that_the_page_says(files: dict[str, bytes]) -> None:
    """A reader in a feed program gets the time, the place, the marks and the links, and need not come to us."""
    text = xml(files["no/seminarer/rss.xml"])[1][0].content[0].value
    document = html.fragment_fromstring(text, create_parent="div")
    assert ([" ".join(p.text_content().split()) for p in document], document.xpath(".//a/@href")) == (
        [
            "En dag om te for den som fryser.",
            (
                "Originaltittel: Varmt te på kall mark. Tid: 4. mars 2027 kl. 9.30–16.00 (svensk tid). Sted: Tesalen, "
                "Kopp & fat 1, Exempelby, Exempelregionen, Eksempelregionen. Tilgjengelighet: trinnfri adkomst, "
                "teleslynge, tekstes på stedet, tegnspråktolk, sendes på nett."
            ),
            "Medvirkende: Exempla Teström, temester.",
            "Meld deg på",
        ],
        [PUBLIC + "no/speakers/tea-master/", "https://exempelbyran.example/anmalan?te=1&kaka=2"],
    )


def test_news_is_told_in_full(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """The whole text comes along, and its links and pictures lead to the site from anywhere."""
    text = "Se [flytta](../move.md#order) & ![en fyrkant](../../media/mark.svg) < 5."
    site = world(edited("content/sv/news/door-opens.md", "Kom in.", text))
    files = made(targets(site))
    expected = (
        f'<p>Se <a href="{PUBLIC}flytta/#order">flytta</a> &amp; '
        f'<img src="{PUBLIC}media/mark.svg" alt="en fyrkant"> &lt; 5.</p>'
    )
    contents = [
        xml(files["nyheter/rss.xml"])[1][0].content[0].value,
        xml(files["nyheter/atom.xml"])[1][0].content[0].value,
        json.loads(files["nyheter/feed.json"])["items"][0]["content_html"],
    ]
    assert contents == [expected] * 3


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_json_feed_follows_the_rules(files: dict[str, bytes], folder: str) -> None:
    """A program that reads JSON Feed 1.1 has nothing to complain about."""
    assert [error.message for error in JSON_FEED.iter_errors(json.loads(files[folder + "feed.json"]))] == []


@pytest.mark.parametrize(
    "fault", [{"version": "1.1"}, {"items": [{"id": "a"}]}, {"home_page_url": "seminarier/"}]
)
def test_the_rules_see_what_is_wrong(files: dict[str, bytes], fault: dict[str, Any]) -> None:
    """The silence of the schema means something."""
    assert not JSON_FEED.is_valid(json.loads(files["nyheter/feed.json"]) | fault)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_three_formats_say_the_same(files: dict[str, bytes], folder: str) -> None:
    """It does not matter which one a reader's program picks."""
    rss, atom = (
        [(e.id, e.title, e.link, e.summary, e.content[0].value) for e in xml(files[folder + name])[1]]
        for name in ("rss.xml", "atom.xml")
    )
    items = json.loads(files[folder + "feed.json"])["items"]
    found = [(i["id"], i["title"], i["url"], i["summary"], i["content_html"]) for i in items]
    assert (rss, atom) == (found, found)


def test_names_of_entries_stay_when_addresses_change(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes], files: dict[str, bytes]
) -> None:
    """A new word in an address does not make every old entry new."""
    site = world(edited("content/data/addresses.yml", "news: {sv: nyheter,", "news: {sv: nytt,"))
    names = [
        [item["id"] for item in json.loads(found)["items"]]
        for found in (files["nyheter/feed.json"], made(targets(site))["nytt/feed.json"])
    ]
    assert names == [["tag:exempel.example,2026:sv/news/door-opens"]] * 2


def test_a_title_with_marks_of_html_is_only_text(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """An ampersand or an angle bracket in a title breaks no feed."""
    site = world(edited(NEWS, "title: Dörren öppnas", 'title: "Te & <kaka>"'))
    files = made(targets(site))
    raw = [files[f"nyheter/{name}"].decode() for name in ("rss.xml", "atom.xml")]
    assert [text.count("<title>Te &amp; &lt;kaka&gt;</title>") for text in raw] == [1, 1]


def test_a_feed_is_whole_before_anything_is_told(world: Callable[[Changes], Site]) -> None:
    """Who subscribes before the first event gets a feed without entries, dated on the same day whenever it is built."""
    site = world({f"content/data/seminars/{slug}.yml": None for slug in ("warm-tea", "kald-te")})
    files = made(targets(site))
    feed, entries = xml(files["seminarier/atom.xml"])
    assert (feed.updated, entries, xml(files["seminarier/rss.xml"])[1]) == ("2026-01-01T00:00:00Z", [], [])
    assert JSON_FEED.is_valid(json.loads(files["seminarier/feed.json"]))


def _item(text: str, title: str, day: str) -> str:
    """A news item with another title and day."""
    return re.sub(r"(?m)^title: .*", f"title: {title}", text).replace("2026-02-03", day)


def test_a_feed_holds_the_latest(world: Callable[[Changes], Site], tree: dict[str, bytes]) -> None:
    """A feed of many years stays light: the thirty latest, the newest first."""
    one = {path: raw.decode() for path, raw in tree.items() if path.endswith("door-opens.md")}
    changes = {
        path.replace("door-opens", f"n{n}"): _item(text, f"N{n}", f"2025-{n // 20:02}-{n % 20 + 1:02}")
        for path, text in one.items()
        for n in range(20, 65)
    }
    items = json.loads(made(targets(world(changes)))["nyheter/feed.json"])["items"]
    assert (len(items), [item["title"] for item in items[:2]]) == (30, ["Dörren öppnas", "N64"])


def test_two_changes_of_a_day_are_two_and_the_weightier_comes_first(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A program keeps one of two entries with one name, and who reads the first few must not miss what was wrong."""
    corrected = 'changes:\n  - date: "2026-02-01"\n    what: corrected\n'
    relabelled = (
        'changes:\n  - {date: "2026-02-01", what: relabelled}\n  - date: "2026-02-01"\n    what: corrected\n'
    )
    site = world(edited("content/data/rules/se-coffee.yml", corrected, relabelled))
    items = json.loads(made(targets(site))["hr-guide/andrat/feed.json"])["items"]
    assert [item["id"].rpartition("/hr-guide/changes/")[2] for item in items[:2]] == [
        "2026-02-01/se-coffee/corrected",
        "2026-02-01/se-coffee/relabelled",
    ]


def test_a_change_of_a_rule_can_be_followed(files: dict[str, bytes]) -> None:
    """A leader who subscribes sees which rule it is, what happened to it and when; a removed rule too."""
    entries = json.loads(files["hr-guide/andrat/feed.json"])["items"]
    assert [(e["title"], e["summary"], e["date_published"], e["tags"]) for e in entries] == [
        (
            "exempellagen 6 a § första stycket: rättad",
            "Tidigare stod det att kaffet kom dagen efter.",
            "2026-02-01T00:00:00Z",
            ["Anställningsavtalet"],
        ),
        (
            "Ändrat i reglerna: borttagen",
            "Regeln om te är borta: lagen upphävdes vid årsskiftet.",
            "2026-01-15T00:00:00Z",
            [],
        ),
    ]
