"""The commands that change content for an editor: another name, removal, a beginning, a photograph, the written form."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import environment
from campaign.codes import Code
from campaign.files import load_tree, write_file
from campaign.problems import Position, Problem, UserError, render_text
from cli import LANGUAGE, PATHS, Arguments, command, fail, language, message, named_files
from environment import ROOT

if TYPE_CHECKING:
    from campaign.editing.changes import Change, Project
    from campaign.editing.drafts import Draft
    from campaign.files import Tree

    Files = Mapping[str, bytes | None]

# Pixels: more than any page shows, for the day when screens are finer; what the camera took stays with whoever took it.
KEPT_WIDTH, KEPT_QUALITY = 2400, 90
DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
HERE = click.option("--root", type=Path, default=ROOT, hidden=True)
# What an entry of content is called: `rename` and `remove` understand the same.
ENTRY = "A page without its language, such as news/spring-day.md, or a record, such as speakers/anna."


@command(
    LANGUAGE,
    click.argument("old", help=ENTRY),
    click.argument("new", help="What it is to be called, said in the same way."),
    click.option("--address", multiple=True, metavar="LANGUAGE=WORD", help="Its word in addresses: sv=ung."),
    DRY_RUN,
    HERE,
)
def rename(arguments: Arguments) -> int:
    """Give a page or a record another name: links, references and old addresses follow."""
    from campaign.editing.changes import rename as renamed
    from campaign.models.values import SLUG

    words = _by_language("--address", arguments.address)
    if wrong_words := [word for word in words.values() if not re.fullmatch(SLUG, word)]:
        raise UserError("NO_NAME", name=wrong_words[0])
    return _made(arguments, renamed(_project(arguments.root), arguments.old, arguments.new, words))


@command(
    LANGUAGE,
    click.argument("name", help=ENTRY),
    click.option("--to", metavar="NAME", help="The page or record that takes its place."),
    click.option("--gone", multiple=True, metavar="LANGUAGE=WHY", help="Why it is gone, in a sentence: sv=…"),
    DRY_RUN,
    HERE,
)
def remove(arguments: Arguments) -> int:
    """Take a page or a record away: its readers go to another page, or learn why it is gone."""
    from campaign.editing.changes import remove as removed

    gone = _by_language("--gone", arguments.gone)
    change = removed(_project(arguments.root), arguments.name, arguments.to, gone)
    code = _made(arguments, change)
    if arguments.to:
        click.echo(message(arguments, "LINKS_LEAD_ELSEWHERE", to=arguments.to))
    if change.lost:
        click.echo(message(arguments, "SEARCH_WORDS_LOST", words=", ".join(change.lost)))
    return code


@command(
    LANGUAGE,
    click.argument("kind", help="The kind of record, such as seminars; or page."),
    click.argument(
        "name", help="Its name, such as winter-work; that of a page is its file: live/fishing.md."
    ),
    DRY_RUN,
    HERE,
)
def new(arguments: Arguments) -> int:
    """Begin a record, or a page (kind »page«), with its texts in each language: every field says what goes there."""
    draft = _draft(arguments, arguments.kind, arguments.name)
    for path, text in draft.files.items():
        click.echo(f"{path}\n{text}" if arguments.dry_run else path)
    if not arguments.dry_run:
        _write(arguments.root, {path: text.encode() for path, text in draft.files.items()})
    rows = [f"  {field}: {about}" for field, about in draft.may_have.items()]
    click.echo("\n".join([message(arguments, "DRAFT_MAY_HAVE"), *rows]) if rows else "", nl=bool(rows))
    click.echo(message(arguments, "DRAFT_READY"))
    return 0


def _draft(arguments: Arguments, kind: str, name: str) -> "Draft":
    from campaign.content import load_content
    from campaign.editing.drafts import build_draft
    from campaign.editing.entries import new_entry

    content, _ = load_content(load_tree(arguments.root))
    entry = new_entry(content, kind, name)
    return build_draft(content, entry, language(arguments), message(arguments, "WRITE_HERE"))


@command(
    LANGUAGE,
    PATHS,
    click.option("--code", multiple=True, metavar="CODE", help="Fix this problem too, such as P211."),
    click.option(
        "--suggest",
        type=click.Choice(["github", "gitlab", "forgejo"]),
        help="Write nothing: say it as comments that this Git host lets somebody accept.",
    ),
    click.option(
        "--since", metavar="REVISION", default="HEAD", help="With --suggest: what is new since then."
    ),
    DRY_RUN,
    HERE,
)
def fix(arguments: Arguments) -> int:
    """Bring files, or all of content, into the one written form; with --code, fix names that are nearly right."""
    from campaign.editing.changes import Change
    from campaign.editing.fixes import FIXABLE, fix_texts, format_file

    if unknown := [code for code in arguments.code if code not in FIXABLE]:
        return fail(message(arguments, "NOT_FIXABLE", value=unknown[0], known=", ".join(FIXABLE)))
    tree = load_tree(arguments.root)
    files = {path: tree[path] for path in sorted(named_files(arguments.root, tree, arguments.paths))}
    if arguments.code:
        project = _project(arguments.root)
        content, pages, problems = project.check(tree)
        chosen = [one for one in problems if one.code in arguments.code and one.path in files]
        files |= {path: text.encode() for path, text in fix_texts(content, pages, tree, chosen).items()}
    fixed = {path: format_file(path, raw) for path, raw in files.items()}
    return _suggested(arguments, tree, fixed) if arguments.suggest else _made(arguments, Change(fixed, {}))


@command(
    LANGUAGE,
    click.argument(
        "file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The photograph, as it came from the camera.",
    ),
    click.option(
        "--name", help="Its name here: lower-case letters, digits and hyphens; else made from the file's."
    ),
    click.option("--again", is_flag=True, help="Take it instead of the photograph that has this name."),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def picture(arguments: Arguments) -> int:
    """Take in a photograph: upright, small, without place and camera, with a record to fill in."""
    from campaign.markdown import slug_of
    from campaign.media import media_problems
    from campaign.pictures import render_picture

    raw = arguments.file.read_bytes()
    path = str(arguments.file).replace(arguments.file.suffix, arguments.file.suffix.lower())
    if problems := [_of(arguments.file, problem) for problem in media_problems(path, raw)]:
        click.echo(render_text(problems, language(arguments)))
        return 1
    name = slug_of(arguments.name or arguments.file.stem)
    photo = arguments.root / f"content/media/pictures/{name}.webp"
    record = arguments.root / f"content/data/pictures/{name}.yml"
    if photo.exists() and not arguments.again:  # the words and the name of another would stand below it
        raise UserError("IS_TAKEN", name=f"pictures/{name}")
    draft = {} if record.exists() else _draft(arguments, "pictures", name).files
    photo.parent.mkdir(parents=True, exist_ok=True)
    photo.write_bytes(render_picture(raw, KEPT_WIDTH, "webp", quality=KEPT_QUALITY))
    _write(arguments.root, {path: text.encode() for path, text in draft.items()})
    click.echo(message(arguments, "PICTURE_TAKEN", name=name))
    return 0


def _of(file: Path, problem: Problem) -> Problem:
    return Problem(str(file), Position(), problem.code, problem.values)


def _suggested(arguments: Arguments, tree: "Tree", fixed: "Files") -> int:
    from campaign.suggestions import render_forgejo, render_github, render_gitlab, suggestions
    from git_history import load_before

    renders = {"github": render_github, "gitlab": render_gitlab, "forgejo": render_forgejo}
    found = suggestions(load_before(arguments.root, arguments.since), tree, fixed)
    comments = renders[arguments.suggest](found, message(arguments, "SUGGESTED")) if found else ""
    click.echo(comments, nl=bool(comments))
    return 0


def _project(root: Path) -> "Project":
    from campaign.cached_checks import check_project
    from campaign.editing.changes import Project
    from campaign.files import Snapshot, load_snapshot
    from campaign.templates import load_templates

    templates, today, now = load_templates(ROOT / "overrides"), environment.today(), load_snapshot(root, ROOT)
    return Project(
        now.content,
        lambda tree: check_project(Snapshot(tree, now.common), templates, today, root / ".cache"),
    )


def _by_language(option: str, given: Sequence[str]) -> dict[str, str]:
    """`sv=ung` → the word of each language."""
    from campaign.settings import BY_CODE

    pairs = [text.partition("=")[::2] for text in given]
    if any(code not in BY_CODE or not text.strip() for code, text in pairs):
        raise UserError("NO_PAIR", option=option, languages=", ".join(BY_CODE))
    return {code: text.strip() for code, text in pairs}


def _made(arguments: Arguments, change: "Change") -> int:
    """Write the change, or only show it."""
    files = {path: raw for path, raw in change.files.items() if _differs(arguments.root, path, raw)}
    for line in _iter_differences(arguments.root, files, change.moved):
        click.echo(line)
    if not arguments.dry_run:
        _write(arguments.root, files)
    code: Code = "FILES_WOULD_CHANGE" if arguments.dry_run else "FILES_CHANGED"
    click.echo(message(arguments, code, count=len(files) - len(change.moved)))
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
