"""The commands that change content for an editor: another name, removal, a beginning."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import environment
from campaign.codes import Code
from campaign.files import load_tree, write_file
from campaign.problems import Refusal, render_text
from cli import LANGUAGE, Arguments, command, language, said, wrong
from environment import ROOT

if TYPE_CHECKING:
    from campaign.editing.changes import Change, Project

    Files = Mapping[str, bytes | None]

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
HERE = click.option("--root", type=Path, default=ROOT, hidden=True)


@command(
    LANGUAGE,
    click.argument("old"),
    click.argument("new"),
    click.option("--address", multiple=True, metavar="LANGUAGE=WORD", help="Its word in addresses: sv=ung."),
    DRY_RUN,
    HERE,
)
def rename(arguments: Arguments) -> int:
    """Give a page or a record another name: links, references and old addresses follow."""
    from campaign.editing.changes import rename as renamed
    from campaign.models.values import SLUG

    try:
        words = _by_language("--address", arguments.address)
        if wrong_words := [word for word in words.values() if not re.fullmatch(SLUG, word)]:
            raise Refusal("NO_NAME", name=wrong_words[0])
        change = renamed(_project(arguments.root), arguments.old, arguments.new, words)
    except Refusal as refusal:
        return _refused(arguments, refusal)
    return _made(arguments, change)


@command(
    LANGUAGE,
    click.argument("name"),
    click.option("--to", metavar="NAME", help="The page or record that takes its place."),
    click.option("--gone", multiple=True, metavar="LANGUAGE=WHY", help="Why it is gone, in a sentence: sv=…"),
    DRY_RUN,
    HERE,
)
def remove(arguments: Arguments) -> int:
    """Take a page or a record away: its readers go to another page, or learn why it is gone."""
    from campaign.editing.changes import remove as removed

    try:
        gone = _by_language("--gone", arguments.gone)
        change = removed(_project(arguments.root), arguments.name, arguments.to, gone)
    except Refusal as refusal:
        return _refused(arguments, refusal)
    return _made(arguments, change)


@command(LANGUAGE, click.argument("kind"), click.argument("name"), DRY_RUN, HERE)
def new(arguments: Arguments) -> int:
    """Begin a record, or a page (kind »page«), with its texts in each language: every field says what goes there."""
    from campaign.content import load_content
    from campaign.editing.drafts import build_draft
    from campaign.editing.things import new_thing

    content, _ = load_content(load_tree(arguments.root))
    try:
        thing = new_thing(content, arguments.kind, arguments.name)
    except Refusal as refusal:
        return _refused(arguments, refusal)
    draft = build_draft(content, thing, language(arguments), said(arguments, "WRITE_HERE"))
    for path, text in draft.files.items():
        click.echo(f"{path}\n{text}" if arguments.dry_run else path)
    if not arguments.dry_run:
        _write(arguments.root, {path: text.encode() for path, text in draft.files.items()})
    rows = [f"  {field}: {about}" for field, about in draft.may_have.items()]
    click.echo("\n".join([said(arguments, "DRAFT_MAY_HAVE"), *rows]) if rows else "", nl=bool(rows))
    click.echo(said(arguments, "DRAFT_READY"))
    return 0


def _project(root: Path) -> "Project":
    from campaign.checks.contacts import CONTACTS
    from campaign.editing.changes import Project
    from campaign.looked import check_files
    from campaign.outputs.manuscript import BACK
    from campaign.templates import load_templates, pages_named_in

    templates, today = load_templates(ROOT / "overrides"), environment.today()
    in_code = dict.fromkeys([CONTACTS, *BACK.values()], "scripts/campaign/")
    fixed = {**in_code, **pages_named_in(templates)}
    return Project(load_tree(root), lambda tree: check_files(tree, templates, today, root / ".cache"), fixed)


def _by_language(option: str, given: Sequence[str]) -> dict[str, str]:
    """`sv=ung` → the word of each language."""
    from campaign.settings import BY_CODE

    pairs = [text.partition("=")[::2] for text in given]
    if any(code not in BY_CODE or not text.strip() for code, text in pairs):
        raise Refusal("NO_PAIR", option=option, languages=", ".join(BY_CODE))
    return {code: text.strip() for code, text in pairs}


def _refused(arguments: Arguments, refusal: Refusal) -> int:
    status = wrong(refusal.phrase.in_language(language(arguments)).rstrip())
    if refusal.problems:
        click.echo(render_text(refusal.problems, language(arguments)))
    return status


def _made(arguments: Arguments, change: "Change") -> int:
    """Write the change, or only show it."""
    files = {path: raw for path, raw in change.files.items() if _differs(arguments.root, path, raw)}
    click.echo("\n".join(_iter_differences(arguments.root, files, change.moved)))
    if not arguments.dry_run:
        _write(arguments.root, files)
    code: Code = "FILES_WOULD_CHANGE" if arguments.dry_run else "FILES_CHANGED"
    click.echo(said(arguments, code, count=len(files) - len(change.moved)))
    return 0


def _differs(root: Path, path: str, raw: bytes | None) -> bool:
    """Whether a file has to be written. The reference belongs to this project alone."""
    file = root / path
    if file.is_file():
        return raw is None or file.read_bytes() != raw
    return raw is not None and (root == ROOT or not path.startswith("docs/"))


def _iter_differences(root: Path, files: "Files", moved: Mapping[str, str]) -> Iterator[str]:
    """A line for each file, and the lines that become others."""
    was = {new: old for old, new in moved.items()}
    for path, raw in sorted(files.items()):
        if raw is None:
            yield from [] if path in moved else [f"- {path}"]
            continue
        old = root / was.get(path, path)
        yield f"{was[path]} → {path}" if path in was else path
        yield from _lines(old.read_bytes() if old.is_file() else b"", raw)


def _lines(old: bytes, new: bytes) -> Iterator[str]:
    if b"\0" in new:  # a picture
        return
    rows = difflib.unified_diff(old.decode().splitlines(), new.decode().splitlines(), n=0, lineterm="")
    yield from (f"    {row}" for row in rows if not row.startswith(("---", "+++", "@@")))


def _write(root: Path, files: "Files") -> None:
    for path, raw in files.items():
        if raw is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            write_file(root / path, raw)
