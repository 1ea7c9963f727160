"""What a change touches, as a Git host shows it to whoever looks at the change."""

from campaign.affected_pages import MOST, AffectedPage, Change, build_change, render_markdown, render_page
from campaign.site import Site

PLACE = AffectedPage("Exempelby", "Svenska", "kommuner/exempelby/index.html", is_own=True)
MOVE = AffectedPage("Flytte <hit>", "Norsk", "no/flytte/index.html", is_own=False)


def test_own_pages_come_first(good_site: Site) -> None:
    """Whoever looks sees first what was written, then what shows it too, then what is gone and how much else there is."""
    there = ["kommuner/exempelby/index.html", "index.html", "search/sv.json"]
    found = build_change(
        good_site.pages, [*there, "gammal/index.html"], there, ["content/data/municipalities/exempelby.yml"]
    )
    assert [(one.file, one.is_own) for one in found.pages] == [
        ("kommuner/exempelby/index.html", True),
        ("index.html", False),
    ]
    assert (found.gone, found.others) == (["gammal/index.html"], 1)


def test_a_git_host_shows_the_list() -> None:
    """Pages are links below where they can be looked at; a page that goes is crossed out."""
    change = Change([PLACE, MOVE], ["gammal/index.html"], 2)
    assert render_markdown(change, "sv", "https://exempel.example/p/") == (
        "## Ändringen rör 3 sidor\n\n"
        "* [Exempelby](https://exempel.example/p/kommuner/exempelby/) · Svenska\n"
        "* [Flytte \\<hit\\>](https://exempel.example/p/no/flytte/) · Norsk\n"
        "* ~~gammal/~~\n\n"
        "Dessutom 2 filer som inte är sidor: sökregister, kort, böcker och flöden.\n"
    )


def test_a_preview_has_the_list_as_a_page() -> None:
    """The page leads to the files themselves, so it can be opened from a folder; what stands in a title is text."""
    rendered = render_page(Change([MOVE], [], 0), "no", "site/")
    assert "<h1>Endringen berører 1 side</h1>\n<ul>\n" in rendered
    assert '<li><a href="site/no/flytte/index.html">Flytte &lt;hit&gt;</a> · Norsk</li>\n</ul>\n' in rendered


def test_a_change_of_nothing_says_so() -> None:
    """A change of the handbook touches no page, and that is worth a line."""
    assert render_markdown(Change([], [], 0), "en", "") == "## This change touches no page\n\n"


def test_nobody_reads_a_thousand_lines() -> None:
    """A change of the menu touches all pages: some are listed and the rest counted."""
    lines = render_markdown(Change([PLACE] * (MOST + 2), [], 0), "en", "").splitlines()
    assert (lines[0], len(lines), lines[-1]) == (
        f"## This change touches {MOST + 2} pages",
        MOST + 4,
        "And 2 pages more.",
    )
