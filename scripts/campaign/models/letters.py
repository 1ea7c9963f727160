"""Letters that are written before the reader asks: what somebody in a certain case wants to know of a place."""

from collections.abc import Iterator

from pydantic import Field

from campaign.models.values import Bilingual, Value


class Letter(Value):
    """A letter to a municipality that the reader only has to send; `{place}` in it is the name of the municipality."""

    name: Bilingual = Field(
        description="Länkens ord: Jag vill flytta hem · Ordene i lenken: Jeg vil flytte hjem"
    )
    subject: Bilingual = Field(description="Ämnesraden · Emnefeltet")
    begins: Bilingual = Field(description="Första stycket, efter hälsningen · Første avsnitt, etter hilsenen")
    asks: list[Bilingual] = Field(
        min_length=1, description="Frågorna, en för varje rad · Spørsmålene, ett per linje"
    )

    on_place_pages: bool = Field(
        default=False,
        description="true om brevet står på varje kommuns sida · true hvis brevet står på alle kommunesidene",
    )

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], Bilingual]]:
        """Each text of the letter, after the place in the record where it stands."""
        yield from ((("name",), self.name), (("subject",), self.subject), (("begins",), self.begins))
        yield from ((("asks", number), question) for number, question in enumerate(self.asks))
