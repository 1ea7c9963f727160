"""The files that are made of content and kept beside it: the published addresses, what the sources say, who reads what."""

from campaign.content import Content
from campaign.models import file_of
from campaign.moved import render_published
from campaign.outputs.inventories import render_inventories
from campaign.owners import CODEOWNERS, render_owners
from campaign.pages import Pages

STATEMENTS = "docs/reference/statements.md"


def render_generated(content: Content, pages: Pages, published: str | None = None) -> dict[str, str]:
    """Path from the project's root → text; of the addresses all, or only those of the page `published`."""
    owners = render_owners(content)
    return {
        file_of("published"): render_published(content, pages, published),
        STATEMENTS: render_inventories(content, pages),
        **({CODEOWNERS: owners} if owners else {}),
    }
