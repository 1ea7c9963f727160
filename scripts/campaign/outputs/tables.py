"""Facts for other programs: tables as CSV (RFC 4180), anything as JSON, models as JSON Schema, words in both languages."""

import csv
import io
import json
from collections.abc import Collection, Mapping, Sequence

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from campaign.content import Content
from campaign.policy import load_policy
from campaign.schemas import in_languages, schema_of
from campaign.settings import Language

# The tag of a language → what is said in it.
Words = Mapping[str, str]


def as_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Rows with the same columns as a file that a spreadsheet opens, and computes nothing of; without rows it is empty."""
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _as_cell(value) for name, value in row.items()} for row in rows)
    # Excel reads a CSV file as UTF-8 only when it begins with the mark.
    return table.getvalue().encode("utf-8-sig")


def _as_cell(value: object) -> object:
    """A title may begin like a formula: with the sign that spreadsheets have for it, it is a text, and editors need not know."""
    return f"'{value}" if load_policy().formula.match(str(value)) else value


def as_json(value: object) -> bytes:
    """Plain values as indented text in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def json_schema(
    model: type[BaseModel], languages: Collection[Language], mode: JsonSchemaMode = "validation"
) -> dict[str, object]:
    """What a model takes (`validation`) or gives (`serialization`), as a JSON Schema that names its dialect."""
    schema = in_languages(schema_of(model, mode), languages)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def in_both(content: Content, group: str, word: str | None) -> dict[str, str]:
    """A word of labels.yml as one column for each language, named after its group; empty where there is no word."""
    return in_columns(group, words_of(content, group, word))


def words_of(content: Content, group: str, word: str | None) -> Words:
    """A word of labels.yml in each full language; empty where there is no word."""
    return {one.tag: content.label(group, word, one.code) if word else "" for one in content.full_languages}


def in_columns(name: str, words: Words) -> dict[str, str]:
    """What is said in each language as one column for each, with its tag in the name."""
    return {f"{name}_{tag}": text for tag, text in words.items()}
