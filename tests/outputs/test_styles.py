"""The style sheet: joined, lean, and named by its content."""

import pytest

from campaign.outputs.styles import render_styles
from conftest import Golden


@pytest.mark.golden("styles/*")
def test_sheets_are_joined_in_order(golden: Golden) -> None:
    """The reader's browser fetches one lean sheet, with first things first and print last."""
    files = {name: text.encode() for name, text in golden.input.items()}
    name, content = render_styles(files, {})
    golden.matches([name, content.decode()])


def test_the_name_changes_with_the_content() -> None:
    """A browser that kept the old sheet never shows a new page with it."""
    names = {render_styles({"base.css": b"a { top: %dpx; }" % n}, {})[0] for n in range(3)}
    assert len(names) == 3


def test_the_order_of_the_files_does_not_matter() -> None:
    """The same sheets give the same bytes on every computer."""
    files = {
        "z.css": b"z {}",
        "base.css": b"b {}",
        "a.css": b"a {}",
        "print.css": b"p {}",
        "tokens.css": b"t {}",
    }
    assert render_styles(files, {}) == render_styles(dict(sorted(files.items())), {})


def test_the_sheet_finds_the_type_beside_it() -> None:
    """The browser fetches the type under the name that marks its content, from the folder of the sheet."""
    files = {"type.css": b'@font-face { src: url("../fonts/young.woff2"); }'}
    _, content = render_styles(files, {"young.woff2": "assets/young.1a2b3c4d.woff2"})
    assert content == b'@font-face { src: url("young.1a2b3c4d.woff2"); }\n'
