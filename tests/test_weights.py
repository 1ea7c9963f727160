"""What a page weighs: alone, and after another."""

from pathlib import Path

import brotli
import pytest

from weights import by_layout, fetched, first_view, later_view, packed, words_alone

PAGE = (
    '<!doctype html><link rel="stylesheet" href="{0}a.css"><body class="layout-page country-se">'
    '<img src="{0}x.svg"><img src="{0}late.svg" loading="lazy"><template><script src="{0}t.js"></script></template>'
    '<template data-afterwards><script src="{0}find.js"></script></template><link rel="prefetch" href="{0}next.css">{1}'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that share a sheet and a picture; the second has a script of its own."""
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(PAGE.format("", ""), encoding="utf-8")
    own = '<script src="../own.js"></script><p>Längre.</p>'
    (tmp_path / "b/index.html").write_text(PAGE.format("../", own), encoding="utf-8")
    for name in ("x.svg", "own.js", "find.js", "next.css", "type.woff2"):
        (tmp_path / name).write_text(name * 50, encoding="utf-8")
    (tmp_path / "a.css").write_text('@font-face{src:url("type.woff2")}', encoding="utf-8")
    return tmp_path.resolve()


def test_a_page_needs_what_does_not_wait(site: Path) -> None:
    """Itself, its sheet and its type, its pictures and scripts, also those that come afterwards; nothing lazy or asked for first."""
    names = ("b/index.html", "a.css", "x.svg", "find.js", "next.css", "own.js", "type.woff2")
    assert fetched(site, "/b/") == [site / name for name in names]


def test_what_was_fetched_is_not_fetched_again(site: Path) -> None:
    """A later page weighs its own words and what only it has."""
    later, first = later_view(site, "/b/", "/"), first_view(site, "/b/")
    assert {coding: later[coding] < first[coding] for coding in later} == {"br": True, "gzip": True}
    assert later_view(site, "/", "/") == {"br": 0, "gzip": 0}


def test_what_lies_packed_is_sent_so(site: Path) -> None:
    """A server sends the file that was packed for a release, however this computer would pack it."""
    (site / "x.svg.br").write_bytes(bytes(7))
    assert packed(site / "x.svg")["br"] == 7


def test_words_weigh_something_by_themselves(site: Path) -> None:
    """A page cannot weigh less than what is read on it and where it leads, whatever is around it."""
    (site / "b/index.html").write_text(
        '<script>var x;</script><p>Längre.</p><a href="/x/">Dit</a>', encoding="utf-8"
    )
    found = brotli.compress("Längre.Dit\n/x/".encode())
    assert words_alone(site, "/b/")["br"] == len(found)


def test_the_longest_page_stands_for_its_layout(site: Path) -> None:
    """What holds for it holds for the others."""
    assert list(by_layout(site, ["/", "/b/"])) == [("page", "/b/")]
