"""What stands around an article: menu, way here, language switch, head, footer, 404 and sitemap."""

from collections.abc import Callable

import pytest

from campaign.settings import BY_CODE
from campaign.shell import Followed, Link, PageShell, shell_of, shell_of_missing_page, sitemap
from campaign.site import Site
from conftest import PUBLIC, Changes

MENU = ["index.md", "move.md", "services/index.md"]


@pytest.fixture
def shell(good_site: Site) -> Callable[[str, str], PageShell]:
    """A function that gives the shell of a page of the good specimen."""
    return lambda code, path: shell_of(good_site, good_site.pages[code, path], MENU)


def test_the_menu_leads_from_where_the_reader_is(shell: Callable[[str, str], PageShell]) -> None:
    """The menu has the pages' own short words, without the start page, which the name of the site leads to."""
    found = shell("no", "services/exempellots.md")
    assert (found.home, found.menu) == (
        Link("Forside", "../../"),
        (Link("Flytte", "../../flytte/"), Link("Tjenester", "../", "true")),
    )


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("index.md", ["", ""]),
        ("move.md", ["page", ""]),
        ("services/index.md", ["", "page"]),
        ("services/exempellots.md", ["", "true"]),
        ("about.md", ["", ""]),
    ],
)
def test_the_menu_shows_where_the_reader_is(
    shell: Callable[[str, str], PageShell], path: str, current: list[str]
) -> None:
    """A screen reader hears which item of the menu is this page, or the section that holds it."""
    assert [link.current for link in shell("sv", path).menu] == current


@pytest.mark.parametrize(
    ("path", "breadcrumbs"),
    [
        ("index.md", ()),
        ("move.md", (Link("Start", "../"),)),
        ("services/index.md", (Link("Start", "../"),)),
        ("services/exempellots.md", (Link("Start", "../../"), Link("Tjänster", "../", "true"))),
    ],
)
def test_breadcrumbs_lead_back_to_the_start_page(
    shell: Callable[[str, str], PageShell], path: str, breadcrumbs: tuple[Link, ...]
) -> None:
    """Each page says where it hangs in the site, and the start page needs no breadcrumbs."""
    assert shell("sv", path).breadcrumbs == breadcrumbs


def test_the_language_switch_leads_to_the_same_page(shell: Callable[[str, str], PageShell]) -> None:
    """Whoever changes language lands on the translation and not on the start page."""
    found = shell("sv", "hr-guide/first-day.md")
    assert found.languages == ((BY_CODE["sv"], "./"), (BY_CODE["no"], "../../no/hr-guide/forste-dagen/"))


def test_search_engines_learn_both_addresses(shell: Callable[[str, str], PageShell]) -> None:
    """A page in two languages names itself and its translation with whole addresses."""
    found = shell("no", "move.md")
    assert (found.canonical, found.alternates) == (
        PUBLIC + "no/flytte/",
        (("sv", PUBLIC + "flytta/"), ("nb", PUBLIC + "no/flytte/"), ("x-default", PUBLIC + "flytta/")),
    )


def test_a_fallback_page_points_at_its_original(shell: Callable[[str, str], PageShell]) -> None:
    """A page in the other language is not offered to search engines as a translation."""
    found = shell("sv", "constitution-day.md")
    assert (found.canonical, found.alternates) == (PUBLIC + "no/constitution-day/", ())


@pytest.mark.parametrize(
    ("code", "path", "notice"),
    [
        ("sv", "move.md", None),
        ("sv", "midsummer.md", None),
        ("no", "midsummer.md", "Denne siden finnes bare på svensk."),
        (
            "sv",
            "constitution-day.md",
            "Den här sidan gäller bara Eksempelregionen och är skriven på norska.",
        ),
    ],
)
def test_a_fallback_page_says_so(
    shell: Callable[[str, str], PageShell], code: str, path: str, notice: str | None
) -> None:
    """A reader who meets the other language is told why, in the own language."""
    assert shell(code, path).notice == notice


def test_the_footer_names_the_pages_that_there_are(shell: Callable[[str, str], PageShell]) -> None:
    """The foot of each page has what belongs there, and leaves out a page that does not exist."""
    assert shell("sv", "about.md").footer == (
        Link("Flyttplan", "../flyttplan/"),
        Link("Kontakter", "../kontakter/"),
        Link("Tjänster", "../tjanster/"),
        Link("Guide", "../hr-guide/"),
        Link("Projekt", "../projekt/"),
        Link("Nyheter", "../nyheter/"),
        Link("Om", "./", "page"),
        Link("Källor", "../kallor/"),
    )


