"""What a browser may do at /admin/."""

from dataclasses import replace

from campaign.models.editing import Editing
from campaign.policy import load_policy
from campaign.serving.configuration import Server, render_configuration
from campaign.serving.editor import editor_headers, editor_policy, render_page
from campaign.site import Site

POLICY = load_policy()
EDITING = Editing(host="github", repository="region/webbplats")
SAID = editor_policy(POLICY, EDITING)


def with_editor(site: Site) -> Site:
    """The same site, whose owner has decided where it is edited."""
    ours = site.content.configuration
    configuration = ours.model_copy(update={"extra": ours.extra.model_copy(update={"editing": EDITING})})
    singletons = {**site.content.singletons, "mkdocs": configuration}
    content = replace(site.content, singletons=singletons)
    return replace(site, content=content)


def test_the_editor_speaks_with_the_git_host_and_with_nobody_else() -> None:
    """Every address in its policy is of the repository's host."""
    hosts = [word for word in SAID.replace(";", " ").split() if word.startswith("http")]
    assert hosts == ["https://api.github.com", "https://github.com"]
    assert "'unsafe-eval'" not in SAID


def test_the_page_says_its_policy_by_itself() -> None:
    """A host that knows no headers lets through no more."""
    page = render_page('<meta charset="utf-8">\n<title>x</title>', POLICY, EDITING)
    assert page.splitlines()[1].startswith('<meta http-equiv="Content-Security-Policy" content="default-src')
    assert "frame-ancestors" not in page


def test_the_log_in_window_may_answer() -> None:
    """The site keeps other windows away; the editor waits for the one in which somebody logs in."""
    assert editor_headers(POLICY, EDITING)["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert editor_headers(POLICY, None) == {}


def test_each_server_says_the_policy_of_the_editor_below_its_address(good_site: Site) -> None:
    """And only where an owner has decided that there is one."""
    server, site = Server("exempel.example"), with_editor(good_site)
    for name in ("nginx", "caddy", "_headers"):
        without = render_configuration(name, POLICY, good_site, server)
        found = render_configuration(name, POLICY, site, server)
        assert (SAID in found, SAID in without, "admin/" in without) == (True, False, False), name
