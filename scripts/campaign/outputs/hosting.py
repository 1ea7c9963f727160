"""What stands at the root for machines: robots.txt, security.txt, favicon.ico, and the two files that static hosts read."""

import io
from functools import partial
from urllib.parse import urlsplit

from campaign.outputs.drawings import painted
from campaign.outputs.editors import addresses_of
from campaign.outputs.typeset import typeset_pages
from campaign.policy import load_policy
from campaign.serving.configuration import Server, render_configuration
from campaign.site import Site, Targets

MARK = "mark.svg"
# What a browser shows in a tab on a screen of twice the density.
_SIDE = 48
_PAGE = f'#set page(width: {_SIDE}pt, height: {_SIDE}pt, margin: 0pt, fill: none)\n#image("{MARK}", width: 100%)\n'


def targets(site: Site) -> Targets:
    """Address → how to make it."""
    read_by_hosts: Targets = {
        name: partial(_read_by_hosts, site, name) for name in ("_headers", "_redirects")
    }
    security: Targets = (
        {".well-known/security.txt": partial(_security, site)}
        if site.content.configuration.extra.security
        else {}
    )
    return {
        "robots.txt": partial(_robots, site),
        "favicon.ico": partial(_icon, site),
        **read_by_hosts,
        **security,
    }


def _robots(site: Site) -> bytes:
    root = urlsplit(site.root_address).path
    hidden = "".join(f"Disallow: {root}{address}\n" for address in addresses_of(site).values())
    return f"User-agent: *\nAllow: /\n{hidden}\nSitemap: {site.root_address}sitemap.xml\n".encode()


def _security(site: Site) -> bytes:
    """Where to tell of a weakness, as RFC 9116 has it."""
    security = site.content.configuration.extra.security
    assert security, "the target is there only if somebody is named"
    lines = {
        "Contact": security.contact,
        "Expires": f"{security.expires}T00:00:00Z",
        "Preferred-Languages": ", ".join(language.tag for language in site.languages),
        "Canonical": f"{site.root_address}.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()


def _icon(site: Site) -> bytes:
    """The mark for programs that ask for this name without reading the page."""
    from PIL import Image

    [drawn] = typeset_pages("icon.typ", {"icon.typ": _PAGE.encode(), MARK: painted(site.content.media[MARK])})
    written = io.BytesIO()
    Image.open(io.BytesIO(drawn)).save(written, format="ICO", sizes=[(_SIDE, _SIDE)])
    return written.getvalue()


def _read_by_hosts(site: Site, name: str) -> bytes:
    return render_configuration(name, load_policy(), site, Server(site.host)).encode()
