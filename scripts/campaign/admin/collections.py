"""What is edited: a form for each kind of record, for each folder of texts, and for each file that stands alone."""

from collections.abc import Mapping

from campaign.admin.fields import Field, Json, fields_of, identifier_of
from campaign.admin.form_context import FormContext, translations
from campaign.models import KINDS, SINGLETONS, PageMeta, file_of
from campaign.pages import NEWS
from campaign.schemas import schema_of
from campaign.stories import STORIES

# The format of a text; Sveltia wants the end of the name.
TEXT = "text-frontmatter"
# What a photograph is asked for beside its record.
ASKED_OF_PHOTO = ("photo_name", "photo")
_PHOTOS = {"media_folder": "/content/media/pictures", "public_folder": "/media/pictures"}
# What stands alike above the text of each language, and what a form begins with.
_SHARED = ("date", "story", "scene", "source", "project", "only", "only_because")
_FIRST = ("title", "date", "story", "subtitle", "description")
# What only some folders of texts have above a text: of the top, of the news, and of the stories.
_OF_FOLDER: Mapping[str, str] = {"subtitle": "", "doors": "", "date": NEWS, "story": STORIES}


def records(context: FormContext) -> list[Json]:
    """A collection for each kind of record."""
    return [_record(context, name) for name in translations()["records"]]


def _record(context: FormContext, name: str) -> Json:
    schema = schema_of(KINDS[name].model)
    identifier = identifier_of(schema, context.form.code)
    own = _of_photo(context) if name == "pictures" else []
    slug: Json = {"template": "{{photo_name}}", "editable": False} if own else {"editable": ["create"]}
    return {
        "name": name,
        "label": context.called("records", name),
        "folder": f"content/data/{name}",
        "extension": "yml",
        "format": f"record-{name}",
        "slug": slug,
        "delete": False,
        "duplicate": not own,
        "summary": f"{{{{{identifier}}}}}" if identifier else "{{slug}}",
        "fields": [*own, *fields_of(context.form, schema, schema)],
    }


def _of_photo(context: FormContext) -> list[Field]:
    """What a new photograph is asked for beside its record: the name that file and record share, and the file."""
    name: Field = {"name": "photo_name", "widget": "string", "pattern": [r"^([a-z0-9]+(-[a-z0-9]+)*)?$", ""]}
    file: Field = {"name": "photo", "widget": "photo", **_PHOTOS}
    return [{**field, **_named(context, str(field["name"])), "required": False} for field in (name, file)]


def _named(context: FormContext, name: str) -> Field:
    return {"label": context.called("interface", name), "hint": context.called("interface", f"{name}_hint")}


def texts(context: FormContext) -> list[Json]:
    """A collection for each folder of texts, and one for each of the texts in a partial language."""
    both = [_text(context, folder, called) for folder, called in context.folders.items()]
    return [*both, *(_partial(context, *key, called) for key, called in context.partial.items())]


def _text(context: FormContext, folder: str, called: str) -> dict[str, Json]:
    text, top = context.called("interface", "texts"), context.called("interface", "top")
    return {
        "name": f"text-{folder or 'top'}",
        "label": f"{text}: {called or top}",
        "folder": f"content/{{{{locale}}}}/{folder}".rstrip("/"),
        "extension": "md",
        "format": TEXT,
        "i18n": True,
        "slug": {"editable": ["create"]},
        "delete": False,
        "duplicate": False,
        "identifier_field": "description",
        "summary": "{{slug}}: {{description}}",
        "fields": _of_text(context, folder),
    }


def _partial(context: FormContext, code: str, folder: str, called: str) -> Json:
    """The texts of a partial language stand alone: most pages have none."""
    spoken = context.form.words["language"][code]
    said = context.called("interface", "in_language").format(language=spoken)
    text = _text(context, folder, f"{called or context.called('interface', 'top')} {said}")
    place = f"content/{code}/{folder}".rstrip("/")
    return {**text, "name": f"{code}-{folder or 'top'}", "folder": place, "i18n": False}


def _of_text(context: FormContext, folder: str) -> list[Field]:
    """What a text begins with, the text, and what few texts need."""
    above = _above(context, folder)
    first = [field for field in above if field["name"] in _FIRST]
    return [*first, _body(context), *(field for field in above if field not in first)]


def _above(context: FormContext, folder: str) -> list[Field]:
    whole = schema_of(PageMeta)
    fields = fields_of(context.form, whole, whole)
    return [
        _translated(field, "duplicate" if field["name"] in _SHARED else True)
        for field in fields
        if _OF_FOLDER.get(str(field["name"]), folder) == folder
    ]


def _translated(field: Field, how: Json) -> Field:
    """A field, and all that is in it, with a value in each language."""
    inside = field.get("fields")
    parts: Field = (
        {"fields": [_translated(dict(one), how) for one in inside if isinstance(one, Mapping)]}
        if isinstance(inside, list)
        else {}
    )
    return {**field, **parts, "i18n": how}


def _body(context: FormContext) -> Field:
    return {
        "name": "body",
        "label": context.called("interface", "body"),
        "widget": "richtext",
        "i18n": True,
        "required": False,
        "editor_components": ["directive", "picture", "figure", "source"],
        "linked_images": False,
        "use_emoji_autocomplete": False,
    }


def files(context: FormContext) -> list[Json]:
    """The files that stand alone and are no part of the code."""
    return [_file(context, name) for name in translations()["files"]]


def _file(context: FormContext, name: str) -> Json:
    schema = schema_of(SINGLETONS[name])
    return {
        "name": name,
        "label": context.called("files", name),
        "file": file_of(name),
        "format": f"file-{name}",
        "fields": list(fields_of(context.form, schema, schema)),
    }
