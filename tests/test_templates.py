"""How the templates of overrides/ are loaded: strict, safe in HTML, and with the words that they say."""

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError
from jinja2.meta import find_referenced_templates

from campaign.cache import Store
from campaign.templates import _NAMED, load_templates, page_templates, words_in


def test_a_template_with_an_unknown_name_fails(tmp_path: Path) -> None:
    """A misspelt name in a template is an error and never an empty spot on the page."""
    (tmp_path / "a.html").write_text("{{ titel }}")
    with pytest.raises(UndefinedError, match="titel"):
        load_templates(tmp_path).get_template("a.html").render()


def test_the_words_that_templates_say_are_known(tmp_path: Path) -> None:
    """The check can ask for every word that a template, and what it includes, names outright."""
    (tmp_path / "a.html").write_text('{{ t("interface", "skip") }}{{ t("unit", figure.unit) }}')
    (tmp_path / "b.html").write_text('{% include "a.html" %}{{ t("country", "se") }}')
    skip, country = ("interface", "skip"), ("country", "se")
    assert words_in(load_templates(tmp_path)) == {"a.html": {skip}, "b.html": {skip, country}}


def test_templates_escape_in_html_and_keep_heading_ids(tmp_path: Path) -> None:
    """Text is made safe in HTML templates, and a heading id in a Markdown template is no comment."""
    (tmp_path / "a.html").write_text("{{ text }}")
    (tmp_path / "a.md").write_text("## {{ text }} {#a}")
    templates = load_templates(tmp_path)
    found = [templates.get_template(name).render(text="5 < 6") for name in ("a.html", "a.md")]
    assert found == ["5 &lt; 6", "## 5 < 6 {#a}"]


def test_what_a_template_names_is_what_jinja_finds(templates: Environment) -> None:
    """The files that are noted for a template are those that Jinja would read for it."""
    found: dict[str, tuple[set[str], set[str | None]]] = {}
    for name in templates.list_templates():
        source = templates.loader.get_source(templates, name)[0] if templates.loader else ""
        found[name] = set(_NAMED.findall(source)), set(find_referenced_templates(templates.parse(source)))
    assert {name: pair for name, pair in found.items() if pair[0] != pair[1]} == {}


def test_a_compiled_template_is_taken_from_before(tmp_path: Path) -> None:
    """Compiled once, it says the same; two environments that read a text differently do not share it."""
    (tmp_path / "a.html").write_text("{# a #}{## b ##}{{ word }}", encoding="utf-8")

    def list_words() -> list[str]:
        templates = load_templates(tmp_path, Store(tmp_path / "kept"))
        return [
            each.get_template("a.html").render(word="c") for each in (templates, page_templates(templates))
        ]

    first = list_words()
    kept = {path.name: path.read_bytes() for path in (tmp_path / "kept").iterdir()}
    assert (first, list_words(), len(kept)) == (["{# a #}c", "c"], first, 2)
    assert {path.name: path.read_bytes() for path in (tmp_path / "kept").iterdir()} == kept
