"""The headers of an answer: what a browser may run, load and send, made of the policy and of what the site holds."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from campaign.policy import Policy
from campaign.site import Site

IMMUTABLE = "public, max-age=31536000, immutable"
ASK = "no-cache"
# A name that carries a digest of its content never means another content.
DIGEST_IN_NAME = r"\.[0-9a-f]{8,}\.[a-z0-9]+$"
# What the search asks for carries it after the `?`.
SEARCH_FOLDER, DIGEST = "search/", r"[0-9a-f]{8,}$"
CSP = "Content-Security-Policy"
# What a browser obeys only in what it shows or runs by itself. A sheet, a script or the type that a page fetches needs none of it,
# and on a slow line it weighs more than many of them. A worker runs by itself, but its name carries no digest.
OF_PAGES = (CSP, "Permissions-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy")
# In other kinds of files nothing runs, so what may run is not listed: on a slow line that list weighs more than a small picture.
_RUNNING = (".html", ".js")
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"


def build_headers(policy: Policy, site: Site, scripts: Iterable[str]) -> dict[str, str]:
    """Name → value of what is said with an answer that may run these scripts."""
    return {CSP: content_security_policy(policy, site, scripts), **policy.headers}


def content_security_policy(policy: Policy, site: Site, scripts: Iterable[str]) -> str:
    """What a browser may run, load and send: these scripts and the style within pages by their digests, our own files, and the forms' own hosts."""
    runs = sorted(f"'{site.scripts[name].integrity}'" for name in scripts)
    loaded = ["'self'", *_schemes(policy.addresses["load"].schemes)]
    hosts = sorted({_origin(address) for address in site.forms.values() if address})
    directives: Mapping[str, Iterable[str]] = {
        "default-src": ["'none'"],
        "script-src": runs or ["'none'"],
        "style-src": ["'self'", *([f"'{site.opening.integrity}'"] if site.opening.text else [])],
        "font-src": ["'self'"],
        "img-src": loaded,
        "media-src": loaded,
        "connect-src": ["'self'", *hosts],
        "form-action": ["'self'", *hosts, *_schemes(policy.addresses["form"].schemes)],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"] if site.content.structure.offline else ["'none'"],
        "frame-ancestors": ["'none'"],
        # A text becomes code nowhere: a script that tries is stopped. One script may name one worker: `offline.js`.
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["offline"] if site.content.structure.offline else ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def endings_of_files(policy: Policy) -> list[str]:
    """The endings, without the dot, of the kinds of files in which nothing runs."""
    return [ending[1:] for ending in policy.kinds if ending.startswith(".") and ending not in _RUNNING]


def _schemes(schemes: Iterable[str]) -> list[str]:
    return sorted(f"{scheme}:" for scheme in schemes)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
