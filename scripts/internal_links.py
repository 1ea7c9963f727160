"""Where the links of visited pages lead: those within the site that lead nowhere, and those out of it that are no address."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from visit import Visit

Visits = Mapping[str, Visit]


def dead_links(visits: Visits, site: Path) -> list[str]:
    """The links of visited pages within the site that lead nowhere."""
    return [
        f"{address} → {link}"
        for address, visit in visits.items()
        for link in visit.found["links"]
        if link.startswith("/") and not _exists(link, visits, site)
    ]


def _exists(link: str, visits: Visits, site: Path) -> bool:
    address, anchor = urldefrag(unquote(link))
    if address in visits:  # `#place=a,b` is no place in the page but what its script is told
        return not anchor or "=" in anchor or anchor in visits[address].found["ids"]
    return (site / address.removeprefix("/")).is_file()


def broken_addresses(visits: Visits) -> list[str]:
    """The links out of the site that name no scheme that a reader's device understands, or no host or recipient."""
    links = (link for visit in visits.values() for link in visit.found["links"])
    return sorted({link for link in links if not link.startswith("/") and not _is_whole(link)})


def _is_whole(link: str) -> bool:
    parts = urlsplit(link)
    return (parts.scheme in ("http", "https", "webcal") and "." in parts.netloc) or (
        # A letter may be ready before anybody knows whom it goes to.
        parts.scheme in ("mailto", "tel") and bool(parts.path or "body=" in parts.query)
    )
