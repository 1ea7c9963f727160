"""What the two sources say, sentence by sentence, and where the site tells it: a table for those who work here."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.markdown import plain_markdown
from campaign.models.sources import Inventory, Statement
from campaign.pages import Pages
from campaign.settings import DEFAULT_LANGUAGE

_HEAD = """# Statements of the sources · Källornas uppgifter · Kildenes opplysninger

Made by `make.py generate` from content/data/inventories/. Do not edit by hand. Each sentence of a source is counted
once: a page tells it, or it says why none does.
"""


def render_inventories(content: Content, pages: Pages) -> str:
    """The table as Markdown, source by source in the order of the source."""
    parts = [_HEAD]
    for slug, inventory in sorted(content.inventories.items()):
        parts += [f"## {content.sources[slug].title}", *_table(pages, inventory)]
    return "\n".join(parts) + "\n"


def _table(pages: Pages, inventory: Inventory) -> Iterator[str]:
    yield "\n| section | sentences | says | told by |\n| --- | --- | --- | --- |"
    for section in inventory.sections:
        for statement in section.statements:
            status = _render_place(pages, statement)
            yield f"| {section.at} | {statement.sentences} of {section.sentences} | {plain_markdown(statement.says)} | {status} |"
    yield ""


def _render_place(pages: Pages, statement: Statement) -> str:
    if statement.page:
        return f"`/{pages[DEFAULT_LANGUAGE.code, statement.page].address}`"
    return f"not published: {plain_markdown(statement.withheld or '')}"
