"""The scripts: whole, and named by their content."""

import re
from dataclasses import replace

from campaign.outputs.scripts import script_address, targets
from campaign.site import Site
from conftest import made


def test_a_script_is_sent_as_it_is_written(good_site: Site) -> None:
    """What a developer reads in the repository is what runs at the reader's."""
    text = "// Räknar.\nconst a = 1;\n".encode()
    site = replace(good_site, scripts={"plan.js": "assets/plan.0.js"}, design={"assets/js/plan.js": text})
    assert made(targets(site)) == {"assets/plan.0.js": text}


def test_the_name_changes_with_the_content() -> None:
    """A browser that kept the old script never runs it on a new page, and one that did not change is not fetched again."""
    one, other, again = (script_address("plan.js", content) for content in (b"1;", b"2;", b"1;"))
    assert (one == again, one == other, re.sub("[0-9a-f]{8}", "DIGEST", one)) == (
        True,
        False,
        "assets/plan.DIGEST.js",
    )
