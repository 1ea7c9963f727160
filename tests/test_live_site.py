"""What is served, as a reader gets it."""

import gzip
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from campaign.publish.manifest import digest_of
from live_site import place_of
from replay import listening

SITE = {"index.html": b"start", "no/om/index.html": b"om", "assets/a b.css": b"a {}"}


# As a server does with old addresses: it leads to our page, to another's, or says why there is none.
LED = {"/gammal/": "/no/om/", "/lurad/": "https://evil.example/no/om/"}
GONE = "/borta/"
# Spoiled for those alone whose browser takes gzip.
SPOILED = "/sen/"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class Leading(Quiet):
    """Knows old addresses too."""

    def do_GET(self) -> None:
        """Lead on, tell why, or serve."""
        if self.path in LED:
            self.send_response(301)
            self.send_header("Location", LED[self.path])
            self.end_headers()
        elif self.headers["Accept-Encoding"] == "gzip" and self.path == SPOILED:
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(b"spoiled"))
        elif self.path == GONE:
            self.send_response(410)
            self.end_headers()
            self.wfile.write(b"why")
        else:
            super().do_GET()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site in a folder."""
    for path, raw in SITE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The same at an address of a server on this machine."""
    with listening(partial(Leading, directory=str(folder))) as found:
        yield f"{found}/"


def test_a_served_site_is_asked_as_readers_ask(address: str) -> None:
    """Each file is fetched at the address that readers use, and what is not there is nothing."""
    found = place_of(address).digests([*SITE, "nowhere/index.html"])
    assert found == {path: digest_of(raw) for path, raw in SITE.items()}


def test_a_file_that_is_spoiled_in_one_encoding_is_found(folder: Path, address: str) -> None:
    """A server has a file of its own for each encoding, and an old browser gets another than a new one."""
    (folder / "sen").mkdir()
    (folder / "sen/index.html").write_bytes(b"late")
    found = place_of(address).digests(["index.html", "sen/index.html"])
    expected = {"index.html": digest_of(b"start"), "sen/index.html": digest_of(b"late")}
    assert [path for path in expected if found[path] != expected[path]] == ["sen/index.html"]


def test_a_folder_is_read_whole(folder: Path) -> None:
    """In a folder also the files that nobody asks for are found."""
    found = place_of(str(folder)).digests(["nowhere/index.html"])
    assert found == {path: digest_of(raw) for path, raw in sorted(SITE.items())}


def test_a_compressed_file_counts_as_what_it_holds(folder: Path) -> None:
    """A compressed page that a server sends is no page of its own; one that holds something else is found."""
    (folder / "index.html.gz").write_bytes(gzip.compress(b"start", 9, mtime=0))
    (folder / "no/om/index.html.gz").write_bytes(gzip.compress(b"evil", 9, mtime=0))
    found = place_of(str(folder)).digests(())
    assert set(found) - set(SITE) == {"no/om/index.html.gz"}


def test_a_single_file_is_read_from_both(folder: Path, address: str) -> None:
    """The manifest is read by its name, wherever the site lies."""
    places = [place_of(str(folder)), place_of(address)]
    assert [place.read("index.html") for place in places] == [b"start", b"start"]
    assert [place.read("nowhere.json") for place in places] == [None, None]


def test_an_old_address_may_lead_to_its_page_and_nowhere_else(address: str, folder: Path) -> None:
    """A server need not show the page that tells where to go, if it leads there itself; elsewhere is not there."""
    places = [place_of(address), place_of(str(folder))]
    led = [[place.leads(old, "no/om/") for old in ("gammal/", "lurad/", "no/om/")] for place in places]
    assert led == [[True, False, False], [False, False, False]]


def test_a_page_that_says_why_it_is_gone_is_a_page(address: str) -> None:
    """What a server answers with 410 is compared like any other page."""
    assert place_of(address).digests(["borta/index.html"]) == {"borta/index.html": digest_of(b"why")}


def test_a_server_that_is_not_there_is_no_empty_site() -> None:
    """A site that cannot be reached is told of as such, not as a thousand missing files."""
    with pytest.raises(OSError, match="refused"):
        place_of("http://127.0.0.1:9").read("index.html")
