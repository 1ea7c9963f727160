"""`make.py admin`: the web editor, joined by Node from locked packages and told of the models; no part of an ordinary build."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from campaign.files import ADMIN
from campaign.problems import UserError
from cli import LANGUAGE, Arguments, command, message
from environment import ROOT
from site_steps import checked_site

if TYPE_CHECKING:
    from campaign.content import Content
    from campaign.models.editing import Editing

SOURCE, CACHE = ROOT / "editor", ROOT / ".cache/admin"
LOCKED = ("package.json", "package-lock.json")


@command(LANGUAGE, click.option("--into", type=Path, default=ROOT / ADMIN, hidden=True))
def admin(arguments: Arguments) -> int:
    """Write the web editor to site-admin/, which `publish` takes along; needs Node and npm."""
    editing = _load_editing(ROOT)
    if editing is None:
        raise UserError("NO_GIT_HOST")
    if not shutil.which("npm"):
        raise UserError("NEEDS_NODE")
    site = checked_site(arguments)
    if site is None:
        return 1
    write_editor(arguments.into, site.content, editing)
    click.echo(message(arguments, "EDITOR_READY", path=arguments.into.name))
    return 0


def _load_editing(root: Path) -> "Editing | None":
    """What mkdocs.yml says of the Git host; nothing, if it says it wrongly."""
    from campaign.models.configuration import Configuration
    from campaign.sources import parse_yaml
    from campaign.validation import validate

    path = "mkdocs.yml"
    found = validate(parse_yaml(path, (root / path).read_bytes()), Configuration)
    return found.extra.editing if found else None


def write_editor(folder: Path, content: "Content", editing: "Editing") -> None:
    """Write the whole editor into a folder: Sveltia with our parts, and what it is told in each language of editors."""
    from campaign.admin.configuration import build_configuration
    from campaign.admin.form_context import build_form_context, editor_codes
    from campaign.policy import load_policy
    from campaign.serving.editor import render_page

    shutil.rmtree(folder, ignore_errors=True)
    _join(lay_packages(CACHE), folder)
    for code in editor_codes(content):
        configuration = build_configuration(build_form_context(content, code, editing))
        (folder / f"config.{code}.json").write_text(
            json.dumps(configuration, ensure_ascii=False), encoding="utf-8"
        )
    page = (SOURCE / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(render_page(page, load_policy(), editing), encoding="utf-8")


def lay_packages(folder: Path) -> Path:
    """The folder, which holds then what package-lock.json locks, and our own part as it is now."""
    stamp, wanted = folder / "stamp", "".join(_digest(SOURCE / name) for name in LOCKED)
    if not stamp.exists() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        for name in LOCKED:
            shutil.copy(SOURCE / name, folder / name)
        # No program of a package runs as it is installed.
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
        stamp.write_text(wanted)
    for path in SOURCE.glob("*.*js*"):
        shutil.copy(path, folder / path.name)
    return folder


def _join(packages: Path, folder: Path) -> None:
    _run(["node", "build.mjs", str(folder.resolve())], packages)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(words: list[str], folder: Path) -> None:
    result = subprocess.run(words, cwd=folder, check=False, capture_output=True, encoding="utf-8")
    if result.returncode:
        raise UserError(
            "NODE_FAILED", command=" ".join(words), detail=(result.stderr or result.stdout).strip()[-2000:]
        )
