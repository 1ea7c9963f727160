"""Ways to reach somebody."""

from typing import Any

import pytest

from campaign.models.contacts import Contact
from models.test_values import fault

CONTACT = {"function": {"sv": "a", "no": "b"}, "seen": {"date": "2026-02-03", "source": "a"}}


@pytest.mark.parametrize("more", [{}, {"web": "https://a.example"}, {"languages": ["sv", "no", "en"]}])
def test_a_contact_has_whatever_is_known(more: dict[str, Any]) -> None:
    """A function may be reached by any way, or by one that is still unknown."""
    assert fault(Contact, CONTACT | more) is None


def test_a_contact_is_seen_somewhere() -> None:
    """No way to reach somebody stands here without the source that it was read in."""
    assert fault(Contact, {"function": CONTACT["function"]}) == "missing"


@pytest.mark.parametrize(
    ("confirmed", "complaint"),
    [
        ({"date": "2026-02-03", "how": {"sv": "vi ringde", "no": "vi ringte"}}, None),
        ({"date": "2026-02-03"}, "missing"),
        ("2026-02-03", "model_type"),
    ],
)
def test_a_contact_is_confirmed_by_telling_how(confirmed: Any, complaint: str | None) -> None:
    """Nobody can call a contact confirmed without saying what they did."""
    assert fault(Contact, {**CONTACT, "confirmed": confirmed}) == complaint
