"""What every page may need to know, gathered once a build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from campaign.content import Content
from campaign.pages import HOME, NEWS, Page, Pages, pages_of
from campaign.problems import Problem
from campaign.reads import record_read, recording
from campaign.settings import Language
from campaign.uses import uses_in

# The key under which it is noted that somebody read the address of a sheet that pages wear whole.
STYLE = "style:"
# The same for today, and for whether a day has come or gone (with the day), which seldom changes overnight.
TODAY, DAY = "today:", "day:"
# How to make a file of the site, and all of them by their address below the root.
Target = Callable[[], bytes]
Targets = dict[str, Target]


@dataclass(frozen=True)
class Download:
    """A file to fetch: its address below the root, how to make it, its format and its language.

    `item` says what it is: the whole guide, one chapter, one template or one poster (with their slug), or all templates.
    """

    address: str
    make: Target
    format: str
    language: str
    item: str = "guide"
    slug: str = ""

    @property
    def size(self) -> int:
        """How many bytes the reader fetches."""
        return len(self.make())


@dataclass(frozen=True)
class Script:
    """A script as pages name it: its address below the root, and the digest of its content, which `text` is."""

    address: str
    integrity: str
    text: str = field(default="", compare=False)

    def tag(self, address: str) -> Markup:
        """The tag on a page from which the script lies at `address`: a browser runs it only if its digest is that."""
        tag = Markup('<script type="module" src="{}" integrity="{}"></script>')
        return tag.format(address, self.integrity)

    @property
    def within(self) -> Markup:
        """The script within a page: to a browser a file of its own is worth a way there and back before it draws anything.

        It is no module, which would wait until the whole page is read. The digest that the policy tells is that of the file, and
        so of what stands within.
        """
        return Markup(f"<script>{self.text}</script>" if self.text else "")


@dataclass(frozen=True)
class Opening:
    """The style that a page has in itself for its first words, and its digest."""

    text: str = ""
    integrity: str = ""


def script_key(name: str) -> str:
    """The key under which it is noted that somebody names a script."""
    return f"script:{name}"


def sheet_key(name: str) -> str:
    """The key under which it is noted that somebody names a part of the style; a comment in it changes no address."""
    return f"sheet:{name}"


# What is noted of files that a page only names, and that no word of it tells.
LOOKS = (STYLE, script_key(""), sheet_key(""))


@dataclass(frozen=True)
class Site:
    """What every page may need to know: the content, the pages, the owner, the templates and the downloads.

    `day` is today as an ISO date and decides what is coming and what is past. `scripts`, `fonts` and `sheets` say where
    each file is published. `forms` says where each form posts, None where that is not decided. `root_address` is where the site is
    published, with a slash at the end. `menu` holds paths. `design` are the files below overrides/ that
    are no templates: path → bytes. `warnings` are the problems that stop no build. What is slow to draw is kept in the folder `cache`.
    """

    content: Content
    pages: Pages
    templates: Environment
    owner: Mapping[str, str | None]
    day: str
    root_address: str
    downloads: tuple[Download, ...] = ()
    scripts: Mapping[str, Script] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str | None] = field(default_factory=dict)
    menu: tuple[str, ...] = ()
    style_addresses: Mapping[str, str] = field(default_factory=dict)
    opening_style: Opening = Opening()
    design: Mapping[str, bytes] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    cache: Path = Path(".cache")

    @property
    def styles(self) -> Mapping[str, str]:
        """The sheets that pages wear whole: name → address below the root."""
        record_read(STYLE)
        return self.style_addresses

    @property
    def opening(self) -> Opening:
        """The style that pages have in themselves; empty where there is none."""
        record_read(STYLE)
        return self.opening_style

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that a reader can choose: those that have a start page."""
        return tuple(one for one in self.content.languages if (one.code, HOME) in self.pages)

    def translations(self, path: str) -> tuple[Page, ...]:
        """The pages at a path that are written in their own language, in the order of the site's languages."""
        keys = [(language.code, path) for language in self.content.languages]
        found = [self.pages[key] for key in keys if key in self.pages]
        return tuple(page for page in found if not page.is_fallback)

    def news(self, language: Language) -> list[Page]:
        """The news that readers of a language meet, the latest first."""
        return sorted(pages_of(self.pages, language, NEWS), key=lambda page: page.date or "", reverse=True)

    def uses(self, code: str) -> dict[str, list[str]]:
        """Source → the paths of the pages that readers of the language `code` find it on, in order."""
        record_read(f"uses:{code}")
        return self._uses[code]

    @cached_property
    def _uses(self) -> dict[str, dict[str, list[str]]]:
        """Found once for all pages that ask: it takes as long as twenty of them."""
        with recording():  # few changes of a text change what it rests on
            return uses_in(self.content, self.pages)

    @property
    def today(self) -> str:
        """Today as an ISO date. What reads it is made again each day."""
        record_read(TODAY)
        return self.day

    def is_past(self, day: str) -> bool:
        """Whether an ISO date has gone by."""
        record_read(DAY + day)
        return day < self.day

    def is_ahead(self, day: str) -> bool:
        """Whether an ISO date is to come."""
        record_read(DAY + day)
        return day > self.day

    @property
    def host(self) -> str:
        """The name of the server, for names that must be the site's own."""
        return str(urlsplit(self.root_address).hostname)

    def downloads_of(self, code: str, item: str, slug: str = "") -> list[Download]:
        """The files of an item (see Download) in the language `code`."""
        wanted = (item, slug, code)
        record_read(f"downloads:{item}.{slug}.{code}")
        return [file for file in self.downloads if (file.item, file.slug, file.language) == wanted]

    def design_in(self, folder: str, wanted: Callable[[str], bool] = bool) -> dict[str, bytes]:
        """The files of a folder below overrides/ whose names are wanted, and no others are read: name → bytes."""
        names = (path.removeprefix(f"{folder}/") for path in self.design if path.startswith(f"{folder}/"))
        return {name: self.design[f"{folder}/{name}"] for name in names if wanted(name)}
