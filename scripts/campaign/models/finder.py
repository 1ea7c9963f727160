"""The questions that help a mover find a place."""

from pydantic import Field

from campaign.models.values import Bilingual, OwnName, Value


class Option(Value):
    """One answer: the trait it asks for."""

    trait: OwnName = Field(description="Egenskapen som svaret söker · Egenskapen svaret leter etter")
    text: Bilingual = Field(
        description="Svaret, som läsaren skulle säga det · Svaret, slik leseren ville sagt det"
    )
    unknown: Bilingual = Field(
        description="Vad vi säger om en ort som vi inte vet det om · Hva vi sier om et sted vi ikke vet det om"
    )


class Question(Value):
    """One question to a mover; any answer may be left out."""

    id: OwnName = Field(
        description="Ett eget namn för frågan, bara små bokstäver · Et eget navn på spørsmålet, bare små bokstaver"
    )
    text: Bilingual = Field(description="Frågan, i du-form · Spørsmålet, i du-form")
    options: list[Option] = Field(
        min_length=2, description="Svaren att välja mellan · Svarene å velge mellom"
    )


class Wish(Value):
    """An answer to the question of the start page: a trait in a word or two."""

    trait: OwnName = Field(
        description="En egenskap som frågorna söker · En egenskap som spørsmålene leter etter"
    )
    text: Bilingual = Field(description="Önskan i ett eller två ord · Ønsket med ett eller to ord")


class FirstQuestion(Value):
    """The question of the start page, which sorts the places by the traits that are ticked."""

    text: Bilingual = Field(description="Frågan · Spørsmålet")
    wishes: list[Wish] = Field(min_length=2, max_length=8, description="Högst åtta svar · Høyst åtte svar")


class Finder(Value):
    """The questions of »Which place fits me?«. One file: content/data/finder.yml."""

    first: FirstQuestion | None = Field(
        default=None,
        description="Startsidans fråga, som ordnar korten · Spørsmålet på forsiden, som ordner kortene",
    )
    questions: list[Question] = Field(
        min_length=1, description="Frågorna i ordning · Spørsmålene i rekkefølge"
    )
