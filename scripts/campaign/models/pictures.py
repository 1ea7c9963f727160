"""The photographs: what they show, who took them, and on which terms."""

from pydantic import Field

from campaign.models.values import Bilingual, Value, WebAddress


class Picture(Value):
    """A photograph in content/media/pictures, under the same name: what it shows, who took it, and on which terms."""

    shows: Bilingual = Field(
        description="Vad bilden visar, för den som inte ser den · Hva bildet viser, for den som ikke ser det"
    )
    credit: Bilingual = Field(
        description="Vem som tog den: Foto: Kim Exempel · Hvem som tok det: Foto: Kim Eksempel"
    )
    licence: Bilingual = Field(description="På vilka villkor: CC BY 4.0 · På hvilke vilkår: CC BY 4.0")
    licence_address: WebAddress | None = Field(
        default=None, description="Där villkoren står · Der vilkårene står"
    )
