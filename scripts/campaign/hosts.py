"""The host that a web address names, and whether a reader could take it for another."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

# What an address may be: a host with a dot in it, and after it nothing that ends an attribute or a link.
WEB_ADDRESS = re.compile(
    r"https?://(?![^/?#]*\.\.)[^\W_](?:[\w.-]*[^\W_])?\.[^\W\d_][\w-]+(?::\d{1,5})?(?:[/?#][^\s\"'<>`\\]*)?"
)
# A name of a host within words, where its last part is one that readers here know for one.
_NAMED = re.compile(
    r"(?<![\w@./-])(?:[\w-]+\.)+(?:se|no|nu|eu|com|org|net|info|dk|fi|io|app|example)(?![\w.-]*\w)",
    re.IGNORECASE,
)
# Letters of names in the languages around us; others only look like these.
_LETTERS = re.compile(r"[a-z0-9.:\-åäöøæáàâãçčđéèêëíìîïñŋóòôõšŧúùûüýžß]+")

# Names that lead nowhere and never will (RFC 2606).
_RESERVED = (".example", ".invalid", ".test", ".localhost")


def is_placeholder(host: str) -> bool:
    """Whether a host is a name that stands where the real one is not decided."""
    return f".{host}".endswith(_RESERVED)


def parts_of(address: str) -> SplitResult | None:
    """The parts of an address that leads out of the site; None if it is none, or cannot be taken apart."""
    try:
        parts = urlsplit(address)
        port = parts.port  # no number above 65535
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname and port != 0 else None


def has_user(parts: SplitResult) -> bool:
    """Whether something stands before an @, where readers look for the host."""
    return "@" in parts.netloc


def shown_host(parts: SplitResult) -> str:
    """The host as it is meant to be read: `xn--rksmrgs-5wao1o.example` → `räksmörgås.example`."""
    host = unquote(parts.hostname or "")
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def is_foreign(host: str) -> bool:
    """Whether a host has letters that only look like ours."""
    return not _LETTERS.fullmatch(host.lower())


def named_elsewhere(words: str, host: str) -> str | None:
    """A host that words name, if it is another than the one they lead to, and neither lies below the other."""
    here = _bare(host)
    for found in _NAMED.finditer(words):
        named = _bare(found[0])
        if not (named == here or here.endswith(f".{named}") or named.endswith(f".{here}")):
            return found[0]
    return None


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
