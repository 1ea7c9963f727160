"""PDF: what a press does, and that nothing is done without one."""

import io
from collections.abc import Iterator

import pikepdf

from campaign.problems import Position, Problem
from campaign.proof.rules import Rules, fault, is_allowed


def prove_pdf(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """What is against the policy in a PDF; the place of a link is its page."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for annotation in page.get("/Annots", []):
                yield from _prove_action(address, annotation.get("/A"), Position(number), rules)
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
                for name in rules.policy.pdf["forbidden"] & set(found.keys()):
                    yield fault(address, "OUT_ACTION", value=name)


def _prove_action(
    address: str, action: pikepdf.Object | None, position: Position, rules: Rules
) -> Iterator[Problem]:
    if action is None:
        return
    kind = str(action.get("/S"))
    if kind not in rules.policy.pdf["actions"]:
        yield fault(address, "OUT_ACTION", position, value=kind)
    elif kind == "/URI" and not is_allowed(rules, "link", "URI", str(action.get("/URI"))):
        yield fault(address, "OUT_VALUE", position, name="URI", value=str(action.get("/URI")))
