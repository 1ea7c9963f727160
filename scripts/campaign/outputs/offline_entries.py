"""Which pages a reader may keep on the device, and what the list of them needs of each finished one."""

import json
import re
from pathlib import Path

from campaign.compression import WAYS
from campaign.pages import Page
from campaign.policy import integrity
from campaign.settings import Language
from campaign.site import Site

OFFLINE = "offline"
CODE = Path(__file__).read_bytes()
# The style sheets, the type and the scripts that a page names; all come first in their tags, as our templates write them.
_NAMED = re.compile(
    r'<(?:link rel="(?:stylesheet|preload)" href|script type="module" src)="([^"]+\.[0-9a-f]{8}\.\w+)"'
)


def offline_languages(site: Site) -> list[Language]:
    """The languages that have a page on which a reader decides what is kept."""
    plan = site.content.structure.offline
    return [one for one in site.languages if plan and (one.code, plan.switch) in site.pages]


def offline_pages(site: Site, language: Language) -> list[Page]:
    """The pages of a language that can be kept: those that are named, then those of whole folders."""
    plan = site.content.structure.offline
    if plan is None:
        return []
    folders = tuple(f"{folder}/" for folder in plan.folders)
    below = [path for code, path in site.pages if code == language.code and path.startswith(folders)]
    paths = dict.fromkeys([plan.switch, *plan.pages, *below])
    return [site.pages[language.code, path] for path in paths if (language.code, path) in site.pages]


def extract_offline_entry(page: bytes) -> bytes:
    """The digest of a finished page, what it weighs on the way, and the files that it names."""
    return json.dumps([integrity(page), weight(page), _NAMED.findall(page.decode())]).encode()


def weight(content: bytes) -> int:
    """How many bytes of a text a reader fetches."""
    return len(WAYS[".gz"](content))
