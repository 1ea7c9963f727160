"""What a reader may keep on the device: the worker that keeps it, and for each language the list of it, with a digest of each file.

The list is made of the finished pages and of what they name. A browser that keeps them throws away what has another digest
than in the newest list, before it fetches anything; see docs/decisions/0054-offline.md and `overrides/assets/worker.js`.
"""

import html
import json
import re
from collections.abc import Mapping
from datetime import date as Date
from datetime import timedelta
from functools import partial
from urllib.parse import urljoin

from campaign.cache import DependentTarget, Extract, ExtractableTarget, Store
from campaign.content import Content
from campaign.outputs.html import render_beside
from campaign.outputs.offline_entries import (
    CODE,
    OFFLINE,
    extract_offline_entry,
    offline_languages,
    offline_pages,
    weight,
)
from campaign.pages import relative_address
from campaign.policy import integrity
from campaign.settings import Language
from campaign.shell import shell_of_offline_page
from campaign.site import Site, Target, Targets
from campaign.templates import page_templates
from campaign.typography import format_number

WORKER, LIST, PAGE = "offline.js", "offline.json", "offline.html"
# What the worker says above a page that was kept.
WORDS = ("saved", "old", "changed", "news")
_COMMENT = re.compile(rb"^(//.*\n| +)", re.MULTILINE)


def targets(site: Site, files: Targets) -> Targets:
    """Address → how to make it; `files` are the other targets of the site."""
    return {
        address: make
        for language in offline_languages(site)
        for address, make in _of_language(site, language, files).items()
    }


def _of_language(site: Site, language: Language, files: Targets) -> Targets:
    """The page that is shown instead of one that is not kept is kept too."""
    extracts = {OFFLINE: Extract(extract_offline_entry, CODE, Store(site.cache / OFFLINE))}
    instead = {language.prefix + PAGE: ExtractableTarget(partial(_page, site, language), extracts)}
    return {
        **instead,
        language.prefix + WORKER: partial(_worker, site),
        language.prefix + LIST: DependentTarget(partial(_list, site, language, {**files, **instead})),
    }


def _page(site: Site, language: Language) -> bytes:
    shell = shell_of_offline_page(site, language, site.menu)
    kept = offline_pages(site, language)
    return render_beside(site, page_templates(site.templates), PAGE, shell, {"kept": kept})


def _worker(site: Site) -> bytes:
    """Without comments and indentation: all of it comes to whoever keeps anything."""
    return _COMMENT.sub(b"", site.design["assets/worker.js"])


def _list(site: Site, language: Language, files: Mapping[str, Target]) -> bytes:
    plan = site.content.structure.offline
    assert plan, "the target is there only if something is kept"
    instead = language.prefix + PAGE
    pages = {page.address: f"{page.address}index.html" for page in offline_pages(site, language)}
    found = {address: _extract(files[file]) for address, file in {**pages, instead: instead}.items()}
    parts = {name: files[name]() for name in _named(found) if name in files}
    weights = [weighs for _, weighs, _ in found.values()] + [weight(raw) for raw in parts.values()]
    digests = {address: digest for address, (digest, _, _) in found.items()}
    digests |= {name: integrity(raw) for name, raw in parts.items()}
    listing = {
        "edition": site.content.edition.date,
        "changes": days_of_change(site.content),
        "days": plan.days,
        "size": f"{format_number(-(-sum(weights) // 1000), language)}\N{NO-BREAK SPACE}kB",
        "words": {word: html.escape(site.content.label("offline", word, language.code)) for word in WORDS},
        "files": {relative_address(language.prefix, address): digest for address, digest in digests.items()},
    }
    return json.dumps(listing, ensure_ascii=False, indent=0).encode()


_Found = tuple[str, int, list[str]]


def _extract(page: Target) -> _Found:
    assert isinstance(page, ExtractableTarget)
    digest, weighs, named = json.loads(page.extract(OFFLINE))
    return digest, weighs, named


def _named(found: Mapping[str, _Found]) -> list[str]:
    """The files that pages name, by their addresses below the root."""
    return sorted({urljoin(f"/{page}", name)[1:] for page, (_, _, names) in found.items() for name in names})


def days_of_change(content: Content) -> list[str]:
    """The days after the guide's edition on which a rule or a rate becomes another, as far as anybody knows."""
    rules = [(rule.in_force_from, rule.in_force_until) for rule in content.rules.values()]
    rates = [(one.valid_from, one.valid_to) for rate in content.rates.values() for one in rate.periods]
    begin = {first for first, _ in (*rules, *rates) if first}
    over = {_after(last) for _, last in (*rules, *rates) if last}
    return sorted(day for day in begin | over if day > content.edition.date)


def _after(day: str) -> str:
    return (Date.fromisoformat(day) + timedelta(days=1)).isoformat()
