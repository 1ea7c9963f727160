"""From a page to its article: layouts, directives, links and names."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from campaign.directives import DIRECTIVES
from campaign.expand import (
    Context,
    Download,
    Site,
    Target,
    article,
    article_text,
    expand,
    foreign_names,
    load_templates,
    resolve_link,
    words_in,
)
from campaign.pages import Page
from campaign.settings import BY_CODE
from conftest import Changes, Golden

Edited = Callable[[str, str, str], Changes]
BOOK = Download("downloads/guide-sv.pdf", 172345, "PDF", "sv")


def shown(site: Site, page: Page, text: str) -> str:
    """What becomes of a text on a page."""
    assert page.prose
    return expand(site, page, replace(page.prose, body=text))


@pytest.mark.golden("expand/*")
def test_a_directive_brings_in_its_data(good_site: Site, golden: Golden) -> None:
    """What an editor calls in by a directive appears in both languages."""
    site = replace(good_site, downloads=(BOOK,))
    golden.matches(
        {code: shown(site, site.pages[code, golden.input["page"]], golden.input["text"]) for code in BY_CODE}
    )


def test_every_directive_has_a_golden_case() -> None:
    """No directive can change what it shows without somebody reading the difference."""
    cases = {path.stem for path in (Path(__file__).parent / "golden/expand").glob("*.yml")}
    assert cases == set(DIRECTIVES)


@pytest.mark.golden("events/*")
def test_an_event_says_all_that_one_must_know(good_site: Site, golden: Golden) -> None:
    """Who thinks of coming reads when, where and how; who could not come finds the recording and what was said."""
    golden.matches({code: article(good_site, good_site.pages[code, golden.input]) for code in BY_CODE})


@pytest.mark.golden("articles/*")
def test_a_layout_makes_an_article(good_site: Site, golden: Golden) -> None:
    """Each kind of page puts its record and its prose together into one article."""
    golden.matches({code: article(good_site, good_site.pages[code, golden.input]) for code in BY_CODE})


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
    assert text == '\n<p>Skriv til <a href="mailto:post@exempel.example">post@exempel.example</a>.</p>\n'


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


@pytest.mark.parametrize(
    ("path", "href", "address"),
    [
        ("index.md", "move.md", "flytta/"),
        ("index.md", "./move.md#order", "flytta/#order"),
        ("services/exempellots.md", "../move.md", "../../flytta/"),
        ("services/exempellots.md", "index.md", "../"),
        ("services/exempellots.md", "../index.md", "../../"),
        ("move.md", "https://exempelby.example/a.md", "https://exempelby.example/a.md"),
        ("move.md", "mailto:hej@exempelby.example", "mailto:hej@exempelby.example"),
        ("move.md", "#order", "#order"),
        ("move.md", "", ""),
        ("move.md", "../media/mark.svg", "../media/mark.svg"),
        ("services/exempellots.md", "../../media/mark.svg", "../../media/mark.svg"),
    ],
)
def test_a_link_leads_to_the_page_in_the_same_language(
    good_site: Site, path: str, href: str, address: str
) -> None:
    """Links between files become links between pages, and everything else stays as it is."""
    assert resolve_link(good_site, good_site.pages["sv", path], href) == Target(address)


def test_a_link_to_a_source_leads_to_its_entry(good_site: Site) -> None:
    """The reader of a figure is one step away from where it comes from."""
    target = resolve_link(good_site, good_site.pages["no", "move.md"], "source:exempellagen")
    assert target == Target("../kilder/#exempellagen", (("class", "source-ref"),))


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
    written = "Väg < 5 kg *eller* [låt bli](nowhere.md) på_fredagar_."
    path = "content/data/rules/no-waffles.yml"
    site = world(edited(path, "sv: På fredagar äter man våfflor.", f'sv: "{written}"'))
    shown = "Väg &lt; 5 kg *eller* [låt bli](nowhere.md) på_fredagar_."
    assert shown in article(site, site.pages["sv", "hr-guide/first-day.md"])


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
    assert shown(site, page, "<!-- campaign:accounts exempelprojekt -->").count("source-ref") == 2


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


def test_the_article_can_move_to_another_engine(good_site: Site) -> None:
    """The Markdown of an article has the prose as it was written between the layout's blocks of HTML."""
    page = good_site.pages["no", "midsummer.md"]
    _, prose, notes, after = article_text(good_site, page).rsplit("\n\n", 3)
    assert (prose, notes, after) == (
        "Man dansar kring en stång. Se [flyttguiden](move.md).\n",
        "<!-- notes -->",
        "</div>\n</div>",
    )


def test_names_in_the_other_language_are_known(good_site: Site) -> None:
    """Names of records and those of names.yml are read aloud in their own language."""
    assert foreign_names(good_site.catalogue, BY_CODE["sv"]) == {
        "Eksempeletaten": "nb",
        "Eksempelnettverk": "nb",
        "Hvem blir?": "nb",
        "Kald te på varm mark": "nb",
    }


