"""Markdown twins: each page in Markdown, and the list of them."""

import pytest

from campaign.outputs import html
from campaign.outputs.markdown_pages import LIST, extract_markdown, targets
from campaign.site import Site
from conftest import made

HEAD = """\
<html lang="sv"><head><meta name="description" content="Om byn: allt.">
<link rel="canonical" href="https://exempel.example/under/by/"><meta property="og:title" content="Byn"></head><body>
<nav><a href="/">Start</a></nav><main><article>{}</article></main><footer>Slut</footer></body></html>"""


def twin(article: str) -> str:
    """The words of an article in its Markdown twin, below what is told of the page."""
    return extract_markdown(HEAD.format(article).encode()).decode().split("---\n\n")[1]


@pytest.fixture(scope="module")
def files(good_site: Site) -> dict[str, bytes]:
    """Every Markdown twin of the good specimen, and the list."""
    return made(targets(good_site, html.targets(good_site)))


def test_a_markdown_twin_says_which_page_it_is() -> None:
    """Who quotes it knows the title, the language and the address to name."""
    assert extract_markdown(HEAD.format("<h1>Byn</h1>").encode()).decode() == (
        "---\ntitle: Byn\ndescription: 'Om byn: allt.'\nurl: https://exempel.example/under/by/\nlanguage: sv\n---\n\n# Byn\n"
    )


def test_a_fact_is_one_line() -> None:
    """The figure of a place, and the ends of the scale below it, are sentences; the key to their drawing is left out."""
    article = (
        "<dl><div class='strip'><dt>Invånare</dt><dd>\n<p><span>7</span> <span>te</span></p>\n<svg></svg>\n"
        "<p class='strip-ends'><span><span class='hidden'>Lägst: </span>Byn 7</span> <span>Högst: Ön 9</span></p>\n</dd></div></dl>"
        "<ul class='strip-key'><li>Byn</li><li><a href='#figures'>Så är det räknat</a></li></ul>"
    )
    key = "- [Så är det räknat](https://exempel.example/under/by/#figures)\n"
    assert twin(article) == f"- **Invånare**: 7 te. Lägst: Byn 7. Högst: Ön 9.\n\n{key}"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ('<p>Se <a href="../karta/">kartan</a></p>', "Se [kartan](https://exempel.example/under/karta/)\n"),
        ('<img src="../by.svg" alt="En by">', "![En by](https://exempel.example/under/by.svg)\n"),
        ("<dl><div><dt>Yta</dt><dd><p>12</p> <p>km²</p></dd></div></dl>", "- **Yta**: 12 km²\n"),
        ("<figure><svg><text>x</text></svg><figcaption><p>Bild</p></figcaption></figure>", "Bild\n"),
        ("<details><summary><span class='hidden'>Läs</span></summary><p>Mer</p></details>", "Mer\n"),
        (
            "<details><summary><h2>Ring</h2> <span>I tid</span> <span>Byrån</span></summary><p>Mer</p></details>",
            "## Ring\n\nI tid\n\nByrån\n\nMer\n",
        ),
        ("<p class='month'>Före</p><p class='month scripted'>Före</p><p>Ring</p>", "Före\n\nRing\n"),
        ("<label class='tick'><input><span class='hidden'>Klart</span></label><p>Ring</p>", "Ring\n"),
        ("<p>Ord <input><button>Skicka</button></p>", "Ord\n"),
        ("<table><tr><th>A<tr><td>1</table>", "| A |\n| --- |\n| 1 |\n"),
    ],
)
def test_a_page_keeps_its_words_in_markdown(article: str, expected: str) -> None:
    """Addresses are whole, lists of terms are lists, and what only eyes or hands can use is left out."""
    assert twin(article) == expected


def test_a_figure_keeps_its_source() -> None:
    """The number of a note leads to the note, as in the Markdown of footnotes."""
    article = (
        '<p>Tolv.<sup><a class="note" href="#note-1">1</a></sup></p><section class="notes"><ol>'
        '<li id="note-1"><span>Byrån</span>, 2026. <a class="back" href="#cite-1">Åter</a></li></ol></section>'
    )
    assert twin(article) == "Tolv.[^1]\n\n[^1]: Byrån, 2026.\n"


def test_a_note_says_when_its_figures_held() -> None:
    """The ways back are left out, but not what they tell: the day of a figure, the chapter of a report."""
    ways = "".join(
        f'<a class="back" href="#cite-1">{words}</a> '
        for words in (
            'Åter: <span class="at">Invånare, 2024</span>',
            "Bostad",
            '<span class="at">Då, kap. 3</span>',
        )
    )
    article = (
        f'<section class="notes"><ol><li id="note-1"><span>Byrån</span>, 2026. {ways}</li></ol></section>'
    )
    assert twin(article) == "[^1]: Byrån, 2026. Invånare, 2024; Då, kap. 3.\n"


def test_a_template_is_told_as_it_is_printed() -> None:
    """Its rows and what to write in them, without what helps to fill it in on the screen."""
    article = (
        '<h2>Mallen</h2><form data-fill><p class="scripted">Skriv i rutorna.</p><div hidden><p>Fel</p></div>'
        '<p>Skriv den ihop.</p><table><tr><th>Fråga<th>Svar<tr><td>Namn<td><span class="field">Skriv</span></table>'
        '<div class="scripted"><p>Spara</p></div></form>'
    )
    assert twin(article) == (
        "## Mallen\n\nSkriv den ihop.\n\n| Fråga | Svar  |\n| ----- | ----- |\n| Namn  | Skriv |\n"
    )


def test_two_sources_together_are_two_notes() -> None:
    """The comma that keeps them apart on the page is no part of a number."""
    first, second = (f'<a class="note" href="#note-{n}">{n}</a>' for n in (1, 2))
    assert twin(f"<p>Tolv.<sup>{first}</sup><sup>, {second}</sup></p>") == "Tolv.[^1][^2]\n"


def test_every_original_has_a_markdown_twin_and_no_fallback_has_one(
    good_site: Site, files: dict[str, bytes]
) -> None:
    """An assistant finds each page once, in the language in which it was written."""
    originals = {f"{page.address}index.md" for page in good_site.pages.values() if not page.is_fallback}
    assert files.keys() == {*originals, LIST}


def test_every_markdown_twin_is_listed(good_site: Site, files: dict[str, bytes]) -> None:
    """The list names the address of each, with its description."""
    text = files[LIST].decode()
    unlisted = [address for address in files if f"({good_site.root_address}{address}): " not in text]
    assert unlisted == [LIST]


def test_each_page_of_the_list_has_a_line(files: dict[str, bytes]) -> None:
    """Every page begins a line, and every heading stands between empty ones."""
    text = files[LIST].decode()
    begun, glued = text.count("\n- ["), [line for line in text.splitlines() if line.count("](http") > 1]
    headings = text.count("\n\n## ")
    assert (begun, glued, headings) == (text.count("](http"), [], text.count("## "))
    assert text.count("\n\n- [") == headings


def test_the_list_has_the_form_of_its_kind(files: dict[str, bytes]) -> None:
    """Name, summary, and a heading for each part."""
    lines = [line for line in files[LIST].decode().splitlines() if line and not line.startswith("- [")]
    assert (lines[0], lines[1][:2], {line[:3] for line in lines[2:]}) == (
        "# Exempelregionerna",
        "> ",
        {"## "},
    )
