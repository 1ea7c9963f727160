"""The pages that a change touches, for whoever looks at the change on a Git host."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from campaign.markdown import plain_markdown
from campaign.pages import Page, Pages
from campaign.problems import Phrase

# More than that nobody looks at; the number says the rest.
MOST = 40
_FILE = "index.html"


@dataclass(frozen=True)
class AffectedPage:
    """A page that a change touches: what it is called, in which language, and its file; `is_own` if its own words changed."""

    title: str
    language: str
    file: str
    is_own: bool


@dataclass(frozen=True)
class Change:
    """What a change touches: pages, those whose own words changed first; pages that go; and how many other files."""

    pages: Sequence[AffectedPage]
    gone: Sequence[str]
    others: int


def build_change(
    pages: Pages, addresses: Iterable[str], there: Collection[str], changed: Collection[str]
) -> Change:
    """What of the addresses that a change touches is a page.

    `there` are the addresses of the site as it is now, `changed` the files of the project that became others.
    """
    found, here = set(addresses), {page.address + _FILE: page for page in pages.values()}
    touched_pages = [_build_page(page, file, changed) for file, page in here.items() if file in found]
    gone = sorted(file for file in found.difference(there) if posixpath.basename(file) == _FILE)
    others = found - here.keys() - set(gone)
    return Change(sorted(touched_pages, key=lambda one: (not one.is_own, one.file)), gone, len(others))


def _build_page(page: Page, file: str, changed: Collection[str]) -> AffectedPage:
    own = {f"content/{page.source_file}", page.record_file}
    return AffectedPage(page.title, page.language.name, file, not own.isdisjoint(changed))


def render_markdown(change: Change, language: str, at: str) -> str:
    """The list as a Git host shows it; each page is linked below `at`."""
    rows = [
        f"* [{plain_markdown(one.title)}]({at}{one.file.removesuffix(_FILE)}) · {one.language}"
        for one in change.pages[:MOST]
    ]
    rows += [f"* ~~{file.removesuffix(_FILE)}~~" for file in change.gone]
    return "\n".join([f"## {_heading(change, language)}", "", *rows, *_rest(change, language), ""])


def render_page(change: Change, language: str, at: str) -> str:
    """The list as a page of its own, to open beside the preview of the site, which lies below `at`."""
    rows = [
        f'<li><a href="{escape(at + one.file)}">{escape(one.title)}</a> · {escape(one.language)}</li>'
        for one in change.pages[:MOST]
    ]
    rows += [f"<li><del>{escape(file.removesuffix(_FILE))}</del></li>" for file in change.gone]
    heading = escape(_heading(change, language))
    style = "body{font:1.1rem/1.6 system-ui;margin:2rem auto;max-width:40rem;padding:0 1rem;color-scheme:light dark}"
    rest = "".join(f"<p>{escape(line)}</p>\n" for line in _rest(change, language) if line)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{heading}</title>\n<style>{style}</style>\n'
        f"<h1>{heading}</h1>\n<ul>\n{''.join(f'{row}{chr(10)}' for row in rows)}</ul>\n{rest}"
    )


def _heading(change: Change, language: str) -> str:
    count = len(change.pages) + len(change.gone)
    return Phrase("TOUCHES" if count else "TOUCHES_NOTHING", {"count": count}).in_language(language)


def _rest(change: Change, language: str) -> Iterator[str]:
    """What is not listed: pages beyond the most, and files that are no pages."""
    hidden = len(change.pages) - MOST
    if hidden > 0:
        yield from ("", Phrase("TOUCHES_MORE", {"count": hidden}).in_language(language))
    if change.others:
        yield from ("", Phrase("TOUCHES_FILES", {"count": change.others}).in_language(language))
