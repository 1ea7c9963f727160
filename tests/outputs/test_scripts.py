"""The scripts: whole, and named by their content."""

import re

from campaign.outputs.scripts import render_scripts


def test_a_script_is_sent_as_it_is_written() -> None:
    """What a developer reads in the repository is what runs at the reader's."""
    text = "// Räknar.\nconst a = 1;\n"
    [(name, (address, sent))] = render_scripts({"plan.js": text}).items()
    assert (name, re.sub("[0-9a-f]{8}", "DIGEST", address), sent) == (
        "plan.js",
        "assets/plan.DIGEST.js",
        text,
    )


def test_the_name_changes_with_the_content() -> None:
    """A browser that kept the old script never runs it on a new page."""
    addresses = {render_scripts({"plan.js": f"const a = {n};"})["plan.js"][0] for n in range(3)}
    assert len(addresses) == 3


def test_the_name_stays_with_the_content() -> None:
    """A script that did not change is not fetched again, whatever happens to the others."""
    alone = render_scripts({"plan.js": "1;"})["plan.js"]
    assert render_scripts({"finder.js": "2;", "plan.js": "1;"})["plan.js"] == alone
