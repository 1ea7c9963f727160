"""The search index of a finished site."""

import json
from pathlib import Path

from campaign.outputs.search import write_index

PAGE = '<!doctype html><html lang="{}"><title>Te</title><body><main data-pagefind-body>Varmt te.</main></body></html>'


def test_index_is_the_same_for_the_same_pages(tmp_path: Path) -> None:
    """Who builds the same content again gets the same bytes, though Pagefind lists languages in any order."""
    for code in ("sv", "nb"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "index.html").write_text(PAGE.format(code), encoding="utf-8")
    assert write_index(tmp_path) == 0
    text = (tmp_path / "pagefind/pagefind-entry.json").read_text(encoding="utf-8")
    assert (sorted(json.loads(text)["languages"]), text) == (
        ["nb", "sv"],
        json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True),
    )


def test_a_site_without_pages_has_no_index(tmp_path: Path) -> None:
    """The build stops where there is nothing to find, instead of publishing a search that is silent."""
    assert (write_index(tmp_path), list(tmp_path.glob("pagefind/*.json"))) == (1, [])
