"""Reading pandoc's tree."""

from campaign.outputs.pandoc import elements, plain, write
from conftest import tree_of

TEXT = """\
# Ett *stort* [ord](a.md "titel") {#x}

- först `kod`
- sist <b>fet</b>

```
kod
```
"""


def test_elements_come_in_the_order_of_the_text() -> None:
    """What is done to the first of its kind is done to the first that a reader meets."""
    assert [plain(word) for word in elements(tree_of(TEXT), "Str")] == [
        "Ett",
        "stort",
        "ord",
        "först",
        "sist",
        "fet",
    ]


def test_an_element_within_its_like_is_found_too() -> None:
    """A list in a list is a list."""
    assert len(elements(tree_of("- a\n  - b\n"), "BulletList")) == 2


def test_plain_words_are_what_a_reader_sees() -> None:
    """Neither addresses, titles, ids nor HTML are words."""
    tree = tree_of(TEXT)
    assert [plain(block) for block in tree["blocks"]] == ["Ett stort ord", "först kodsist fet", "kod"]


def test_a_document_can_be_written_and_its_files_are_found() -> None:
    """What options and text name lies beside pandoc while it works."""
    tree = tree_of("![Märket](media/a.svg)")
    files = {"media/a.svg": b"<svg/>", "form.html": b"FORM $body$"}
    page = write(tree, "html", "--template=form.html", "--embed-resources", files=files).decode()
    assert page.startswith("FORM <p><img") and "data:image/svg+xml" in page
