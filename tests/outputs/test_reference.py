"""What the models say about themselves."""

import json

import pytest

from campaign.models import KINDS, SINGLETONS
from campaign.outputs.reference import render_reference
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
    table = files["fields.md"].split("## news\n")[1].split("\n## ")[0]
    assert table.splitlines() == [
        "",
        "A news item; its text stands in content/sv/news and content/no/news.",
        "",
        "| fält · felt | krävs · kreves | vad · hva |",
        "| --- | --- | --- |",
        "| `title` | ja |  |",
        "| `date` | ja | En dag: 2026-11-21 · En dag: 2026-11-21 |",
        "",
        "### Bilingual",
        "| fält · felt | krävs · kreves | vad · hva |",
        "| --- | --- | --- |",
        "| `sv` | ja | Svenska |",
        "| `no` | ja | Norsk |",
        "| `en` |  | English |",
        "",
    ]


def test_every_row_has_three_columns(files: dict[str, str]) -> None:
    """No table is broken by a stray bar in a description."""
    lines = [line.replace("\\|", "") for line in files["fields.md"].splitlines()]
    assert {line.count("|") for line in lines if line.startswith("|")} == {4}
