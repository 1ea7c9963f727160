"""Forms, made of models."""

from typing import Literal

import pytest
from pydantic import Field

from campaign.admin.fields import FormLanguage, fields_of, identifier_of
from campaign.models.events import Seminar
from campaign.models.questions import OpenQuestion
from campaign.models.sources import Inventory
from campaign.models.values import (
    Bilingual,
    Day,
    Moment,
    Number,
    SpeakerRef,
    Text,
    ThemeWord,
    Value,
)
from campaign.schemas import schema_of
from campaign.settings import LANGUAGES

TOLD = FormLanguage("sv", LANGUAGES[:2], {"theme": {"lead": "Leda"}, "size": {"small": "Litet"}})


class _Part(Value):
    """A part."""

    name: Text = Field(description="Delens namn · Navnet på delen")
    count: int = Field(default=1, ge=0, le=9, description="Antal; utelämnas = 1 · Antall; utelates = 1")


class _Thing(Value):
    """One field of each sort."""

    title: Text = Field(description="Titeln · Tittelen")
    said: Bilingual = Field(description="En mening: Så här · En setning: Slik")
    speaker: SpeakerRef = Field(description="Den som talar · Den som snakker")
    speakers: list[SpeakerRef] = Field(default=[], description="Alla som talar · Alle som snakker")
    theme: ThemeWord = Field(description="Temat, ett ord ur labels.yml · Temaet, et ord fra labels.yml")
    size: Literal["small", "large"] = Field(
        description="small = liten, large = stor · liten, stor", json_schema_extra={"word": "size"}
    )
    sizes: list[Literal["small", "large"]] = Field(default=[], description="Storlekar · Størrelser")
    day: Day = Field(description="Dagen · Dagen")
    start: Moment | None = Field(default=None, description="När · Når")
    share: Number = Field(description="Andelen · Andelen")
    sure: bool = Field(default=False, description="true om källan säger det · true hvis kilden sier det")
    short: str = Field(min_length=5, max_length=9, description="5–9 tecken · 5–9 tegn")
    words: list[Text] = Field(min_length=1, description="Orden · Ordene")
    parts: list[_Part] = Field(default=[], description="Delarna · Delene")
    traits: dict[str, _Part] = Field(default={}, description="Egenskaper · Egenskaper")
    codes: dict[str, Text] = Field(default={}, description="Koder · Koder")


PART = [
    {"name": "name", "label": "Delens namn", "hint": "name", "widget": "string"},
    {
        "name": "count",
        "label": "Antal",
        "hint": "count: Antal; utelämnas = 1",
        "widget": "number",
        "value_type": "int",
        "min": 0,
        "max": 9,
        "required": False,
    },
]
SPEAKERS = {
    "widget": "relation",
    "collection": "speakers",
    "value_field": "{{slug}}",
    "display_fields": ["{{name}} · {{slug}}"],
    "search_fields": ["name"],
}
SIZES = [{"label": "liten (small)", "value": "small"}, {"label": "stor (large)", "value": "large"}]
OPTIONAL = {"required": False}


def test_each_sort_of_field_is_asked_for_in_its_own_way() -> None:
    """What is a reference is picked, what is a word is chosen, and what is said in two languages has a box for each."""
    schema = schema_of(_Thing)
    assert fields_of(TOLD, schema, schema) == [
        {"name": "title", "label": "Titeln", "hint": "title", "widget": "string"},
        {
            "name": "said",
            "label": "En mening",
            "hint": "said: En mening: Så här",
            "widget": "object",
            "fields": [
                {"name": "sv", "label": "Svenska", "widget": "text"},
                {"name": "no", "label": "Norsk", "widget": "text"},
            ],
        },
        {"name": "speaker", "label": "Den som talar", "hint": "speaker", **SPEAKERS},
        {
            "name": "speakers",
            "label": "Alla som talar",
            "hint": "speakers",
            **SPEAKERS,
            "multiple": True,
            **OPTIONAL,
        },
        {
            "name": "theme",
            "label": "Temat",
            "hint": "theme: Temat, ett ord ur labels.yml",
            "widget": "select",
            "options": [{"label": "Leda (lead)", "value": "lead"}],
        },
        {
            "name": "size",
            "label": "Size",
            "hint": "size: small = liten, large = stor",
            "widget": "select",
            "options": [{"label": "Litet (small)", "value": "small"}, SIZES[1]],
        },
        {
            "name": "sizes",
            "label": "Storlekar",
            "hint": "sizes",
            "widget": "select",
            "options": [{"label": one, "value": one} for one in ("small", "large")],
            "multiple": True,
            **OPTIONAL,
        },
        {
            "name": "day",
            "label": "Dagen",
            "hint": "day",
            "widget": "datetime",
            "type": "date",
            "format": "YYYY-MM-DD",
        },
        {
            "name": "start",
            "label": "När",
            "hint": "start",
            "widget": "datetime",
            "format": "YYYY-MM-DD HH:mm",
            **OPTIONAL,
        },
        {"name": "share", "label": "Andelen", "hint": "share", "widget": "number", "value_type": "float"},
        {"name": "sure", "label": "Källan säger det", "hint": "sure", "widget": "boolean", **OPTIONAL},
        {
            "name": "short",
            "label": "5–9 tecken",
            "hint": "short",
            "widget": "text",
            "minlength": 5,
            "maxlength": 9,
        },
        {
            "name": "words",
            "label": "Orden",
            "hint": "words",
            "widget": "list",
            "field": {"name": "item", "label": "words", "widget": "string"},
            "min": 1,
        },
        {
            "name": "parts",
            "label": "Delarna",
            "hint": "parts",
            "widget": "list",
            "fields": PART,
            "collapsed": "auto",
            "summary": "{{fields.name}}",
            **OPTIONAL,
        },
        {
            "name": "traits",
            "label": "Egenskaper",
            "hint": "traits",
            "widget": "list",
            "fields": [{"name": "key", "label": "Egenskaper", "widget": "string"}, *PART],
            "summary": "{{fields.key}}",
            "collapsed": "auto",
            **OPTIONAL,
        },
        {
            "name": "codes",
            "label": "Koder",
            "hint": "codes",
            "widget": "list",
            "fields": [
                {"name": "key", "label": "Koder", "widget": "string"},
                {"name": "value", "label": "codes", "widget": "string"},
            ],
            "summary": "{{fields.key}}",
            "collapsed": "auto",
            **OPTIONAL,
        },
    ]


def test_a_norwegian_reads_norwegian() -> None:
    """The same field, in the other language of its description."""
    schema = schema_of(_Part)
    found = fields_of(FormLanguage("no", LANGUAGES[:2], {}), schema, schema)
    assert [(field["label"], field["hint"]) for field in found] == [
        ("Navnet på delen", "name"),
        ("Antall", "count: Antall; utelates = 1"),
    ]


@pytest.mark.parametrize(
    ("model", "code", "name"),
    [(Seminar, "no", "title"), (OpenQuestion, "no", "question.no"), (Inventory, "sv", None)],
)
def test_a_record_is_known_by_what_it_is_called(model: type[Value], code: str, name: str | None) -> None:
    """In a list stands the title, in the editor's language where there are two; else the name of the file."""
    assert identifier_of(schema_of(model), code) == name
