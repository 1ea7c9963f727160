"""The templates below overrides/: layouts, fragments, partials, feeds and what stands in no chapter of the book."""

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from itertools import chain
from pathlib import Path
from typing import TypeVar

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, Template
from jinja2.bccache import Bucket
from markdown_it.token import Token

from campaign import border, comparison, cutout, daylight, facts, typography, visits
from campaign.archive import years_of
from campaign.cache import Store
from campaign.deadlines import counts_of, due_day
from campaign.directives import directives
from campaign.duties import TIMES, Firm, own_duties
from campaign.holiday_pay import LINES
from campaign.law import SHOWN_IN_BOOKS, render_rule
from campaign.markdown import plain_markdown
from campaign.models.kits import KIT_FILES
from campaign.rates import rates_by_group, rendered_rates
from campaign.reads import RecordedMapping, record_read
from campaign.settings import COUNTRIES, language_tag
from campaign.text.html import citation_link


class RecordingEnvironment(Environment):
    """Templates with a note of each that is used, and of those that it names."""

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,
    ) -> Template:
        """The template `name`, as Jinja gives it."""
        record_read(*self._files_of(str(name)))
        return super().get_template(name, parent, globals)

    def forget_files(self) -> None:
        """Templates may name others than before."""
        self.__dict__.pop("_files", None)

    def _files_of(self, name: str) -> frozenset[str]:
        # What a module of macros includes is fetched once and kept, so it is found in the text and not when it is run.
        known: dict[str, frozenset[str]] = self.__dict__.setdefault("_files", {})
        if name not in known:
            known[name] = frozenset(map(template_file, _named_by(self, name)))
        return known[name]


# Jinja knows them when it has parsed a template, which takes a second for all of ours and is seldom needed: most are compiled.
_NAMED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


def _named_by(templates: Environment, name: str) -> frozenset[str]:
    """The template `name` and all that it names, and so on."""
    assert templates.loader
    source, *_ = templates.loader.get_source(templates, name)
    return frozenset({name}).union(*(_named_by(templates, found) for found in _NAMED.findall(source)))


class Compiled(BytecodeCache):
    """Templates as Jinja has compiled them, in a store. `kind` parts two environments that read the same text differently."""

    def __init__(self, store: Store, kind: str) -> None:
        self.store, self._kind = store, kind

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before, if it is whole; Jinja sees whether it is of the same text."""
        if kept := self.store.get(self._name(bucket)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.store.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return f"{bucket.key}.{self._kind}"


_WORD = re.compile(r"""\b(?:t|plural_forms)\("([\w-]+)", "([\w-]+)"[,)]""")
_Found = TypeVar("_Found")
_SCRIPT = re.compile(r"""\bscripts?[(\[]"([\w-]+\.js)"[)\]]""")


# What templates may use on any page; what depends on the page is in `context`.
_GLOBALS = {
    "kit_files": KIT_FILES,
    "border_choices": border.choices,
    "by_source": facts.by_source,
    "cite": citation_link,
    "clock": typography.format_clock,
    "counts_of": counts_of,
    "due_day": due_day,
    "Firm": Firm,
    "cut_out": cutout.cut_out,
    "holiday_lines": LINES,
    "own_duties": own_duties,
    "near_file": cutout.near_file,
    "in_a_hundred": comparison.in_a_hundred,
    "rows_of_dots": comparison.rows_of_dots,
    "point_on_map": cutout.point,
    "rates_by_group": rates_by_group,
    "rendered_rates": rendered_rates,
    "ring_file": daylight.ring_file,
    "ring_of": daylight.draw_ring,
    "duty_times": TIMES,
    "render_rule": render_rule,
    "stops_on": visits.stops_on,
    "years": typography.format_years,
    "years_of": years_of,
    "currency_in": lambda country: COUNTRIES[country].currency,
    "language_in": lambda country: COUNTRIES[country].language,
    "shown_in_books": SHOWN_IN_BOOKS,
}


def load_templates(folder: Path, compiled: Store | None = None) -> RecordingEnvironment:
    """The layouts, fragments, partials and feeds below overrides/, with unknown names as errors.

    What was compiled before is in `compiled`.
    """
    # Jinja's own comment mark, {#, begins a heading id in Markdown.
    environment = RecordingEnvironment(
        loader=DictLoader(_load_texts(folder)),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name) and str(name).endswith((".html", ".svg", ".xml")),
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(compiled, "article") if compiled else None,
    )
    environment.filters["plain"] = plain_markdown
    environment.filters["language_tag"] = language_tag
    environment.globals |= _GLOBALS
    return environment


def reload_templates(environment: RecordingEnvironment, folder: Path) -> None:
    """Read the templates below overrides/ again; Jinja compiles those that are others, and keeps the rest."""
    assert isinstance(environment.loader, DictLoader)
    environment.loader.mapping = _load_texts(folder)
    environment.forget_files()


def _load_texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md", ".svg", ".txt", ".xml")
    }


def page_templates(templates: Environment) -> Environment:
    """The same for what stands around an article, where no Markdown is and Jinja keeps its own comment mark."""
    kept = templates.bytecode_cache
    return templates.overlay(
        comment_start_string="{#",
        comment_end_string="#}",
        bytecode_cache=Compiled(kept.store, "shell") if isinstance(kept, Compiled) else None,
    )


def load_design(folder: Path) -> Mapping[str, bytes]:
    """The files below overrides/ that are no templates: style sheets, scripts and what the books look like."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("assets", "book", "drawings")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and (part == "book" or path.suffix != ".svg")
    }
    return RecordedMapping(files, template_file, "overrides/")


def template_file(name: str) -> str:
    """The path of a template or another file of overrides/, from the project's root."""
    return f"overrides/{name}"


def words_in(templates: Environment) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Template → the interface words that it and those that it names say outright: group and word."""
    return _find_in_each(templates, lambda text: frozenset(_WORD.findall(text)))


def scripts_in(templates: Environment) -> Mapping[str, frozenset[str]]:
    """Template → the scripts that it and those that it names bring into a page."""
    return _find_in_each(templates, lambda text: frozenset(_SCRIPT.findall(text)))


def templates_of(layout: str, tokens: Iterable[Token]) -> list[str]:
    """The templates of a page: what stands around every one, its layout, and those of the directives in its text."""
    named = chain.from_iterable(fragments_of(found.name) for found in directives(tokens))
    return ["main.html", f"layouts/{layout}.html", *named]


def fragments_of(directive: str) -> tuple[str, str]:
    """The templates that a directive may have, by its name; it has one of them."""
    return f"fragments/{directive}.md", f"fragments/{directive}.html"


def _find_in_each(
    templates: Environment, find: Callable[[str], frozenset[_Found]]
) -> Mapping[str, frozenset[_Found]]:
    texts = (
        {name: str(templates.loader.mapping[name]) for name in templates.list_templates()}
        if isinstance(templates.loader, DictLoader)
        else {}
    )
    found = {name: find(text) for name, text in texts.items()}
    return {
        name: frozenset[_Found]().union(*(found[named] for named in _named_by(templates, name)))
        for name in found
    }