@pytest.mark.parametrize(
    ("path", "code", "tag"),
    [
        ("about.md", "sv", ""),
        ("about.md", "no", ' lang="nb"'),
        ("about.md", "nb", ' lang="nb"'),
        ("about.md", "en", ' lang="en"'),
        ("about.md", "mul", ""),
        ("constitution-day.md", "sv", ' lang="sv"'),
        ("constitution-day.md", "no", ""),
    ],
)
def test_text_in_another_language_says_so(good_site: Site, path: str, code: str, tag: str) -> None:
    """A screen reader changes voice where the text is in another language than its surroundings."""
    assert Context(good_site, good_site.pages["sv", path]).names()["tag"](code) == tag


def test_a_reader_meets_the_own_region_first(good_site: Site) -> None:
    """Swedes see the Swedish region first, Norwegians the Norwegian one."""
    regions = good_site.catalogue.records["regions"]
    found = [
        [
            slug
            for slug, _ in Context(good_site, good_site.pages[code, "index.md"]).names()["own_first"](regions)
        ]
        for code in BY_CODE
    ]
    assert found == [["exempelregionen", "eksempelregionen"], ["eksempelregionen", "exempelregionen"]]


def test_duties_come_in_the_order_of_a_growing_firm(
    world: Callable[..., Site], tree: dict[str, bytes]
) -> None:
    """A leader reads downwards while the firm grows; on the same line the own country stands first."""
    coffee = "content/data/rules/se-coffee.yml"
    five = tree[coffee].decode()
    site = world(
        {
            "content/data/rules/no-tea.yml": five.replace("country: SE", 'country: "NO"'),
            "content/data/rules/se-bread.yml": five.replace("from_employees: 5", "from_employees: 25"),
            "content/data/rules/se-milk.yml": five.replace("from_employees: 5", "from_employees: 1"),
        }
    )
    duties = [Context(site, site.pages[code, "index.md"]).names()["duties"] for code in BY_CODE]
    assert [[duty.slug for duty in of("")] for of in duties] == [
        ["se-milk", "se-coffee", "no-tea", "se-bread"],
        ["se-milk", "no-tea", "se-coffee", "se-bread"],
    ]
    assert [duties[0]("second-day"), duties[0]("first-day") == duties[0]("")] == [[], True]


def test_files_are_those_of_the_item_and_the_language(good_site: Site) -> None:
    """Beside a template stands that template's file, in the language of the page."""
    letter = Download("downloads/no/velkomstbrev.docx", 1, "DOCX", "no", "template", "welcome-letter")
    other = replace(letter, address="downloads/no/annet.docx", slug="other")
    swedish = replace(letter, address="downloads/sv/valkomstbrev.docx", language="sv")
    site = replace(good_site, downloads=(BOOK, swedish, letter, other))
    files = Context(site, site.pages["no", "templates/welcome-letter.md"]).names()["files"]
    assert (files("template", "welcome-letter"), files("guide")) == ([letter], [])


def test_a_rule_is_found_in_the_chapter_that_one_reads(world: Callable[..., Site], edited: Edited) -> None:
    """A link to a rule stays in the chapter if the rule is told there, and else goes to its first chapter."""
    site = world(edited("content/sv/about.md", "\n---\n", "\n---\n[a](rule:se-coffee) "))
    pages = [site.pages["sv", path] for path in ("hr-guide/first-day.md", "about.md")]
    assert [resolve_link(site, page, "rule:se-coffee").address for page in pages] == [
        "./#rule-se-coffee",
        "../hr-guide/forsta-dagen/#rule-se-coffee",
    ]


def test_a_template_with_an_unknown_name_fails(tmp_path: Path) -> None:
    """A misspelt name in a template is an error and never an empty spot on the page."""
    (tmp_path / "a.html").write_text("{{ titel }}")
    with pytest.raises(UndefinedError, match="titel"):
        load_templates(tmp_path).get_template("a.html").render()


def test_the_words_that_templates_say_are_known(tmp_path: Path) -> None:
    """The check can ask for every word that a template names outright."""
    (tmp_path / "a.html").write_text('{{ t("interface", "skip") }}{{ t("unit", figure.unit) }}')
    (tmp_path / "b.md").write_text('{{ t("country", "se") }}')
    assert words_in(load_templates(tmp_path)) == {("interface", "skip"), ("country", "se")}


def test_templates_escape_in_html_and_keep_heading_ids(tmp_path: Path) -> None:
    """Text is made safe in HTML templates, and a heading id in a Markdown template is no comment."""
    (tmp_path / "a.html").write_text("{{ text }}")
    (tmp_path / "a.md").write_text("## {{ text }} {#a}")
    templates = load_templates(tmp_path)
    found = [templates.get_template(name).render(text="5 < 6") for name in ("a.html", "a.md")]
    assert found == ["5 &lt; 6", "## 5 < 6 {#a}"]
