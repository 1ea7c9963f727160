"""The host of an address: what a reader sees, and what could be taken for another."""

import pytest

from campaign.hosts import is_placeholder, named_elsewhere, parts_of, shown_host


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Exempelby.example/a", "exempelby.example"),
        ("https://xn--rksmrgs-5wao1o.example", "räksmörgås.example"),
        ("https://a:b@nowhere.example:80", "nowhere.example"),
        ("https://b%D0%B0d.example", "b\u0430d.example"),
        ("https://xn--\u00e5.example", "xn--å.example"),
    ],
)
def test_a_host_is_shown_as_it_is_meant_to_be_read(address: str, host: str) -> None:
    """Neither capitals nor the spelling for machines hide a name."""
    parts = parts_of(address)
    assert parts
    assert shown_host(parts) == host


@pytest.mark.parametrize(
    "address", ["move.md", "mailto:a@b.example", "https://", "https://[::1", "//a.example"]
)
def test_what_leads_to_no_website_has_no_parts(address: str) -> None:
    """Only an address of the web has a host."""
    assert parts_of(address) is None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("exempelby.example", None),
        ("WWW.Exempelby.Example", None),
        ("skolor på barn.exempelby.example", None),
        ("hej@nowhere.example", None),
        ("bl.a. här, t.ex. nu", None),
        ("https://nowhere.example/a", None),
        ("nowhere.example", "nowhere.example"),
        ("Läs på nowhere.example, i dag.", "nowhere.example"),
    ],
)
def test_words_that_name_another_host_are_found(words: str, named: str | None) -> None:
    """A host within words is the one they lead to, or lies below it, or it above."""
    assert named_elsewhere(words, "exempelby.example") == named


@pytest.mark.parametrize(
    ("host", "is_none"),
    [
        ("exempel.example", True),
        ("example", True),
        ("a.test", True),
        ("exempel.se", False),
        ("myexample.se", False),
    ],
)
def test_a_name_that_leads_nowhere_is_a_placeholder(host: str, is_none: bool) -> None:
    """The names of RFC 2606 stand where the real one is not decided; a real one may begin like them."""
    assert is_placeholder(host) is is_none
