"""What is ours in mkdocs.yml: the public address, the menu, and what the owner of the site has decided."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from campaign.models.values import Email, Text, Value, WebAddress

# Host, port and folder, and nothing else: every address of the site is written behind it.
_SITE_ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[\w.~-]+)*/*", re.ASCII)


class Owner(Value):
    """Who publishes the site."""

    email: Email | None = Field(
        default=None,
        description="Visas på »Om«; null om den inte är bestämd · Vises på «Om»; null hvis ubestemt",
    )


class Forms(Value):
    """Where each form posts; null where that is not decided, and the page offers e-mail instead."""

    interest: WebAddress | None = Field(
        default=None, description="»Jag funderar på att flytta« · «Jeg tenker på å flytte»"
    )
    newsletter: WebAddress | None = Field(default=None, description="Nyhetsbrevet · Nyhetsbrevet")


class Extra(Value):
    """The settings that MkDocs does not know; others than ours may stand beside them."""

    model_config = ConfigDict(extra="ignore")

    owner: Owner
    forms: Forms = Forms()


def _ends_with_slash(text: str) -> str:
    if not _SITE_ADDRESS.fullmatch(text):
        raise PydanticCustomError("web_address", "not a web address")
    return text.rstrip("/") + "/"


class Configuration(Value):
    """Our part of mkdocs.yml; the rest is between MkDocs and its plugins."""

    model_config = ConfigDict(extra="ignore")

    site_name: Text = Field(
        description="MkDocs kräver det; sidorna tar sitt ur labels.yml · MkDocs krever det"
    )
    site_url: Annotated[str, AfterValidator(_ends_with_slash)] = Field(
        description="Den offentliga adressen, med / sist · Den offentlige adressen, med / til slutt"
    )
    nav: list[Text] = Field(
        min_length=1, description="Menyn: sidornas filer, utan språk · Menyen: filene til sidene, uten språk"
    )
    extra: Extra
