"""The finder puts no place first for nearly everybody, and none for nearly nobody; a warning, for what is true may stand."""

from collections.abc import Iterator

from campaign.codes import Code
from campaign.content import Content
from campaign.fairness import Chances, chances
from campaign.pages import Pages
from campaign.problems import Position, Problem

# So many traits are named, of those that decide the most.
TOLD = 3


def check_chances(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Of readers who answer at random, each place comes first for half to nearly twice as many as if all were equal."""
    if "finder" not in content.singletons or len(content.municipalities) < 2:
        return
    found = chances(content.municipalities, content.finder)
    least, most = found.bounds
    for slug, share in found.shares.items():
        if share > most:
            yield _problem(content, found, slug, "W411", most, found.deciding(slug))
        elif share < least:
            yield _problem(content, found, slug, "W412", least, found.deciding(slug)[::-1])


def _problem(
    content: Content, found: Chances, slug: str, code: Code, limit: float, deciding: list[str]
) -> Problem:
    document = content.documents["municipalities"][slug]
    at = document.position_of(("traits",), key=True) if content.municipalities[slug].traits else Position()
    values = {
        "share": f"{found.shares[slug]:.0%}".rstrip("%"),
        "limit": f"{limit:.0%}".rstrip("%"),
        "traits": ", ".join(deciding[:TOLD]),
    }
    return Problem(document.path, at, code, values)


ALL = (check_chances,)
