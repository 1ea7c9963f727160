"""CODEOWNERS: whom the Git host asks to read a change of a municipality's or a region's own files, and which place somebody means."""

import re
from collections.abc import Iterator

from campaign.content import Content
from campaign.models import KINDS
from campaign.models.editing import Host
from campaign.problems import UserError, did_you_mean

# All three hosts look for it here.
CODEOWNERS = "CODEOWNERS"
_HEAD = "# Made by `make.py generate` from extra.editing in mkdocs.yml. Do not edit by hand.\n"
_PLACES = ("municipalities", "regions")


def render_owners(content: Content) -> str | None:
    """The file, as the Git host of mkdocs.yml reads it; nothing where no host is told.

    Of several lines that fit, GitHub and GitLab take the last and Forgejo all, so the one for everything is the first.
    """
    editing = content.configuration.extra.editing
    if editing is None:
        return None
    rows = [("*", editing.everything)] if editing.everything else []
    rows += [
        (path, accounts) for slug, accounts in editing.owners.items() for path in paths_of(content, slug)
    ]
    return _HEAD + "".join(f"{as_pattern(path, editing.host)} {' '.join(who)}\n" for path, who in rows)


def paths_of(content: Content, slug: str) -> Iterator[str]:
    """The files that are a place's own: its record, its page in each language, its pictures. `*` is any name."""
    for kind in (KINDS[name] for name in _PLACES):
        if slug in content.records[kind.name]:
            yield f"content/data/{kind.name}/{slug}.yml"
            yield f"content/*/{kind.pages}/{slug}.md"
            yield from (f"content/media/{folder}/{slug}.*" for folder in kind.pictures)


def as_pattern(path: str, host: Host) -> str:
    """A path as the host compares it: as in .gitignore, or for Forgejo as an expression of Go that fits the whole path."""
    if host == "forgejo":
        return (
            re.sub(r"[.*]", lambda found: "[.]" if found[0] == "." else "[^/]+", path)
            if path != "*"
            else ".*"
        )
    return f"/{path}" if path != "*" else path


def place_called(content: Content, name: str) -> str:
    """The name of the municipality or region that somebody means, in letters of any size."""
    names = [place.name for place in (*content.regions.values(), *content.municipalities.values())]
    found = next((one for one in names if one.lower() == name.lower()), None)
    if found is None:
        hint, known = did_you_mean(name, names), ", ".join(sorted(names))
        raise UserError("NO_SUCH_PLACE", name=name, hint=hint, known=known)
    return found
