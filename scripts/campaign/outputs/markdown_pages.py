"""A copy of each page in Markdown, for programs that answer people: its words, figures and sources, with full addresses.

`llms.txt` lists them, as https://llmstxt.org has it. A copy is made of the finished page, so that nothing a reader finds
there can be missing in it. What only eyes or hands can use is left out: drawings without words, the controls of forms, the
headings that stand in a plan for its script, and the way back from a note.
"""

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin

import yaml
from html_to_markdown import ConversionOptions, convert
from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.cache import MARKDOWN, DependentTarget, ExtractableTarget
from campaign.outputs import archive, places
from campaign.pages import HOME, MARKDOWN_FILE, Page
from campaign.settings import Language
from campaign.shell import parent_of
from campaign.site import Site, Target, Targets
from campaign.templates import page_templates

LIST = "llms.txt"
CODE = Path(__file__).read_bytes() + version("html-to-markdown").encode()
_LEFT_OUT = (
    "svg, link, script, style, template, nav, input, select, textarea, button, "
    "[aria-hidden=true], .back, summary > .hidden, .notes details, .month.scripted, .tick, "
    ".strip-key li:not(:has(a))"
)
_OPTIONS = ConversionOptions(extract_metadata=False)


def targets(site: Site, pages: Targets) -> Targets:
    """Address → how to make it, of the copy of every page that is an original; `pages` are the targets of the pages."""
    copies = {
        f"{page.address}{MARKDOWN_FILE}": DependentTarget(partial(_copy, pages[f"{page.address}index.html"]))
        for page in _originals(site)
    }
    return {**copies, LIST: partial(_list, site)}


def _originals(site: Site) -> list[Page]:
    return [page for page in site.pages.values() if not page.is_fallback]


def _copy(page: Target) -> bytes:
    assert isinstance(page, ExtractableTarget)
    return page.extract(MARKDOWN)


def _list(site: Site) -> bytes:
    """All copies of each language, below the page that each hangs below at the top."""
    groups: dict[tuple[Language, str], list[Page]] = {}
    for page in _originals(site):
        groups.setdefault((page.language, _top(site, page).title), []).append(page)
    default = site.content.default_language.code

    def word(group: str, name: str) -> str:
        return site.content.label(group, name, default)

    template = page_templates(site.templates).get_template(f"feeds/{LIST}")
    return template.render(
        t=word,
        home=site.pages[default, HOME],
        root=site.root_address,
        markdown=MARKDOWN_FILE,
        groups=groups,
        data=(places.CSV_ADDRESS, archive.JSON_ADDRESS),
    ).encode()


def _top(site: Site, page: Page) -> Page:
    above = parent_of(site, page)
    return page if above is None or above.path == HOME else _top(site, above)


def extract_markdown(page: bytes) -> bytes:
    """The Markdown of a finished page."""
    tree = LexborHTMLParser(page.decode())
    head = {
        "title": _first(tree, 'meta[property="og:title"]').attributes["content"],
        "description": _first(tree, "meta[name=description]").attributes["content"],
        "url": _first(tree, "link[rel=canonical]").attributes["href"],
        "language": _first(tree, "html").attributes["lang"],
    }
    article = _first(tree, "article")
    _prepare(article, str(head["url"]))
    text = convert(article.html or "", _OPTIONS).content or ""
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n\n{text}".encode()


def _first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found, f"every page has {selector}"
    return found


def _prepare(article: LexborNode, url: str) -> None:
    """Full addresses, notes as Markdown has them, and lists instead of what Markdown has no form for."""
    _leave_out(article)
    article.unwrap_tags(["figure", "figcaption"])
    for name, selector in (("href", "a[href]"), ("src", "img[src]")):
        for node in article.css(selector):
            node.attrs[name] = urljoin(url, node.attributes[name] or "")
    for mark in article.css("sup:has(> .note)"):
        # Of two together the second has a comma before it, for the eye.
        mark.replace_with(f"[^{mark.text().removeprefix(', ')}]")
    for notes in article.css(".notes ol"):
        paragraphs = (f"<p>[^{number}]: {_inner(note)}</p>" for number, note in enumerate(notes.css("li"), 1))
        notes.replace_with(_node("".join(paragraphs)))
    for summary in article.css("summary:has(> h2)"):
        # What folds out below a heading is a section: Markdown would make the heading bold words in a line.
        summary.replace_with(_node("".join(_lines(summary))))
    for fact in article.css(".strip dd"):
        _join_ends(fact)
    for terms in article.css("dl"):
        terms.replace_with(_node(f"<ul>{''.join(_items(terms))}</ul>"))


def _leave_out(article: LexborNode) -> None:
    """Take away what only eyes or hands can use, and keep the words in it that tell something."""
    for note in article.css(".notes li"):
        # The ways back say when a figure held and where in a source it stands.
        if at := [mark.text() for mark in note.css(".at")]:
            note.insert_child(f" {'; '.join(at)}.")
    for form in article.css("form[data-fill]"):
        # A template is read as it is printed.
        for node in form.css(".scripted, [hidden]"):
            node.decompose()
        form.unwrap()
    for node in article.css(_LEFT_OUT):
        node.decompose()


def _join_ends(fact: LexborNode) -> None:
    """The ends of a figure's scale stand below it for the eye; in one line with it they are sentences."""
    figure, ends = (fact.css_first(selector) for selector in ("p", ".strip-ends"))
    assert figure and ends, "a strip has both"
    figure.insert_child("".join(f". {end.text()}" for end in ends.css(".strip-ends > span")) + ".")
    ends.decompose()


def _items(terms: LexborNode) -> Iterator[str]:
    """A list of terms as items: the term, a colon, and what is said of it."""
    for node in terms.css("dt, dd"):
        yield f"<li><strong>{_inner(node)}</strong>: " if node.tag == "dt" else f"{_inner(node)} "


def _lines(summary: LexborNode) -> Iterator[str]:
    """What stands in a summary, one below the other."""
    for part in summary.iter():
        yield f"<p>{_inner(part)}</p>" if part.tag == "span" else part.html or ""


def _inner(node: LexborNode) -> str:
    """What is in an element, as one line."""
    node.unwrap_tags(["p", "div"])
    return node.inner_html or ""


def _node(markup: str) -> LexborNode:
    return _first(LexborHTMLParser(f"<div>{markup}</div>"), "div")
