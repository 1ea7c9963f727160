"""From a page to its article: each directive in the prose replaced by what its template says, and the layout around it.

The site and the books both come through here.
"""

from collections.abc import Collection, Sequence
from functools import partial

from markdown_it.token import Token
from markupsafe import Markup

from campaign.citations import SOURCED, cite
from campaign.context import rendered
from campaign.directives import Directive, directive_in
from campaign.facts import figures_in, is_old
from campaign.links import linked_fact, resolve_link
from campaign.markdown import anchors, headings, leads_to, parse, with_line
from campaign.notes import with_notes
from campaign.pages import Page
from campaign.pictures import figure_of, lone_picture, words_in_brackets
from campaign.proper_names import foreign_names
from campaign.reads import record_read
from campaign.site import Site
from campaign.templates import template_file
from campaign.text.html import render
from campaign.text.sections import sections_of


def article(site: Site, page: Page) -> str:
    """The body of a page as HTML."""
    tokens = expand(site, page)
    sections = [heading for heading in headings(tokens) if heading.level == 2]
    prose = Markup(prose_html(site, page, tokens))
    parts = sections_of(prose, [heading.id for heading in sections])
    template = f"layouts/{page.layout}.html"
    shown = rendered(site, page, template, prose=prose, sections=sections, parts=parts)
    box = (
        ""
        if page.layout == "feed" or page.language.is_partial
        else rendered(site, page, "partials/questions.html")
    )
    return with_notes(site, page, shown + box)


def prose_html(site: Site, page: Page, tokens: Sequence[Token]) -> str:
    """A text of a page as HTML."""
    foreign = foreign_names(site.content, page.body_language)
    tokens = _with_figures(site, page, tokens)
    return render(tokens, partial(resolve_link, site, page), prose_words(site, page), foreign)


def _with_figures(site: Site, page: Page, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each photograph that stands alone as a figure: in the width that a screen needs, with its credit."""
    shown = list(tokens)
    for n, line in enumerate(tokens):
        if name := lone_picture(page.path, line):
            figure = figure_of(site.content, name, words_in_brackets(line), page.body_language.code)
            # What a reader sees before scrolling is fetched at once.
            html = rendered(site, page, "partials/picture.html", figure=figure, lazy=n > 1)
            shown[n - 1 : n + 2] = [Token("html_block", "", 0, content=part) for part in ("", html, "")]
    return shown


def prose_words(site: Site, page: Page) -> dict[str, str]:
    """The words that Markdown itself lacks, in the language of the text."""
    return {word: text[page.body_language.code] for word, text in site.content.label_group("prose").items()}


def expand(site: Site, page: Page) -> list[Token]:
    """The prose of a page with each directive replaced by what its template says, and without the writer's comments."""
    tokens = page.prose.tokens if page.prose else []
    expanded: list[Token] = []
    for token in tokens:
        if directive := directive_in(token):
            expanded += _fragment(site, page, directive, anchors([*tokens, *expanded]))
        else:
            expanded += _shown(site, page, token)
    return expanded


def _fragment(site: Site, page: Page, directive: Directive, taken: Collection[str]) -> list[Token]:
    markdown, html = (f"fragments/{directive.name}.{ending}" for ending in ("md", "html"))
    record_read(template_file(markdown))
    if markdown in site.templates.list_templates():
        tokens = parse(rendered(site, page, markdown, arguments=directive.arguments) + "\n", taken)
        return [cited(site, page, token) for token in tokens]
    finished = rendered(site, page, html, arguments=directive.arguments)
    return [Token("html_block", "", 0, content=finished.removesuffix("\n") + "\n")]


def _shown(site: Site, page: Page, token: Token) -> list[Token]:
    """What readers get of a block of prose: no comments, which are its only HTML, and facts as their records tell them."""
    if token.type == "html_block":
        return []
    if token.type != "inline":
        return [token]
    line = [t for t in token.children or () if t.type != "html_inline"]
    line = figures_in(site.content, page.path, page.body_language, line)
    return [cited(site, page, with_line(token, line))]


def cited(site: Site, page: Page, token: Token) -> Token:
    """A block of a text of `page` with its links to sources as citations; most have none."""
    if not any(leads_to(child, SOURCED) for child in token.children or ()):
        return token

    def is_old_source(years: str) -> bool:
        return is_old(site.content.structure.years_current, "any", years, site.is_ahead)

    line = cite(
        token.children or (), lambda name: linked_fact(site.content, page, name).source, is_old_source
    )
    return with_line(token, line)
