"""What somebody could send to harm readers: every payload is refused, or readers see it as text."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment
from lxml import etree, html

from campaign.files import Tree
from campaign.outputs import html as pages
from campaign.problems import errors
from campaign.site import Site
from conftest import Checked, made, site_of, sound
from hostile.payloads import Payload, payloads, together
from real_site import divide

pytestmark = pytest.mark.content

Check = Callable[[Tree], Checked]

ALL = payloads()
# Whatever a browser asks for, goes to, sends to or runs.
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "content")


def codes(payload: Payload, tree: Tree, checked: Check) -> str:
    """The problems that stop a payload, each once; a warning stops nothing."""
    problems = checked({**tree, **payload.changes(tree)})[2]
    return " ".join(sorted({problem.code for problem in errors(problems)}))


@pytest.fixture(scope="module")
def outcomes(good_tree: Tree, checked: Check, shared: Path) -> dict[str, str]:
    """Payload → the codes of its problems; none if it is for the pages to escape."""
    by_name = {payload.name: payload for payload in ALL}
    return divide(shared / "payloads", list(by_name), lambda name: codes(by_name[name], good_tree, checked))


@pytest.fixture(scope="module")
def escaped(outcomes: dict[str, str]) -> list[Payload]:
    """The payloads that no check refuses."""
    return [payload for payload in ALL if not outcomes[payload.name]]


@pytest.fixture(scope="module")
def site_with_escaped(escaped: list[Payload], good_tree: Tree, templates: Environment) -> Site:
    """The good specimen with all of them at once."""
    content, found = sound(together(escaped, good_tree), templates)
    return replace(site_of(content, found, templates), menu=tuple(content.configuration.nav))


def parts(raw: bytes) -> set[tuple[str, str, str]]:
    """What a page is made of: element, attribute, and of an address its scheme and host."""
    found = set()
    for element in html.fromstring(raw).iter(etree.Element):
        found.add((str(element.tag), "", ""))
        for name, value in element.items():
            address = urlsplit(value) if name in _ADDRESSES and element.tag != "meta" else None
            found.add((str(element.tag), name, f"{address.scheme}://{address.netloc}" if address else ""))
    return found


def words_of(page: html.HtmlElement) -> str:
    """What is read of a page, by the eye or by ear."""
    return "\n".join([page.text_content(), *(str(label) for label in page.xpath("//@aria-label"))])


def test_each_payload_is_refused_or_escaped(
    outcomes: dict[str, str], golden_text: Callable[[str, str], None]
) -> None:
    """The list of all, with the codes that an editor reads, or »escaped«."""
    golden_text("hostile.txt", "\n".join(f"{name}: {found or 'escaped'}" for name, found in outcomes.items()))


def test_no_name_is_given_twice() -> None:
    """Each payload has a page or a record of its own."""
    names = [payload.name for payload in ALL]
    assert [name for name in names if names.count(name) > 1] == []


def test_what_is_escaped_adds_nothing_to_what_pages_are_made_of(
    site_with_escaped: Site, good_site: Site
) -> None:
    """No element, no attribute, no scheme and no host but what Markdown makes of the code and the title in them."""
    usual = replace(good_site, menu=site_with_escaped.menu)
    before, after = (
        set().union(*map(parts, made(pages.targets(site)).values())) for site in (usual, site_with_escaped)
    )
    assert after - before == {("pre", "", ""), ("code", "class", ""), ("a", "title", "")}


def test_what_is_escaped_is_read_as_it_stands(site_with_escaped: Site, escaped: list[Payload]) -> None:
    """Readers see every sign of it, on a page of its own or wherever the word is said."""
    files = made(pages.targets(site_with_escaped))
    texts = [" ".join(words_of(html.fromstring(raw)).split()) for raw in files.values()]
    unseen = [one.name for one in escaped if not any(" ".join(one.seen.split()) in text for text in texts)]
    assert unseen == []
