"""The configuration of servers; what nginx makes of it is seen in tests/browser/test_serving.py."""

import re

import pytest

from campaign.policy import load_policy
from campaign.serving.configuration import Server, render_configuration
from campaign.serving.headers import ASK, IMMUTABLE, build_headers
from campaign.serving.scripts import common_scripts
from campaign.site import Site

POLICY = load_policy()
SECURE = Server("exempel.example", certificate="/etc/a.pem", key="/etc/a.key")


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_every_server_says_the_same(good_site: Site, name: str) -> None:
    """Whichever program serves the site, a browser is told the same."""
    text = render_configuration(name, POLICY, good_site, SECURE)
    said = build_headers(POLICY, good_site, common_scripts(good_site)).values()
    assert [found for found in said if found not in text] == []


def test_a_static_host_says_the_whole_with_every_file(good_site: Site) -> None:
    """Its file has no rule that takes another's place, so each page may run every script of ours."""
    text = render_configuration("_headers", POLICY, good_site, SECURE)
    said = build_headers(POLICY, good_site, good_site.scripts).values()
    assert [found for found in said if found not in text] == []


def test_a_static_host_lets_nobody_keep_a_page(good_site: Site) -> None:
    """A browser asks for a page anew, and what carries a digest in its name stays its own for a year."""
    text = render_configuration("_headers", POLICY, good_site, SECURE)
    found = dict(re.findall(r"^(/\S*)\n  Cache-Control: (.*)$", text, re.MULTILINE))
    assert found == {
        "/": ASK,
        "/*/": ASK,
        "/assets/*": IMMUTABLE,
        "/offline.js": ASK,
        "/no/offline.js": ASK,
    }


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_every_kind_of_file_has_its_type(good_site: Site, name: str) -> None:
    """No file of ours is sent as something to save without a name."""
    text = render_configuration(name, POLICY, good_site, SECURE)
    assert [kind.type for ending, kind in POLICY.kinds.items() if kind.type not in text] == []


@pytest.mark.parametrize(
    ("certificate", "lines"),
    [("/etc/a.pem", 2), (None, 0)],
)
def test_a_server_with_a_certificate_leads_to_it(
    good_site: Site, certificate: str | None, lines: int
) -> None:
    """Who comes by HTTP or by the other name is led to HTTPS and ours, and a browser remembers it."""
    server = Server("exempel.example", certificate=certificate, key="/etc/a.key")
    text = render_configuration("nginx", POLICY, good_site, server)
    found = text.count("return 301 https://exempel.example$request_uri;")
    assert (found, "Strict-Transport-Security" in text) == (lines, bool(certificate))


def test_a_site_in_a_folder_tells_of_missing_pages_there(good_site: Site) -> None:
    """The specimen is published below /under/, and so are its pages about missing pages."""
    text = render_configuration("nginx", POLICY, good_site, SECURE)
    assert ('"~^/under/no/" /under/no/404.html;' in text, "default /under/404.html;" in text) == (True, True)


def test_static_hosts_are_told_of_old_addresses(good_site: Site) -> None:
    """A page that moved stands before the rule of all missing ones; one that is gone tells so by itself."""
    assert render_configuration("_redirects", POLICY, good_site, SECURE) == (
        "/under/ansok/  /under/flytta/  301\n"
        "/under/no/soke/  /under/no/flytte/  301\n"
        "/under/no/*  /under/no/404.html  404\n"
    )


@pytest.mark.parametrize(
    ("server", "addresses", "remembers"),
    [
        (
            Server("exempel.example"),
            ["http://:80", "https://www.exempel.example", "https://exempel.example"],
            True,
        ),
        (
            Server("exempel.example", listen="127.0.0.1:8080"),
            ["http://:8080", "http://www.exempel.example:8080", "http://exempel.example:8080"],
            False,
        ),
    ],
)
def test_caddy_speaks_https_where_browsers_ask(
    good_site: Site, server: Server, addresses: list[str], remembers: bool
) -> None:
    """Caddy gets certificates for itself, and behind another server it asks for none."""
    text = render_configuration("caddy", POLICY, good_site, server)
    found = [line.removesuffix(" {") for line in text.splitlines() if line.startswith("http")]
    assert (found, "Strict-Transport-Security" in text) == (addresses, remembers)
