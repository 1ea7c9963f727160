"""The seminar archive as a reader looks through it: what is coming, what is past, and what can be asked for."""

from collections.abc import Callable, Mapping

from campaign.models.events import Seminar

Row = tuple[str, Seminar]
Choice = tuple[str, str]
# Tells of an ISO date whether it has gone by; see `Site.is_past`.
IsPast = Callable[[str], bool]
# What a list of seminars can be narrowed by, in the order of the form. Years come first, and are made from dates.
FIELDS = ("region", "certainty", "theme", "language", "series", "form")


def is_coming(seminar: Seminar, is_past: IsPast) -> bool:
    """Whether a seminar has its time and place and is not over."""
    return seminar.session is not None and not is_past(seminar.session.end[:10])


def coming_and_past(seminars: Mapping[str, Seminar], is_past: IsPast) -> tuple[list[Row], list[Row]]:
    """The seminars that are not over, soonest first, and the others, latest first."""
    coming = [row for row in seminars.items() if is_coming(row[1], is_past)]
    past = [row for row in seminars.items() if row not in coming]
    return (
        sorted(coming, key=lambda row: (row[1].session.start if row[1].session else "", row[0])),
        sorted(sorted(past), key=lambda row: str(row[1].date), reverse=True),
    )


def years_of(partial: str) -> list[str]:
    """Every year that a partial date touches: `2008-05/2011` → 2008, 2009, 2010, 2011."""
    start, _, end = partial.partition("/")
    last = end[:4] if end[:4].isdigit() else start[:4]
    return [str(year) for year in range(int(start[:4]), int(last) + 1)]


def choices(
    seminars: Mapping[str, Seminar], named: Callable[[str, str], str]
) -> list[tuple[str, list[Choice]]]:
    """What the form offers: field → the values that some seminar has, each with its words.

    `named` gives the words of a field's value in the reader's language.
    """
    years = sorted({year for seminar in seminars.values() for year in years_of(seminar.date)})
    offered = [("year", [(year, year) for year in years])]
    for field in FIELDS:
        values = {value for seminar in seminars.values() for value in _values(seminar, field)}
        words = [(value, named(field, value)) for value in values]
        if len(words) > 1:
            offered.append((field, sorted(words, key=lambda row: (row[1], row[0]))))
    return offered


def _values(seminar: Seminar, field: str) -> list[str]:
    if field == "region":
        return list(seminar.regions)
    value = getattr(seminar, {"language": "title_language", "certainty": "place_certainty"}.get(field, field))
    return [value] if value else []
