"""Rules for news: a page that has a day lies in the folder of the news, as each other page there but the first has one."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.pages import HOME, NEWS, Pages
from campaign.problems import Position, Problem


def check_days(content: Content, _pages: Pages) -> Iterator[Problem]:
    """News are listed by their day, and nothing else is."""
    for code, prose in content.texts():
        folder, _, name = prose.path.rpartition("/")
        day = prose.meta.date
        if folder == NEWS and name != HOME and day is None:
            yield Problem(prose.file, Position(), "D191", {})
        elif day and folder != NEWS:
            yield Problem(
                prose.file, prose.document.position_of(("date",)), "D192", {"folder": f"{code}/{NEWS}"}
            )


def check_same_day(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A news item came on one day, in whatever language it is read."""
    for _, prose in content.texts():
        for language in content.full_languages:
            translation = content.prose[language.code].get(prose.path)
            if (
                translation
                and translation.meta.date
                and prose.meta.date
                and translation.meta.date != prose.meta.date
            ):
                values = {
                    "value": prose.meta.date,
                    "other": translation.file,
                    "theirs": translation.meta.date,
                }
                yield Problem(prose.file, prose.document.position_of(("date",)), "D193", values)


ALL = (check_days, check_same_day)
