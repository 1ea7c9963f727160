"""Ways to reach somebody: where they were read, and whether anybody answered."""

from pydantic import Field

from campaign.models.languages import LanguageCode
from campaign.models.values import (
    Bilingual,
    Day,
    Email,
    PastDate,
    Phone,
    SourceRef,
    Value,
    WebAddress,
)


class Sighting(Value):
    """Where a way to reach somebody was read, which says nothing of whether anybody answers."""

    date: PastDate = Field(
        description="Dagen källan lästes, eller den dag den visar · Dagen kilden ble lest, eller dagen den viser"
    )
    source: SourceRef = Field(description="Källan · Kilden")


class Confirmation(Value):
    """Somebody of ours got an answer this way: when and how."""

    date: Day = Field(description="Dagen någon svarade · Dagen noen svarte")
    how: Bilingual = Field(description="Hur vi fick svar: vi ringde växeln · Hvordan vi fikk svar")


class Contact(Value):
    """A way to reach a function, not a private person."""

    function: Bilingual = Field(description="Vem som svarar · Hvem som svarer")
    web: WebAddress | None = Field(
        default=None, description="Sidan där man når dem, med https:// · Siden der man når dem, med https://"
    )
    email: Email | None = Field(default=None, description="E-post · E-post")
    phone: Phone | None = Field(
        default=None, description="Telefon med landsnummer: +46 23 830 00 · Telefon med landkode"
    )
    languages: list[LanguageCode] = Field(
        default=[], description="Språk som källan säger att man svarar på · Språk kilden oppgir"
    )
    seen: Sighting = Field(description="Var och när uppgiften lästes · Hvor og når opplysningen ble lest")
    confirmed: Confirmation | None = Field(
        default=None,
        description="Bara när någon har fått svar på vägen · Bare når noen har fått svar på denne måten",
    )
