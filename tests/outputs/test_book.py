"""What the book's template receives; the book itself is made and read in tests/test_book.py."""

import io

import pikepdf
import pytest
import typst

from campaign.outputs.book import BODY, book_facts, render_pdf
from campaign.outputs.markup import typst_markup
from campaign.settings import BY_CODE
from campaign.site import Site
from campaign.sources import parse_yaml
from conftest import FULL, ROOT, Golden, tree_of


@pytest.mark.golden("book/*")
def test_a_book_says_the_same_facts_in_both_languages(good_site: Site, golden: Golden) -> None:
    """Cover and running heads say the same in both languages, each in its own words."""
    facts = {
        code: book_facts(
            good_site, BY_CODE[code], golden.input["title"], golden.input["subtitle"], whole=True
        )
        for code in FULL
    }
    golden.matches(_as_text(facts))


def _as_text(value: object) -> object:
    """Golden files hold text only."""
    if isinstance(value, dict):
        return {key: _as_text(child) for key, child in value.items()}
    return str(value)


PLAIN = '#set document(title: "Bok")\n#set text(lang: "sv")\n= Bok\n' + BODY
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="72" height="36"><rect width="72" height="36"/></svg>'


def _alternatives(pdf: bytes) -> list[str]:
    """The words for pictures in a PDF's tags."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            str(part.Alt)
            for part in opened.objects
            if isinstance(part, pikepdf.Dictionary) and "/Alt" in part
        ]


def test_a_picture_is_told_to_those_who_do_not_see_it() -> None:
    """Whatever signs its words hold, they reach the tags of the PDF."""
    markup = typst_markup(tree_of('![En "kopp" \\\\ *kaffe*](media/a.svg)')["blocks"])
    assert _alternatives(render_pdf(markup, {}, PLAIN, {"media/a.svg": SVG})) == ['En "kopp" \\ kaffe']


def test_a_picture_without_words_is_not_printed() -> None:
    """The standard is kept while the book is made, not only looked at afterwards."""
    with pytest.raises(typst.TypstError, match="alt"):
        render_pdf("Ord.", {}, PLAIN + '\n#image("a.svg")', {"a.svg": SVG})


def test_printing_leaves_the_tree_as_it_is() -> None:
    """EPUB and Word are made from the same tree."""
    tree = tree_of("- [ ] Kaffet är på.\n")
    typst_markup(tree["blocks"])
    assert tree == tree_of("- [ ] Kaffet är på.\n")


def test_every_chapter_has_a_drawing_and_says_what_it_shows() -> None:
    """A chapter opens with a thing of its own, told in both languages for those who do not see it."""
    drawn = {path.stem for path in (ROOT / "overrides/book/openers").iterdir()}
    found = {
        path.stem: parse_yaml(path.name, path.read_bytes()).value.get("drawing", {}).keys()
        for path in (ROOT / "content/data/chapters").iterdir()
    }
    assert found == dict.fromkeys(drawn, {"sv": "", "no": ""}.keys())
