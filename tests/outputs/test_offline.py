"""The worker, and the list of what a reader may keep."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from campaign.outputs import html
from campaign.outputs.assets import integrity
from campaign.outputs.offline import days_of_change, targets
from campaign.site import Site, Targets
from campaign.templates import load_design
from conftest import ROOT, Changes, made

MOST = 3000


@pytest.fixture(scope="module")
def site(good_site: Site) -> Site:
    """The good specimen with the worker of the project."""
    return replace(good_site, design=load_design(ROOT / "overrides"))


@pytest.fixture(scope="module")
def pages(site: Site) -> Targets:
    """The targets that the list is made of."""
    return html.targets(site)


@pytest.fixture(scope="module")
def files(site: Site, pages: Targets) -> dict[str, bytes]:
    """Workers, lists, and the pages in the place of others."""
    return made(targets(site, pages))


def test_each_full_language_has_its_own(files: dict[str, bytes]) -> None:
    """A worker rules what lies below it, so there is one where each language begins."""
    names = ("offline.html", "offline.js", "offline.json")
    assert sorted(files) == sorted([*names, *(f"no/{name}" for name in names)])


def test_the_worker_is_light(files: dict[str, bytes]) -> None:
    """It comes to a phone in a shed, and says nothing that only developers read."""
    assert (len(files["offline.js"]) <= MOST, b"//" in files["offline.js"].replace(b"https://", b"")) == (
        True,
        False,
    )


def test_the_list_has_the_digest_of_each_page(files: dict[str, bytes], pages: Targets) -> None:
    """A browser takes nothing else for the page than what we have built."""
    parsed = json.loads(files["no/offline.json"])["files"]
    assert parsed["om/"] == integrity(pages["no/om/index.html"]())
    assert parsed["offline.html"] == integrity(files["no/offline.html"])


def test_the_list_is_the_same_twice(site: Site, pages: Targets, files: dict[str, bytes]) -> None:
    """A list that changes by itself would be fetched again by everybody."""
    assert made(targets(site, pages))["offline.json"] == files["offline.json"]


def test_days_on_which_a_rule_becomes_another_are_known(
    world: Callable[..., Site], edited: Callable[..., Changes]
) -> None:
    """A rule that ends is another on the day after; what was so before the edition is told by the edition."""
    rule = "content/data/rules/se-coffee.yml"
    site = world(edited(rule, "checked:", "in_force_until: 2031-12-31\nchecked:"))
    assert "2032-01-01" in days_of_change(site.content)
    assert [day for day in days_of_change(site.content) if day <= site.content.edition.date] == []


def test_where_nothing_is_offered_nothing_is_made(
    world: Callable[..., Site], edited: Callable[..., Changes]
) -> None:
    """A project that keeps nothing on devices has no worker either."""
    line = "offline: {switch: about.md, pages: [index.md], folders: [hr-guide]}\n"
    site = world(edited("content/data/site.yml", line, ""))
    assert targets(site, html.targets(site)) == {}
