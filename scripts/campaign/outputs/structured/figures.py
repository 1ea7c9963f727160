"""Figures and data: what is observed at a place, with its day and source, and the files that hold all of it."""

from collections.abc import Iterator

from campaign.comparison import strips
from campaign.content import Content
from campaign.directives import directives
from campaign.models.places import Fact
from campaign.outputs import archive, places
from campaign.outputs.structured.json_ld import JsonLd, PageContext, owner
from campaign.policy import kind_of, load_policy

# Directive → word of labels.yml under `dataset`, and the files that it offers.
_OFFERED = {
    "data-downloads": ("figures", (places.CSV_ADDRESS, places.JSON_ADDRESS)),
    "feed-list": ("archive", (archive.CSV_ADDRESS, archive.JSON_ADDRESS)),
}


def observations(context: PageContext, about: str) -> Iterator[JsonLd]:
    """The figures that every municipality is shown with; `about` is the `@id` of the place.

    An observation is a quantity by schema.org's own tree. Who looks for quantities alone need not know the tree.
    """
    for strip in strips(context.site.content, str(context.page.slug)):
        yield {
            "@type": ["Observation", "QuantitativeValue"],
            "name": context.word("fact", strip.fact.fact),
            "observationAbout": {"@id": about},
            "observationDate": strip.fact.as_of,
            "value": strip.fact.value,
            "unitText": context.word("unit", strip.fact.unit),
            "subjectOf": _source(context.site.content, strip.fact),
        }


def _source(content: Content, fact: Fact) -> JsonLd:
    source = content.sources[fact.source]
    return {
        "@type": "CreativeWork",
        "name": f"{source.publisher}: {source.title}",
        "url": source.address,
    }


def datasets(context: PageContext) -> list[JsonLd]:
    """The data that a page offers to fetch."""
    tokens = context.page.prose.tokens if context.page.prose else []
    offered = [_OFFERED[used.name] for used in directives(tokens) if used.name in _OFFERED]
    return [
        {
            "@type": "Dataset",
            "@id": f"{context.root}{files[0]}#data",
            "name": context.word("dataset", name),
            "description": context.word("dataset", f"{name}-about"),
            "inLanguage": context.tag,
            "license": context.site.content.structure.licence,
            "creator": owner(context),
            "distribution": [_download(context, file) for file in files],
        }
        for name, files in offered
    ]


def _download(context: PageContext, file: str) -> JsonLd:
    kind = kind_of(load_policy().kinds, file)
    return {
        "@type": "DataDownload",
        "encodingFormat": kind.type if kind else None,
        "contentUrl": context.root + file,
    }
