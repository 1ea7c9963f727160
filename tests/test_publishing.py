"""Publishing as somebody who types it meets it: the good specimen, committed, signed, and served by a server on this machine."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from minisign import KeyPair

from campaign.publish.manifest import MANIFEST, SIGNATURE, addresses_of, load_digests, parse_manifest
from live_site import place_of
from publish_targets import KEY, commit_of
from real_site import DAY_OF_SPECIMEN, ENVIRONMENT, ROOT, SPECIMEN, Result, built, copy_project
from replay import listening
from test_live_site import Quiet

pytestmark = pytest.mark.site

PAIR = KeyPair.generate()
OURS = """\
    key: null
    artifacts: {pages: public}
"""
SETTINGS = """\
    key: {key}
    folders: {{server: srv}}
    artifacts: {{pages: out/public}}
"""
PAGE = "content/sv/midsummer.md"


def make(project: Path, *words: str, secret: KeyPair | None = PAIR) -> Result:
    """Run `scripts/make.py` of a project with a secret key in the environment."""
    key = {KEY: bytes(secret.secret_key).decode()} if secret else {}
    environment = {**ENVIRONMENT, "SOURCE_DATE_EPOCH": DAY_OF_SPECIMEN, **key}
    command = [sys.executable, "scripts/make.py", *words]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def git(project: Path, *words: str) -> None:
    """Run Git as somebody who is nobody."""
    name = ["-c", "user.name=Te", "-c", "user.email=te@exempel.example"]
    subprocess.run(["git", *name, *words], cwd=project, check=True, capture_output=True)


def fill(folder: Path) -> None:
    """A committed project that names a key and two targets, built."""
    copy_project(folder, content_of=SPECIMEN)
    for name in (".gitignore", "requirements.txt"):
        shutil.copy2(ROOT / name, folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    filled = SETTINGS.format(key=PAIR.public_key.to_base64().decode())
    (folder / "mkdocs.yml").write_text(settings.replace(OURS, filled), encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "content", "overrides", "scripts", "mkdocs.yml", "requirements.txt")
    git(folder, "commit", "--quiet", "--message", "All")
    built(folder, DAY_OF_SPECIMEN)
    assert commit_of(folder), "a build must leave what is committed as it is"
    assert make(folder, "publish", "server").returncode == 0


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, published once to its server, for all tests to copy."""
    folder = tmp_path_factory.mktemp("outlet")
    fill(folder)
    return folder


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """The project, published once to its server, to do with as one likes."""
    shutil.copytree(original, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def edit(project: Path) -> None:
    """Write a paragraph more, and commit it."""
    with (project / PAGE).open("a", encoding="utf-8") as page:
        page.write("\nEtt stycke till.\n")
    git(project, "commit", "--quiet", "--all", "--message", "A paragraph")


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Where a web server shows what is published."""
    with listening(partial(Quiet, directory=str(project / "srv/current"))) as found:
        yield found


def test_what_is_published_is_what_was_built(original: Path) -> None:
    """The server shows every file of the site, and says of which commit, on which day, with which packages it was built."""
    shown = original / "srv/current"
    manifest = parse_manifest((shown / MANIFEST).read_bytes())
    assert manifest
    assert place_of(str(shown)).digests(()) == load_digests(original / "site") == manifest.files
    assert (shown / "index.html.br").is_file()
    assert (manifest.commit, manifest.day, len(manifest.packages)) == (
        commit_of(original),
        "2026-11-21",
        64,
    )


def test_the_addresses_that_change_are_told(project: Path) -> None:
    """Whoever runs a cache hears what to purge: nothing after nothing, and after an edit the pages that it touched."""
    again = make(project, "publish", "server")
    assert (again.returncode, again.stdout) == (0, "")
    edit(project)
    tried, done = make(project, "publish", "--dry-run", "server"), make(project, "publish", "server")
    assert (tried.stdout, "/midsummer/" in done.stdout.splitlines()) == (done.stdout, True)
    assert make(project, "publish", "server").stdout == ""


def test_a_build_says_how_much_is_not_published_yet(project: Path) -> None:
    """After a build it is known how many addresses are other than when the site was published last."""
    edit(project)
    waiting = make(project, "publish", "--dry-run", "server").stdout.splitlines()
    result = make(project, "build").stdout.splitlines()
    assert (result[0], result[2:]) == (
        "The site is in site/.",
        [f"{len(waiting)} addresses have changed since the site was last published."],
    )
    assert result[1].startswith("The address https://inlandsregioner.example/ in mkdocs.yml is none")


def test_one_command_takes_a_publication_back(project: Path) -> None:
    """The server shows the site before again; further back there is nothing, and that is told."""
    before = load_digests(project / "srv/current")
    edit(project)
    make(project, "publish", "server")
    result = make(project, "rollback", "server")
    assert (result.returncode, load_digests(project / "srv/current") == before) == (0, True)
    further = make(project, "rollback", "server")
    assert (further.returncode, further.stderr) == (
        2,
        "make.py: server has no release before this one to go back to.\n",
    )


def test_a_served_site_can_be_held_against_the_commit(project: Path, address: str) -> None:
    """Of a site as it was published, all files are what is built; a changed, a missing and an extra one are each named."""
    for where in (address, "srv/current"):
        result = make(project, "verify", where)
        assert (result.returncode, result.stdout.endswith("files are exactly what is built here.\n")) == (
            0,
            True,
        )
    shown = (project / "srv/current").resolve()
    (shown / "midsummer/index.html").write_text("another")
    (shown / "404.html").unlink()
    (shown / "extra.html").write_text("te")
    expected = "/midsummer/ is not what is built here.\n/404.html is missing.\n"
    assert make(project, "verify", address).stdout == expected
    packed = (
        "/404.html.br",
        "/404.html.gz",
        "/extra.html",
        "/midsummer/index.html.br",
        "/midsummer/index.html.gz",
    )
    extra = "".join(f"{one} is there, but is not built here.\n" for one in packed)
    assert make(project, "verify", "srv/current").stdout == expected + extra


def test_a_page_that_only_the_manifest_knows_is_found(project: Path, address: str) -> None:
    """A served site that lists a file of its own is told of it, and of the signature that no longer fits."""
    shown = (project / "srv/current").resolve()
    manifest = parse_manifest((shown / MANIFEST).read_bytes())
    assert manifest
    (shown / "extra.html").write_text("te")
    more = manifest.model_copy(update={"files": {**manifest.files, "extra.html": "0"}})
    (shown / MANIFEST).write_text(more.model_dump_json())
    assert make(project, "verify", address).stdout.splitlines() == [
        "/extra.html is there, but is not built here.",
        "The manifest is not signed with the key that mkdocs.yml names.",
    ]


def test_another_commit_is_told(project: Path, address: str) -> None:
    """Whoever holds a site against the wrong commit hears which one it says that it was built of."""
    before = commit_of(project)
    edit(project)
    lines = make(project, "verify", address).stdout.splitlines()
    assert lines[0] == f"The site says that it was built of {before}; what lies here is {commit_of(project)}."
    assert "/midsummer/ is not what is built here." in lines


def test_a_site_of_no_commit_says_so(project: Path) -> None:
    """What was published from files that nobody committed cannot be taken for the commit beside them."""
    with (project / PAGE).open("a", encoding="utf-8") as page:
        page.write("\nEtt stycke till.\n")
    make(project, "publish", "server")
    manifest = parse_manifest((project / "srv/current" / MANIFEST).read_bytes())
    assert manifest and manifest.commit is None


@pytest.mark.parametrize("secret", [None, KeyPair.generate()])
def test_nothing_is_published_without_the_key(project: Path, secret: KeyPair | None) -> None:
    """Where mkdocs.yml names a key, no key and another key both leave the old site, and say what is missing."""
    edit(project)
    before = load_digests(project / "srv/current")
    result = make(project, "publish", "server", secret=secret)
    assert (result.returncode, KEY in result.stderr) == (2, True)
    assert load_digests(project / "srv/current") == before


def test_an_artifact_is_the_same_site(project: Path) -> None:
    """A host that takes a folder gets what the server shows, signature and all, and what such hosts read instead of settings."""
    result = make(project, "publish", "pages")
    public, shown = project / "out/public", project / "srv/current"
    assert result.stdout.splitlines() == addresses_of(load_digests(project / "site"))
    assert "Content-Security-Policy: " in (public / "_headers").read_text(encoding="utf-8")
    assert make(project, "verify", "out/public").returncode == 0
    assert [(public / path).read_bytes() for path in (MANIFEST, SIGNATURE)] == [
        (shown / path).read_bytes() for path in (MANIFEST, SIGNATURE)
    ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ["publish", "moon"],
            "There is no target moon under extra.publish in mkdocs.yml. These will do: pages, server.",
        ),
        (
            ["rollback", "pages"],
            "There is no target pages under extra.publish in mkdocs.yml. These will do: server.",
        ),
        (["verify", "nowhere"], "nowhere has no manifest, so nobody can say what the site was built of."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(original: Path, words: list[str], complaint: str) -> None:
    """A slip of the keyboard costs one line, and changes nothing."""
    result = make(original, *words)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"make.py: {complaint}\n")


def test_what_a_disk_refuses_is_told_in_one_line(project: Path) -> None:
    """A folder that is a file ends in a sentence that names it, not in a traceback."""
    shutil.rmtree(project / "srv")
    (project / "srv").write_text("te")
    result = make(project, "publish", "server")
    assert (result.returncode, result.stderr.count("\n"), "srv" in result.stderr) == (2, 1, True)
