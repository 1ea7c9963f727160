"""What is looked at to tell what wants an eye, and in whose words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from campaign.codes import Code
from campaign.content import Content
from campaign.models.values import Bilingual
from campaign.problems import Phrase, Problem
from campaign.settings import DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Look:
    """A look at content: on which day, until when what comes is named, in which language, and what else is known of it.

    `warnings` are the problems that stop no build; `changed` says when a text was last changed by a person: path → seconds.
    """

    content: Content
    today: str
    soon: str
    language: str
    warnings: Sequence[Problem] = ()
    changed: Mapping[str, int] | None = None

    def said(self, code: Code, **values: object) -> str:
        """A sentence of messages.yml."""
        return Phrase(code, values).in_language(self.language)

    def words(self, text: Bilingual | None) -> str:
        """What a record says, in the editor's language if records speak it."""
        code = self.language if self.language in {one.code for one in self.content.full_languages} else ""
        return text[code or DEFAULT_LANGUAGE.code] if text else ""


# What goes before what is as grave, the file, and the sentence.
Found = Iterator[tuple[str, str, str]]
