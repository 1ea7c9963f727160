"""What stands in the front matter of a page, and the two tables that all pages share."""

from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from campaign.models.values import SLUG, Bilingual, LanguageCode, Passage, ProjectRef, Slug, Text, Value


class Door(Value):
    """One of the three ways in on the start page."""

    title: Text
    text: Text
    link: Text = Field(description="Fil i samma språk: move.md · Fil på samme språk: move.md")
    action: Text = Field(description="Vad som händer när man går in · Hva som skjer når man går inn")


class PageMeta(Value):
    """The front matter of a Markdown file."""

    title: Text | None = Field(
        default=None, description="Rubrik; utelämnas när sidan hör till en post · Overskrift"
    )
    subtitle: Text | None = Field(default=None, description="Underrubrik på startsidan · Undertittel")
    description: Annotated[str, StringConstraints(min_length=50, max_length=160)] = Field(
        description="50–160 tecken för sökmotorer och delningar · 50–160 tegn for søkemotorer og deling"
    )
    menu: Text | None = Field(default=None, description="Kort ord i menyn · Kort ord i menyen")
    scene: Slug | None = Field(
        default=None, description="Bild överst, ur media/scenes · Bilde øverst, fra media/scenes"
    )
    only: LanguageCode | None = Field(
        default=None, description="Sidan finns bara på detta språk · Siden finnes bare på dette språket"
    )
    only_because: Literal["language", "region"] = Field(
        default="language", description="language eller region · language eller region"
    )
    project: ProjectRef | None = Field(
        default=None, description="Projektet som sidan berättar om · Prosjektet som siden forteller om"
    )
    source: Passage | None = Field(
        default=None, description="Källan för alla tal på sidan · Kilden for alle tall på siden"
    )
    doors: list[Door] = Field(default=[], description="Startsidans dörrar · Startsidens dører")


class Labels(RootModel[dict[Slug, dict[Annotated[str, StringConstraints(pattern=SLUG)], Bilingual]]]):
    """The words of the interface, grouped: group → word → both languages."""


class Names(RootModel[dict[Text, LanguageCode]]):
    """Names and phrases that keep their language in the other language's text: name → its language.

    Those of records (services, seminars, projects) are known without standing here.
    """


class PublicWord(Value):
    """The word of an address in each language."""

    sv: Slug = Field(description="I svenska adresser · I svenske adresser")
    no: Slug = Field(description="I norska adresser · I norske adresser")
    en: Slug | None = Field(
        default=None,
        description="I engelska adresser; annars filens namn · I engelske adresser; ellers navnet på filen",
    )

    def get(self, code: str) -> str | None:
        """The word in the language `code`, or None where the file's own name is the word."""
        word: str | None = getattr(self, code)
        return word


class Addresses(RootModel[dict[Slug, PublicWord]]):
    """The public word for each folder or page name: `municipalities` → `kommuner`."""
