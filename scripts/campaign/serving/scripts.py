"""Which scripts a page names: a browser is told to run these there, and no other.

A digest in a policy weighs 54 bytes that nothing packs, and most pages want four of our twenty scripts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from campaign.pages import Page
from campaign.site import Site
from campaign.templates import scripts_in, templates_of

# The lines of a configuration are shorter than what a server reads at once.
_IN_A_LINE = 20


def common_scripts(site: Site) -> frozenset[str]:
    """The scripts that every page names."""
    return _published(site, scripts_in(site.templates)["main.html"])


def scripts_of(site: Site, page: Page) -> frozenset[str]:
    """The scripts that a page names: those of all templates that it is made of."""
    known = scripts_in(site.templates)
    names = templates_of(page.layout, page.prose.tokens if page.prose else ())
    return _published(site, chain.from_iterable(known.get(name, ()) for name in names))


def _published(site: Site, names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if name in site.scripts)


def pages_with_own(site: Site) -> Iterator[tuple[str, frozenset[str]]]:
    """Patterns of the addresses of the pages that name more than all do, each with the scripts that these name."""
    found = defaultdict[frozenset[str], list[str]](list)
    for page in site.pages.values():
        found[scripts_of(site, page)].append(re.escape(page.address))
    found.pop(common_scripts(site), None)
    for scripts, addresses in found.items():
        for first in range(0, len(addresses), _IN_A_LINE):
            yield f"({'|'.join(addresses[first : first + _IN_A_LINE])})(index\\.html)?", scripts
