"""What each file was made of: whatever somebody edits, exactly the files that become others are named, or more."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from campaign.build import make_all, write_all
from campaign.cache import Outputs, Store
from campaign.checks import check_tree
from campaign.files import load_tree
from campaign.inputs import Value, digests_of, values_of
from campaign.output_folder import WrittenFile, load_index, load_stamps, write_index
from campaign.outputs import artifacts, cards, document, media
from campaign.outputs.targets import targets
from campaign.problems import Phrase, UserError
from campaign.project import finished
from campaign.reads import Output
from campaign.record import (
    Record,
    affected,
    changed_files,
    load_record,
    record_of,
    refuse_unknown,
    write_record,
)
from campaign.site import Site
from campaign.templates import load_design, load_templates, words_in
from conftest import GOOD, ROOT, TODAY, site_of
from real_site import divide

pytestmark = pytest.mark.site

SEED = 20261130
NOT_TEXT = (".woff2", ".ttf", ".jpg", ".jpeg", ".png", ".webp", ".avif", ".mp4", ".ico")
EDITS, EVERYTHING = 30, 200
_SITEMAPS = ["sitemap.xml"]
# Of the files that are named, at least this part becomes another. The rest is the price of noting files and not lines. A
# hundred edits gave .6; thirty swing between .25 and .7 with whatever files the specimen has, for chance picks the edits.
NAMED_RIGHTLY = 0.2
# The leaves of a search index, its vocabulary and its first file count as one. A word that an edit brings may stand in any leaf, and the lengths
# of all pages go into every weight: each leaf reads each page. A chunk reads its own pages, and is counted.
_LEAF = re.compile(r"^(search/../)(?:terms-|vocabulary).*")
_WORD = re.compile(r"(?<=[ >])[a-zåäöæø]{4,}(?=[ .,<])")
# The lines in which a word may be written otherwise: in data what is said to readers, in templates what is no code.
_IN_DATA = re.compile(
    r"^ *(?:- )?(?:\w+: )?\{?(?:sv|no|title|name|menu|description|summary|town|venue): .*", re.MULTILINE
)
_IN_TEXT = re.compile(r"^[^{}<>]+$", re.MULTILINE)
_IN_DESIGN = re.compile(r"^[^{}()]+$", re.MULTILINE)


@dataclass(frozen=True)
class Build:
    """A site made whole: the files that it was made from, its values, and what came of it."""

    tree: dict[str, bytes]
    site: Site
    values: Mapping[str, Value]
    made: dict[str, Output]

    def record(self) -> Record:
        """What is kept of it."""
        return record_of(self.tree, self.values, {address: made.reads for address, made in self.made.items()})


@pytest.fixture(scope="module", autouse=True)
def _no_programs() -> Iterator[None]:
    """Books and cards as plain text of what goes into them: pandoc, typst and Pillow would take a second for each."""

    def render(*given: Any, **more: Any) -> bytes:
        return repr((given, more)).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cards, "draw_card", render)
        patch.setattr(cards, "build_background", lambda *given: given)
        patch.setattr(artifacts, "render_pdf", render)
        patch.setattr(artifacts, "render_epub", render)
        patch.setattr(artifacts, "write", render)
        patch.setattr(media, "render_picture", render)
        patch.setattr(document, "finish_document", lambda made: made)
        patch.setattr(document, "reference_document", render)
        yield


def built(tree: dict[str, bytes], folder: Path, before: Build | None = None) -> Build | None:
    """The site of a tree, kept in `folder`; None if it has problems. Of a site `before` it takes the same templates."""
    templates = _templates(tree, folder, before)
    content = {path: raw for path, raw in tree.items() if not path.startswith("overrides/")}
    content, pages, problems = check_tree(content, words_in(templates), TODAY)
    if problems:
        return None
    site = site_of(content, pages, templates)
    design = (
        before.site.design
        if before and templates is before.site.templates
        else load_design(folder / "overrides")
    )
    menu = tuple(content.singletons["mkdocs"].nav)
    site = finished(replace(site, menu=menu, design=design, cache=folder))
    return Build(tree, site, values_of(site), dict(make_all(targets(site))))


def _templates(tree: dict[str, bytes], folder: Path, before: Build | None) -> Environment:
    files = {path: raw for path, raw in tree.items() if path.startswith("overrides/")}
    if before and all(before.tree.get(path) == raw for path, raw in files.items()):
        return before.site.templates
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return load_templates(folder / "overrides", Store(folder.parent / "compiled"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The good specimen with the real templates: path → bytes."""
    overrides = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "overrides").rglob("*"))
        if path.is_file()
    }
    return {**load_tree(GOOD), **overrides}


