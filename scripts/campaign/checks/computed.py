"""Rules for figures that we have worked out ourselves: they follow what they were worked out from."""

from collections.abc import Iterator, Mapping

from campaign.content import Content
from campaign.facts import places
from campaign.models.places import Fact, Place
from campaign.numbers import plain
from campaign.pages import Pages
from campaign.problems import Problem

POPULATION = "population"
# What is worked out from the population of the same place.
_OF_POPULATION = ("population-change", "density", "under-20", "over-65")


def check_sums(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The population of a region that we have summed up is that of its municipalities together."""
    for slug, region in content.regions.items():
        parts = [place for place in content.municipalities.values() if place.region == slug]
        counts = [None] if _has_unread(content, slug) else [_known(place).get(POPULATION) for place in parts]
        for number, fact in enumerate(region.facts):
            if fact.fact != POPULATION or not fact.computed or fact.value is None or None in counts:
                continue
            whole = _as_round(sum(one.value or 0 for one in counts if one), fact)
            if counts and fact.value != whole:
                document = content.documents["regions"][slug]
                values = {"value": plain(fact.value), "number": plain(whole)}
                yield Problem(document.path, document.position_of(("facts", number, "value")), "W414", values)


def check_days(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What was worked out from the population of a place is no older than the population that stands there."""
    for kind, slug, place in places(content):
        known = _known(place)
        newest = known[POPULATION].as_of if POPULATION in known else None
        for number, fact in enumerate(place.facts):
            if fact.fact in _OF_POPULATION and fact.computed and _is_behind(fact.as_of, newest):
                document = content.documents[kind][slug]
                values = {"word": fact.fact, "as_of": fact.as_of, "other": POPULATION, "day": newest}
                yield Problem(document.path, document.position_of(("facts", number, "as_of")), "W415", values)


def _has_unread(content: Content, region: str) -> bool:
    """Whether a municipality that may be of a region could not be read: that is told, and what follows of it need not be.

    Of which region it is that names none, or none that there is, nobody knows.
    """
    documents, regions = content.documents["municipalities"], content.documents["regions"]
    unread = (documents[slug].value for slug in documents if content.is_unread("municipalities", slug))
    said = [str(value.get("region")) if isinstance(value, dict) else "" for value in unread]
    read = (place.region for place in content.municipalities.values())
    return region in said or any(one not in regions for one in (*said, *read))


def _as_round(number: float, fact: Fact) -> float:
    """A number, rounded as a figure is that says »about«: to as many zeros as it ends with."""
    zeros = len(found) - len(found.rstrip("0")) if (found := f"{fact.value:.0f}") and fact.approximate else 0
    return round(number, -zeros)


def _known(place: Place) -> Mapping[str, Fact]:
    return {fact.fact: fact for fact in place.facts if fact.value is not None}


def _is_behind(day: str | None, newest: str | None) -> bool:
    """Whether a day is before another; of a year its end is meant, so the first day of the next is not after it."""
    if not day or not newest or not (day[:4].isdigit() and newest[:4].isdigit()):
        return False
    if len(day) == len("2025"):
        day = f"{int(day) + 1}-01-01"
    return day < newest[: len(day)]


ALL = (check_sums, check_days)