@pytest.mark.parametrize(
    ("code", "path", "root"),
    [("sv", "index.md", "./"), ("no", "index.md", "../"), ("no", "services/index.md", "../../")],
)
def test_the_root_is_found_from_every_depth(
    shell: Callable[[str, str], PageShell], code: str, path: str, root: str
) -> None:
    """Style sheet and icon are found from every page, whatever the site hangs below."""
    assert shell(code, path).root == root


def test_a_feed_reader_finds_what_tells_of_a_section(shell: Callable[[str, str], PageShell]) -> None:
    """The address of any seminar is enough to follow the seminars: name, kind and way stand in the head."""
    assert shell("no", "seminars/warm-tea.md").followed == (
        Followed("text/calendar", "Seminarer (iCalendar)", "../kalender.ics"),
        Followed("application/rss+xml", "Seminarer (RSS)", "../rss.xml"),
        Followed("application/atom+xml", "Seminarer (Atom)", "../atom.xml"),
        Followed("application/feed+json", "Seminarer (JSON Feed)", "../feed.json"),
    )


def test_other_pages_offer_nothing_to_follow(good_site: Site, shell: Callable[[str, str], PageShell]) -> None:
    """A feed reader is not led from any page to what that page is not about."""
    missing = shell_of_missing_page(good_site, BY_CODE["sv"], MENU)
    assert (shell("sv", "index.md").followed, shell("sv", "move.md").followed, missing.followed) == (
        (),
        (),
        (),
    )


def test_a_page_shell_has_the_words_of_its_page(shell: Callable[[str, str], PageShell]) -> None:
    """The tab of the browser and the search engine get the page's own words."""
    found = shell("no", "midsummer.md")
    assert (found.title, found.description, found.language, found.body_language) == (
        "Midsommar",
        "En sida som bara är skriven på svenska, för att ingen har skrivit den på norska.",
        BY_CODE["no"],
        BY_CODE["sv"],
    )


@pytest.mark.parametrize(
    ("code", "home", "menu"),
    [
        ("sv", "/under/", ["/under/flytta/", "/under/tjanster/"]),
        ("no", "/under/no/", ["/under/no/flytte/", "/under/no/tjenester/"]),
    ],
)
def test_a_missing_page_leads_on_from_any_depth(
    good_site: Site, code: str, home: str, menu: list[str]
) -> None:
    """The 404 page is met at any address, so all its links begin at the root of the site."""
    shell = shell_of_missing_page(good_site, BY_CODE[code], MENU)
    assert (shell.home.address, [link.address for link in shell.menu]) == (home, menu)
    assert [address for _, address in shell.languages] == ["/under/404.html", "/under/no/404.html"]


def test_a_missing_page_is_no_page(good_site: Site) -> None:
    """The 404 page has its own title, hangs nowhere, and has no address to remember."""
    shell = shell_of_missing_page(good_site, BY_CODE["no"], MENU)
    assert (shell.title, shell.breadcrumbs, shell.canonical, shell.alternates, shell.root) == (
        "Siden finnes ikke",
        (),
        "",
        (),
        "/under/",
    )


def test_a_missing_page_does_not_describe_the_start_page(good_site: Site) -> None:
    """The 404 page does not carry the start page's description, nor call the start page »here«."""
    shell = shell_of_missing_page(good_site, BY_CODE["sv"], MENU)
    assert (shell.description, shell.home.current) == ("", "")


def test_the_sitemap_lists_each_original_once(good_site: Site) -> None:
    """Search engines find every page in its own language, and no fallback one."""
    expected = [PUBLIC + page.address for page in good_site.pages.values() if not page.is_fallback]
    assert [address for address, _ in sitemap(good_site)] == expected


def test_the_sitemap_names_translations(good_site: Site) -> None:
    """A page in two languages has both addresses in the sitemap, a page in one language none."""
    found = dict(sitemap(good_site))
    both = (("sv", PUBLIC + "flytta/"), ("nb", PUBLIC + "no/flytte/"), ("x-default", PUBLIC + "flytta/"))
    addresses = [PUBLIC + "flytta/", PUBLIC + "no/flytte/", PUBLIC + "midsummer/"]
    assert [found[address] for address in addresses] == [both, both, ()]


