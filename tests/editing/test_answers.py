"""A page that gets another name, from the command to every kind of host."""

from collections.abc import Callable
from itertools import pairwise

from campaign.content import load_content
from campaign.editing.changes import Project, rename
from campaign.files import Tree
from campaign.moved import render_published
from campaign.outputs import moved
from campaign.pages import build_pages
from campaign.policy import load_policy
from campaign.serving.configuration import Server, render_configuration
from campaign.site import Site
from conftest import Checked

SERVER = Server("exempel.example", certificate="/etc/a.pem", key="/etc/a.key")


def test_the_old_address_answers_on_every_kind_of_host(
    tree: dict[str, bytes], checked: Callable[[Tree], Checked], world: Callable[..., Site]
) -> None:
    """nginx, Caddy, a host that reads _redirects and one that reads nothing: each leads a reader on, and nothing dangles.

    tests/browser/test_servers.py asks nginx and Caddy themselves about the addresses of such a list.
    """
    content, _ = load_content(tree)
    published = {"content/data/published.yml": render_published(content, build_pages(content)).encode()}
    change = rename(
        Project({**tree, **published}, checked),
        "about.md",
        "about-us.md",
        {"sv": "om-oss", "no": "om-oss"},
    )
    after = {path: raw for path, raw in change.files.items() if not path.startswith("docs/")}
    assert checked({path: raw for path, raw in {**tree, **after}.items() if raw is not None})[2] == []
    site = world(after)
    found = {
        name: render_configuration(name, load_policy(), site, SERVER)
        for name in ("nginx", "caddy", "_redirects")
    }
    for old, new in (("om/", "om-oss/"), ("no/om/", "no/om-oss/")):
        for name, text in found.items():
            assert any(f"/under/{old}" in row and f"/under/{new}" in row for row in _rows(text)), (name, old)
        stub = moved.targets(site)[f"{old}index.html"]().decode()
        assert f'<li><a href="/under/{new}"' in stub


def _rows(text: str) -> list[str]:
    """Each line with the one below it: nginx says on one line where, and on the next where to."""
    return [" ".join(pair) for pair in pairwise([*text.splitlines(), ""])]
