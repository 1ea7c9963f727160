"""The templates below overrides/: layouts, fragments, partials, feeds and what stands in no chapter of the book."""

import re
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined

from campaign.markdown import plain_markdown

_WORD = re.compile(r"""\bt\("([\w-]+)", "([\w-]+)"\)""")


def load_templates(folder: Path) -> Environment:
    """The layouts, fragments, partials and feeds below overrides/, with unknown names as errors."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md", ".txt", ".xml")
    }
    # Jinja's own comment mark, {#, begins a heading id in Markdown.
    environment = Environment(
        loader=DictLoader(files),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name) and str(name).endswith((".html", ".xml")),
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain_markdown
    return environment


def page_templates(templates: Environment) -> Environment:
    """The same for what stands around an article, where no Markdown is and Jinja keeps its own comment mark."""
    return templates.overlay(
        comment_start_string="{#", comment_end_string="#}", trim_blocks=False, lstrip_blocks=False
    )


def load_design(folder: Path) -> dict[str, bytes]:
    """The files below overrides/ that are no templates: style sheets, scripts and what the books look like."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("assets", "book")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }


def words_in(templates: Environment) -> frozenset[tuple[str, str]]:
    """The interface words that the templates name outright: group and word."""
    loader = templates.loader
    texts = loader.mapping.values() if isinstance(loader, DictLoader) else ()
    return frozenset(pair for text in texts for pair in _WORD.findall(str(text)))
