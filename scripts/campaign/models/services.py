"""What helps people move, or employers find them: services, networks and programmes, then and now."""

from typing import Literal

from pydantic import Field

from campaign.models.contacts import Contact
from campaign.models.headings import Named, Titled
from campaign.models.values import (
    Audience,
    Bilingual,
    ChapterRef,
    PartialDate,
    PartialDateOrUndated,
    Passage,
    ProjectRef,
    RegionRef,
    TemplateRef,
    Text,
    Value,
)


class Past(Value):
    """What something was in the projects, and where the sources say so."""

    period: PartialDate
    text: Bilingual = Field(description="Vad det var, i egna ord · Hva det var, med egne ord")
    passages: list[Passage] = Field(min_length=1, description="Källställen · Kildesteder")


class Present(Value):
    """What is known of it today; unknown is said openly."""

    status: Literal["active", "changed", "ended", "unknown"] = Field(
        description="Hur det är i dag: active, changed, ended eller unknown · Hvordan det er i dag: active, changed, ended eller unknown",
        json_schema_extra={"word": "status"},
    )
    as_of: PartialDateOrUndated = Field(description="När det gällde · Når det gjaldt")
    text: Bilingual = Field(description="Vad källorna säger · Hva kildene sier")
    passages: list[Passage] = Field(default=[], description="Källställen · Kildesteder")


class Service(Named):
    """A contact point, programme or network that helps people move, or employers find them."""

    name: Text = Field(description="Namnet som det används · Navnet slik det brukes")
    explained: Bilingual = Field(description="Namnet förklarat på en rad · Navnet forklart på en linje")
    form: Literal["contact-point", "programme", "network"] = Field(
        description="contact-point = kontakt, programme = program, network = nätverk · kontaktpunkt, program, nettverk",
        json_schema_extra={"word": "form"},
    )
    region: RegionRef = Field(description="Regionen · Regionen")
    audiences: list[Audience] = Field(
        min_length=1,
        description="För vem: movers = inflyttare, partners = medflyttare, employers = arbetsgivare, young = unga · "
        "For hvem: movers = innflyttere, partners = medflyttere, employers = arbeidsgivere, young = unge",
        json_schema_extra={"word": "audience"},
    )
    then: Past = Field(description="Då, i projekten · Da, i prosjektene")
    now: Present = Field(description="Nu, så långt källorna räcker · Nå, så langt kildene rekker")
    contacts: list[Contact] = Field(
        default=[], description="Hur man når tjänsten · Hvordan man når tjenesten"
    )

    def known_by(self) -> str:
        """Its region."""
        return self.region


class Network(Value):
    """A network of employers from the projects."""

    name: Bilingual = Field(description="Nätverkets namn · Nettverkets navn")
    regions: list[RegionRef] = Field(
        min_length=1, description="Regionerna där nätverket fanns · Regionene der nettverket fantes"
    )
    then: Past = Field(description="Då, i projekten · Da, i prosjektene")
    now: Present = Field(description="Nu, så långt källorna räcker · Nå, så langt kildene rekker")


class Programme(Titled):
    """A method of the projects for employers or young people, told so that it can be done again."""

    summary: Bilingual = Field(description="En mening om vad det var · En setning om hva det var")
    project: ProjectRef = Field(description="Projektet som gjorde det · Prosjektet som gjorde det")
    regions: list[RegionRef] = Field(
        min_length=1, description="Regionerna där det gjordes · Regionene der det ble gjort"
    )
    then: Past = Field(description="Då, i projekten · Da, i prosjektene")
    now: Present = Field(description="Nu, så långt källorna räcker · Nå, så langt kildene rekker")
    templates: list[TemplateRef] = Field(
        default=[], description="Mallar för den som startar om · Maler for den som starter igjen"
    )
    chapters: list[ChapterRef] = Field(default=[], description="Kapitel om samma sak · Kapitler om samme sak")
