"""A kind and a name ─> a record and its texts to begin with: each field says what goes there, and the check what is left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from campaign.content import Content
from campaign.editing.entries import Entry
from campaign.markdown import Heading, headings
from campaign.models import KINDS, PageMeta, record_file
from campaign.pages import NEWS, record_of
from campaign.schemas import Schema, explained, resolved, schema_of
from campaign.stories import STORIES
from campaign.validation import UNFILLED
from campaign.writing import render_yaml

# What a page without a record has of its own, and what those of some folders are nothing without.
_OF_A_PAGE = ("title",)
_OF_FOLDERS = {NEWS: ("title", "date"), STORIES: ("title", "story")}


@dataclass(frozen=True)
class Draft:
    """Files to begin with, path → text; and the fields that may be there too, with what goes there."""

    files: Mapping[str, str]
    may_have: Mapping[str, str]


def build_draft(content: Content, entry: Entry, code: str, write_here: str) -> Draft:
    """The draft of a record or page, explained in the language `code`; `write_here` stands where prose goes."""
    model = KINDS[entry.kind].model if entry.kind else PageMeta
    asked = KINDS[entry.kind].asked if entry.kind else _asked_of_page(entry)
    full = [language.code for language in content.full_languages]
    files = {}
    if entry.kind:
        files[record_file(entry.kind, entry.slug)] = render_yaml(_draft(model, full, code, asked), model)
    if entry.path and (not entry.kind or KINDS[entry.kind].prose_required):
        for language in full:
            files[f"content/{language}/{entry.path}"] = _text(content, entry, language, code, write_here)
    return Draft(files, dict(_optional(schema_of(model), code, asked)))


def _draft(model: type[BaseModel], full: Sequence[str], code: str, asked: Sequence[str]) -> dict[str, object]:
    """What must be there, and what is asked for although it may be left out."""
    whole = schema_of(model)
    begun: Schema = {**whole, "required": [*whole.get("required", []), *asked]}
    found = _filled(whole, begun, "", full, code)
    assert isinstance(found, dict)
    return found


def _filled(whole: Schema, schema: Schema, name: str, full: Sequence[str], code: str) -> object:
    """What must be there, with what goes there in the place of each word."""
    about = explained(schema, code) or name.replace("_", " ")
    schema = resolved(whole, schema)
    if each := schema.get("each_language"):
        return {language: f"{UNFILLED} {about}" for language in full if language in each}
    if "properties" in schema:
        fields = {key: schema["properties"][key] for key in schema.get("required", [])}
        return {key: _filled(whole, field, key, full, code) for key, field in fields.items()}
    if schema.get("type") == "array":
        return [_filled(whole, {"description": about, **schema["items"]}, name, full, code)]
    return f"{UNFILLED} {_about(about, explained(schema, code))}{_choice(schema)}"


def _about(field: str, sort: str) -> str:
    """What goes into a field: what it says of itself, and of which sort such a word is."""
    return field if sort in ("", field) else f"{field} ({sort[0].lower()}{sort[1:]})"


def _choice(schema: Schema) -> str:
    """What a word may be: one of several, or the name of a record."""
    if "reference" in schema:
        return f" (content/data/{schema['reference']}/)"
    return f" ({', '.join(schema['enum'])})" if "enum" in schema else ""


def _optional(schema: Schema, code: str, asked: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The fields that a draft leaves out, and what goes there."""
    for key, field in schema.get("properties", {}).items():
        if key not in (*schema.get("required", []), *asked):
            yield key, explained(field, code)


def _text(content: Content, entry: Entry, language: str, code: str, write_here: str) -> str:
    """A text with the headings that others of its kind have, or none."""
    front = _draft(PageMeta, [], code, () if entry.kind else _asked_of_page(entry))
    body = f"{UNFILLED} {write_here}\n"
    sections = KINDS[entry.kind].sections if entry.kind else ()
    for heading in _headings(content, entry, language) if sections else ():
        body += f"\n## {UNFILLED} {heading.text} {{#{heading.id}}}\n\n{UNFILLED} {write_here}\n"
    return f"---\n{render_yaml(front, PageMeta)}---\n\n{body}"


def _asked_of_page(entry: Entry) -> Sequence[str]:
    return _OF_FOLDERS.get(str(entry.path).rpartition("/")[0], _OF_A_PAGE)


def _headings(content: Content, entry: Entry, language: str) -> list[Heading]:
    """The headings of the first text of the same kind."""
    folder = f"{KINDS[str(entry.kind)].pages}/"
    of_kind = (
        text
        for path, text in content.prose[language].items()
        if path.startswith(folder) and record_of(content, path)
    )
    return [heading for heading in headings(next(of_kind).tokens) if heading.level == 2]
