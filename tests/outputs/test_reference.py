"""What the models say about themselves."""

import json
from collections.abc import Iterator

import pytest

from campaign.models import KINDS, SINGLETONS, PageMeta
from campaign.models.questions import OpenQuestion
from campaign.outputs.reference import render_reference
from campaign.schemas import Schema, explained, schema_of
from campaign.settings import LANGUAGES

NAMES = (*KINDS, *SINGLETONS, "page", "archive")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The reference of our models: path → text."""
    return render_reference(LANGUAGES)


def test_every_kind_of_file_has_its_schema(files: dict[str, str]) -> None:
    """Programs know the fields of every file in content/, and of the archive that others fetch."""
    assert sorted(files) == sorted(["fields.md", *(f"schemas/{name}.json" for name in NAMES)])


def test_the_same_models_give_the_same_bytes(files: dict[str, str]) -> None:
    """The generated files change only when the models do."""
    assert render_reference(LANGUAGES) == files


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_says_what_it_is(files: dict[str, str], name: str) -> None:
    """Each schema names the standard that it follows and what it is for."""
    schema = json.loads(files[f"schemas/{name}.json"])
    assert (schema["$schema"], bool(schema["description"])) == (
        "https://json-schema.org/draft/2020-12/schema",
        True,
    )


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_of_a_record_is_closed(files: dict[str, str], name: str) -> None:
    """An editor's program underlines a key that nobody reads."""
    assert json.loads(files[f"schemas/{name}.json"])["additionalProperties"] is False


def test_a_field_is_one_row_of_a_table(files: dict[str, str]) -> None:
    """People read the fields of a record as a table with what is needed and what is meant."""
    table = files["fields.md"].split("## questions\n")[1].split("\n## ")[0]
    assert table.splitlines()[:6] == [
        "",
        str(OpenQuestion.__doc__),
        "",
        "| fält · felt | krävs · kreves | vad · hva |",
        "| --- | --- | --- |",
        "| `question` | ja | Frågan, som man ställer den · Spørsmålet, slik man stiller det |",
    ]


def _silent(name: str, whole: Schema) -> Iterator[str]:
    """The fields of a model that say nothing of themselves in one of the languages that editors speak."""
    for group in (whole, *whole.get("$defs", {}).values()):
        for field, details in group.get("properties", {}).items() if "each_language" not in group else ():
            about = [explained(details, code) for code in ("sv", "no")]
            if not all(about) or about[0] == about[1] and " · " not in details.get("description", " · "):
                yield f"{name}: {field}"


def test_every_field_says_what_it_holds() -> None:
    """Whoever fills in a form reads it beside each field, in Swedish or in Norwegian."""
    models = {**{name: kind.model for name, kind in KINDS.items()}, **SINGLETONS, "page": PageMeta}
    assert [one for name, model in models.items() for one in _silent(name, schema_of(model))] == []


def test_every_row_has_three_columns(files: dict[str, str]) -> None:
    """No table is broken by a stray bar in a description."""
    lines = [line.replace("\\|", "") for line in files["fields.md"].splitlines()]
    assert {line.count("|") for line in lines if line.startswith("|")} == {4}
