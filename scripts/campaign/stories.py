"""Stories: texts in a folder of their own, each with whoever tells it and the last day on which it may be there."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.models.moving import Story
from campaign.texts import PageSource

STORIES = "stories"


def stories_in(content: Content) -> Iterator[tuple[PageSource, Story]]:
    """Every text that tells a story, in each language."""
    for texts in content.prose.values():
        for path in texts:
            story = texts[path].meta.story if path.startswith(f"{STORIES}/") else None
            if story:
                yield texts[path], story


def ended(content: Content, today: str) -> set[str]:
    """The paths of the stories whose consent has ended: in whichever language it ends first, for it is one person's."""
    return {text.path for text, story in stories_in(content) if story.consent_until < today}
