"""Where the repository lies that the web editor writes to: a Git host, and how an editor is let in."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints

from campaign.models.values import PlaceRef, Text, Value, WebAddress

Host = Literal["gitlab", "github", "forgejo"]
# A person or a group, as the host calls them: @kim, @kommunen/webb.
Account = Annotated[str, StringConstraints(pattern=r"^@[\w.-]+(/[\w.-]+)*$")]
# The host that is meant where no address is told. Forgejo has none of its own.
_USUAL: dict[Host, str] = {
    "gitlab": "https://gitlab.com",
    "github": "https://github.com",
    "forgejo": "https://codeberg.org",
}
_INTERFACE: dict[Host, str] = {"gitlab": "/api/v4", "github": "/api/v3", "forgejo": "/api/v1"}


class Editing(Value):
    """The repository of the web editor, `make.py admin`. Nothing secret stands here."""

    host: Host = Field(
        description="Git-tjänsten; gitlab har förslag och inloggning utan egen server · Git-tjenesten; gitlab har forslag "
        "og innlogging uten egen tjener"
    )
    repository: Annotated[str, StringConstraints(pattern=r"^[\w.-]+(/[\w.-]+)+$")] = Field(
        description="Projektets namn på tjänsten: region/webbplats · Navnet på prosjektet: region/nettsted"
    )
    branch: Text = Field(
        default="main", description="Grenen som ändringar går till · Grenen som endringer går til"
    )
    address: WebAddress | None = Field(
        default=None,
        description="Tjänstens egen adress, om det inte är den allmänna · Adressen til tjenesten, hvis den ikke er den vanlige",
    )
    application: Text | None = Field(
        default=None,
        description="Programmets id på tjänsten, för inloggning med PKCE; saknas = personlig nyckel · ID-en til programmet, "
        "for innlogging med PKCE; mangler = personlig nøkkel",
    )
    owners: dict[PlaceRef, Annotated[list[Account], Field(min_length=1)]] = Field(
        default={},
        description="Vem som läser ändringar av en kommuns eller regions filer, som tjänsten kallar dem: @kommunen/webb · "
        "Hvem som leser endringer i filene til en kommune eller region",
    )
    everything: list[Account] = Field(
        default=[], description="Vem som läser alla andra ändringar · Hvem som leser alle andre endringer"
    )

    @property
    def origin(self) -> str:
        """Where an editor logs in."""
        parts = urlsplit(self.address or _USUAL[self.host])
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def interface(self) -> str:
        """The address of the interface for programs, which the editor's browser asks."""
        if self.origin == _USUAL["github"]:
            return "https://api.github.com"
        return f"{self.origin}{_INTERFACE[self.host]}"

    @property
    def origins(self) -> list[str]:
        """All that the editor's browser may speak with."""
        parts = urlsplit(self.interface)
        return sorted({self.origin, f"{parts.scheme}://{parts.netloc}"})
