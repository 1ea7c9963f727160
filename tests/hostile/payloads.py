"""The payloads of payloads.yml, each as a change of the good specimen; README.md tells what the fields mean."""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from campaign.files import Tree, UnreadableFile

LABELS = "content/data/labels.yml"
_SERVICE = "content/data/services/exempellots.yml"
_PAGE = """\
---
title: {title}
description: En sida som bara finns medan ett prov pågår, med en mening som är lång nog.
only: sv
---

{body}
"""
# Words that every page of the specimen says, so that a payload in one of them meets every reader.
_SAID = (
    "skip",
    "menu",
    "choose-language",
    "start",
    "licence",
    "nothing-stored",
    "breadcrumbs",
    "contents",
    "at",
    "read",
)


@dataclass(frozen=True)
class Payload:
    """Something that an attacker could send, and where."""

    name: str
    about: str
    place: str
    text: str
    at: str = ""
    shown: str | None = None
    base64: bool = False

    def changes(self, tree: Tree, number: int = 0) -> dict[str, bytes]:
        """The files that are others with the payload in them; `number` tells labels apart."""
        match self.place:
            case "prose":
                return {f"content/sv/{self.name}.md": _PAGE.format(title="Prov", body=self.text).encode()}
            case "front-matter":
                return {f"content/sv/{self.name}.md": _PAGE.format(title=self.text, body="Text.").encode()}
            case "value":
                service = tree[_SERVICE].decode().replace("name: Exempellots", f"name: {self.text}", 1)
                return {f"content/data/services/{self.name}.yml": service.encode()}
            case "label":
                return {LABELS: _with_label(tree[LABELS], _SAID[number % len(_SAID)], self.text)}
            case "configuration":
                return {"mkdocs.yml": _configured(tree["mkdocs.yml"], self.at.split("."), self.text)}
            case "link":
                return {f"content/media/{self.at}": UnreadableFile(b"S019 ")}
        return {f"content/media/{self.at}": self._bytes()}

    def _bytes(self) -> bytes:
        return base64.b64decode(self.text) if self.base64 else self.text.encode()

    @property
    def seen(self) -> str:
        """What readers see of it when it is text."""
        if self.shown is not None:
            return self.shown
        is_yaml = self.place in ("front-matter", "value")
        return str(yaml.load(self.text, Loader=yaml.CBaseLoader)) if is_yaml else self.text


def payloads() -> list[Payload]:
    """All of them, in the order of the file."""
    text = Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=yaml.CSafeLoader)
    return [Payload(place=one.pop("in"), **one) for one in listed]


def together(some: Iterable[Payload], tree: Tree) -> dict[str, bytes]:
    """A tree with several payloads in it."""
    changed = dict(tree)
    for number, payload in enumerate(some):
        changed |= payload.changes(changed, number)
    return changed


def _with_label(raw: bytes, word: str, text: str) -> bytes:
    labels = yaml.load(raw, Loader=yaml.CBaseLoader)
    labels["interface"][word]["sv"] = text
    return json.dumps(labels, ensure_ascii=False).encode()


def _configured(raw: bytes, keys: list[str], text: str) -> bytes:
    """mkdocs.yml with a field written as the text says."""
    settings = yaml.load(raw, Loader=yaml.CSafeLoader)
    group = settings
    for key in keys[:-1]:
        group = group.setdefault(key, {})
    group[keys[-1]] = "PAYLOAD"
    return json.dumps(settings, ensure_ascii=False).replace('"PAYLOAD"', text).encode()
