"""Every field of every model is read by something: nobody is asked to fill in what no reader, check or report ever meets.

The specimen is made into a site while every read of a field is noted. What reads all fields alike (validation, references,
the words that must stand in labels.yml) proves nothing and does not count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from jinja2 import Environment
from pydantic import BaseModel

import maintenance
import publish_targets
from campaign import refresh
from campaign.admin.configuration import build_configuration
from campaign.admin.form_context import build_form_context
from campaign.checks import ALL
from campaign.checks.questions import check_refrain
from campaign.checks.records import check_words
from campaign.content import Content, load_content
from campaign.directives import DIRECTIVES
from campaign.files import Tree, load_tree
from campaign.law_watch import problems_of, watch
from campaign.models import KINDS, SINGLETONS, PageMeta
from campaign.models.map import BackgroundPlan
from campaign.outputs import artifacts, cards, document
from campaign.outputs.archive import Archive
from campaign.outputs.inventories import render_inventories
from campaign.outputs.targets import targets
from campaign.owners import render_owners
from campaign.pages import build_pages
from campaign.project import configured, finished
from campaign.refresh.answers import Answer
from campaign.refresh.changes import change
from campaign.status import build_status
from campaign.status_context import StatusContext
from campaign.templates import load_design
from cli import Arguments
from conftest import ROOT, TODAY, Changes
from real_site import copy_content
from test_owners import EDITING

pytestmark = pytest.mark.site

Field = tuple[str, str]
# Others than the package read them: MkDocs, and draw_map.py, which draws all of its plan.
FOREIGN = {
    ("campaign.models.configuration.Configuration", "site_name"),
    ("campaign.models.configuration.SiteLanguage", "name"),
    # Sources are followed by what their schema says; see `Content.marked`.
    ("campaign.models.places.Poster", "sources"),
    ("campaign.models.places.Way", "source"),
    ("campaign.models.structure.Structure", "map_background"),
}
# What only commands at the edge read: where the site goes, and who may edit it.
EXTRA = (
    EDITING.format(host="gitlab")
    + """\
  publish:
    folders: {server: out/server}
    artifacts: {host: out/host.zip}
    buckets: {store: {bucket: exempel}}
