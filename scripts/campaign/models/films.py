"""Films of our own, which play without leaving the site: in each language its file, its captions and what is said in it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from campaign.models.languages import InEachLanguage
from campaign.models.values import Bilingual, Value

MEDIA_FILE = r"^[a-z0-9/-]+\.[a-z0-9]+$"
MediaFile = Annotated[str, StringConstraints(pattern=MEDIA_FILE)]
# Swedish and Norwegian sign language are two languages, so a film may be two.
MediaFiles = InEachLanguage[MediaFile]


class Film(Value):
    """A film with everything that those need who do not see it or do not hear it. The files lie in content/media."""

    title: Bilingual = Field(description="Filmens titel · Tittelen på filmen")
    file: MediaFiles = Field(
        description="Filmen, mp4: films/valkommen.mp4 · Filmen, mp4: films/valkommen.mp4"
    )
    captions: MediaFiles = Field(description="Textning, WebVTT · Teksting, WebVTT")
    poster: MediaFile = Field(
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
