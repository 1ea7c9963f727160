"""From a page to its article: layout, prose and directives become one Markdown text, then HTML.

The site and the books both come through here.
"""

import re
from collections.abc import Sequence
from functools import partial

from markdown_it.token import Token

from campaign.catalogue import Catalogue, Prose
from campaign.context import PROSE, rendered
from campaign.directives import Directive, directive_in
from campaign.facts import with_facts
from campaign.links import resolve_link
from campaign.markdown import FOOTNOTES, headings, parse, render
from campaign.pages import Page
from campaign.reads import note, recording
from campaign.settings import BY_CODE, Language
from campaign.site import Site
from campaign.templates import template_file

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CONTENTS = "<!-- contents -->"
NOTES = "<!-- notes -->"


def article(site: Site, page: Page) -> str:
    """The body of a page as HTML."""
    tokens = parse(article_text(site, page))
    resolve = partial(resolve_link, site, page)
    html = render(tokens, resolve, prose_words(site, page), foreign_names(site.catalogue, page.body_language))
    text, mark, notes = html.partition(FOOTNOTES)
    text = text.replace(NOTES, mark + notes).replace(CONTENTS, _contents(site, page, tokens))
    return _COMMENT.sub("", text)


def _contents(site: Site, page: Page, tokens: Sequence[Token]) -> str:
    sections = [heading for heading in headings(tokens) if heading.level == 2]
    return rendered(site, page, "partials/contents.html", contents=sections)


def foreign_names(catalogue: Catalogue, language: Language) -> dict[str, str]:
    """Names in the other language than the text's: those of records, and those in names.yml. Name → tag."""
    records = catalogue.records
    note(f"names:{language.code}")
    with recording():  # few changes of so many files change a name
        named = [
            *catalogue.single["names"].root.items(),
            *((service.name, service.name_language) for service in records["services"].values()),
            *((seminar.title, seminar.title_language) for seminar in records["seminars"].values()),
            *((project.name, project.name_language) for project in records["projects"].values()),
        ]
    return {name: BY_CODE[code].tag for name, code in named if code != language.code}


def prose_words(site: Site, page: Page) -> dict[str, str]:
    """The words that Markdown itself lacks, in the language of the text."""
    return {word: text[page.body_language.code] for word, text in site.catalogue.label_group("prose").items()}


def article_text(site: Site, page: Page) -> str:
    """The body of a page as portable Markdown with HTML blocks, as another site engine could take it."""
    layout = rendered(site, page, f"layouts/{page.layout}.html")
    before, _, after = layout.partition(PROSE)
    prose = expand(site, page, page.prose) if page.prose else ""
    return "\n\n".join((_one_block(before), prose, NOTES, _one_block(after)))


def expand(site: Site, page: Page, prose: Prose) -> str:
    """The text with each directive replaced by what its template says, facts as their records tell them, no comments."""
    lines = prose.body.split("\n")
    for token in prose.tokens:
        if token.type == "html_block" and token.map:
            directive = directive_in(token)
            lines[slice(*token.map)] = [""] * (token.map[1] - token.map[0])
            lines[token.map[0]] = f"\n{_expanded(site, page, directive)}\n" if directive else ""
    return with_facts(site.catalogue, page.path, "\n".join(lines))


def _expanded(site: Site, page: Page, directive: Directive) -> str:
    markdown, html = (f"fragments/{directive.name}.{ending}" for ending in ("md", "html"))
    note(template_file(markdown))
    if markdown in site.templates.list_templates():
        return rendered(site, page, markdown, arguments=directive.arguments)
    return _one_block(rendered(site, page, html, arguments=directive.arguments))


def _one_block(html: str) -> str:
    """An HTML block of CommonMark ends at the first empty line, so a template's output must have none."""
    return "\n".join(line for line in html.split("\n") if line.strip())
