"""What an editor in one language finds: the words of the form, the folders of texts, and the repository."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from campaign.admin.fields import FormLanguage
from campaign.content import Content
from campaign.models import KINDS
from campaign.models.editing import Editing
from campaign.pages import HOME
from campaign.stories import STORIES

# The two languages in which it speaks, as the pairs of words.yml have them.
CODES = ("sv", "no")
Part = Literal["records", "files", "interface"]


@cache
def translations() -> Mapping[Part, Mapping[str, Sequence[str]]]:
    """What everything is called: part → name → in Swedish and in Norwegian."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    found: Mapping[Part, Mapping[str, Sequence[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@dataclass(frozen=True)
class FormContext:
    """What an editor in one language finds: how the form speaks, folders of texts → what they are called, and the repository."""

    form: FormLanguage
    folders: Mapping[str, str]
    english: Mapping[str, str]
    site_address: str
    editing: Editing

    def called(self, part: Part, name: str) -> str:
        """What something is called in the language of the editor."""
        return translations()[part][name][CODES.index(self.form.code)]


def build_form_context(content: Content, code: str, editing: Editing) -> FormContext:
    """What is in the content of a site, for an editor who speaks the language `code`."""
    words = {
        group: {word: text for word, label in labels.items() if (text := label.get(code))}
        for group, labels in content.labels.items()
    }
    form = FormLanguage(code, content.full_languages, words)
    partial = [one.code for one in content.languages if one.is_partial]
    english = {folder: name for one in partial for folder, name in _folders(content, one).items()}
    folders = {**_folders(content, code), **{kind.pages: kind.name for kind in KINDS.values() if kind.pages}}
    of_kinds = {
        str(KINDS[name].pages): pair[CODES.index(code)] for name, pair in translations()["records"].items()
    }
    folders |= {STORIES: STORIES}  # which are there before anybody has told one
    of_kinds[STORIES] = translations()["interface"]["stories"][CODES.index(code)]
    named = {folder: _name_of(content, code, folder, of_kinds.get(folder, "")) for folder in sorted(folders)}
    return FormContext(form, named, english, content.configuration.site_url, editing)


def _folders(content: Content, code: str) -> dict[str, str]:
    """The folders that hold a text in a language, each with its name."""
    folders = sorted({path.rpartition("/")[0] for path in content.names[code]})
    return {folder: _name_of(content, code, folder) for folder in folders}


def _name_of(content: Content, code: str, folder: str, called: str = "") -> str:
    """The title of the first page of a folder, or what its kind is called, or the folder's own name."""
    first = content.prose[code].get(f"{folder}/{HOME}") if folder else None
    return (first.meta.title if first else None) or called or folder
