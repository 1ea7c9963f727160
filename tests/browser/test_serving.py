"""What only nginx and a browser show of the real site as it is served; what every server answers is in test_servers.py."""

import socket
import ssl
import subprocess
from collections.abc import Callable
from http.client import HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.asking import Ask, asked
from browser.conftest import serve
from campaign.policy import integrity
from nginx import free_port

pytestmark = pytest.mark.browser


@pytest.fixture
def ask(web: str) -> Ask:
    """A function that asks the server for an address and gives status and headers."""
    return lambda address, **headers: asked(web, address, **headers)


@pytest.fixture
def style_sheet(site: Path) -> str:
    """The address of the style sheet."""
    [sheet] = (site / "assets").glob("site.*.css")
    return f"/assets/{sheet.name}"


@pytest.mark.parametrize(
    ("address", "lang", "home"),
    [
        ("/finns/inte/", "sv", "/"),
        ("/no/finnes/ikke/", "nb", "/no/"),
        ("/en/not/there/", "en", "/en/"),
        ("/no/finnes/ikke.ics", "nb", "/no/"),
        ("/no/nyheter/ikke/rss.xml", "nb", "/no/"),
        ("/en/not/there.csv", "en", "/en/"),
        ("/assets/", "sv", "/"),
        ("/_headers", "sv", "/"),
    ],
)
def test_missing_page_is_told_in_its_language(
    open_page: Callable[..., Page], ask: Ask, address: str, lang: str, home: str
) -> None:
    """Who follows a dead link is told so in the language of the link, whatever it ends in, and finds the way home."""
    page = open_page(address)
    found = page.evaluate("[document.documentElement.lang, document.querySelector('.brand').pathname]")
    assert (ask(address)[0], found) == (404, [lang, home])


def test_missing_page_is_dressed(open_page: Callable[..., Page]) -> None:
    """A page about a missing page looks like the others, at any depth."""
    page = open_page("/no/finnes/ikke/her/")
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 50)")


def test_the_policy_names_the_scripts_of_a_page(site: Path, ask: Ask) -> None:
    """What a page may run are files that lie in assets/: those that stand in it, and so a tool runs on its page alone."""
    ours = {
        integrity(path.read_bytes()): path.name.partition(".")[0] for path in (site / "assets").glob("*.js")
    }
    folder = next((site / "flyttplan").glob("*/index.html")).parent.name
    allowed = {}
    for address in ("/", f"/flyttplan/{folder}/", f"/flyttplan/{folder}/index.html"):
        said = ask(address)[1]["content-security-policy"].partition("script-src ")[2].partition(";")[0]
        allowed[address] = sorted(ours[word.strip("'")] for word in said.split())
    common = ["afterwards", "find", "listen", "search"]
    assert list(allowed.values()) == [common, *2 * [sorted([*common, "plan"])]]


def test_text_is_sent_compressed(ask: Ask, style_sheet: str) -> None:
    """Pages, styles and drawings travel small also where nobody has compressed them before."""
    sent = [ask(address)[1].get("content-encoding") for address in ("/", style_sheet, "/media/cover.svg")]
    assert sent == ["gzip"] * 3


def test_http_leads_to_https_which_is_remembered(project: Path, tmp_path: Path) -> None:
    """With a certificate every name and scheme leads to one, and a browser that was there comes back by it."""
    port = free_port()
    names = {"certificate": tmp_path / "site.pem", "key": tmp_path / "site.key"}
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=a"]
    subprocess.run(
        [*new, "-out", names["certificate"], "-keyout", names["key"]], check=True, capture_output=True
    )
    options = [word for name, path in names.items() for word in (f"--{name}", str(path))]
    own = ("--host", "exempel.example")
    changes = {"listen 443": f"listen 127.0.0.1:{port}"}
    with serve(project, tmp_path, changes=changes, options=(*options, *own)) as web:
        by_http = [asked(web, "/om/?a=b", Host=host) for host in ("exempel.example", "www.exempel.example")]
        by_https = remembered(port, "exempel.example")
        with pytest.raises(ssl.SSLError):
            remembered(port, "evil.example")
    assert [(status, headers["location"]) for status, headers in by_http] == [
        (301, "https://exempel.example/om/?a=b")
    ] * 2
    assert by_https == "max-age=63072000; includeSubDomains"


def remembered(port: int, host: str) -> str | None:
    """For how long a browser that came to a host by HTTPS comes back by it."""
    with socket.create_connection(("127.0.0.1", port)) as plain:
        context = ssl._create_unverified_context()
        with context.wrap_socket(plain, server_hostname=host) as secured, HTTPResponse(secured) as response:
            secured.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            response.begin()
            return response.getheader("strict-transport-security")
