"""What is said in each language, and the names of languages and countries: those that `settings` knows, and no others."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Generic, TypeVar

from pydantic import (
    AfterValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    RootModel,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from campaign.schemas import EACH_LANGUAGE
from campaign.settings import BY_CODE, COUNTRIES, LANGUAGES

Said = TypeVar("Said")


@dataclass(frozen=True)
class OneOf:
    """Takes these words alone, as a `Literal` does whose words stand in the code."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(list(self.words))


_TAGS = tuple(language.tag for language in LANGUAGES)
# Files for the world name a language by its tag, `nb`; our own keys say `no`.
LanguageCode = Annotated[
    str,
    OneOf(tuple(BY_CODE)),
    PlainSerializer(lambda code: BY_CODE[code].tag, when_used="json"),
    WithJsonSchema({"enum": list(_TAGS), "type": "string"}, mode="serialization"),
]
# The language of a source is told by its tag; one that is in several at once is `mul`.
LanguageTag = Annotated[str, OneOf((*_TAGS, "mul"))]
Country = Annotated[str, OneOf(tuple(COUNTRIES))]
# What makes law: a country, or the Union above it.
Jurisdiction = Annotated[str, OneOf((*COUNTRIES, "EU"))]
Currency = Annotated[str, OneOf(tuple(country.currency for country in COUNTRIES.values()))]
Zone = Annotated[str, OneOf(tuple(country.zone for country in COUNTRIES.values()))]


def _in_order(texts: dict[str, Said]) -> dict[str, Said]:
    return {code: texts[code] for code in BY_CODE if code in texts}


class InEachLanguage(
    RootModel[Annotated[dict[LanguageCode, Said], AfterValidator(_in_order)]], Generic[Said]
):
    """The same in each full language of the site, and perhaps in a partial one. The site's languages come as context."""

    model_config = ConfigDict(frozen=True, strict=True)

    # Languages that need not be there, even if they are full.
    spared: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="after")
    def _has_full_languages(self, info: ValidationInfo) -> "InEachLanguage[Said]":
        for code in (info.context or {}).get("languages", ()):
            if code not in self.root and code not in self.spared:
                raise PydanticCustomError("lacking", "lacks a language", {"path": (code,)})
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A key for each language; `in_languages` says which of them must be there."""
        found = handler(schema)
        whole = handler.resolve_ref_schema(found)
        each, keys = whole.pop("additionalProperties"), whole.pop("propertyNames")["enum"]
        named = zip(keys, LANGUAGES, strict=True)
        whole["properties"] = {key: {"description": one.name, **each} for key, one in named}
        whole |= {
            "additionalProperties": False,
            EACH_LANGUAGE: [key for key in keys if key not in cls.spared],
        }
        return found
