"""What the models say about themselves: JSON Schemas for editors' tools, and tables for people."""

import json
from typing import Any

from pydantic import BaseModel

from campaign.models import KINDS, SINGLETONS, PageMeta
from campaign.outputs.archive import archive_schema
from campaign.outputs.tables import json_schema

_MODELS: dict[str, type[BaseModel]] = {
    **{kind.name: kind.model for kind in KINDS.values()},
    **SINGLETONS,
    "page": PageMeta,
}


def render_reference() -> dict[str, str]:
    """All files of docs/reference/ that are made from the models: name → text."""
    schemas = {
        f"schemas/{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in [
            *((name, json_schema(model)) for name, model in _MODELS.items()),
            ("archive", archive_schema()),
        ]
    }
    return {**schemas, "fields.md": _tables()}


def _tables() -> str:
    head = "# Fält · Felt · Fields\n\nMade by `make.py generate` from scripts/campaign/models/. Do not edit by hand.\n"
    return "\n".join([head, *(_table(name, json_schema(model)) for name, model in sorted(_MODELS.items()))])


def _table(name: str, schema: dict[str, Any]) -> str:
    lines = [f"## {name}", "", _one_line(schema.get("description", "")), ""]
    for title, group in [(name, schema), *sorted(schema.get("$defs", {}).items())]:
        if group.get("properties"):
            lines += [f"### {title}" if title != name else "", *_rows(group), ""]
    return "\n".join(line for n, line in enumerate(lines) if line or (n and lines[n - 1])) + "\n"


def _rows(group: dict[str, Any]) -> list[str]:
    required = group.get("required", [])
    rows = ["| fält · felt | krävs · kreves | vad · hva |", "| --- | --- | --- |"]
    for field, details in group["properties"].items():
        must = "ja" if field in required else ""
        rows.append(
            f"| `{field}` | {must} | {_one_line(details.get('description', ''))}{_choices(details)} |"
        )
    return rows


def _choices(details: dict[str, Any]) -> str:
    if "enum" not in details:
        return ""
    return " " + ", ".join(f"`{choice}`" for choice in details["enum"])


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
