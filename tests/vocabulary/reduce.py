"""Reduce schema.org's published vocabulary to the types that the site uses, for tests/schema_org.py.

    python tests/vocabulary/reduce.py schemaorg-current-https.jsonld 30.0 > tests/vocabulary/schema-org.json

The file is that of https://github.com/schemaorg/schemaorg, data/releases/<release>/ (CC BY-SA 3.0).
"""

import json
import sys
from pathlib import Path
from typing import Any

TYPES = [
    "AdministrativeArea",
    "Answer",
    "Book",
    "BreadcrumbList",
    "Chapter",
    "CreativeWork",
    "DataDownload",
    "Dataset",
    "DigitalDocument",
    "Event",
    "EventSeries",
    "FAQPage",
    "GeoCoordinates",
    "Grant",
    "ListItem",
    "MediaObject",
    "NewsArticle",
    "Observation",
    "Organization",
    "Person",
    "Place",
    "PostalAddress",
    "QuantitativeValue",
    "Question",
    "RegisterAction",
    "Service",
    "VideoObject",
    "VirtualLocation",
    "WebPage",
    "WebSite",
]


def names(node: dict[str, Any], key: str) -> list[str]:
    """What a node names under a key, in order, without prefix."""
    found = node.get(key, [])
    found = found if isinstance(found, list) else [found]
    return sorted(one["@id"].removeprefix("schema:") for one in found)


def reduced(graph: list[dict[str, Any]], release: str) -> dict[str, Any]:
    """Type → itself and all above it; property → the types that have it and what it expects; enumeration → members."""
    nodes = {node["@id"].removeprefix("schema:"): node for node in graph}

    def above(name: str) -> set[str]:
        parents = names(nodes[name], "rdfs:subClassOf") if name in nodes else []
        return {name, *(found for parent in parents for found in above(parent))}

    types = {name: sorted(above(name)) for name in TYPES}
    known = {name for found in types.values() for name in found}
    properties = {
        name: {"of": of, "expects": names(node, "schema:rangeIncludes")}
        for name, node in sorted(nodes.items())
        if (of := sorted(known & {*names(node, "schema:domainIncludes")}))
        and "schema:supersededBy" not in node
    }
    expected = {name for found in properties.values() for name in found["expects"]}
    members: dict[str, list[str]] = {}
    for name, node in sorted(nodes.items()):
        kind = node["@type"] if isinstance(node["@type"], str) else ""
        if (enumeration := kind.removeprefix("schema:")) in expected:
            members.setdefault(enumeration, []).append(name)
    return {"release": release, "types": types, "properties": properties, "members": members}


if __name__ == "__main__":
    published = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["@graph"]
    text = json.dumps(reduced(published, sys.argv[2]), sort_keys=True)
    print(text.replace("}, ", "},\n").replace("], ", "],\n"))  # noqa: T201
