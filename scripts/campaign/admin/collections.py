"""What is edited: a form for each kind of record, for each folder of texts, and for each file that stands alone."""

from collections.abc import Mapping

from campaign.admin.desk import Desk, pairs
from campaign.admin.fields import Field, Json, fields_of, identifier_of
from campaign.models import KINDS, SINGLETONS, PageMeta, file_of
from campaign.schemas import schema_of

# The format of a text; Sveltia wants the end of the name.
TEXT = "text-frontmatter"
# What a photograph is asked for beside its record.
ASKED_OF_PHOTO = ("photo_name", "photo")
_PHOTOS = {"media_folder": "/content/media/pictures", "public_folder": "/media/pictures"}
# What stands alike above the text of each language, and what a form begins with.
_SHARED = ("date", "scene", "source", "project", "only", "only_because")
_FIRST = ("title", "date", "subtitle", "description")
# What only some folders of texts have above a text: of the top, and of the news.
_OF_FOLDER: Mapping[str, str] = {"subtitle": "", "doors": "", "date": "news"}


def records(desk: Desk) -> list[Json]:
    """A collection for each kind of record."""
    return [_record(desk, name) for name in pairs()["records"]]


def _record(desk: Desk, name: str) -> Json:
    schema = schema_of(KINDS[name].model)
    identifier = identifier_of(schema, desk.told.code)
    own = _of_photo(desk) if name == "pictures" else []
    slug: Json = {"template": "{{photo_name}}", "editable": False} if own else {"editable": ["create"]}
    return {
        "name": name,
        "label": desk.called("records", name),
        "folder": f"content/data/{name}",
        "extension": "yml",
        "format": f"record-{name}",
        "slug": slug,
        "delete": False,
        "duplicate": not own,
        "summary": f"{{{{{identifier}}}}}" if identifier else "{{slug}}",
        "fields": [*own, *fields_of(desk.told, schema, schema)],
    }


def _of_photo(desk: Desk) -> list[Field]:
    """What a new photograph is asked for beside its record: the name that file and record share, and the file."""
    name: Field = {"name": "photo_name", "widget": "string", "pattern": [r"^([a-z0-9]+(-[a-z0-9]+)*)?$", ""]}
    file: Field = {"name": "photo", "widget": "photo", **_PHOTOS}
    return [{**field, **_named(desk, str(field["name"])), "required": False} for field in (name, file)]


def _named(desk: Desk, name: str) -> Field:
    return {"label": desk.called("interface", name), "hint": desk.called("interface", f"{name}_hint")}


def texts(desk: Desk) -> list[Json]:
    """A collection for each folder of texts, and one for each of the texts in English."""
    both = [_text(desk, folder, called) for folder, called in desk.folders.items()]
    return [*both, *(_in_english(desk, folder, called) for folder, called in desk.english.items())]


def _text(desk: Desk, folder: str, called: str) -> dict[str, Json]:
    text, top = desk.called("interface", "texts"), desk.called("interface", "top")
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
        "fields": _of_text(desk, folder),
    }


def _in_english(desk: Desk, folder: str, called: str) -> Json:
    """The texts of a partial language stand alone: most pages have none."""
    text = _text(
        desk, folder, f"{called or desk.called('interface', 'top')} {desk.called('interface', 'english')}"
    )
    place = f"content/en/{folder}".rstrip("/")
    return {**text, "name": f"english-{folder or 'top'}", "folder": place, "i18n": False}


def _of_text(desk: Desk, folder: str) -> list[Field]:
    """What a text begins with, the text, and what few texts need."""
    above = _above(desk, folder)
    first = [field for field in above if field["name"] in _FIRST]
    return [*first, _body(desk), *(field for field in above if field not in first)]


def _above(desk: Desk, folder: str) -> list[Field]:
    whole = schema_of(PageMeta)
    fields = fields_of(desk.told, whole, whole)
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


def _body(desk: Desk) -> Field:
    return {
        "name": "body",
        "label": desk.called("interface", "body"),
        "widget": "richtext",
        "i18n": True,
        "required": False,
        "editor_components": ["directive", "picture", "figure", "source"],
        "linked_images": False,
        "use_emoji_autocomplete": False,
    }


def files(desk: Desk) -> list[Json]:
    """The files that stand alone and are no part of the code."""
    return [_file(desk, name) for name in pairs()["files"]]


def _file(desk: Desk, name: str) -> Json:
    schema = schema_of(SINGLETONS[name])
    return {
        "name": name,
        "label": desk.called("files", name),
        "file": file_of(name),
        "format": f"file-{name}",
        "fields": list(fields_of(desk.told, schema, schema)),
    }
