"""The policy of what is published."""

from campaign.policy import Vocabulary, kind_of, load_policy
from campaign.proof import READERS

POLICY = load_policy()


def test_every_file_that_is_no_picture_is_read() -> None:
    """Who adds a kind of text to what is published says who reads it again."""
    kinds = [*POLICY.kinds.values(), *(kind for kinds in POLICY.members.values() for kind in kinds.values())]
    unread = [kind.type for kind in kinds if kind.text and kind.read not in READERS]
    assert unread == []


def test_a_name_says_more_than_an_ending() -> None:
    """A feed is a feed and not any XML."""
    found = [kind_of(POLICY.kinds, address) for address in ("a/rss.xml", "sitemap.xml", "a/evil.exe")]
    assert [kind and kind.type for kind in found] == ["application/rss+xml", "application/xml", None]


def test_an_attribute_has_the_kind_of_its_element_first() -> None:
    """What stands with an element goes before what may stand on all, and a beginning stands for all that begin so."""
    words = Vocabulary.model_validate(
        {"*": ["class", "href=load", "data-"], "elements": {"a": ["href=link"]}}
    )
    names = ("href", "class", "data-day", "data-", "onclick")
    assert [words.kind_of("a", name) for name in names] == ["link", "", "", None, None]


def test_a_picture_is_what_its_name_says() -> None:
    """A page under the name of a picture is no picture."""
    webp = POLICY.kinds[".webp"]
    found = [webp.is_begun_by(raw) for raw in (b"RIFF\x01\x02\x03\x04WEBPVP8 ", b"<!doctype html>")]
    assert found == [True, False]
