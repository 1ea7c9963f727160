"""Names that keep their language in the other one's texts."""

from campaign.content import Content
from campaign.reads import record_read, recording
from campaign.settings import BY_CODE, Language


def foreign_names(content: Content, language: Language) -> dict[str, str]:
    """Names in the other language than the text's: those of records, and those in names.yml. Name → tag."""
    record_read(f"names:{language.code}")
    with recording():  # few changes of so many files change a name
        named = [
            *(content.own_names.root.items() if "names" in content.singletons else ()),
            *((service.name, service.name_language) for service in content.services.values()),
            *((seminar.title, seminar.title_language) for seminar in content.seminars.values()),
            *((project.name, project.name_language) for project in content.projects.values()),
        ]
    return {name: BY_CODE[code].tag for name, code in named if code != language.code}
