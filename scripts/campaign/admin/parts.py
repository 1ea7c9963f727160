"""Our own parts of a text: what is fetched from the records, a picture, a figure of a place, a source."""

from collections.abc import Mapping, Sequence

from campaign.admin.desk import Desk
from campaign.admin.fields import Field, Json, relation
from campaign.directives import DIRECTIVES


def parts(desk: Desk) -> Json:
    """Our own parts of a text: what each is called, and its fields."""
    return {
        "directive": _part(
            desk, "directive", {"name": _options(sorted(DIRECTIVES)), "given": {"required": False}}
        ),
        "picture": _part(desk, "picture", {"file": {"widget": "image"}, "words": {"required": False}}),
        "figure": _part(
            desk,
            "figure",
            {
                "text": {},
                "fact": _facts(desk),
                "place": _optional(relation("municipalities", desk.told.code)),
            },
        ),
        "source": _part(desk, "source", {"text": {}, "which": relation("sources", desk.told.code)}),
    }


def _part(desk: Desk, part: str, fields: Mapping[str, Field]) -> Json:
    asked: list[Json] = [
        {"widget": "string", **field, "name": name, "label": desk.called("interface", f"{part}_{name}")}
        for name, field in fields.items()
    ]
    return {"label": desk.called("interface", part), "fields": asked}


def _optional(field: Field) -> Field:
    return {**field, "required": False}


def _options(words: Sequence[str]) -> Field:
    return {"widget": "select", "options": list(words)}


def _facts(desk: Desk) -> Field:
    words = desk.told.words.get("fact", {})
    return {"widget": "select", "options": [{"label": said, "value": word} for word, said in words.items()]}