@pytest.mark.parametrize(
    ("path", "funded"),
    [
        ("projects/exempelprojekt.md", True),
        ("seminars/vem-kommer.md", True),
        ("programmes/tea-round.md", True),
        ("projects/index.md", False),
        ("services/exempellots.md", False),
        ("move.md", False),
    ],
)
def test_a_page_about_a_project_says_who_paid(
    shell: Callable[[str, str], PageShell], path: str, funded: bool
) -> None:
    """What the Union paid for says so in the words of its own programme period, in the reader's language."""
    found = {code: shell(code, path).funding for code in ("sv", "no")}
    paid = {"sv": "Medfinansierat av Exempelunionen.", "no": "Medfinansiert av Eksempelunionen."}
    assert found == (paid if funded else {"sv": None, "no": None})


def test_a_text_may_name_its_project(world: Callable[..., Site]) -> None:
    """A page of its own about a project says the same as the project's."""
    text = "---\ntitle: Prov\ndescription: {}\nonly: sv\nproject: exempelprojekt\n---\n\nHej.\n"
    site = world({"content/sv/prov.md": text.format("En sida som berättar om ett projekt för länge sedan.")})
    assert shell_of(site, site.pages["sv", "prov.md"], MENU).funding == "Medfinansierat av Exempelunionen."


@pytest.mark.parametrize(
    "path", ["hr-guide/first-day.md", "templates/welcome-letter.md", "programmes/tea-round.md"]
)
def test_what_is_for_employers_hangs_below_their_page(good_site: Site, path: str) -> None:
    """A leader deep in the guide sees in the menu where they are, and finds the way back to all that is for them."""
    found = shell_of(good_site, good_site.pages["sv", path], ["employers/index.md"])
    assert (found.menu[0].current, found.breadcrumbs[1]) == ("true", Link("Chefer", "../../chefer/", "true"))


@pytest.mark.parametrize(
    ("code", "path", "readings"),
    [
        ("sv", "move.md", (Link("Lättläst", "../lattlast/flytta/"), Link("Teckenspråk", "../teckensprak/"))),
        ("no", "easy/move.md", (Link("Lettlest", "./", "page"), Link("Tegnspråk", "../../tegnsprak/"))),
        ("sv", "about.md", (Link("Teckenspråk", "../teckensprak/"),)),
    ],
)
def test_each_page_leads_to_its_easy_words_and_to_sign_language(
    shell: Callable[[str, str], PageShell], code: str, path: str, readings: tuple[Link, ...]
) -> None:
    """The easy page of the same thing is one choice away, and so is help in sign language."""
    assert shell(code, path).readings == readings


def test_other_pages_lead_to_the_easy_start_page(
    world: Callable[[Changes], Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """A page without easy words of its own leads to where those begin."""
    site = world(edited("content/data/site.yml", "  move.md: easy/move.md", "  index.md: easy/move.md"))
    found = shell_of(site, site.pages["sv", "about.md"], MENU).readings
    assert found[0] == Link("Lättläst", "../lattlast/flytta/")


def test_a_page_says_who_answers_and_who_read_it(
    world: Callable[..., Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """The nearest that is named answers: for the page, its folder, or all; without names nothing is said."""
    named = "responsible: {any: Kontoret, hr-guide: Guidens redaktion, about.md: Ägaren}\nfooter:"
    read = "menu: Om\nread_through: {day: 2025-12-24, by: Kim Exempel}\n"
    site = world(
        {
            **edited("content/data/site.yml", "footer:", named),
            **edited("content/sv/about.md", "menu: Om\n", read),
        }
    )
    found = {
        path: shell_of(site, site.pages["sv", path], ()).care
        for path in ("about.md", "hr-guide/index.md", "move.md")
    }
    assert found == {
        "about.md": (
            "Ägaren svarar för sidan.",
            "Kim Exempel läste igenom den 24\N{NO-BREAK SPACE}december 2025.",
        ),
        "hr-guide/index.md": ("Guidens redaktion svarar för sidan.",),
        "move.md": ("Kontoret svarar för sidan.",),
    }


def test_a_page_invents_nobody(good_site: Site) -> None:
    """Where nobody is named the page says nothing; the page about the site says it for all."""
    found = {key: shell_of(good_site, page, ()).care for key, page in good_site.pages.items()}
    assert [key for key, care in found.items() if care] == [("sv", "employers/index.md")]
