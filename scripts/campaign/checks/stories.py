"""Rules for stories: each text in their folder says who tells it, the same in each language, and no other text does."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.pages import HOME, Pages
from campaign.problems import Position, Problem
from campaign.stories import STORIES


def check_tellers(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Nobody's story is there without a consent, and a consent is looked for where the stories are."""
    for code, prose in content.texts():
        folder, _, name = prose.path.rpartition("/")
        if folder == STORIES and name != HOME and prose.meta.story is None:
            yield Problem(prose.file, Position(), "D194", {})
        elif prose.meta.story and folder != STORIES:
            position = prose.document.position_of(("story",), key=True)
            yield Problem(prose.file, position, "D195", {"folder": f"{code}/{STORIES}"})


def check_story_translations(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A story was told once, by one person who agreed to one day, in whatever language it is read."""
    for _, prose in content.texts():
        own = prose.meta.story
        for language in content.full_languages:
            translation = content.prose[language.code].get(prose.path)
            theirs = translation.meta.story if translation else None
            for field, value in own if own and theirs else ():
                if value != (other := getattr(theirs, field)) and translation:
                    values = {"field": field, "value": value, "other": translation.file, "theirs": other}
                    yield Problem(prose.file, prose.document.position_of(("story", field)), "D196", values)


ALL = (check_tellers, check_story_translations)
