"""From a page to its article: layouts, directives, links and names."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from campaign.directives import DIRECTIVES
from campaign.documents import Document
from campaign.expand import article, expand, prose_html
from campaign.markdown import headings
from campaign.pages import Page
from campaign.proper_names import foreign_names
from campaign.settings import BY_CODE
from campaign.site import Download, Site
from conftest import FULL, Changes, Golden

BOOK = Download("downloads/guide-sv.pdf", lambda: bytes(172345), "PDF", "sv")


def shown(site: Site, page: Page, text: str) -> str:
    """What becomes of a text on a page."""
    assert page.prose
    page = replace(
        page,
        own_prose=replace(page.prose, document=Document(page.prose.file, raw=text.encode(), body_start=0)),
    )
    return prose_html(site, page, expand(site, page))


@pytest.mark.golden("expand/*")
def test_a_directive_brings_in_its_data(good_site: Site, golden: Golden) -> None:
    """What an editor calls in by a directive appears in both languages."""
    site = replace(good_site, downloads=(BOOK,))
    golden.matches(
        {code: shown(site, site.pages[code, golden.input["page"]], golden.input["text"]) for code in FULL}
    )


def test_every_directive_has_a_golden_case() -> None:
    """No directive can change what it shows without somebody reading the difference."""
    cases = {path.stem for path in (Path(__file__).parent / "golden/expand").glob("*.yml")}
    assert cases == set(DIRECTIVES)


@pytest.mark.golden("events/*")
def test_an_event_says_all_that_one_must_know(good_site: Site, golden: Golden) -> None:
    """Who thinks of coming reads when, where and how; who could not come finds the recording and what was said."""
    golden.matches({code: article(good_site, good_site.pages[code, golden.input]) for code in FULL})


@pytest.mark.golden("articles/*")
def test_a_layout_makes_an_article(good_site: Site, golden: Golden) -> None:
    """Each kind of page puts its record and its prose together into one article."""
    golden.matches({code: article(good_site, good_site.pages[code, golden.input]) for code in FULL})


def test_every_layout_has_a_golden_case(good_site: Site) -> None:
    """No layout can change without somebody reading the difference."""
    cases = {path.stem for path in (Path(__file__).parent / "golden/articles").glob("*.yml")}
    assert cases == {page.layout for page in good_site.pages.values()}


def test_every_page_of_the_specimen_becomes_an_article(good_site: Site) -> None:
    """No page of a good tree fails, and none is left with a directive unread."""
    articles = [article(good_site, page) for page in good_site.pages.values()]
    assert [text for text in articles if "<!--" in text] == []


def test_a_short_page_has_no_list_of_contents(good_site: Site) -> None:
    """Two sections are found without a list."""
    assert 'class="contents"' not in article(good_site, good_site.pages["sv", "services/exempellots.md"])


def test_the_owners_address_is_shown_when_there_is_one(good_site: Site) -> None:
    """As soon as the owner has said an address, readers can write."""
    site = replace(good_site, owner={"email": "post@exempel.example"})
    text = shown(site, site.pages["no", "about.md"], "<!-- campaign:owner-contact -->")
    assert text == '<p>Skriv til <a href="mailto:post@exempel.example">post@exempel.example</a>.</p>\n'


@pytest.mark.parametrize(
    ("forms", "owner", "action"),
    [
        ("https://forms.example/post", None, "https://forms.example/post"),
        ("https://forms.example/post", "post@exempel.example", "https://forms.example/post"),
        (None, "post@exempel.example", "mailto:post@exempel.example"),
    ],
)
def test_the_form_goes_where_the_owner_says(
    good_site: Site, forms: str | None, owner: str | None, action: str
) -> None:
    """Messages go to the owner's server, or else by e-mail."""
    site = replace(good_site, forms={"interest": forms}, owner={"email": owner})
    text = shown(site, site.pages["no", "about.md"], "<!-- campaign:interest-form -->")
    assert re.findall(r'<form[^>]* action="([^"]*)"', text) == [action]


