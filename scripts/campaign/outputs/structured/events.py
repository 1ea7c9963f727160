"""Seminars as schema.org tells of them: the event, and the recording if there is one."""

from campaign.models.events import Recording, Seminar
from campaign.outputs.structured.json_ld import JsonLd, PageContext
from campaign.outputs.structured.places import region_named
from campaign.settings import BY_CODE


def event(context: PageContext) -> JsonLd:
    """A seminar. A day that the sources do not tell is a span, and the description says so."""
    record = context.page.shown(Seminar)
    note = record.date_note[context.code] if record.date_note else ""
    return {
        "@type": "Event",
        "@id": f"{context.url}#event",
        "name": record.title,
        "alternateName": record.rendering,
        "description": f"{record.summary[context.code]} {note}".strip(),
        "url": context.url,
        "image": [context.card],
        "inLanguage": BY_CODE[record.title_language].tag,
        **_time(record),
        **_state(record),
        "location": _locations(context),
        "organizer": [{"@type": "Organization", "name": name} for name in record.organisers],
        "performer": [_speaker(context, slug) for slug in record.speakers],
        "superEvent": _series(context),
        "funding": _project(context),
    }


def recording(context: PageContext, film: Recording) -> JsonLd:
    """The recording of a seminar; its picture is the page's, since no frame of it is known."""
    record = context.page.shown(Seminar)
    return {
        "@type": "VideoObject",
        "@id": f"{context.url}#recording",
        "name": record.title,
        "description": record.summary[context.code],
        "url": film.address,
        "thumbnailUrl": [context.card],
        "uploadDate": film.published,
        "duration": f"PT{film.minutes}M",
        "inLanguage": BY_CODE[film.language].tag,
        "caption": [{"@type": "MediaObject", "inLanguage": BY_CODE[code].tag} for code in film.captions],
        "transcript": film.transcript[context.code] if film.transcript else None,
        "recordedAt": {"@id": f"{context.url}#event"},
    }


def _time(record: Seminar) -> JsonLd:
    """A session's moments with their distance to UTC, else the ends of the partial date, each as exact as it is known."""
    if session := record.session:
        return {
            "startDate": session.begins.isoformat(timespec="minutes"),
            "endDate": session.ends.isoformat(timespec="minutes"),
        }
    start, _, end = record.date.partition("/")
    return {"startDate": start, "endDate": end if end != ".." else None}


def _state(record: Seminar) -> JsonLd:
    """Only a session tells whether people meet in a room, on the net or both, and where to register."""
    if not record.session:
        return {}
    mode = "Mixed" if record.session.stream else "Offline"
    register = {"@type": "RegisterAction", "target": record.session.registration}
    return {
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "potentialAction": register if record.session.registration else None,
    }


def _locations(context: PageContext) -> list[JsonLd]:
    """Where it is held; a region that is only assumed says so in its name."""
    record = context.page.shown(Seminar)
    regions = [region_named(context, slug) for slug in record.regions]
    if record.place_certainty == "assumed":
        note = context.word("event", "assumed")
        regions = [region | {"name": f"{region['name']} ({note})"} for region in regions]
    if not record.town and not record.session:
        return regions
    place = {
        "@type": "Place",
        "name": record.session.venue if record.session else record.town,
        "address": _address(record.town, regions),
    }
    stream = record.session.stream if record.session else None
    return [place, *([{"@type": "VirtualLocation", "url": stream}] if stream else [])]


def _address(town: str | None, regions: list[JsonLd]) -> JsonLd:
    """Of several regions nobody knows which one the town is in, but perhaps the country."""
    countries = {found["address"]["addressCountry"] for found in regions}
    return {
        "@type": "PostalAddress",
        "addressLocality": town,
        "addressRegion": regions[0]["address"]["addressRegion"] if len(regions) == 1 else None,
        "addressCountry": countries.pop() if len(countries) == 1 else None,
    }


def _speaker(context: PageContext, slug: str) -> JsonLd:
    name = context.site.content.speakers[slug].name
    return {"@type": "Person", "name": name, "url": context.url_of(f"speakers/{slug}.md")}


def _series(context: PageContext) -> JsonLd | None:
    series = context.page.shown(Seminar).series
    return {"@type": "EventSeries", "name": context.word("series", series)} if series else None


def _project(context: PageContext) -> JsonLd | None:
    """The grant that paid for a seminar in a project."""
    slug = context.page.shown(Seminar).project
    if not slug:
        return None
    project = context.site.content.projects[slug]
    return {"@type": "Grant", "name": project.name, "url": context.url_of(f"projects/{slug}.md")}
