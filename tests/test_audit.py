"""What the audit says of a number: beside its goal, and never nothing where there is something."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from audit import Measure, Served, at_most, none, weight
from audit_report import render_report
from campaign.site import Site


@pytest.mark.parametrize(
    ("found", "written", "is_reached"),
    [(96, "96 px", True), (96.4, "96.4 px", False), (12345.6, "12,346 px", False)],
)
def test_a_number_has_to_stay_at_its_limit(found: float, written: str, is_reached: bool) -> None:
    """The limit itself is reached; a hair above it is not."""
    assert at_most("header", 96, found, " px") == Measure("header", "≤ 96 px", written, is_reached)


def test_of_some_things_there_must_be_none() -> None:
    """Who reads the report sees how many there are and where to begin."""
    assert none("dead links", []) == Measure("dead links", "0", "0", True)
    assert none("dead links", ["/a/ → /b/", "/c/"]) == Measure("dead links", "0", "2: /a/ → /b/", False)


REPORT = """\
# How good it is

Made by `make.py audit` on 2026-12-01 in 1 minutes on 2 processors. It is the real site, served by nginx as we
configure it. 1 of 4 goals are reached.

## What is not reached

* start, first view: 41 kB, goal ≤ 40 kB; its words weigh 12 kB. Why: two posters.
* &lt;b> | links: 1: /x/, goal 0. Why: nobody has said why yet.
* Lighthouse: not here, goal 4 × 100. Why: nobody has said why yet.

## Weight

In 30 seconds.

| what | goal | measured | reached |
| --- | ---: | ---: | --- |
| start, first view | ≤ 40 kB | 41 kB | **no** |
| place, first view | ≤ 30 kB | 29 kB | yes |
| &lt;b> \\| links | 0 | 1: /x/ | **no** |

## Lighthouse

In 0 seconds.

| what | goal | measured | reached |
| --- | ---: | ---: | --- |
| Lighthouse | 4 × 100 | not here | not measured |
"""


def test_what_is_not_reached_stands_with_value_and_reason() -> None:
    """A goal that is missed, or could not be measured, is told first, with its reason or that nobody knows one."""
    parts = {
        "Weight": [
            replace(at_most("start, first view", 40, 41, " kB"), aside="its words weigh 12 kB"),
            at_most("place, first view", 30, 29, " kB"),
            none("<b> | links", ["/x/"]),
        ],
        "Lighthouse": [Measure("Lighthouse", "4 × 100", "not here", None)],
    }
    rendered = render_report(
        parts, {"Weight": 30.2, "Lighthouse": 0.1}, "2026-12-01", "2 processors", {"start,": "two posters."}
    )
    assert rendered == REPORT.replace("* &lt;b> | links", "* <b> | links")


def test_the_heaviest_page_of_a_layout_is_told(good_site: Site, tmp_path: Path) -> None:
    """Not the longest: one with a heavy script may be. What is above its goal is told with how many are, and what its words weigh."""
    pages = {"": "", "long/": "a" * 9000, "heavy/": '<script src="../own.js"></script><p>Ord och ord.</p>'}
    for address, words in pages.items():
        (tmp_path / address).mkdir(exist_ok=True)
        layout = "page" if address else "home"
        (tmp_path / address / "index.html").write_text(
            f'<body class="layout-{layout}">{words}', encoding="utf-8"
        )
    (tmp_path / "own.js").write_bytes(random.Random(1).randbytes(40_000))
    home, first, later = weight(
        Served(good_site.content, tmp_path.resolve(), ["/" + one for one in pages], "")
    )
    assert (home.is_reached, first.what, first.is_reached) == (True, "page, first view: /heavy/", False)
    assert later.aside == "1 of 2 pages are above; its words and links alone weigh 0.016 kB"
