"""What readers who search call a page or the pages of a folder, of all files that tell it."""

from campaign.content import Content
from campaign.models.search import Words


def keywords_of(content: Content, path: str) -> Words:
    """What they call the page at a path, or each page of a folder: language → words, each once."""
    told = [one.pages[path] for one in content.keywords.values() if path in one.pages]
    codes = dict.fromkeys(code for words in told for code in words)
    return {
        code: list(dict.fromkeys(word for words in told for word in words.get(code, ()))) for code in codes
    }


def called(content: Content, path: str) -> list[str]:
    """The same in any language."""
    return [word for words in keywords_of(content, path).values() for word in words]