"""
)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a type is made of, whatever holds them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def fields_of(*models: type[BaseModel]) -> set[Field]:
    """The fields of models, and of the models that those hold, but for what stays within our files."""
    found, waiting, seen = set(), list(models), set()
    while waiting:
        model = waiting.pop()
        for name, field in model.model_fields.items() if model not in seen else ():
            if not field.exclude:
                found.add(_field(model, name))
                waiting += _models_in(field.annotation)
        seen.add(model)
    return found


def _field(model: type[BaseModel], name: str) -> Field:
    """A field, by the class that it was first written in: an heir's is its parent's."""
    bases = (base for base in reversed(model.__mro__) if name in vars(base).get("__annotations__", {}))
    home = next(bases)
    return f"{home.__module__}.{home.__qualname__}", name


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[Field]:
    """The fields that are read while the test runs."""
    found: set[Field] = set()

    def noting(self: BaseModel, name: str) -> object:
        if name in type(self).model_fields:
            found.add(_field(type(self), name))
        return object.__getattribute__(self, name)

    monkeypatch.setattr(BaseModel, "__getattribute__", noting, raising=False)
    return found


@pytest.fixture
def content(good_tree: Tree, list_act: Changes) -> Content:
    """The good specimen with all that may stand in it: each directive, a figure, a list of the law, an open finding."""
    names = {
        kind: path.split("/")[-1][:-4] for path in good_tree for kind in KINDS if f"/data/{kind}/" in path
    }
    given = {
        name: names.get(a.kind or "", '"ord"' if a.takes("ord") else "") for name, a in DIRECTIVES.items()
    }
    lines = [f"<!-- campaign:{name} {words} -->" for name, words in given.items()]
    page = (
        "---\ntitle: Prov\ndescription: En sida som visar allt som går att infoga i en text.\nonly: sv\n---\n"
    )
    chapter, template = "content/data/chapters/first-day.yml", "content/data/templates/welcome-letter.yml"
    figure = (
        "figures: [{value: 45, unit: people, as_of: undated, source: exempellagen, checked: 2026-01-02}]\n"
    )
    finding = 'looked: "2026-02-01"\nfindings: [{act: exempellagen, section: "6 a §", found: repealed}]\n'
    added = {
        chapter: figure,
        template: 'required: {sv: {act: listlagen, section: "1 §", paragraph: 2}}\n',
        "content/sv/hr-guide/first-day.md": "\nDet var 45 personer ([lagen](source:exempellagen)).\n",
    }
    tree = {path: raw + added.get(path, "").encode() for path, raw in good_tree.items()}
    prov = page + "\n\n".join(lines).replace("  -->", " -->")
    settings = tree["mkdocs.yml"].decode().replace("extra:\n", EXTRA)
    changes = {
        "content/sv/prov.md": prov.encode(),
        "content/data/law-watch.yml": finding.encode(),
        "mkdocs.yml": settings.encode(),
    }
    found, problems = load_content({**tree, **changes, **list_act})
    assert problems == []
    return found


class Silent:
    """A statistical service that has nothing to say."""

    def json(self, _path: str, _parameters: Mapping[str, str], _headers: Mapping[str, str]) -> Any:
        """Nothing."""
        return {}

    def text(self, _path: str) -> str:
        """Nothing."""
        return ""


def _read_by_refresh(content: Content) -> None:
    requests = refresh.facts_to_ask(content, (), ())
    refresh.ask_all(content, requests, dict.fromkeys(refresh.SERVICES, Silent()), (), TODAY)
    for request in requests:
        unit = request.fact.unit
        change(request, Answer(1, unit, "2099", ""), (unit,), accepted=True)


def _read_by_law(root: Path) -> None:
    """A look in which the copy knows nothing, and a section that is stored without a word of where from."""
    arguments = Arguments(root=root, source=None, language="sv")
    maintenance._watch(arguments, lambda _collection, _number: None)
    maintenance._store_section(arguments, lambda *_: {"6 a §": ["Kaffe."]}, "exempellagen 6 a §")


def _read_by_publish(root: Path) -> None:
    settings = publish_targets.load_settings(root)
    for name in settings.names:
        publish_targets.target_of(name, settings, root)
    publish_targets.is_as_promised({}, settings)


def _read_at_the_edge(content: Content, root: Path) -> None:
    """What the commands read that ask the network, publish, look into copies of the law, or let others write."""
    copy_content(root)
    path = root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("extra:\n", EXTRA), encoding="utf-8")
    _read_by_refresh(content)
    _read_by_law(root)
    _read_by_publish(root)
    render_owners(content)
    editing = content.configuration.extra.editing
    assert editing
    build_configuration(build_form_context(content, "sv", editing))


def test_every_field_is_read_by_something(
    read: set[Field],
    content: Content,
    templates: Environment,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """A new field that no template, check, output or report uses is noticed here, before anybody fills it in."""
    monkeypatch.setattr(document, "reference_document", lambda *_: b"")
    for name in ("render_pdf", "render_epub", "write"):
        monkeypatch.setattr(artifacts, name, lambda *_, **__: b"")
    monkeypatch.setattr(document, "finish_document", lambda made: made)
    for name in ("draw_card", "build_background"):
        monkeypatch.setattr(cards, name, lambda *_: b"")
    pages = build_pages(content, TODAY)
    for check in (check for check in ALL if check not in (check_words, check_refrain)):
        list(check(content, pages))
    site = configured(content, pages, templates, TODAY)
    site = finished(replace(site, design=load_design(ROOT / "overrides"), cache=tmp_path))
    for make in targets(site).values():
        make()
    build_status(StatusContext(content, TODAY, "2027-12-31", "sv"))
    render_inventories(content, pages)
    list(problems_of(content, watch(content, lambda _collection, _number: {})))
    _read_at_the_edge(content, tmp_path / "project")
    load_content(load_tree(ROOT))  # the specimen says nothing of its languages
    models = (*(kind.model for kind in KINDS.values()), *SINGLETONS.values(), PageMeta)
    # What stands in the archive is there for others to read.
    unread = fields_of(*models) - read - fields_of(Archive, BackgroundPlan) - FOREIGN
    assert sorted(unread) == []
