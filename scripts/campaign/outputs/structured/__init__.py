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

from campaign.frame import trail_of
from campaign.outputs.structured.events import event, recording
from campaign.outputs.structured.places import municipality, region, service, speaker
from campaign.outputs.structured.publications import book, chapter, news, template
from campaign.outputs.structured.things import Here, Thing, known, owner, website
from campaign.pages import HOME, Page
from campaign.site import Site


def structured_data(site: Site, page: Page) -> list[Thing]:
    """All that a page tells, each thing with its type; things of one page name each other by `@id`. A borrowed page tells what its original does."""
    here = Here(site, site.pages[page.body_language.code, page.path])
    by_path = {HOME: _home, site.catalogue.structure.pages.guide: book}
    tell = by_path.get(page.path) or BY_LAYOUT.get(page.layout)
    return [known(thing) for thing in (*_page(here), *(tell(here) if tell else ()))]


def script_text(things: list[Thing]) -> Markup:
    """The things as the text of a script element, which no text in them can end."""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))


def _page(here: Here) -> list[Thing]:
    """The page itself, and the way to it."""
    page = here.page
    site = {"@id": f"{here.url}#site"} if page.path == HOME else website(here)
    is_questions = page.path == here.site.catalogue.structure.pages.questions
    itself: Thing = {
        "@type": "FAQPage" if is_questions else "WebPage",
        "@id": here.url,
        "url": here.url,
        "name": page.title,
        "description": page.description,
        "inLanguage": here.tag,
        "isPartOf": site,
        "image": here.card,
        "mainEntity": _questions(page) if is_questions else None,
    }
    return [itself, *_breadcrumbs(here)]


def _breadcrumbs(here: Here) -> list[Thing]:
    way = [(link.words, urljoin(here.url, link.address)) for link in trail_of(here.site, here.page)]
    if not way:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*way, (here.page.menu, here.url)], 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _home(here: Here) -> list[Thing]:
    return [website(here), owner(here)]


def _questions(page: Page) -> list[Thing]:
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


def _seminar(here: Here) -> list[Thing]:
    return [event(here), *([recording(here)] if here.page.record.recording else [])]


BY_LAYOUT: Mapping[str, Callable[[Here], list[Thing]]] = {
    "municipalities": municipality,
    "regions": region,
    "services": service,
    "seminars": _seminar,
    "speakers": speaker,
    "news": news,
    "chapters": chapter,
    "templates": template,
}