def test_a_picture_in_the_text_is_found(prose_page: Callable[[str], tuple[Site, Page]]) -> None:
    """A picture that the check finds is also found by the page."""
    site, page = prose_page("![En fyrkant](../media/mark.svg)\n")
    assert '<p><img src="../media/mark.svg" alt="En fyrkant"></p>' in article(site, page)


def test_footnotes_stand_in_the_column_of_the_text(
    prose_page: Callable[[str], tuple[Site, Page]],
) -> None:
    """Notes are set below the prose, inside the same column, and not behind the page's layout."""
    site, page = prose_page("Ett påstående.[^1]\n\n[^1]: Med stöd.\n")
    assert article(site, page).split()[-4:] == ["</ol>", "</div>", "</div>", "</div>"]


@pytest.mark.parametrize("name", ["doors", "nowhere"])
def test_a_directive_in_a_block_of_code_is_only_shown(
    prose_page: Callable[[str], tuple[Site, Page]], name: str
) -> None:
    """Whoever explains directives can show one."""
    site, page = prose_page(f"```html\n<!-- campaign:{name} -->\n```\n")
    assert f"&lt;!-- campaign:{name} --&gt;\n</code>" in article(site, page)


@pytest.mark.parametrize(
    "text",
    ["<!-- tyst -->", "Hej <!-- tyst --> då.", "<!--\ntyst\n-->\n\nHej.", "- a\n\n  <!-- tyst -->\n- b"],
)
def test_what_a_writer_notes_for_others_is_not_published(
    prose_page: Callable[[str], tuple[Site, Page]], text: str
) -> None:
    """A comment in the text stays in the file."""
    site, page = prose_page(text)
    assert "tyst" not in article(site, page)


def test_a_comment_in_a_block_of_code_is_shown(prose_page: Callable[[str], tuple[Site, Page]]) -> None:
    """Whoever explains comments can show one."""
    site, page = prose_page("```html\n<!-- tyst -->\n```\n")
    assert '<code class="language-html">&lt;!-- tyst --&gt;\n</code>' in article(site, page)


def test_a_box_without_words_breaks_nothing(prose_page: Callable[[str], tuple[Site, Page]]) -> None:
    """An item of a checklist that has only a comment yet still makes a page, without the comment."""
    site, page = prose_page("- [ ] <!-- kommer -->\n")
    assert "kommer" not in article(site, page)


