"""What the web editor knows of how files are written."""

from typing import Literal

from pydantic import Field

from campaign.admin.shapes import shape_of
from campaign.models.values import Bilingual, Text, Value
from campaign.schemas import schema_of


class _Part(Value):
    """A part."""

    name: Text
    sure: bool = False


class _Thing(Value):
    """One of each."""

    zebra: Text
    apple: Bilingual | None = None
    parts: list[_Part] = Field(default=[])
    traits: dict[str, _Part] = Field(default={})
    codes: dict[str, Text] = Field(default={})
    words: dict[str, Bilingual] = Field(default={})
    half: Literal[30, 50] = 50
    seasons: list[Literal["summer", "winter"]] = Field(default=["summer", "winter"])


def test_a_shape_tells_the_order_the_tables_and_what_need_not_be_written() -> None:
    """The order is that of the model, and what holds anyway is left out of a file."""
    actual = {"fields": {code: {} for code in ("sv", "no", "en")}}
    part = {"fields": {"name": {}, "sure": {"default": False}}}
    found = shape_of(schema_of(_Thing), schema_of(_Thing))
    assert found == {
        "fields": {
            "zebra": {},
            "apple": actual,
            "parts": {"items": part},
            "traits": {"keyed": part},
            "codes": {"keyed": {}, "bare": True},
            "words": {"keyed": actual, "bare": True},
            "half": {"default": 50},
            "seasons": {"items": {}, "default": ["summer", "winter"]},
        }
    }
    fields = found["fields"]
    assert isinstance(fields, dict)
    assert list(fields)[:2] == ["zebra", "apple"]
