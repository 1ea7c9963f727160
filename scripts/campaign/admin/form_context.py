"""What an editor in one language finds: the words of the form, the folders of texts, and the repository."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypedDict

import yaml

from campaign.admin.fields import FormLanguage
from campaign.content import Content
from campaign.models import KINDS
from campaign.models.editing import Editing
from campaign.pages import HOME
from campaign.stories import STORIES

Part = Literal["records", "files", "interface"]


class Translations(TypedDict):
    """What everything is called: part → name → in each of the languages of editors."""

    languages: Sequence[str]
    records: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[str]]
    interface: Mapping[str, Sequence[str]]


@cache
def translations() -> Translations:
    """The words of the editor, as words.yml has them."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    found: Translations = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def editor_codes(content: Content) -> list[str]:
    """The languages that the editor of a site speaks: those that it has words in, where the site has every page."""
    full = {language.code for language in content.full_languages}
    return [code for code in translations()["languages"] if code in full]


@dataclass(frozen=True)
class FormContext:
    """What an editor in one language finds: how the form speaks, folders of texts → what they are called, and the repository.

    `partial` are the folders of partial languages: code and folder → what it is called.
    """

    form: FormLanguage
    folders: Mapping[str, str]
    partial: Mapping[tuple[str, str], str]
    site_address: str
    editing: Editing

    def called(self, part: Part, name: str) -> str:
        """What something is called in the language of the editor."""
        return _in_language(translations()[part][name], self.form.code)


def _in_language(words: Sequence[str], code: str) -> str:
    return words[translations()["languages"].index(code)]


def build_form_context(content: Content, code: str, editing: Editing) -> FormContext:
    """What is in the content of a site, for an editor who speaks the language `code`."""
    words = {
        group: {word: text for word, label in labels.items() if (text := label.get(code))}
        for group, labels in content.labels.items()
    }
    form = FormLanguage(code, content.full_languages, words)
    codes = [one.code for one in content.languages if one.is_partial]
    partial = {(one, folder): name for one in codes for folder, name in _folders(content, one).items()}
    folders = {**_folders(content, code), **{kind.pages: kind.name for kind in KINDS.values() if kind.pages}}
    of_kinds = {
        str(KINDS[name].pages): _in_language(words, code) for name, words in translations()["records"].items()
    }
    folders |= {STORIES: STORIES}  # which are there before anybody has told one
    of_kinds[STORIES] = _in_language(translations()["interface"]["stories"], code)
    named = {folder: _name_of(content, code, folder, of_kinds.get(folder, "")) for folder in sorted(folders)}
    return FormContext(form, named, partial, content.configuration.site_url, editing)


def _folders(content: Content, code: str) -> dict[str, str]:
    """The folders that hold a text in a language, each with its name."""
    folders = sorted({path.rpartition("/")[0] for path in content.names[code]})
    return {folder: _name_of(content, code, folder) for folder in folders}


def _name_of(content: Content, code: str, folder: str, called: str = "") -> str:
    """The title of the first page of a folder, or what its kind is called, or the folder's own name."""
    first = content.prose[code].get(f"{folder}/{HOME}") if folder else None
    return (first.meta.title if first else None) or called or folder
