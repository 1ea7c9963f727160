"""JobTech: how many ads Platsbanken has today, through JobSearch. Only the count is taken: ads name people."""

from campaign.models.places import Query
from campaign.refresh.answers import Answer, Client, at, number_in

UNIT = "antal"
DEFINITION = "Annonser i Platsbanken som går att söka i dag (JobTech JobSearch)"


def ask(query: Query, client: Client, today: str) -> Answer:
    """The number of ads that match `select`, such as a municipality by its concept id."""
    found = client.json(f"/{query.table}", {**query.select, "limit": "0"}, {})
    return read(found, today)


def read(found: object, today: str) -> Answer:
    """The answer in the result of a search."""
    return Answer(number_in(at(found, "total", "value")), UNIT, today, DEFINITION)
