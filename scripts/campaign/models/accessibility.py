"""How accessible the site is: one list of what hinders readers, for the statements that both countries' law asks for."""

from typing import Literal

from pydantic import Field

from campaign.models.values import Bilingual, Day, Text, Value


class Barrier(Value):
    """Something that hinders a reader, since when it is known, and what there is instead."""

    what: Bilingual = Field(description="Vad som fattas, i en mening · Hva som mangler, i en setning")
    hinders: Bilingual = Field(description="Vem det hindrar · Hvem det hindrer")
    why: Bilingual = Field(description="Varför det är så ännu · Hvorfor det er slik ennå")
    instead: Bilingual | None = Field(
        default=None, description="Vad som finns i stället · Hva som finnes i stedet"
    )
    criterion: Text | None = Field(
        default=None,
        description="Kravet i WCAG som bryts: 1.2.2; saknas om lagen inte kräver det · Kravet i WCAG som brytes",
    )
    since: Day = Field(description="När vi upptäckte det · Når vi oppdaget det")


class Assessment(Value):
    """Accessibility as it was last assessed. One file: content/data/accessibility.yml."""

    assessed: Day = Field(
        description="Dagen då kraven senast prövades; minst en gång om året · Dagen kravene sist ble prøvd"
    )
    result: Literal["full", "partial", "none"] = Field(
        description="Hur mycket av lagens krav som är uppfyllt · Hvor mye av lovens krav som er oppfylt"
    )
    methods: list[Bilingual] = Field(
        min_length=1, description="Hur kraven prövades · Hvordan kravene ble prøvd"
    )
    barriers: list[Barrier] = Field(default=[], description="Det som fattas · Det som mangler")
