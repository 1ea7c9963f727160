"""What the models say about themselves: JSON Schemas for editors' tools, and tables for people."""

import json
from collections.abc import Collection

from pydantic import BaseModel

from campaign.models import KINDS, SINGLETONS, PageMeta, file_of
from campaign.outputs.archive import archive_schema
from campaign.outputs.tables import json_schema
from campaign.problems import messages
from campaign.schemas import Schema, in_languages, schema_of
from campaign.settings import Language

_MODELS: dict[str, type[BaseModel]] = {
    **{kind.name: kind.model for kind in KINDS.values()},
    **SINGLETONS,
    "page": PageMeta,
}


def render_reference(languages: Collection[Language]) -> dict[str, str]:
    """All files of docs/reference/ that are made from the models: name → text."""
    schemas = {
        f"schemas/{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in [
            *((name, json_schema(model, languages)) for name, model in _MODELS.items()),
            ("archive", archive_schema(languages)),
        ]
    }
    return {**schemas, "fields.md": _tables(languages)}


def render_editor_settings() -> str:
    """.vscode/settings.json, by which editors' programs know what a record may hold."""
    schemas = {
        **{name: f"content/data/{name}/*.yml" for name in KINDS},
        **{name: file_of(name) for name in SINGLETONS},
    }
    found = {f"docs/reference/schemas/{name}.json": files for name, files in schemas.items()}
    return json.dumps({"yaml.schemas": found}, indent=2) + "\n"


def render_codes() -> str:
    """scripts/campaign/codes.py, by which mypy knows every sentence that there is to say."""
    head = '"""The codes of messages.yml. Made by `make.py generate`; do not edit by hand."""\n\nfrom typing import Literal\n'
    return "\n".join([head, "Code = Literal[", *(f'    "{code}",' for code in messages()), "]\n"])


def _tables(languages: Collection[Language]) -> str:
    head = "# Fält · Felt · Fields\n\nMade by `make.py generate` from scripts/campaign/models/. Do not edit by hand.\n"
    schemas = {name: in_languages(schema_of(model), languages) for name, model in sorted(_MODELS.items())}
    return "\n".join([head, *(_table(name, schema) for name, schema in schemas.items())])


def _table(name: str, schema: Schema) -> str:
    lines = [f"## {name}", "", _one_line(schema.get("description", "")), ""]
    for title, group in [(name, schema), *sorted(schema.get("$defs", {}).items())]:
        if group.get("properties"):
            lines += [f"### {title}" if title != name else "", *_rows(group), ""]
    return "\n".join(line for n, line in enumerate(lines) if line or (n and lines[n - 1])) + "\n"


def _rows(group: Schema) -> list[str]:
    required = group.get("required", [])
    rows = ["| fält · felt | krävs · kreves | vad · hva |", "| --- | --- | --- |"]
    for field, details in group["properties"].items():
        must = "ja" if field in required else ""
        rows.append(
            f"| `{field}` | {must} | {_one_line(details.get('description', ''))}{_choices(details)} |"
        )
    return rows


def _choices(details: Schema) -> str:
    if "enum" not in details:
        return ""
    return " " + ", ".join(f"`{choice}`" for choice in details["enum"])


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
