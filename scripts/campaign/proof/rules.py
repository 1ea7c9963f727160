"""What holds for an element, an attribute, an address and a text of any kind of file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from campaign.cache import digest_of
from campaign.characters import ELEMENT_END
from campaign.codes import Code
from campaign.policy import Policy, Vocabulary
from campaign.problems import Position, Problem

# What is wrong, and what the sentence about it says.
Wrong = tuple[Code, Mapping[str, object]]
Attributes = Mapping[str, str | None]
# Data about a page for search engines: no browser runs it.
DATA_SCRIPT = "application/ld+json"
_LETTER = {"subject", "body"}
_NOT_IN_ADDRESS = re.compile(r"[\s\\<>\"]")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?")


@dataclass(frozen=True)
class Rules:
    """The policy, and what of it is the site's own.

    `root_address` is where the site is published; `forms` are the addresses that forms may post to; `scripts` gives of each
    script, by its public address, the digest that its tag must carry; `styles` are those that may stand within a page. `code` is
    a digest of what the proof is made with.
    """

    policy: Policy
    root_address: str
    forms: frozenset[str] = frozenset()
    scripts: Mapping[str, str] = field(default_factory=dict)
    styles: frozenset[str] = frozenset()
    code: str = ""

    @property
    def digest(self) -> str:
        """A digest of all that decides what is against the rules."""
        own = [sorted(self.forms), sorted(self.scripts.items()), sorted(self.styles)]
        return digest_of([self.code, self.root_address, *own])


Prove = Callable[[str, bytes, Rules], Iterator[Problem]]


def fault(address: str, code: Code, position: Position | None = None, /, **values: object) -> Problem:
    """Something in a finished file that is against the policy."""
    return Problem(address, position or Position(), code, values)


def position_at(text: str, offset: int) -> Position:
    """Line and column of an offset."""
    line = text.count("\n", 0, offset) + 1
    return Position(line, offset - text.rfind("\n", 0, offset))


def check_unseen(
    address: str, text: str, rules: Rules, position: Position | None = None
) -> Iterator[Problem]:
    """No character that nobody sees; `position` is where the text begins if it is not the file itself."""
    for found in rules.policy.unseen.finditer(text):
        place = position or position_at(text, found.start())
        yield fault(address, "OUT_CHARACTER", place, value=f"U+{ord(found[0]):04X}")


def check_element(
    rules: Rules, vocabulary: Vocabulary | None, name: str, attributes: Attributes, address: str
) -> Iterator[Wrong]:
    """What is wrong with an element in the file at `address`, and with its attributes."""
    if vocabulary and vocabulary.open:
        return
    if vocabulary is None or name not in vocabulary.elements:
        yield "OUT_ELEMENT", {"name": name}
        return
    if name == "script" and not _is_our_script(rules, attributes, address):
        yield "OUT_SCRIPT", {"value": attributes.get("src") or ""}
    for attribute, value in attributes.items():
        kind = vocabulary.kind_of(name, attribute)
        if kind is None:
            yield "OUT_ATTRIBUTE", {"name": attribute, "value": name}
        elif not is_allowed(rules, kind, attribute, value or ""):
            yield "OUT_VALUE", {"name": attribute, "value": value}


def is_allowed(rules: Rules, kind: str, attribute: str, value: str) -> bool:
    """Whether an attribute whose value is of a kind may have this one."""
    if ELEMENT_END in value or rules.policy.unseen.search(value):
        return False
    if kind in rules.policy.values:
        return bool(rules.policy.values[kind].fullmatch(value))
    if kind not in rules.policy.addresses:
        return True
    addresses = [one.split()[0] for one in value.split(",")] if attribute == "srcset" else [value]
    return all(_may_lead_there(rules, kind, address) for address in addresses)


def _may_lead_there(rules: Rules, kind: str, address: str) -> bool:
    use = rules.policy.addresses[kind]
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if _NOT_IN_ADDRESS.search(address):
        return False
    if not (parts.scheme or parts.netloc) or address in rules.forms:
        return True
    if parts.scheme not in use.schemes:
        return False
    if parts.scheme in ("https", "http"):
        return address.startswith(rules.root_address) or bool(use.elsewhere and _HOST.fullmatch(parts.netloc))
    return parts.scheme != "mailto" or {key for key, _ in parse_qsl(parts.query)} <= _LETTER


def _is_our_script(rules: Rules, attributes: Attributes, address: str) -> bool:
    if "src" not in attributes:
        return attributes.get("type") == DATA_SCRIPT
    root = urlsplit(rules.root_address).path
    source = urljoin(root + address, attributes["src"] or "").removeprefix(root)
    return source in rules.scripts and attributes.get("integrity") == rules.scripts[source]
