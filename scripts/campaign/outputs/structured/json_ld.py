"""What several types of schema.org share: the addresses of a page, its owner, and leaving out what nobody knows."""

from dataclasses import dataclass
from typing import Any

from campaign.outputs.cards import card_address
from campaign.pages import HOME, Page
from campaign.site import Site

JsonLd = dict[str, Any]


@dataclass(frozen=True)
class PageContext:
    """The page that is told of, an original."""

    site: Site
    page: Page

    @property
    def root(self) -> str:
        """Where the site is published."""
        return self.site.root_address

    @property
    def code(self) -> str:
        """The language of the page in data."""
        return self.page.language.code

    @property
    def tag(self) -> str:
        """The language of the page in HTML."""
        return self.page.language.tag

    @property
    def url(self) -> str:
        """The public address of the page."""
        return self.root + self.page.address

    @property
    def card(self) -> str:
        """The public address of the page's picture."""
        return self.root + card_address(self.page)

    def url_of(self, path: str) -> str | None:
        """The public address of another page in the same language, if there is one."""
        page = self.site.pages.get((self.code, path))
        return self.root + page.address if page else None

    def word(self, group: str, word: str) -> str:
        """An interface word in the language of the page."""
        return self.site.content.label(group, word, self.code)


def owner(context: PageContext) -> JsonLd:
    """Who publishes the site: its name, address and e-mail address, which is all that is known."""
    return {
        "@type": "Organization",
        "@id": f"{context.root}#owner",
        "name": context.word("interface", "site-name"),
        "url": context.root,
        "email": context.site.owner.get("email"),
    }


def website(context: PageContext) -> JsonLd:
    """The site in the language of the page."""
    url = context.url_of(HOME)
    return {
        "@type": "WebSite",
        "@id": f"{url}#site",
        "name": context.word("interface", "site-name"),
        "url": url,
        "inLanguage": context.tag,
        "publisher": {"@id": f"{context.root}#owner"} if context.page.path == HOME else None,
    }


def drop_empty(thing: JsonLd) -> JsonLd:
    """A thing without what nobody knows."""
    parts = {name: _without_empty(part) for name, part in thing.items()}
    return {name: part for name, part in parts.items() if part not in (None, "", [], {})}


def _without_empty(value: object) -> object:
    if isinstance(value, list):
        return [_without_empty(part) for part in value]
    return drop_empty(value) if isinstance(value, dict) else value
