"""Places, and who and what is there: municipalities, regions, services and speakers."""

from campaign.outputs.structured.things import Here, Thing


def municipality(here: Here) -> list[Thing]:
    """A municipality with its place on the map."""
    record = here.page.record
    return [
        {
            "@type": "AdministrativeArea",
            "name": record.name,
            "url": here.url,
            "sameAs": record.website,
            "geo": {"@type": "GeoCoordinates", **record.coordinates.model_dump()},
            "containedInPlace": region_named(here, record.region),
        }
    ]


def region(here: Here) -> list[Thing]:
    """A region with its municipalities."""
    places = here.site.catalogue.records["municipalities"]
    urls = {place.name: here.url_of(f"municipalities/{slug}.md") for slug, place in places.items()}
    members = [
        {"@type": "AdministrativeArea", "name": name, "url": urls.get(name)}
        for name in here.page.record.members
    ]
    return [{**region_named(here, str(here.page.slug)), "containsPlace": members}]


def region_named(here: Here, slug: str) -> Thing:
    """A region as a place."""
    record = here.site.catalogue.records["regions"][slug]
    return {
        "@type": "AdministrativeArea",
        "name": record.name,
        "url": here.url_of(f"regions/{slug}.md"),
        "address": {
            "@type": "PostalAddress",
            "addressRegion": record.county,
            "addressCountry": record.country,
        },
    }


def service(here: Here) -> list[Thing]:
    """A service that is known to be there today; of another nobody shall think that it can be had."""
    record = here.page.record
    if record.now.status != "active":
        return []
    return [
        {
            "@type": "Service",
            "name": record.name,
            "description": record.explained[here.code],
            "url": here.url,
            "areaServed": region_named(here, record.region),
        }
    ]


def speaker(here: Here) -> list[Thing]:
    """Somebody who speaks at a seminar."""
    record = here.page.record
    employer = {"@type": "Organization", "name": record.organisation}
    return [
        {
            "@type": "Person",
            "name": record.name,
            "jobTitle": record.role[here.code],
            "worksFor": employer,
            "url": here.url,
            "sameAs": record.web,
        }
    ]
