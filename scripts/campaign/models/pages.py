"""What stands in the front matter of a page, and the two tables that all pages share."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    Discriminator,
    Field,
    RootModel,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from campaign.models.languages import InEachLanguage, LanguageCode
from campaign.models.moving import Story
from campaign.models.values import SLUG, Bilingual, Day, PageFile, Passage, ProjectRef, Slug, Text, Value
from campaign.settings import BY_CODE


class Door(Value):
    """One of the three ways in on the start page."""

    title: Text = Field(description="Dörrens rubrik · Overskriften på døren")
    text: Text = Field(description="En mening om vem dörren är till för · En setning om hvem døren er for")
    link: PageFile = Field(
        description="Fil eller plats på sidan: move.md, #work · Fil eller sted på siden: move.md, #work"
    )
    action: Text = Field(description="Vad som händer när man går in · Hva som skjer når man går inn")


class ReadThrough(Value):
    """That a person has read a text from beginning to end, and stands for it: who, and on which day."""

    day: Day
    by: Text = Field(
        description="Den som läste, som sidan ska visa det · Den som leste, slik siden skal vise det"
    )


class PageMeta(Value):
    """The front matter of a Markdown file."""

    title: Text | None = Field(
        default=None, description="Rubrik; utelämnas när sidan hör till en post · Overskrift"
    )
    date: Day | None = Field(
        default=None,
        description="Dagen då nyheten kom; den gör sidan till en nyhet · Dagen nyheten kom; den gjør siden til en nyhet",
    )
    story: Story | None = Field(
        default=None,
        description="Vem berättelsen är av, och hur länge den får vara kvar; bara i stories · Hvem fortellingen er av, og hvor "
        "lenge den kan bli stående; bare i stories",
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
        default="language", description="Varför: language eller region · Hvorfor: language eller region"
    )
    project: ProjectRef | None = Field(
        default=None, description="Projektet som sidan berättar om · Prosjektet som siden forteller om"
    )
    source: Passage | None = Field(
        default=None, description="Källan för alla tal på sidan · Kilden for alle tall på siden"
    )
    numbers_differ: Text | None = Field(
        default=None,
        description="Varför sidan inte har samma tal på båda språken; då jämförs de inte · Hvorfor siden ikke har de samme "
        "tallene på begge språk; da blir de ikke sammenlignet",
    )
    read_through: ReadThrough | None = Field(
        default=None,
        description="När en människa läste igenom texten, och vem · Når et menneske leste gjennom teksten, og hvem",
    )
    doors: list[Door] = Field(default=[], description="Startsidans dörrar · Startsidens dører")


Form = Literal["zero", "one", "two", "few", "many", "other"]
Forms = dict[Form, Text]


class Counted(InEachLanguage[Forms]):
    """A sentence that says a number, in each language in each plural form that CLDR knows there: one, other."""

    def __getitem__(self, code: str) -> str:
        return self.root[code]["other"]

    def get(self, code: str) -> str | None:
        """The general form in the language `code`, or None where nobody wrote any."""
        return self[code] if code in self.root else None

    def forms(self, code: str) -> Mapping[Form, str]:
        """Plural form → the sentence, in the language `code`."""
        return self.root[code]

    @model_validator(mode="after")
    def _has_all_forms(self) -> "Counted":
        for code, forms in self.root.items():
            for form in BY_CODE[code].plural_forms:
                if form not in forms:
                    raise PydanticCustomError("lacking", "lacks a form", {"path": (code, form)})
        return self


# The two models of a label; `validation` leaves their names out of what it tells.
LABEL_MODELS = ("[words]", "[counted]")


def _model_of(label: Any) -> str:
    """A label that says `{count}` in any language, or is written with forms, needs them in all."""
    texts = label.values() if isinstance(label, dict) else ()
    counted = any(isinstance(text, dict) or "{count}" in str(text) for text in texts)
    return LABEL_MODELS[counted]


Label = Annotated[
    Annotated[Bilingual, Tag(LABEL_MODELS[0])] | Annotated[Counted, Tag(LABEL_MODELS[1])],
    Discriminator(_model_of),
]


class Labels(RootModel[dict[Slug, dict[Annotated[str, StringConstraints(pattern=SLUG)], Label]]]):
    """The words of the interface, grouped: group → word → every language."""


class Names(RootModel[dict[Text, LanguageCode]]):
    """Names and phrases that keep their language in the other language's text: name → its language.

    Those of records (services, seminars, projects) are known without standing here.
    """


class PublicWord(InEachLanguage[Slug]):
    """The word of an address in each language. Files have English names, so English addresses need no other."""

    spared = ("en",)

    def get(self, code: str) -> str | None:
        """The word in the language `code`, or None where the file's own name is the word."""
        return self.root.get(code)


class Addresses(RootModel[dict[Slug, PublicWord]]):
    """The public word for each folder or page name: `municipalities` → `kommuner`."""
