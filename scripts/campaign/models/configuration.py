"""What is ours in mkdocs.yml: the public address, the menu, and what the owner of the site has decided."""

import re
from dataclasses import replace
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from campaign.models.editing import Editing
from campaign.models.languages import LanguageCode
from campaign.models.publishing import Publishing
from campaign.models.values import DayAhead, Email, PageFile, Text, Value, WebAddress
from campaign.settings import BY_CODE, LANGUAGES, Language

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


class Security(Value):
    """Where to tell of a weakness of the site, and until which day that is true."""

    contact: WebAddress | Annotated[str, Field(pattern=r"^mailto:[^?\s]+@[^?\s]+$")] = Field(
        description="En sida eller mailto: · En side eller mailto:"
    )
    expires: DayAhead = Field(description="Högst ett år fram · Høyst ett år fram")


class Extra(Value):
    """The settings that MkDocs does not know; others than ours may stand beside them."""

    model_config = ConfigDict(extra="ignore")

    owner: Owner = Field(description="Vem som ger ut webbplatsen · Hvem som står bak nettstedet")
    forms: Forms = Field(default=Forms(), description="Vart formulären skickas · Hvor skjemaene sendes")
    security: Security | None = Field(
        default=None,
        description="Vart svagheter anmäls (security.txt); null om det inte är bestämt · Hvor svakheter meldes; null hvis ubestemt",
    )
    publish: Publishing = Field(
        default=Publishing(),
        description="Vart den färdiga webbplatsen läggs · Hvor det ferdige nettstedet legges",
    )
    editing: Editing | None = Field(
        default=None,
        description="Webbredigeringens Git-tjänst; null = den byggs inte · Git-tjenesten til nettredigeringen; null = den bygges ikke",
    )
    partial_languages: list[LanguageCode] = Field(
        default=[],
        description="Språk som bara har de sidor någon har skrivit · Språk med bare de sidene noen har skrevet",
    )


class SiteLanguage(Value):
    """A language of the site, as the plugin static-i18n wants it."""

    model_config = ConfigDict(extra="ignore")

    locale: LanguageCode = Field(description="Mapp i content/ · Mappe i content/")
    name: Text = Field(description="Språkets eget namn · Navnet på språket selv")
    default: bool = Field(
        default=False, description="true för språket utan prefix i adressen · true for språket uten prefiks"
    )


class Translations(Value):
    """What the plugin static-i18n knows."""

    model_config = ConfigDict(extra="ignore")

    languages: list[SiteLanguage] = Field(min_length=1, description="Språken · Språkene")


class Plugin(Value):
    """A plugin of MkDocs; of others than static-i18n nothing is read."""

    model_config = ConfigDict(extra="ignore")

    i18n: Translations | None = Field(
        default=None,
        description="Språken, när tillägget är static-i18n · Språkene, når tillegget er static-i18n",
    )


def _with_settings(plugin: Any) -> Any:
    return {} if isinstance(plugin, str) else plugin


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
    nav: list[PageFile] = Field(
        min_length=1, description="Menyn: sidornas filer, utan språk · Menyen: filene til sidene, uten språk"
    )
    extra: Extra = Field(description="Det som ägaren har bestämt · Det eieren har bestemt")
    plugins: list[Annotated[Plugin, BeforeValidator(_with_settings)]] = Field(
        default=[], description="MkDocs tillägg · Tilleggene til MkDocs"
    )

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site in their order; all that we know where static-i18n is not used."""
        listed = [one for plugin in self.plugins if plugin.i18n for one in plugin.i18n.languages]
        return tuple(self._language(one) for one in listed) or LANGUAGES

    def _language(self, listed: SiteLanguage) -> Language:
        return replace(
            BY_CODE[listed.locale],
            name=listed.name,
            prefix="" if listed.default else f"{listed.locale}/",
            is_partial=listed.locale in self.extra.partial_languages,
        )
