"""The finder gives every place a chance."""

from collections.abc import Callable

from campaign.files import Tree
from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
ONE = "content/data/municipalities/exempelby.yml"
OTHER = "content/data/municipalities/eksempelby.yml"


def test_a_place_that_nearly_everybody_gets_is_told(check: Check, tree: Tree) -> None:
    """When a place is without all that is asked for, both are told, at their traits, with what decides the most."""
    bare = tree[OTHER].replace(b"    strength: 1\n", b"").replace(b"\nwithout:\n", b"\n")
    found = check({OTHER: bare.replace(b"\ntraits:\n", b"\nwithout:\n")})
    assert found == [
        Problem(OTHER, Position(), "W412", {"share": "0", "limit": "25", "traits": "lake, train, hill"}),
        Problem(ONE, Position(77, 1), "W411", {"share": "100", "limit": "90", "traits": "lake, train, boat"}),
    ]


def test_places_that_share_the_readers_are_left_alone(check: Check) -> None:
    """Where each comes first for some, nothing is said."""
    assert check({}) == []
