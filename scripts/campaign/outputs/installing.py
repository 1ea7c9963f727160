"""What a device needs to put the site beside its programs: a manifest for each language, and the mark in the sizes that devices ask for."""

import json
import re
from functools import partial

from campaign.outputs.drawings import painted
from campaign.outputs.typeset import typeset_pages
from campaign.pages import HOME
from campaign.settings import Language
from campaign.site import Site, Targets

MANIFEST, MARK = "app.webmanifest", "mark.svg"
# The sides that devices ask for; the last fills the whole square, because a device cuts its own shape out of it.
SIDES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512, "icon-whole.png": 512}
WHOLE = ("apple-touch-icon.png", "icon-whole.png")
_PAPER = re.compile(rb"--paper:\s*(#[0-9a-f]{6})")
_PAGE = '#set page(width: {side}pt, height: {side}pt, margin: {margin}pt, fill: {fill})\n#image("{mark}", width: 100%)\n'


def targets(site: Site) -> Targets:
    """Address → how to make it."""
    manifests: Targets = {
        manifest_of(language): partial(_manifest, site, language) for language in site.languages
    }
    return {**manifests, **{name: partial(_icon, site, name) for name in SIDES}}


def manifest_of(language: Language) -> str:
    """The address of the manifest of a language."""
    return language.prefix + MANIFEST


def _manifest(site: Site, language: Language) -> bytes:
    """As https://www.w3.org/TR/appmanifest/ has it: it opens at the start page, in a window of its own."""
    home, up = site.pages[language.code, HOME], "../" * language.prefix.count("/")
    manifest = {
        "start_url": "./",
        "scope": "./",
        "name": site.content.label("interface", "site-name", language.code),
        "short_name": site.content.label("search", "short", language.code),
        "description": home.description,
        "lang": language.tag,
        "display": "minimal-ui",
        "background_color": _paper(site),
        "theme_color": _paper(site),
        "icons": [
            {
                "src": up + name,
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": "maskable" if name in WHOLE else "any",
            }
            for name, side in SIDES.items()
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def _paper(site: Site) -> str:
    found = _PAPER.search(site.design["assets/css/tokens.css"])
    assert found, "the palette has a paper"
    return found[1].decode()


def _icon(site: Site, name: str) -> bytes:
    """The mark alone, or on paper with the air around it that a device may cut away: a fifth on each side."""
    side, whole = SIDES[name], name in WHOLE
    fill = f'rgb("{_paper(site)}")' if whole else "none"
    page = _PAGE.format(side=side, margin=side // 5 if whole else 0, fill=fill, mark=MARK)
    [drawn] = typeset_pages("icon.typ", {"icon.typ": page.encode(), MARK: painted(site.content.media[MARK])})
    return drawn
