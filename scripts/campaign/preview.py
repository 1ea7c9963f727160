"""The site while somebody writes it: each save is read at once, and only the page that is asked for is made.

A page is shown before the checks have looked at it, for they take longer than the eye waits. Where content cannot be read
or a page cannot be made, what was shown last stays.
"""

import hashlib
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from campaign.cache import CHECKS, TEMPLATES, Bundle, ReadState, Store
from campaign.cached_checks import load_passed, passed_in
from campaign.checks import check_steps
from campaign.content import Content, load_content
from campaign.files import Tree, load_common, load_entry, load_tree
from campaign.models import file_of
from campaign.outputs.targets import targets
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, errors, in_order
from campaign.project import build_site
from campaign.settings import ROOT
from campaign.site import Download, Targets
from campaign.templates import load_templates, reload_templates, words_in

MISSING = "404.html"


@dataclass(frozen=True)
class Version:
    """What was read after a save: the files, the content, its pages, and the problems of form that were met on the way."""

    tree: Tree
    content: Content
    pages: Pages
    problems: list[Problem]


class Preview:
    """The site of the project in the folder `root` on the ISO date `today`, as it was saved last.

    `built` are folders of earlier builds, the newest first: pages name the size of each book, and a preview does not wait
    for books. `number` counts the saves. All methods may be called from any thread.
    """

    def __init__(self, root: Path, today: str, *built: Path) -> None:
        self.root, self.today, self.built = root, today, built
        self.number = 0
        self.problems: list[Problem] = []
        self._tree: Tree = load_tree(root)
        self._common = load_common(ROOT)
        self._templates = load_templates(root / "overrides", Store(root / ".cache" / TEMPLATES))
        self._targets: Targets = {}
        self._made: dict[str, bytes] = {}
        self._shown: dict[str, bytes] = {}
        self._faults: list[str] = []
        self._passed: dict[bytes, Bundle[ReadState]] = {}
        self._lock = Lock()
        self._version = self._read()

    def save(self, paths: Iterable[Path]) -> None:
        """Take in the files and folders that came, went or changed."""
        with self._lock:
            self._take([(path, path.relative_to(self.root)) for path in paths])
            self._version = self._read()
            self.number += 1

    def check(self) -> bool:
        """Run the checks on the last version; whether the problems are others than before.

        Texts in which nothing was wrong, now or at the last build, are not looked at again while all they read is as it was: as
        long as the checks are at work, a page takes twice its time. So they stop while one is made, and end with the next save.
        """
        version, number = self._version, self.number
        passed = self._passed_for(version)
        before = passed_in(passed, version.tree, self.today)(version.content, version.pages)
        words, found = words_in(self._templates), list(version.problems)
        for step in check_steps(version.content, version.pages, words, self.today, before):
            if self._has_newer(number):
                return False
            found.extend(step)
        problems = in_order(found)
        passed.write()
        changed, self.problems = problems != self.problems, problems
        return changed

    def _passed_for(self, version: Version) -> Bundle[ReadState]:
        """The texts in which nothing was wrong: those of the last build, and all that a check has looked at since, ended or not."""
        configuration = version.tree.get(file_of("mkdocs"), b"")
        if configuration not in self._passed:
            store = Store(self.root / ".cache" / CHECKS)
            self._passed = {configuration: load_passed(store, self._common, version.tree)}
        return self._passed[configuration]

    def _has_newer(self, number: int) -> bool:
        """Whether something was saved after the save `number`; it waits for what is being read or made."""
        with self._lock:
            return number != self.number

    def faults(self) -> list[str]:
        """The tracebacks of pages that could not be made though the content has no problem: faults of the code."""
        found, self._faults = self._faults, []
        return [] if errors(self.problems) else found

    def missing_page(self, address: str) -> str:
        """The page about a missing page, in the language of the address where nothing is."""
        prefixes = [language.prefix for language in self._version.content.languages]
        return (
            max((prefix for prefix in prefixes if address.startswith(prefix)), key=len, default="") + MISSING
        )

    def page(self, address: str) -> bytes | None:
        """The file at an address below the root as it is now, or as it was last shown; None if there is none."""
        with self._lock:
            if address not in self._made and address in self._targets:
                self._make(address)
            return self._shown.get(address) if address in self._targets else None

    def digest(self, address: str) -> str:
        """What tells whether the file at an address is another than the one that a browser shows."""
        return hashlib.sha256(self.page(address) or b"").hexdigest()[:16]

    def _take(self, saved: Sequence[tuple[Path, Path]]) -> None:
        """Read what was saved, told by its path and by that below the root; all at most once, however much has changed."""
        if any(name.parts[0] == "overrides" for _, name in saved):
            reload_templates(self._templates, self.root / "overrides")
        content = [(path, name) for path, name in saved if name.parts[0] != "overrides"]
        if all(path.is_file() and not _is_hidden(name) for path, name in content):
            saved_files = {name: raw for path, _ in content for name, raw in load_entry(self.root, path)}
            self._tree = {**self._tree, **saved_files}
        else:  # something is gone, or is a folder
            self._tree = load_tree(self.root)

    def _read(self) -> Version:
        content, problems = load_content(self._tree)
        pages = build_pages(content, self.today)
        if not problems:
            site = build_site(self.root, content, pages, self._templates, self.today)
            books = {download.address: download.make for download in site.downloads}
            site = replace(site, downloads=tuple(map(self._built, site.downloads)))
            self._targets, self._made = {**targets(site), **books}, {}
        return Version(self._tree, content, pages, problems)

    def _built(self, download: Download) -> Download:
        """A book as pages need it, to name its size: as it was built last, or empty if it never was."""
        files = [folder / download.address for folder in self.built]
        return replace(download, make=next((file.read_bytes for file in files if file.is_file()), bytes))

    def _make(self, address: str) -> None:
        try:
            self._made[address] = self._shown[address] = self._targets[address]()
        except Exception:  # noqa: BLE001 (content that no check has seen can break a page in any way)
            self._faults.append(traceback.format_exc())
            self._made[address] = self._shown.setdefault(address, b"")


def _is_hidden(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts)