def test_a_rule_is_shown_as_it_is_written(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """Stars, brackets and angle brackets in a rule are text and never become marks or links."""
    written = "Väg < allt *eller* [låt bli](nowhere.md) på_fredagar_."
    path = "content/data/rules/no-waffles.yml"
    site = world(edited(path, "sv: På fredagar äter man våfflor.", f'sv: "{written}"'))
    shown = "Väg &lt; allt *eller* [låt bli](nowhere.md) på_fredagar_."
    assert shown in article(site, site.pages["sv", "hr-guide/first-day.md"])


def test_a_new_rule_is_not_written_out_among_the_changes(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """The list of what is new has one line a chapter, with a link to each rule, which stands whole there."""
    path = "content/data/rules/se-coffee.yml"
    told = """    text:
      sv: Tidigare stod det att kaffet kom dagen efter.
      no: Før sto det at kaffen kom dagen etter.
"""
    site = world(edited(path, f"corrected\n{told}", "new\n"))
    text = shown(site, site.pages["sv", "hr-guide/changes.md"], "<!-- campaign:rule-changes -->")
    assert re.search(r'<li>Den första dagen: <a [^>]*#rule-se-coffee">Ge den nya kaffe</a></li>', text)
    assert "kaffe inom en timme" not in text


@pytest.mark.parametrize(
    ("field", "following"), [("accounts", "indicators"), ("indicators", "indicators_passage")]
)
def test_a_table_without_rows_is_left_out(
    world: Callable[[Changes], Site], tree: dict[str, bytes], field: str, following: str
) -> None:
    """A directive for data that nobody has written yet shows nothing instead of failing."""
    path = "content/data/projects/exempelprojekt.yml"
    before, _, rest = tree[path].decode().partition(f"\n{field}:\n")
    site = world({path: before + "\n" + rest[rest.index(f"{following}:") :]})
    page = site.pages["sv", "projects/exempelprojekt.md"]
    assert shown(site, page, f"<!-- campaign:{field} exempelprojekt -->").strip() == ""


def test_indicators_that_are_all_zero_are_drawn(
    world: Callable[[Changes], Site], tree: dict[str, bytes]
) -> None:
    """A project that reached nothing can still be shown."""
    path = "content/data/projects/exempelprojekt.yml"
    text = tree[path].decode()
    for line in ("target: 100", "outcome: 150", "outcome: 20"):
        text = text.replace(line, line.split()[0] + " 0")
    site = world({path: text})
    page = site.pages["sv", "projects/exempelprojekt.md"]
    assert shown(site, page, "<!-- campaign:indicators exempelprojekt -->").count("<tr>") == 3


def test_accounts_name_every_source(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """Two documents that both have a chapter 2.1 are both named above the accounts."""
    old, new = 'slutrapport-exempel\n      at: "2.2"', 'exempellagen\n      at: "2.1"'
    site = world(edited("content/data/projects/exempelprojekt.yml", old, new))
    page = site.pages["sv", "projects/exempelprojekt.md"]
    assert shown(site, page, "<!-- campaign:accounts exempelprojekt -->").count("data-cite") == 2


def test_a_seminar_that_goes_on_has_no_end_in_the_list(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A row of seminars that has not ended reads »2008–« and shows no stray dots."""
    path = "content/data/seminars/hvem-blir.yml"
    site = world(edited(path, "date: 2008-05-01/2011-10-31", "date: 2008-05-01/.."))
    text = shown(site, site.pages["sv", "seminars/index.md"], "<!-- campaign:seminar-list -->")
    assert '<span class="seminar-date">2008–</span>' in text


def test_a_door_may_be_written_with_a_dot(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A door whose link the check accepts opens."""
    changes = edited("content/sv/index.md", "link: move.md", "link: ./move.md")
    site = world(changes)
    assert 'href="flytta/"' in article(site, site.pages["sv", "index.md"])


def test_a_directive_stands_apart_from_what_is_around_it(
    prose_page: Callable[[str], tuple[Site, Page]],
) -> None:
    """The rules of a chapter never become lines of the list before them, nor does a comment make a list loose."""
    site, page = prose_page("- a\n- b\n<!-- campaign:rules first-day -->\n- c\n  <!-- tyst -->\n- d\n")
    html = article(site, page)
    assert "<li>b</li>\n</ul>\n<div" in html
    assert "<ul>\n<li>c</li>\n<li>d</li>\n</ul>" in html


def test_the_writers_headings_keep_their_ids(prose_page: Callable[[str], tuple[Site, Page]]) -> None:
    """A link that the check has followed leads to the writer's own heading, also below a directive with one like it."""
    rules = "<!-- campaign:rules first-day -->\n\n"
    site, page = prose_page(f"{rules}{rules}## Vi {{#rules-se}}\n\n[se](#rules-se)\n")
    found = [(heading.text, heading.id) for heading in headings(expand(site, page))]
    assert found == [
        ("Sverige", "rules-se-2"),
        ("Norge", "rules-no"),
        ("Sverige", "rules-se-3"),
        ("Norge", "rules-no-2"),
        ("Vi", "rules-se"),
    ]


def test_empty_lines_of_a_text_reach_the_page(prose_page: Callable[[str], tuple[Site, Page]]) -> None:
    """A layout takes the finished text as it is."""
    site, page = prose_page("```\na\n\n<div>\n\nb\n```\n")
    assert "<pre><code>a\n\n&lt;div&gt;\n\nb\n</code></pre>" in article(site, page)


def test_names_in_the_other_language_are_known(good_site: Site) -> None:
    """Names of records and those of names.yml are read aloud in their own language."""
    assert foreign_names(good_site.content, BY_CODE["sv"]) == {
        "Eksempeletaten": "nb",
        "Eksempelnettverk": "nb",
        "Hvem blir?": "nb",
        "Kald te på varm mark": "nb",
    }
