"""What is not known: the questions that wait for an answer."""

from typing import Annotated

from pydantic import Field, StringConstraints

from campaign.models.values import AnsweringRef, Bilingual, Day, PageFile, Value

# A page is named by its file.
PAGE = r"^\S+\.md$"


class OpenQuestion(Value):
    """Something that readers would want to know and nobody has found out. An answered question is removed, and the answer goes where it belongs."""

    question: Bilingual = Field(description="Frågan, som man ställer den · Spørsmålet, slik man stiller det")
    pages: list[Annotated[PageFile, StringConstraints(pattern=PAGE)]] = Field(
        min_length=1,
        description="Sidorna som det gäller: municipalities/exempelby.md · Sidene det gjelder: municipalities/exempelby.md",
    )
    since: Day = Field(
        description="Dagen då vi letade och inte fann svaret · Dagen vi lette og ikke fant svaret"
    )
    ask: AnsweringRef = Field(
        description="Vem man frågar: en kommun, region eller tjänst · Hvem man spør: en kommune, region eller tjeneste"
    )

    def known_by(self) -> str:
        """Whoever is asked, which may be a service."""
        return self.ask
