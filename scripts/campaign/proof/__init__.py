"""Finished files against the policy: what each holds, read again by a parser that had no part in writing it."""

import hashlib
from collections.abc import Iterator, Mapping

from campaign.policy import Kind, kind_of
from campaign.problems import Problem
from campaign.proof import markup, packages, plain, xml
from campaign.proof.rules import Prove, Rules, fault


def _prove_calendar(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    from campaign.proof.calendars import prove_calendar  # few builds make a calendar, and the reader is large

    return prove_calendar(address, content, rules)


def _prove_pdf(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    from campaign.proof.documents import prove_pdf  # the same for books

    return prove_pdf(address, content, rules)


READERS: Mapping[str, Prove] = {
    "html": markup.prove_page,
    "xml": xml.prove_xml,
    "css": plain.prove_style,
    "script": plain.prove_script,
    "json": plain.prove_json,
    "csv": plain.prove_table,
    "text": plain.prove_text,
    "calendar": _prove_calendar,
    "pdf": _prove_pdf,
}


def prove(address: str, content: bytes, rules: Rules) -> list[Problem]:
    """What is against the policy in the file at an address."""
    return list(_prove(address, content, rules, rules.policy.kinds))


def _prove(address: str, content: bytes, rules: Rules, kinds: Mapping[str, Kind]) -> Iterator[Problem]:
    kind = kind_of(kinds, address)
    if kind is None or not kind.is_begun_by(content):
        yield fault(address, "OUT_KIND")
    elif kind.read and kind.read in rules.policy.members:
        yield from _prove_package(address, content, rules, rules.policy.members[kind.read])
    elif kind.read:
        yield from READERS[kind.read](address, content, rules)


def _prove_package(
    address: str, content: bytes, rules: Rules, kinds: Mapping[str, Kind]
) -> Iterator[Problem]:
    """Each file within is proven as if it were published alone."""
    for name, member in packages.members(content):
        place = f"{address}/{name}"
        if packages.leads_out(name):
            yield fault(place, "OUT_KIND")
        else:
            yield from _prove(place, member, rules, kinds)


def digest_of_proof(address: str, digest: str, rules: Rules) -> str:
    """A name for the proof of a file with this digest: another file, place, policy or code has another."""
    return hashlib.sha256(f"{rules.digest}\0{address}\0{digest}".encode()).hexdigest()
