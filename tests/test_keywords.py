"""What readers who search call a page."""

from campaign.content import load_content
from campaign.keywords import called, keywords_of, queries_of


def test_a_page_has_the_words_of_all_files_that_name_it(tree: dict[str, bytes]) -> None:
    """Two editors who write down words for one page in two files both help its readers, and no word counts twice."""
    more = b"pages:\n  contacts.md: {sv: [telefon, ringa], en: [phone]}\n"
    content, problems = load_content({**tree, "content/data/keywords/calls.yml": more})
    assert problems == []
    assert keywords_of(content, "contacts.md") == {
        "sv": ["telefon", "ringa"],
        "en": ["phone"],
        "no": ["ringe"],
    }
    assert called(content, "contacts.md") == ["telefon", "ringa", "phone", "ringe"]


def test_a_page_without_words_is_called_nothing(tree: dict[str, bytes]) -> None:
    """Most pages are found by what stands on them."""
    assert called(load_content(tree)[0], "move.md") == []


def test_what_readers_type_is_kept_apart_by_language(tree: dict[str, bytes]) -> None:
    """A question in Swedish helps the Swedish search, of all files that tell it."""
    more = b"pages:\n  contacts.md: {sv: [vem svarar], en: [who answers]}\n"
    content, problems = load_content({**tree, "content/data/queries/calls.yml": more})
    assert problems == []
    assert queries_of(content, "contacts.md", "sv") == ["vem svarar", "vem kan jag ringa"]
    assert queries_of(content, "move.md", "sv") == []
