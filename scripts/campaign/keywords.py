"""What readers who search call a page or the pages of a folder, of all files that tell it."""

from collections.abc import Iterable

from campaign.content import Content
from campaign.models.languages import LanguageCode
from campaign.models.search import Keywords, Words


def keywords_of(content: Content, path: str) -> Words:
    """What they call the page at a path, or each page of a folder: language → words, each once."""
    return _together(content.keywords.values(), path)


def called(content: Content, path: str) -> list[str]:
    """The same in any language."""
    return [word for words in keywords_of(content, path).values() for word in words]


def queries_of(content: Content, path: str, language: LanguageCode) -> list[str]:
    """What readers of a language type when the page at a path is the answer."""
    return _together(content.queries.values(), path).get(language, [])


def _together(files: Iterable[Keywords], path: str) -> Words:
    told = [one.pages[path] for one in files if path in one.pages]
    codes = dict.fromkeys(code for words in told for code in words)
    return {
        code: list(dict.fromkeys(word for words in told for word in words.get(code, ()))) for code in codes
    }
