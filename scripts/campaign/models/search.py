"""What the search knows beside the pages: what readers call them, words that mean the same or say nothing, and which count less."""

from typing import Annotated

from pydantic import Field

from campaign.models.languages import Country, LanguageCode
from campaign.models.values import PageFile, Text, Value

Words = dict[LanguageCode, list[Text]]


class Keywords(Value):
    """What readers call some pages when they search. In which file the words of a page stand is all the same; a page may stand in several."""

    pages: dict[PageFile, Words] = Field(
        min_length=1,
        description="Fil eller mapp → vad läsare kallar sidan eller mappens sidor, på varje språk · Fil eller mappe → det lesere "
        "kaller siden eller sidene i mappen, på hvert språk",
    )


class Queries(Keywords):
    """What readers type when a page is the answer, in their own words. A page may stand in several files."""

    pages: dict[PageFile, Words] = Field(
        min_length=1,
        description="Fil → vad läsare skriver när sidan är svaret, på varje språk · Fil → det lesere skriver når siden er svaret, "
        "på hvert språk",
    )


class Directions(Value):
    """The words before a place that say whether somebody goes there or comes from there."""

    to: list[Text] = Field(description="Dit: till, til, to · Dit: till, til, to")
    away: list[Text] = Field(description="Därifrån: från, fra, from · Derfra: från, fra, from")
    at: list[Text] = Field(
        default=[],
        description="Där: i, på, in; säger mindre om vart någon ska · Der: i, på, in; sier mindre om hvor noen skal",
    )
    living: list[Text] = Field(
        default=[],
        description="Verb som gör platsen till den man kommer ifrån: bor i Sverige, jobbar i Norge · Verb som gjør stedet til det "
        "man kommer fra: bor i Norge, jobber i Sverige",
    )
    working: list[Text] = Field(
        default=[],
        description="Ord om arbete: den som bor i ett land och har norsk chef flyttar inte · Ord om arbeid: den som bor i et land og "
        "har svensk sjef, flytter ikke",
    )
    within: dict[Country, list[Text]] = Field(
        default={},
        description="Land → platser där som inte har någon sida: Torsby, Oslo · Land → steder der som ikke har noen side",
    )
    elsewhere: list[Text] = Field(
        default=[],
        description="Ord för länderna utanför våra: från utlandet · Ord for landene utenfor våre: fra utlandet",
    )
    of: dict[Country, list[Text]] = Field(
        default={},
        description="Land → ord för det som hör dit: norsk, norwegian · Land → ord for det som hører til der",
    )
    people: dict[Country, list[Text]] = Field(
        default={},
        description="Land → ord för den som kommer därifrån: norrman · Land → ord for den som kommer derfra: nordmann",
    )


class SearchWords(Value):
    """Words of the search that belong to no page. One file: content/data/words.yml."""

    same: list[Words] = Field(
        default=[],
        description="Ord som betyder detsamma, på varje språk · Ord som betyr det samme, på hvert språk",
    )
    empty: list[Text] = Field(
        default=[],
        description="Ord som inget säger om vad man söker, på alla språk · Ord som ikke sier noe om hva man leter etter",
    )
    directions: Directions = Field(description="Vart en flytt går · Hvor en flytting går")
    shares: dict[PageFile, Annotated[float, Field(gt=0, le=2)]] = Field(
        default={},
        description="Mapp eller fil → hur mycket dess sidor väger i sökningen; annars 1 · Mappe eller fil → hvor mye sidene "
        "veier i søket; ellers 1",
    )
