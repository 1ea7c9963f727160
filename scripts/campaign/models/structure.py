"""What holds the pages together: the footer, what hangs below what, what can be followed, and pages with a task of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from campaign.models.light import LightPlan
from campaign.models.map import BackgroundPlan, MapLayer
from campaign.models.values import MunicipalityRef, PageFile, Slug, Text, Value, WebAddress
from campaign.reads import record_read

FeedFormat = Literal["iCalendar", "RSS", "Atom", "JSON Feed"]


class Roles(Value):
    """Pages that the site itself leads to, by their files."""

    sources: PageFile = Field(default="sources.md", description="Källförteckningen · Kildelisten")
    guide: PageFile = Field(
        default="hr-guide/index.md", description="Guidens första sida · Forsiden til guiden"
    )
    questions: PageFile | None = Field(
        default=None, description="Frågor och svar; sökmotorer får veta det · Spørsmål og svar"
    )
    search: PageFile = Field(
        default="search.md",
        description="Sökningen; utan den har sidhuvudet ingen · Søket; uten den har sidehodet ikke noe søk",
    )
    contacts: PageFile = Field(
        default="contacts.md",
        description="Den som söker utan att hitta får fråga här · Den som søker uten å finne, kan spørre her",
    )
    finder: PageFile = Field(
        default="finder.md",
        description="Frågorna om vilken plats som passar · Spørsmålene om hvilket sted som passer",
    )
    compare: PageFile = Field(
        default="compare.md", description="Kommunerna bredvid varandra · Kommunene ved siden av hverandre"
    )
    map: PageFile = Field(default="map.md", description="Hela kartan · Hele kartet")
    light: PageFile = Field(default="live/light.md", description="Årets ljus · Årets lys")
    my_duties: PageFile = Field(
        default="hr-guide/my-duties.md", description="Det egna företagets plikter · Pliktene til egen bedrift"
    )
    deadlines: PageFile = Field(
        default="hr-guide/deadlines.md", description="Där dagar räknas ut · Der dager regnes ut"
    )
    duties: PageFile = Field(
        default="hr-guide/duties.md",
        description="Plikterna efter antal anställda; står också sist i guiden · Pliktene etter antall ansatte; står også "
        "bakerst i guiden",
    )
    templates: PageFile = Field(
        default="templates/index.md",
        description="Mallarna; listan står också sist i guiden · Malene; listen står også bakerst i guiden",
    )
    changes: PageFile = Field(
        default="hr-guide/changes.md",
        description="Det som har ändrats i reglerna; står också sist i guiden · Det som er endret i reglene; står også "
        "bakerst i guiden",
    )
    rates: PageFile = Field(default="hr-guide/rates.md", description="Satserna · Satsene")
    newsletter: PageFile | None = Field(
        default=None,
        description="Nyhetsbrevet; står i sidfoten bara om det går att anmäla sig · Nyhetsbrevet; står i bunnteksten "
        "bare når det går an å melde seg på",
    )
    interest_sent: PageFile | None = Field(
        default=None,
        description="Svaret när formuläret har skickats utan skript · Svaret når skjemaet er sendt uten skript",
    )
    sign_language: PageFile | None = Field(
        default=None,
        description="Hjälp på teckenspråk; länken står i sidhuvudet · Hjelp på tegnspråk; lenken står øverst",
    )


class SourceTopic(Value):
    """A page that lists the sources of one topic; the list of all leads to it."""

    page: PageFile = Field(description="Sidan med ämnets källor · Siden med kildene til temaet")
    of: list[PageFile] = Field(
        default=[],
        description="Mappar och filer vars källor står där; tomt för resten · Mapper og filer med kilder som står der; "
        "tomt for resten",
    )

    def takes(self, paths: Sequence[str]) -> bool:
        """Whether one of these pages belongs to the topic."""
        return any(path == one or path.startswith(f"{one}/") for path in paths for one in self.of)


class OfflinePages(Value):
    """What a reader may keep on the device, to read where there is no network."""

    switch: PageFile = Field(description="Sidan där läsaren slår på det · Siden der leseren slår det på")
    pages: list[PageFile] = Field(min_length=1, description="Sidor som sparas · Sider som lagres")
    folders: list[Slug] = Field(
        default=[], description="Mappar vars alla sidor sparas · Mapper der alle sidene lagres"
    )
    days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=30,
        description="Efter så många dagar sägs en kopia vara gammal · Etter så mange dager er en kopi gammel",
    )


class MapLabel(Value):
    """Where the name of a municipality stands on the map, where the right of its point is crowded."""

    municipality: MunicipalityRef = Field(description="Kommunen · Kommunen")
    anchor: Literal["start", "middle", "end"] = Field(
        description="Den ände av namnet som står där · Enden av navnet som står der"
    )
    right: int = Field(description="Steg åt höger från punkten · Steg mot høyre fra punktet")
    down: int = Field(description="Steg nedåt från punkten · Steg nedover fra punktet")


def structure_key(name: str) -> str:
    """The key under which it is noted that somebody read a part of site.yml."""
    return f"structure:{name}"


class Structure(Value):
    """How the pages hang together; the menu stands in mkdocs.yml. One file: content/data/site.yml."""

    footer: list[PageFile] = Field(
        default=[], description="Sidfoten: filer utan språk · Bunnteksten: filer uten språk"
    )
    parents: dict[Slug, PageFile] = Field(
        default={},
        description="Mapp → sidan som dess sidor hänger under · Mappe → siden som sidene i den henger under",
    )
    easy: dict[PageFile, PageFile] = Field(
        default={},
        description="Sida → samma sida som lättläst · Side → den samme siden som lettlest",
    )
    feeds: dict[PageFile, list[FeedFormat]] = Field(
        default={}, description="Sidor som går att följa, och hur · Sider som kan følges, og hvordan"
    )
    pages: Roles = Field(default=Roles(), description="Sidor med en egen uppgift · Sider med en egen oppgave")
    sections: dict[Slug, PageFile] = Field(
        default={},
        description="Avsnitt i en kommuns text → sidan som berättar detsamma om alla · Del av teksten om en kommune → "
        "siden som forteller det samme om alle",
    )
    sources: list[SourceTopic] = Field(
        default=[],
        description="Källförteckningen i ämnen: en källa står under det första som har en sida med den; resten under det "
        "sista · Kildelisten delt i temaer",
    )
    responsible: dict[Text, Text] = Field(
        default={},
        description="Fil, mapp eller any → vem som svarar för sidorna · Fil, mappe eller any → hvem som svarer for sidene",
    )
    offline: OfflinePages | None = Field(
        default=None,
        description="Det som går att spara och läsa utan nät · Det som kan lagres og leses uten nett",
    )
    licence: WebAddress | None = Field(
        default=None,
        description="Sidan med licensens ord, för program som läser data · Siden med ordene i lisensen, for programmer",
    )
    light: LightPlan | None = Field(
        default=None,
        description="Årets ljus: källan och städerna bredvid · Årets lys: kilden og byene ved siden av",
    )
    years_current: dict[Slug, Annotated[int, Field(ge=1)]] = Field(
        default={},
        description="Så många år säger ett tal inte sitt år: ord ur labels.yml under fact, och any för resten · "
        "Så mange år sier et tall ikke året sitt",
    )
    map_background: BackgroundPlan | None = Field(
        default=None,
        description="Kartans utsnitt och ord, för scripts/draw_map.py · Utsnitt og ord på kartet",
    )
    map_labels: list[MapLabel] = Field(
        default=[], description="Namn som inte får plats till höger om sin punkt · Navn uten plass til høyre"
    )
    map_layers: list[MapLayer] = Field(
        default=[],
        max_length=6,
        description="Vad kartan kan visa, det första från början · Hva kartet kan vise",
    )

    if not TYPE_CHECKING:  # the fields keep their types

        def __getattribute__(self, name: str) -> object:
            """A part, which is noted: every page reads a few of them, and a change touches one."""
            if name in Structure.model_fields:
                record_read(structure_key(name))
            return super().__getattribute__(name)

    def answers_for(self, path: str) -> str | None:
        """Who answers for the page at `path`: said of the page itself, of its folder, or of all; None where nobody is."""
        named = (path, path.partition("/")[0], "any")
        return next((self.responsible[name] for name in named if name in self.responsible), None)

    def above(self, path: str) -> list[str]:
        """The index pages that the page at `path` hangs below, the farthest first."""
        folder, _, name = path.rpartition("/")
        own = f"{folder}/index.md" if folder and name != "index.md" else None
        return [found for found in (self.parents.get(folder), own) if found]

    def full_page_of(self, path: str) -> str | None:
        """The page that the easy-to-read page at `path` tells, or None where that page is not easy to read."""
        return next((full for full, easy in self.easy.items() if easy == path), None)
