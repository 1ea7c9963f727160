"""The notes of a page: numbers in the text, the list they lead to, and the ways back."""

from lxml import html

from campaign.expand import article
from campaign.notes import with_notes
from campaign.site import Site
from campaign.text.html import citation_link


def noted(site: Site, text: str, code: str = "sv") -> html.HtmlElement:
    """An article with its notes."""
    return html.fromstring(f"<article>{with_notes(site, site.pages[code, 'move.md'], text)}</article>")


def test_a_source_has_one_number_on_a_page(good_site: Site) -> None:
    """The same source keeps its number, and numbers come in the order of the text."""
    names = ("exempellagen", "slutrapport-exempel", "exempellagen")
    shown = noted(good_site, "".join(f"<p>Så.{citation_link(name)}</p>" for name in names))
    links = shown.xpath("//sup/a")
    assert [(link.text, link.get("href"), link.get("aria-label")) for link in links] == [
        ("1", "#note-1", "Källa 1"),
        ("2", "#note-2", "Källa 2"),
        ("1", "#note-1", "Källa 1"),
    ]


def test_a_note_leads_back_to_each_place_by_its_name(good_site: Site) -> None:
    """Who has read a note goes back to the section, fact or chapter that it belongs to."""
    text = (
        f'<h1>Orten</h1><p>A{citation_link("exempellagen", "25 §")}</p><h2 class="hidden">Fakta</h2>'
        f"<h2 id='a'>Bo &amp; leva</h2><p>B{citation_link('exempellagen')} C{citation_link('exempellagen')}</p>"
        f"<p>D{citation_link('exempellagen', '2024', 'Invånare')}</p>"
    )
    back = noted(good_site, text).xpath("//a[@class='back']")
    assert [(link.text_content(), link.get("href")) for link in back] == [
        ("Tillbaka till texten: Orten, 25 §", "#cite-1"),
        ("Bo & leva", "#cite-1-2"),
        ("Invånare, 2024", "#cite-1-3"),
    ]


def test_a_note_says_who_what_and_when(good_site: Site) -> None:
    """A note names publisher, title, date and the day of reading, in the reader's language."""
    shown = noted(good_site, str(citation_link("exempellagen")), "no")
    [note] = shown.xpath("//li[@id='note-1']")
    assert " ".join(note.text_content().split()) == (
        "Exempelriksdagen: Exempellag (1999:999), 1999, lest 3. februar 2026. Tilbake til teksten:"
    )


def test_a_page_that_cites_nothing_has_no_list(good_site: Site) -> None:
    """No heading stands above an empty list."""
    assert with_notes(good_site, good_site.pages["sv", "move.md"], "<p>Så.</p>") == "<p>Så.</p>"


def test_every_number_has_its_note_and_every_note_its_ways_back(good_site: Site) -> None:
    """No number leads nowhere, on any page."""
    lost = []
    for page in good_site.pages.values():
        shown = html.fromstring(f"<article>{article(good_site, page)}</article>")
        ids = set(shown.xpath("//@id"))
        ways = shown.xpath("//a[@class='note' or @class='back']/@href")
        lost += [(page.path, way) for way in ways if way[1:] not in ids]
        lost += [(page.path, name) for name in shown.xpath("//@data-cite")]
    assert lost == []
