"""The templates below overrides/: layouts, fragments, partials, feeds and what stands in no chapter of the book."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from campaign.cache import Store
from campaign.markdown import plain_markdown
from campaign.reads import Noted, note


class NotingEnvironment(Environment):
    """Templates with a note of each that is used, and of those that it names."""

    def get_template(self, name: Any, *arguments: Any, **options: Any) -> Template:
        """The template `name`, as Jinja gives it."""
        note(*self._files_of(str(name)))
        return super().get_template(name, *arguments, **options)

    def _files_of(self, name: str) -> frozenset[str]:
        # What a module of macros includes is fetched once and kept, so it is found in the text and not when it is run.
        known: dict[str, frozenset[str]] = self.__dict__.setdefault("_files", {})
        if name not in known and self.loader:
            known[name] = frozenset({template_file(name)})
            source, *_ = self.loader.get_source(self, name)
            named = [found for found in find_referenced_templates(self.parse(source)) if found]
            known[name] = known[name].union(*(self._files_of(found) for found in named))
        return known.get(name, frozenset())


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


_WORD = re.compile(r"""\bt\("([\w-]+)", "([\w-]+)"\)""")


def load_templates(folder: Path, compiled: Store | None = None) -> Environment:
    """The layouts, fragments, partials and feeds below overrides/, with unknown names as errors.

    What was compiled before is in `compiled`.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md", ".txt", ".xml")
    }
    # Jinja's own comment mark, {#, begins a heading id in Markdown.
    environment = NotingEnvironment(
        loader=DictLoader(files),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name) and str(name).endswith((".html", ".xml")),
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(compiled, "article") if compiled else None,
    )
    environment.filters["plain"] = plain_markdown
    return environment


def page_templates(templates: Environment) -> Environment:
    """The same for what stands around an article, where no Markdown is and Jinja keeps its own comment mark."""
    kept = templates.bytecode_cache
    return templates.overlay(
        comment_start_string="{#",
        comment_end_string="#}",
        trim_blocks=False,
        lstrip_blocks=False,
        bytecode_cache=Compiled(kept.store, "page") if isinstance(kept, Compiled) else None,
    )


def load_design(folder: Path) -> Mapping[str, bytes]:
    """The files below overrides/ that are no templates: style sheets, scripts and what the books look like."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("assets", "book")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
    return Noted(files, template_file, "overrides/")


def template_file(name: str) -> str:
    """The path of a template or another file of overrides/, from the project's root."""
    return f"overrides/{name}"


def words_in(templates: Environment) -> frozenset[tuple[str, str]]:
    """The interface words that the templates name outright: group and word."""
    loader = templates.loader
    texts = loader.mapping.values() if isinstance(loader, DictLoader) else ()
    return frozenset(pair for text in texts for pair in _WORD.findall(str(text)))
