"""Where the finished site goes: folders on a server, object stores, artefacts for a static host. Secrets never stand here."""

from typing import Annotated

from pydantic import Field, StringConstraints

from campaign.models.values import Slug, Text, Value

# A service, and no page of it; one on the own network may have a number for a name.
ENDPOINT = r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?$"


class Bucket(Value):
    """A place in an object store that speaks S3; the keys to it come from the environment alone."""

    bucket: Text = Field(
        description="Hinkens namn; den är bara webbplatsens · Navnet på bøtta, som bare er nettstedets"
    )
    endpoint: Annotated[str, StringConstraints(pattern=ENDPOINT)] | None = Field(
        default=None,
        description="Tjänstens adress; null för Amazons egen · Tjenestens adresse; null for Amazons",
    )
    region: Text = Field(default="us-east-1", description="Lagrets region · Regionen til lageret")


class Publishing(Value):
    """The targets of `make.py publish`, each under a name of its own."""

    key: Text | None = Field(
        default=None,
        description="Den öppna minisign-nyckeln; null om inget skrivs under · Den åpne minisign-nøkkelen; null hvis ingenting signeres",
    )
    folders: dict[Slug, Text] = Field(
        default={}, description="Mapp på en server: namn → sökväg · Mappe på en tjener: navn → sti"
    )
    buckets: dict[Slug, Bucket] = Field(default={}, description="S3-lager · S3-lager")
    artifacts: dict[Slug, Text] = Field(
        default={},
        description="Mapp eller zip för en statisk värd: namn → sökväg · Mappe eller zip for en statisk vert: navn → sti",
    )

    @property
    def names(self) -> list[str]:
        """What can be published to."""
        return sorted([*self.folders, *self.buckets, *self.artifacts])
