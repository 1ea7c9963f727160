"""What the tests of the proof share: the rules of a small site, and what they say of a file."""

from campaign.policy import load_policy
from campaign.proof import prove
from campaign.proof.rules import Rules

ROOT_ADDRESS = "https://exempel.example/"
SCRIPT, DIGEST = "assets/plan.1a2b3c4d.js", "sha256-abc="
RULES = Rules(load_policy(), ROOT_ADDRESS, frozenset({"https://form.example/in"}), {SCRIPT: DIGEST})

# Line, column, code and what the sentence says.
Fault = tuple[int, int, str, dict[str, object]]


def list_faults(address: str, content: bytes | str) -> list[Fault]:
    """What is against the policy in a file."""
    raw = content.encode() if isinstance(content, str) else content
    return [(p.position.line, p.position.column, p.code, dict(p.values)) for p in prove(address, raw, RULES)]
