"""What a page weighs: alone, and after another."""

from pathlib import Path

import pytest

from weights import by_layout, fetched, first_view, later_view

PAGE = (
    '<!doctype html><link rel="stylesheet" href="{0}a.css"><body class="layout-page country-se">'
    '<img src="{0}x.svg"><img src="{0}late.svg" loading="lazy"><template><script src="{0}t.js"></script></template>{1}'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that share a sheet and a picture; the second has a script of its own."""
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(PAGE.format("", ""), encoding="utf-8")
    own = '<script src="../own.js"></script><p>Längre.</p>'
    (tmp_path / "b/index.html").write_text(PAGE.format("../", own), encoding="utf-8")
    for name in ("x.svg", "own.js", "type.woff2"):
        (tmp_path / name).write_text(name * 50, encoding="utf-8")
    (tmp_path / "a.css").write_text('@font-face{src:url("type.woff2")}', encoding="utf-8")
    return tmp_path.resolve()


def test_a_page_needs_what_does_not_wait(site: Path) -> None:
    """Itself, its sheet and the type of it, its pictures and scripts; nothing that is lazy or stands in a template."""
    names = ("b/index.html", "a.css", "x.svg", "own.js", "type.woff2")
    assert fetched(site, "/b/") == [site / name for name in names]


def test_what_was_fetched_is_not_fetched_again(site: Path) -> None:
    """A later page weighs its own words and what only it has."""
    later, first = later_view(site, "/b/", "/"), first_view(site, "/b/")
    assert {coding: later[coding] < first[coding] for coding in later} == {"br": True, "gzip": True}
    assert later_view(site, "/", "/") == {"br": 0, "gzip": 0}


def test_the_longest_page_stands_for_its_layout(site: Path) -> None:
    """What holds for it holds for the others."""
    assert list(by_layout(site, ["/", "/b/"])) == [("page", "/b/")]
