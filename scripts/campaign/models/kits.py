"""What a round of a programme is run with: letters, meetings, costs and what is measured. All of it is our own proposal."""

from typing import Annotated

from pydantic import Field

from campaign.models.values import Bilingual, Text, Value

# The files of a kit in the order in which somebody uses them: the word of labels.yml, and the ending.
KIT_FILES = {
    "how": "docx",
    "letters": "docx",
    "meetings": "docx",
    "slides": "pptx",
    "sheet": "ods",
    "calendar": "ics",
}


class KitLetter(Value):
    """A letter to send, with blanks to fill in."""

    title: Bilingual = Field(description="Till vem, och vad det gäller · Til hvem, og hva det gjelder")
    text: list[Bilingual] = Field(min_length=1, description="Styckena i brevet · Avsnittene i brevet")


class Meeting(Value):
    """A meeting of the round, counted from its start."""

    week: Annotated[int, Field(ge=-12, le=60)] = Field(
        description="Veckor efter starten, med minus för före · Uker etter start, med minus for før"
    )
    minutes: Annotated[int, Field(ge=15, le=480)] = Field(description="Minuter · Minutter")
    title: Bilingual = Field(description="Vad mötet handlar om · Hva møtet handler om")
    who: Bilingual = Field(description="Vilka som är med · Hvem som er med")
    goal: Bilingual = Field(description="Vad som är klart efteråt · Hva som er klart etterpå")
    agenda: list[Bilingual] = Field(min_length=1, description="Punkterna, i ordning · Punktene, i rekkefølge")
    home: Bilingual | None = Field(
        default=None, description="Att göra till nästa gång · Å gjøre til neste gang"
    )


class Kit(Value):
    """What somebody needs to run a round of a programme. Named after the programme."""

    start_month: Annotated[int, Field(ge=1, le=12)] = Field(
        description="Månaden då vi föreslår att en omgång börjar · Måneden vi foreslår at en runde begynner"
    )
    letters: list[KitLetter] = Field(min_length=1, description="Breven att skicka · Brevene å sende")
    meetings: list[Meeting] = Field(min_length=1, description="Mötena, i ordning · Møtene, i rekkefølge")
    costs: list[Bilingual] = Field(min_length=1, description="Raderna i budgeten · Radene i budsjettet")
    measures: list[Bilingual] = Field(
        min_length=1, description="Vad man räknar före och efter · Hva man teller før og etter"
    )
    indicators: list[Text] = Field(
        default=[],
        description="Bokstäverna för projektets egna indikatorer · Bokstavene for prosjektets egne indikatorer",
    )
