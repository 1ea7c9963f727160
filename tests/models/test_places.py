"""The records of places."""

from campaign.models.places import Municipality, Region
from campaign.schemas import schema_of


def test_a_record_says_first_what_the_place_is() -> None:
    """Name, country, region and code stand together; the long lists come last."""
    fields = list(schema_of(Municipality)["properties"])
    assert (fields[:4], fields[8:11]) == (
        ["name", "country", "region", "code"],
        ["emblem", "poster", "facts"],
    )
    assert list(schema_of(Region)["properties"])[:3] == ["name", "country", "county"]
