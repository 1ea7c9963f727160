"""How the templates of overrides/ are loaded: strict, safe in HTML, and with the words that they say."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError, nodes
from jinja2.meta import find_referenced_templates

from campaign.cache import Store
from campaign.templates import _NAMED, load_templates, page_templates, words_in

# The folders of the templates that `load_templates` renders; what stands around an article is read with other marks.
_RENDERED = ("layouts/", "fragments/", "partials/", "feeds/", "book/")


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


def _names(found: Iterable[nodes.Node], ctx: str) -> set[str]:
    """The names that some parts of a template load or store."""
    named = (name for part in found for name in (part, *part.find_all(nodes.Name)))
    return {name.name for name in named if isinstance(name, nodes.Name) and name.ctx == ctx}


def _unused(tree: nodes.Template, included: set[str]) -> set[str]:
    """What a template imports, sets or loops over and never says; `_` is a name for what is not wanted."""
    used = _names(tree.body, "load") | included
    imported = {one.target for one in tree.find_all(nodes.Import)}
    given = _names((one.target for one in tree.find_all(nodes.Assign)), "store")
    idle = {
        name
        for loop in tree.find_all(nodes.For)
        for name in _names([loop.target], "store")
        - _names((*loop.body, *loop.else_, *filter(None, [loop.test])), "load")
    }
    return ((imported | given) - used | idle) - {"_"}


def test_no_template_names_what_it_does_not_use(templates: Environment) -> None:
    """Whoever reads a template need not look for where a name of it is used; what a template includes sees its names too."""
    found: dict[str, set[str]] = {}
    trees = {
        name: templates.parse(templates.loader.get_source(templates, name)[0])
        for name in templates.list_templates(filter_func=lambda name: name.startswith(_RENDERED))
        if templates.loader
    }
    for name, tree in trees.items():
        included = [str(one.template.value) for one in tree.find_all(nodes.Include)]
        found[name] = _unused(tree, _names((trees[one] for one in included), "load"))
    assert {name: unused for name, unused in found.items() if unused} == {}


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
