"""Places, and who and what is there: municipalities, regions, services and speakers."""

from campaign.models.events import Speaker
from campaign.models.places import Municipality, Region
from campaign.models.services import Service
from campaign.outputs.structured.figures import observations
from campaign.outputs.structured.json_ld import JsonLd, PageContext


def municipality(context: PageContext) -> list[JsonLd]:
    """A municipality with its place on the map, and its figures."""
    record, itself = context.page.shown(Municipality), f"{context.url}#place"
    return [
        {
            "@type": "AdministrativeArea",
            "@id": itself,
            "name": record.name,
            "url": context.url,
            "sameAs": record.website,
            "geo": {"@type": "GeoCoordinates", **record.coordinates.model_dump()},
            "containedInPlace": region_named(context, record.region),
        },
        *observations(context, itself),
    ]


def region(context: PageContext) -> list[JsonLd]:
    """A region with its municipalities."""
    places = context.site.content.municipalities
    urls = {place.name: context.url_of(f"municipalities/{slug}.md") for slug, place in places.items()}
    members = [
        {"@type": "AdministrativeArea", "name": name, "url": urls.get(name)}
        for name in context.page.shown(Region).members
    ]
    return [{**region_named(context, str(context.page.slug)), "containsPlace": members}]


def region_named(context: PageContext, slug: str) -> JsonLd:
    """A region as a place."""
    record = context.site.content.regions[slug]
    return {
        "@type": "AdministrativeArea",
        "name": record.name,
        "url": context.url_of(f"regions/{slug}.md"),
        "address": {
            "@type": "PostalAddress",
            "addressRegion": record.county,
            "addressCountry": record.country,
        },
    }


def service(context: PageContext) -> list[JsonLd]:
    """A service that is known to be there today; of another nobody shall think that it can be had."""
    record = context.page.shown(Service)
    if record.now.status != "active":
        return []
    return [
        {
            "@type": "Service",
            "name": record.name,
            "description": record.explained[context.code],
            "url": context.url,
            "areaServed": region_named(context, record.region),
        }
    ]


def speaker(context: PageContext) -> list[JsonLd]:
    """Somebody who speaks at a seminar."""
    record = context.page.shown(Speaker)
    employer = {"@type": "Organization", "name": record.organisation}
    return [
        {
            "@type": "Person",
            "name": record.name,
            "jobTitle": record.role[context.code],
            "worksFor": employer,
            "url": context.url,
            "sameAs": record.web,
        }
    ]
