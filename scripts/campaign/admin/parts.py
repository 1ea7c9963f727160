"""Our own parts of a text: what is fetched from the records, a picture, a figure of a place, a source."""

from collections.abc import Mapping, Sequence

from campaign.admin.fields import Field, Json, relation
from campaign.admin.form_context import FormContext
from campaign.directives import DIRECTIVES


def parts(context: FormContext) -> Json:
    """Our own parts of a text: what each is called, and its fields."""
    return {
        "directive": _part(
            context, "directive", {"name": _options(sorted(DIRECTIVES)), "given": {"required": False}}
        ),
        "picture": _part(context, "picture", {"file": {"widget": "image"}, "words": {"required": False}}),
        "figure": _part(
            context,
            "figure",
            {
                "text": {},
                "fact": _facts(context),
                "place": _optional(relation("municipalities", context.form.code)),
            },
        ),
        "source": _part(context, "source", {"text": {}, "which": relation("sources", context.form.code)}),
    }


def _part(context: FormContext, part: str, fields: Mapping[str, Field]) -> Json:
    field: list[Json] = [
        {"widget": "string", **field, "name": name, "label": context.called("interface", f"{part}_{name}")}
        for name, field in fields.items()
    ]
    return {"label": context.called("interface", part), "fields": field}


def _optional(field: Field) -> Field:
    return {**field, "required": False}


def _options(words: Sequence[str]) -> Field:
    return {"widget": "select", "options": list(words)}


def _facts(context: FormContext) -> Field:
    words = context.form.words.get("fact", {})
    return {"widget": "select", "options": [{"label": label, "value": word} for word, label in words.items()]}
