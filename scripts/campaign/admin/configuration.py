"""What the web editor is told: its collections, how we write files, our own parts of a text, and where the repository is."""

from campaign.admin.collections import ASKED_OF_PHOTO, TEXT, files, records, texts
from campaign.admin.fields import Field, Json
from campaign.admin.form_context import FormContext, translations
from campaign.admin.parts import parts
from campaign.admin.shapes import shape_of
from campaign.models import KINDS, SINGLETONS, PageMeta
from campaign.models.editing import Editing
from campaign.schemas import schema_of

_MANY_BYTES, _WIDEST = 25_000_000, 2400


def build_configuration(context: FormContext) -> dict[str, Json]:
    """What the editor reads: `cms` is for Sveltia, `shapes` for how we write files, `parts` for our own parts of a text."""
    return {
        "cms": {
            "load_config_file": False,
            "backend": backend(context.editing),
            "publish_mode": "simple" if context.editing.host == "forgejo" else "editorial_workflow",
            "site_url": context.site_address,
            "app_title": context.called("interface", "title"),
            "show_preview_links": False,
            "media_folder": "content/media",
            "public_folder": "/media",
            "media_libraries": _media(),
            "i18n": {
                "structure": "multiple_folders",
                "locales": [one.code for one in context.form.languages],
                "default_locale": context.form.languages[0].code,
            },
            "slug": {"encoding": "ascii", "clean_accents": True},
            "output": {"omit_empty_optional_fields": True},
            "editor": {"preview": False},
            "collections": [*records(context), {"divider": True, "name": "texts"}, *texts(context)],
            "singletons": files(context),
        },
        "shapes": shapes(),
        "parts": parts(context),
    }


def backend(editing: Editing) -> Field:
    """The repository, as Sveltia wants to be told of it."""
    found: Field = {"repo": editing.repository, "branch": editing.branch, "api_root": editing.interface}
    if (
        editing.host == "github"
    ):  # it lets nobody in from a browser alone: a key of one's own is the way without a server
        return {"name": "github", **found, "auth_methods": ["token"]}
    name = "gitlab" if editing.host == "gitlab" else "gitea"
    if editing.application is None:
        return {"name": name, **found, "base_url": editing.origin, "auth_methods": ["token"]}
    pkce: Field = {"auth_type": "pkce"} if name == "gitlab" else {}
    return {"name": name, **found, "base_url": editing.origin, "app_id": editing.application, **pkce}


def shapes() -> dict[str, Json]:
    """Format → the shape of its files: of each kind of record, of each file that stands alone, and of what is above a text."""
    kinds = {f"record-{name}": KINDS[name].model for name in translations()["records"]}
    files = {f"file-{name}": SINGLETONS[name] for name in translations()["files"]}
    models = {**kinds, **files, TEXT: PageMeta}
    found = {name: shape_of(schema_of(model), schema_of(model)) for name, model in models.items()}
    return {**found, "record-pictures": {**found["record-pictures"], "unwritten": list(ASKED_OF_PHOTO)}}


def _media() -> Json:
    photo: Json = {"format": "webp", "quality": 82, "width": _WIDEST, "height": _WIDEST}
    settings: Json = {
        "slugify_filename": True,
        "max_file_size": _MANY_BYTES,
        "transformations": {"raster_image": photo},
    }
    return {"default": {"config": settings}, "stock_assets": {"providers": []}}
