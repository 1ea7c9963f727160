"""What every page may need to know, gathered once a build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from campaign.catalogue import Catalogue
from campaign.pages import Pages


@dataclass(frozen=True)
class Download:
    """A file to fetch: its address below the root, its size in bytes, its format and its language.

    `item` says what it is: the whole guide, one chapter, one template (both with their slug), or all templates.
    """

    address: str
    size: int
    format: str
    language: str
    item: str = "guide"
    slug: str = ""


@dataclass(frozen=True)
class Site:
    """What every page may need to know: the content, the pages, the owner, the templates and the downloads.

    `today` is an ISO date and decides what is coming and what is past. `scripts` gives the public address of each.
    `forms` says where each form posts, None where that is not decided. `root_address` is where the site is published,
    with a slash at the end.
    """

    catalogue: Catalogue
    pages: Pages
    templates: Environment
    owner: Mapping[str, Any]
    today: str
    root_address: str
    downloads: tuple[Download, ...] = ()
    scripts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Any] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The name of the server, for names that must be the site's own."""
        return str(urlsplit(self.root_address).hostname)

    def downloads_of(self, code: str, item: str, slug: str = "") -> list[Download]:
        """The files of an item (see Download) in the language `code`."""
        wanted = (item, slug, code)
        return [file for file in self.downloads if (file.item, file.slug, file.language) == wanted]
