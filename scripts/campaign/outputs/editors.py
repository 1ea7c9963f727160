"""What wants an eye, as a page for editors: the worst of `make.py status`. No menu, map or search leads there."""

from functools import partial

from campaign.notices import render_status_json, worst
from campaign.outputs.html import render_beside
from campaign.pages import HOME
from campaign.problems import Phrase
from campaign.settings import Language
from campaign.shell import shell_of_editors
from campaign.site import Site, Targets
from campaign.status import notices_of
from campaign.templates import page_templates

TEMPLATE = "editors.html"
# The word for its address in addresses.yml.
WORD = "editors"


def targets(site: Site) -> Targets:
    """Address → how to make it, for each full language."""
    found: Targets = {}
    for code, address in addresses_of(site).items():
        found[f"{address}index.html"] = partial(_page, site, code)
        found[f"{address}status.json"] = partial(_json, site, code)
    return found


def addresses_of(site: Site) -> dict[str, str]:
    """Language code → where the page is."""
    content = site.content
    return {
        one.code: f"{one.prefix}{content.word_in_address(WORD, one.code)}/"
        for one in content.full_languages
        if (one.code, HOME) in site.pages
    }


def _page(site: Site, code: str) -> bytes:
    notices = notices_of(site, code)
    context = {
        "notices": worst(notices),
        "count": len(notices),
        "nothing": Phrase("STATUS_NOTHING").in_language(code),
    }
    shell = shell_of_editors(site, _language(site, code), addresses_of(site), site.menu)
    return render_beside(site, page_templates(site.templates), TEMPLATE, shell, context)


def _json(site: Site, code: str) -> bytes:
    return (render_status_json(notices_of(site, code)) + "\n").encode()


def _language(site: Site, code: str) -> Language:
    return next(one for one in site.content.languages if one.code == code)
