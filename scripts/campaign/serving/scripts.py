"""Which scripts a page names: a browser is told to run these there, and no other.

A digest in a policy weighs 54 bytes that nothing packs, and most pages want four of our twenty scripts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from markdown_it.token import Token

from campaign.directives import names_in
from campaign.pages import Page
from campaign.site import Site
from campaign.templates import fragments_of, scripts_in, templates_of

# The lines of a configuration are shorter than what a server reads at once.
_IN_A_LINE = 20


def common_scripts(site: Site) -> frozenset[str]:
    """The scripts that every page names."""
    return _published(site, scripts_in(site.templates)["main.html"])


def scripts_of_pages(site: Site) -> Iterator[tuple[Page, frozenset[str]]]:
    """Each page with the scripts that it names: those of all templates that it is made of."""
    known = scripts_in(site.templates)
    for page in site.pages.values():
        names = templates_of(page.layout, _tokens_if_needed(page, known))
        yield page, _published(site, chain.from_iterable(known.get(name, ()) for name in names))


def _tokens_if_needed(page: Page, known: Mapping[str, frozenset[str]]) -> Sequence[Token]:
    """The text of a page, parsed if something in it may bring a script: most bring none, and to parse all takes seconds."""
    if page.prose is None:
        return ()
    named = chain.from_iterable(map(fragments_of, names_in(page.prose.body)))
    return page.prose.tokens if any(map(known.get, named)) else ()


def _published(site: Site, names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if name in site.scripts)


def pages_with_own(site: Site) -> Iterator[tuple[str, frozenset[str]]]:
    """Patterns of the addresses of the pages that name more than all do, each with the scripts that these name."""
    found = defaultdict[frozenset[str], list[str]](list)
    for page, scripts in scripts_of_pages(site):
        found[scripts].append(re.escape(page.address))
    found.pop(common_scripts(site), None)
    for scripts, addresses in found.items():
        for first in range(0, len(addresses), _IN_A_LINE):
            yield f"({'|'.join(addresses[first : first + _IN_A_LINE])})(index\\.html)?", scripts
