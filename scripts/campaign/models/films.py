"""Films of our own, which play without leaving the site: in each language its file, its captions and what is said in it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from campaign.models.languages import InEachLanguage
from campaign.models.values import Bilingual, Value

FILM_FILE, CAPTIONS_FILE = r"^[a-z0-9/-]+\.mp4$", r"^[a-z0-9/-]+\.vtt$"
POSTER_FILE = r"^[a-z0-9/-]+\.(svg|png|jpe?g|webp|avif)$"
# Swedish and Norwegian sign language are two languages, so a film may be two.
FilmFiles = InEachLanguage[Annotated[str, StringConstraints(pattern=FILM_FILE)]]
CaptionsFiles = InEachLanguage[Annotated[str, StringConstraints(pattern=CAPTIONS_FILE)]]
PosterFile = Annotated[str, StringConstraints(pattern=POSTER_FILE)]


class Film(Value):
    """A film with everything that those need who do not see it or do not hear it. The files lie in content/media."""

    title: Bilingual = Field(description="Filmens titel · Tittelen på filmen")
    file: FilmFiles = Field(description="Filmen, mp4: films/valkommen.mp4 · Filmen, mp4: films/valkommen.mp4")
    captions: CaptionsFiles = Field(description="Textning, WebVTT · Teksting, WebVTT")
    poster: PosterFile = Field(
        description="Bilden innan filmen spelas, 16:9 · Bildet før filmen spilles, 16:9"
    )
    seconds: Annotated[int, Field(ge=1, description="Längd i sekunder · Lengde i sekunder")]
    transcript: list[Bilingual] = Field(
        min_length=1, description="Det som sägs och syns, ett stycke i taget · Det som blir sagt og vist"
    )

    def files(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each file of the film, after the place in the record that names it."""
        yield ("poster",), self.poster
        for name, files in (("file", self.file), ("captions", self.captions)):
            yield from (((name, code), file) for code, file in files.root.items())
