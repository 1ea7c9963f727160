"""What may be published: the table `policy.yml` as typed values, which the proof and the server's configuration share."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Reader = Literal[
    "html", "xml", "css", "script", "json", "csv", "text", "calendar", "pdf", "epub", "docx", "ods", "zip"
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _by_name(attributes: object) -> object:
    """`[download, href=link]` → `{download: "", href: "link"}`."""
    if not isinstance(attributes, list):
        return attributes
    return {name: kind for name, _, kind in (str(one).partition("=") for one in attributes)}


# Attribute → kind of its value: the name of a use of addresses, of a pattern in `values`, or nothing for plain text.
Attributes = Annotated[Mapping[str, str], BeforeValidator(_by_name)]


class Use(_Part):
    """What is done with an address: the schemes that it may have, and whether it may lead to another host."""

    schemes: frozenset[str]
    elsewhere: bool


class Kind(_Part):
    """A kind of file. `read` names what proves it, `begins` are its first bytes in hexadecimal, `..` for any."""

    type: str
    read: Reader | None = None
    begins: str = ""
    text: bool = False
    open: bool = False

    def is_begun_by(self, content: bytes) -> bool:
        """Whether a file of this kind may begin with the first of these bytes."""
        return bool(re.match(self.begins, content[: len(self.begins) // 2].hex()))


class Vocabulary(_Part):
    """The elements of a namespace, each with its own attributes; one that is open has any."""

    everywhere: Attributes = Field(default={}, alias="*")
    elements: Mapping[str, Attributes] = {}
    open: bool = False

    def kind_of(self, element: str, attribute: str) -> str | None:
        """The kind of value of an attribute, or None if the attribute may not stand on the element."""
        own = {**self.everywhere, **self.elements[element]}
        if attribute.endswith("-"):  # the beginning of names, and none itself
            return None
        return own.get(attribute, own.get(f"{attribute.partition('-')[0]}-"))


class Policy(_Part):
    """What may stand in everything that is published; see policy.yml."""

    addresses: Mapping[str, Use]
    values: Mapping[str, re.Pattern[str]]
    unseen: re.Pattern[str]
    kinds: Mapping[str, Kind]
    members: Mapping[str, Mapping[str, Kind]]
    vocabularies: Mapping[str, Vocabulary]
    html_within: frozenset[str]
    fields: frozenset[str]
    calendar: Mapping[str, frozenset[str]]
    pdf: Mapping[Literal["actions", "forbidden"], frozenset[str]]
    formula: re.Pattern[str]
    script_forbidden: re.Pattern[str]
    style_forbidden: re.Pattern[str]
    editor: Mapping[str, list[str]]
    headers: Mapping[str, str]

    @cached_property
    def text_types(self) -> list[str]:
        """The media types that are text in UTF-8; the configuration of nginx names them."""
        return sorted({kind.type for kind in self.kinds.values() if kind.text})


def integrity(content: bytes) -> str:
    """The digest of a script as its tag and the content security policy say it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def kind_of(kinds: Mapping[str, Kind], address: str) -> Kind | None:
    """The kind of the file at an address, by its whole name or else by its ending."""
    path = PurePosixPath(address)
    return kinds.get(path.name) or kinds.get(path.suffix)


@cache
def load_policy() -> Policy:
    """The policy of everything that is published."""
    text = Path(__file__).with_name("policy.yml").read_text(encoding="utf-8")
    return Policy.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
