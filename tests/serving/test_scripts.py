"""Which scripts a page may run."""

import re

from campaign.outputs import html
from campaign.serving.scripts import common_scripts, pages_with_own, scripts_of_pages
from campaign.site import Site
from conftest import made

TAG = re.compile(r'<script type="module" src="[^"]*/([\w-]+\.js)"')


def test_a_page_may_run_its_own_tools_and_no_other(good_site: Site) -> None:
    """The tools that stand in each finished page are those that its templates were read to bring."""
    common, files = common_scripts(good_site), made(html.targets(good_site))
    stand = {
        page.address: set(TAG.findall(files[f"{page.address}index.html"].decode()))
        for page in good_site.pages.values()
    }
    allowed = {page.address: scripts for page, scripts in scripts_of_pages(good_site)}
    assert {address: found - common for address, found in stand.items()} == {
        address: found - common for address, found in allowed.items()
    }
    assert [address for address, found in stand.items() if not found <= allowed[address]] == []


def test_only_pages_with_a_tool_stand_in_a_configuration(good_site: Site) -> None:
    """All others are told of the scripts that every page has, so the configuration of a server stays short."""
    common, own = common_scripts(good_site), dict(pages_with_own(good_site))
    plans = next(pattern for pattern, scripts in own.items() if "plan.js" in scripts)
    assert (re.fullmatch(plans, "flyttplan/exempel/index.html") is None, common < own[plans]) == (True, True)
    assert "search.js" in common