@pytest.fixture(scope="module")
def before(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site before any edit."""
    build = built(files, tmp_path_factory.mktemp("before"))
    assert build
    return build


# The one picture that templates name; without it nothing can be built, and it is no editor's.
EMBLEM = "content/media/eu-emblem.svg"


def _reworded(text: str, rng: random.Random, pattern: re.Pattern[str]) -> str | None:
    """A text with one word of a place that readers see written otherwise."""
    places = list(pattern.finditer(text))
    found = rng.choice(places) if places else None
    words = list(_WORD.finditer(text, found.start(), found.end())) if found else []
    if not words:
        return None
    word = rng.choice(words)
    return text[: word.start()] + word[0] + "ar" + text[word.end() :]


def _edited(tree: dict[str, bytes], rng: random.Random) -> tuple[str, dict[str, bytes]] | None:
    """One file of a tree changed, or of its content copied under a new name or gone; its path, and the tree."""
    path = rng.choice([name for name in sorted(tree) if not name.endswith(NOT_TEXT)])
    is_design = path.startswith("overrides/")
    match rng.randrange(8):
        case 0 if not is_design and path != EMBLEM:
            return path, {name: raw for name, raw in tree.items() if name != path}
        case 1 if not is_design:
            new = re.sub(r"(\.\w+)$", r"-two\1", path)
            return new, {**tree, new: tree[path]}
    pattern = _IN_DESIGN if is_design else _IN_DATA if path.endswith(".yml") else _IN_TEXT
    text = _reworded(tree[path].decode(), rng, pattern)
    return (path, {**tree, path: text.encode()}) if text else None


def edited(before: Build, number: str, folder: Path) -> tuple[str, Build]:
    """An edit that somebody could make, another for each number: the path, and the site afterwards."""
    rng = random.Random(f"{SEED} {number}")
    while True:
        edit = _edited(before.tree, rng)
        build = built(edit[1], folder, before) if edit else None
        if edit and build:
            return edit[0], build


@dataclass(frozen=True)
class Compared:
    """An edit: the path, the files that became others by a cold build, and those that were named.

    `wrong` are those that a warm build makes otherwise than a cold one, `made` is how many it made at all.
    """

    path: str
    differ: set[str]
    named: set[str]
    wrong: set[str]
    made: int


@pytest.fixture(scope="module")
def compared(
    before: Build, shared: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> list[Compared]:
    """What a cold build, the record and a warm build say of each edit."""
    kept = tmp_path_factory.mktemp("kept")
    warm(before, kept)

    def work(number: str) -> Compared:
        path, after = edited(before, number, tmp_path_factory.mktemp("after"))
        return Compared(path, *compare(before, after, path), *warm(after, kept))

    edits = EVERYTHING if pytestconfig.getoption("--everything") else EDITS
    return list(divide(shared / "edits", [str(number) for number in range(edits)], work).values())


def warm(build: Build, kept: Path) -> tuple[set[str], int]:
    """The files that lie otherwise in a folder that is brought up to date again and again, and how many were made for it."""
    outputs, laid = Store(kept / "outputs"), Store(kept / "laid")
    names = {path.name for path in outputs.folder.glob("*")}
    before = Outputs(outputs, "code", digests_of(build.tree, build.values, TODAY))
    written = write_all(kept / "site", targets(build.site), before, load_index(laid, "site"))
    write_index(laid, "site", dict(written))
    found = {address: (kept / "site" / address).read_bytes() for address in load_stamps(kept / "site")}
    made = {address: made.content for address, made in build.made.items()}
    new = [path for path in outputs.folder.iterdir() if path.name not in names and path.suffix != ".json"]
    return {
        address for address in made.keys() | found.keys() if found.get(address) != made.get(address)
    }, len(new)


def compare(before: Build, after: Build, path: str) -> tuple[set[str], set[str]]:
    """The files that became others, and those that were named."""
    addresses = before.made.keys() | after.made.keys()
    contents = [{a: made.content for a, made in build.made.items()} for build in (before, after)]
    differ = {address for address in addresses if contents[0].get(address) != contents[1].get(address)}
    return differ, set(affected(before.record(), after.tree, after.values, after.made, [path]))


def test_every_file_that_becomes_another_is_named(
    compared: list[Compared], record_property: Callable[[str, str], None]
) -> None:
    """Who trusts the record makes the named files again, and has the site that a cold build would have given."""
    if left := EVERYTHING - len(compared):
        record_property("left", f"what becomes another after {left} of {EVERYTHING} edits")
    assert len(compared) in (EDITS, EVERYTHING)
    assert {
        edit.path: sorted(edit.differ - edit.named) for edit in compared if edit.differ - edit.named
    } == {}


def test_few_files_are_named_in_vain(compared: list[Compared]) -> None:
    """A change of a few words does not name the whole site."""

    def count(addresses: set[str]) -> int:
        return len({_LEAF.sub(r"\1index.json", address) for address in addresses})

    differ, named = sum(count(e.differ) for e in compared), sum(count(e.named) for e in compared)
    vain = {e.path: f"{len(e.named)} named, {len(e.differ)} differ" for e in compared if e.differ != e.named}
    assert differ >= NAMED_RIGHTLY * named, vain


def test_a_warm_build_gives_what_a_cold_one_gives(compared: list[Compared]) -> None:
    """Whatever was edited, renamed or deleted, what is taken from before is what would have been made."""
    assert {edit.path: sorted(edit.wrong) for edit in compared if edit.wrong} == {}


def test_a_warm_build_makes_no_more_than_was_named(compared: list[Compared], before: Build) -> None:
    """An edit costs the files that read it; over all edits that is a small part of the site."""
    assert [edit.path for edit in compared if edit.made > len(edit.named)] == []
    assert sum(edit.made for edit in compared) < len(compared) * len(before.made) / 4


@pytest.fixture(scope="module")
def untouched(before: Build) -> Record:
    """What is kept of the site before any edit."""
    return before.record()


def named(before: Build, record: Record, *paths: str) -> list[str]:
    """What is named for files that are as they were built."""
    return affected(record, before.tree, before.values, before.made, paths)


def test_whatever_is_noted_is_a_file_or_a_known_value(before: Build, untouched: Record) -> None:
    """Nothing is noted under a name that no change could ever touch, though it may be of a page that is not there yet.

    Whether a day has gone by is told by its name.
    """
    noted = set().union(*untouched.reads.values())
    kinds = [{key.partition(":")[0] for key in keys if ":" in key} for keys in (noted, before.values)]
    folders = {key for key in noted if key.endswith("/")}
    assert (kinds[0] - kinds[1], folders - before.values.keys(), bool(folders)) == ({"day"}, set(), True)


def test_before_an_edit_all_is_named_that_it_could_touch(before: Build, untouched: Record) -> None:
    """Who has not changed a file yet learns what it goes into, whatever will be written there."""
    found = named(before, untouched, "content/sv/midsummer.md")
    lists = [
        f"{page}index.{kind}"
        for page in (
            "kallor/",
            "kallor/andra/",
            "kallor/flyttar/",
            "no/kilder/",
            "no/kilder/andre/",
            "no/kilder/flyttinger/",
        )
        for kind in ("html", "md")
    ]  # it may name a source
    pages = [
        "cards/sv/midsummer.png",
        "midsummer/index.html",
        "midsummer/index.md",
        "no/midsummer/index.html",
    ]
    pages += [f"{folder}editors/{name}" for folder in ("", "no/") for name in ("index.html", "status.json")]
    kept = [
        f"{folder}offline.{kind}" for folder in ("", "no/") for kind in ("html", "json")
    ]  # of whole folders
    index = [name for name in before.made if re.fullmatch(r"search/../(?!opensearch).*", name)]
    assert found == sorted([*pages, *lists, *kept, "llms.txt", *_SITEMAPS, *index])


def test_a_change_of_code_or_settings_touches_everything(before: Build, untouched: Record) -> None:
    """What the code reads to do its work is not noted, so a change of it may change all."""
    for path in ("scripts/campaign/frame.py", "mkdocs.yml", "requirements.txt"):
        assert named(before, untouched, path) == sorted(before.made)


def test_a_file_that_goes_into_nothing_touches_nothing(before: Build, untouched: Record) -> None:
    """The handbook is no part of the site."""
    assert named(before, untouched, "docs/README.md") == []


def test_files_that_have_changed_are_found(before: Build, untouched: Record) -> None:
    """Without a word from anybody, what is new, gone or written otherwise since the last build is known."""
    gone, new, other = "content/sv/about.md", "content/sv/new.md", "content/no/about.md"
    tree = {**before.tree, new: b"", other: b""}
    del tree[gone]
    assert (changed_files(untouched, before.tree), changed_files(untouched, tree)) == ([], [other, gone, new])


def test_a_record_is_kept_as_it_is(tmp_path: Path, untouched: Record) -> None:
    """What is read back is what was written; before the first build there is nothing to read."""
    store = Store(tmp_path)
    before_writing = load_record(store)
    write_record(store, untouched)
    write_index(
        store, "site", {address: WrittenFile("", "", "", reads) for address, reads in untouched.reads.items()}
    )
    assert (before_writing, load_record(store)) == (None, untouched)


def test_a_file_that_was_never_there_is_refused(tmp_path: Path) -> None:
    """Whoever misspells a name does not read that nothing changes; a file may be new, or gone since the build."""
    (tmp_path / "new.md").write_text("")
    record = Record({"content/sv/gone.md": ""}, {}, {})
    refuse_unknown(record, ["new.md", "content/sv/gone.md", "content/sv"], tmp_path)
    with pytest.raises(UserError) as refused:
        refuse_unknown(record, ["content/sv/go"], tmp_path)
    assert refused.value.phrase == Phrase("NO_SUCH_FILE", {"path": "content/sv/go"})
