"""What Sveltia is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from campaign.admin.configuration import backend, build_configuration, shapes
from campaign.admin.form_context import build_form_context, editor_codes, translations
from campaign.content import load_content
from campaign.files import Tree
from campaign.models import KINDS, SINGLETONS
from campaign.models.editing import Editing
from campaign.schemas import Schema, resolved, schema_of
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import Changes

EDITING = Editing(host="gitlab", repository="region/webbplats", application="abc")
# Code is built on what these say, or a program writes them.
NOT_EDITED = {
    *("addresses", "job-banks", "labels", "law-watch", "link-watch", "map", "mkdocs"),
    *("moved", "names", "published", "register", "site", "words"),
}


@pytest.fixture(scope="module", params=translations()["languages"])
def configuration(request: pytest.FixtureRequest, good_site: Site) -> Mapping[str, Any]:
    """What the editor reads in one of its languages."""
    return build_configuration(build_form_context(good_site.content, request.param, EDITING))


def fields_in(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every field of a form, those within others too."""
    for field in fields:
        yield field
        yield from fields_in(field.get("fields", []))
        yield from fields_in([field["field"]] if "field" in field else [])


def forms(configuration: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Collection or file → its form."""
    cms = configuration["cms"]
    return {
        one["name"]: one["fields"] for one in (*cms["collections"], *cms["singletons"]) if "fields" in one
    }


def test_every_kind_is_edited_and_what_is_not_is_said(configuration: Mapping[str, Any]) -> None:
    """A new kind of record is in the list, or somebody has decided that it is not."""
    records = [name.removeprefix("record-") for name in configuration["shapes"] if name.startswith("record-")]
    files = [name.removeprefix("file-") for name in configuration["shapes"] if name.startswith("file-")]
    assert (sorted(records), set(files)) == (sorted(KINDS), set(SINGLETONS) - NOT_EDITED)


def test_every_field_of_a_model_is_in_its_form(configuration: Mapping[str, Any]) -> None:
    """Nobody has to open a file to fill in what no form asks for."""
    for name, kind in KINDS.items():
        own = [field["name"] for field in forms(configuration)[name] if not field["name"].startswith("photo")]
        assert own == list(schema_of(kind.model)["properties"]), name


def test_a_picker_leads_to_a_collection_that_is_there(configuration: Mapping[str, Any]) -> None:
    """And each form has a format of its own, whose shape the editor knows."""
    collections = forms(configuration)
    wanted = {
        field["collection"]
        for form in collections.values()
        for field in fields_in(form)
        if field.get("widget") == "relation"
    }
    formats = {
        one.get("format")
        for one in (*configuration["cms"]["collections"], *configuration["cms"]["singletons"])
    }
    assert wanted <= set(collections)
    assert formats - {None} == set(configuration["shapes"])


def test_a_text_is_edited_in_all_languages_side_by_side(
    configuration: Mapping[str, Any], good_site: Site
) -> None:
    """A news item is one entry: title, day, description and text; the day is the same in each language."""
    [news] = [one for one in configuration["cms"]["collections"] if one["name"] == "text-news"]
    full = [language.code for language in good_site.content.full_languages]
    assert (news["folder"], configuration["cms"]["i18n"]["locales"]) == ("content/{{locale}}/news", full)
    assert [(field["name"], field["i18n"]) for field in news["fields"][:4]] == [
        ("title", True),
        ("date", "duplicate"),
        ("description", True),
        ("body", True),
    ]


def test_no_other_page_is_asked_for_a_day_or_for_doors(configuration: Mapping[str, Any]) -> None:
    """A form asks for what its folder can have."""
    asked = {name: {field["name"] for field in form} for name, form in forms(configuration).items()}
    assert [name for name, fields in asked.items() if "doors" in fields] == ["text-top"]
    assert {name for name, fields in asked.items() if name.startswith("text-") and "date" in fields} == {
        "text-news"
    }


def test_nothing_is_read_from_a_file_or_taken_away(configuration: Mapping[str, Any]) -> None:
    """The configuration is whole, and an address that dies is for `make.py remove`."""
    assert configuration["cms"]["load_config_file"] is False
    assert [
        one["name"] for one in configuration["cms"]["collections"] if one.get("delete", "folder" in one)
    ] == []


def test_a_photograph_gets_the_name_of_its_record(configuration: Mapping[str, Any]) -> None:
    """Name and file are asked for first and written into no record."""
    [pictures] = [one for one in configuration["cms"]["collections"] if one["name"] == "pictures"]
    assert (pictures["slug"], [field["name"] for field in pictures["fields"][:2]]) == (
        {"template": "{{photo_name}}", "editable": False},
        ["photo_name", "photo"],
    )
    assert shapes()["record-pictures"]["unwritten"] == ["photo_name", "photo"]  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("editing", "wanted"),
    [
        (
            EDITING,
            {
                "name": "gitlab",
                "repo": "region/webbplats",
                "branch": "main",
                "api_root": "https://gitlab.com/api/v4",
                "base_url": "https://gitlab.com",
                "app_id": "abc",
                "auth_type": "pkce",
            },
        ),
        (
            Editing(host="github", repository="region/webbplats", application="abc"),
            {
                "name": "github",
                "repo": "region/webbplats",
                "branch": "main",
                "api_root": "https://api.github.com",
                "auth_methods": ["token"],
            },
        ),
        (
            Editing(
                host="forgejo", repository="r/w", branch="redaktion", address="https://git.region.example"
            ),
            {
                "name": "gitea",
                "repo": "r/w",
                "branch": "redaktion",
                "api_root": "https://git.region.example/api/v1",
                "base_url": "https://git.region.example",
                "auth_methods": ["token"],
            },
        ),
    ],
    ids=["gitlab", "github", "forgejo"],
)
def test_each_host_lets_an_editor_in_in_its_own_way(editing: Editing, wanted: dict[str, object]) -> None:
    """GitLab by PKCE, GitHub by a token; Forgejo as its owner has decided."""
    assert backend(editing) == wanted


def _missing(whole: Schema, schema: Schema, shape: Any) -> Iterator[str]:
    for name, one in resolved(whole, schema).get("properties", {}).items():
        if name not in shape.get("fields", {}):
            yield name
        else:
            yield from _missing(whole, one, shape["fields"][name])


def test_a_shape_knows_every_field() -> None:
    """What a file may say has its place in it."""
    for name, kind in KINDS.items():
        whole = schema_of(kind.model)
        assert list(_missing(whole, whole, shapes()[f"record-{name}"])) == []


def test_the_editor_speaks_the_languages_of_the_site(good_site: Site) -> None:
    """Whoever has no Norwegian pages is offered no editor in Norwegian, and one in a language without words is none."""
    swedish, english = (BY_CODE[code] for code in ("sv", "en"))
    languages = (swedish, replace(english, is_partial=False))
    found = [
        editor_codes(one) for one in (good_site.content, replace(good_site.content, languages=languages))
    ]
    assert found == [["sv", "no"], ["sv"]]


def test_texts_of_a_partial_language_lie_in_its_folder(changed: Callable[[Changes], Tree]) -> None:
    """They are a collection of their own, named after the language."""
    page = "---\ntitle: Welcome\ndescription: A page for those who read English and nothing else.\n---\n\nText.\n"
    content, _ = load_content(changed({"content/en/index.md": page}))
    cms = build_configuration(build_form_context(content, "sv", EDITING))["cms"]
    assert isinstance(cms, dict)
    found = [one for one in cms["collections"] if one["name"].startswith("en-")]
    assert [(one["name"], one["label"], one["folder"]) for one in found] == [
        ("en-top", "Text: sidor överst på engelska", "content/en")
    ]
