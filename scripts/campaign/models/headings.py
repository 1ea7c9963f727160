"""How a record that has a page names it: a title, its language, a line below it, and a sentence about it."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pydantic import Field

from campaign.models.languages import LanguageCode
from campaign.models.values import Bilingual, Text, Value


@dataclass(frozen=True)
class Heading:
    """The title of a page, the code of the title's own language, and a line below it, if there is one."""

    title: str
    language: str
    below: str | None = None


@runtime_checkable
class HasPage(Protocol):
    """What a model gives whose kind has pages."""

    def heading(self, code: str) -> Heading:
        """The head of the page in the language `code`."""

    def description(self, code: str) -> str:
        """The page in a sentence, where no prose gives one."""


class Titled(Value):
    """What has a title in both languages, and a sentence that says what it is."""

    title: Bilingual = Field(description="Titeln · Tittelen")
    summary: Bilingual

    def heading(self, code: str) -> Heading:
        """The title, and the sentence below it."""
        return Heading(self.title[code], code, self.summary[code])

    def description(self, code: str) -> str:
        """The sentence."""
        return self.summary[code]


class Named(Value):
    """What has a name that keeps its language, and is explained in both."""

    name: Text
    name_language: LanguageCode = Field(description="Namnets språk · Navnets språk")
    explained: Bilingual

    def heading(self, code: str) -> Heading:
        """The name in its own language, explained below it."""
        return Heading(self.name, self.name_language, self.explained[code])

    def description(self, code: str) -> str:
        """The explanation."""
        return self.explained[code]
