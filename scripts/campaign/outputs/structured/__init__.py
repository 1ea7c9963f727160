"""What search engines read of a page: schema.org as JSON-LD, one function a type.

Nothing is told that no record tells: an event without a known town has no town, a service that may have ended is no
service.
"""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from urllib.parse import urljoin

from markdown_it.token import Token
from markupsafe import Markup

from campaign.models.events import Seminar
from campaign.outputs.structured.events import event, recording
from campaign.outputs.structured.figures import datasets
from campaign.outputs.structured.json_ld import JsonLd, PageContext, drop_empty, owner, website
from campaign.outputs.structured.places import municipality, region, service, speaker
from campaign.outputs.structured.publications import book, chapter, news, template
from campaign.pages import HOME, Page
from campaign.shell import breadcrumbs_of
from campaign.site import Site


def structured_data(site: Site, page: Page) -> list[JsonLd]:
    """All that a page tells, each thing with its type; things of one page name each other by `@id`. A fallback page tells what its original does."""
    context = PageContext(site, site.pages[page.body_language.code, page.path])
    by_path = {HOME: _home, site.content.structure.pages.guide: book}
    build = by_path.get(page.path) or BY_LAYOUT.get(page.layout)
    return [
        drop_empty(thing)
        for thing in (*_page(context), *(build(context) if build else ()), *datasets(context))
    ]


def script_text(json_ld: list[JsonLd]) -> Markup:
    """The things as the text of a script element, which no text in them can end."""
    graph = {"@context": "https://schema.org", "@graph": json_ld}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _page(context: PageContext) -> list[JsonLd]:
    """The page itself, and the way to it."""
    page = context.page
    site = {"@id": f"{context.url}#site"} if page.path == HOME else website(context)
    is_questions = page.path == context.site.content.structure.pages.questions
    itself: JsonLd = {
        "@type": "FAQPage" if is_questions else "WebPage",
        "@id": context.url,
        "url": context.url,
        "name": page.title,
        "description": page.description,
        "inLanguage": context.tag,
        "isPartOf": site,
        "image": context.card,
        "mainEntity": _questions(page) if is_questions else None,
    }
    return [itself, *_breadcrumbs(context)]


def _breadcrumbs(context: PageContext) -> list[JsonLd]:
    way = [
        (link.words, urljoin(context.url, link.address))
        for link in breadcrumbs_of(context.site, context.page)
    ]
    if not way:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*way, (context.page.menu, context.url)], 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _home(context: PageContext) -> list[JsonLd]:
    return [website(context), owner(context)]


def _questions(page: Page) -> list[JsonLd]:
    """Each heading with the text below it, a block a line."""
    pairs: list[tuple[str, list[str]]] = []
    tokens = page.prose.tokens if page.prose else []
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type == "heading_open":
            pairs.append((_words(token), []))
        elif token.type == "inline" and pairs:
            pairs[-1][1].append(_words(token))
    return [
        {
            "@type": "Question",
            "name": question,
            "acceptedAnswer": {"@type": "Answer", "text": "\n".join(answer)},
        }
        for question, answer in pairs
    ]


def _words(inline: Token) -> str:
    """The words as a reader sees them, the names of sources among them."""
    return "".join(" " if "break" in part.type else part.content for part in inline.children or ()).strip()


def _seminar(context: PageContext) -> list[JsonLd]:
    film = context.page.shown(Seminar).recording
    return [event(context), *([recording(context, film)] if film else [])]


BY_LAYOUT: Mapping[str, Callable[[PageContext], list[JsonLd]]] = {
    "municipalities": municipality,
    "regions": region,
    "services": service,
    "seminars": _seminar,
    "speakers": speaker,
    "news": news,
    "chapters": chapter,
    "templates": template,
}
