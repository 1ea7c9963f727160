"""What a browser is told to run, load and send."""

from dataclasses import replace

from campaign.policy import load_policy
from campaign.serving.headers import content_security_policy
from campaign.site import Opening, Script, Site

POLICY = load_policy()


def directives(site: Site) -> dict[str, list[str]]:
    """The content security policy, taken apart."""
    parts = (part.split() for part in content_security_policy(POLICY, site, site.scripts).split("; "))
    return {name: values for name, *values in parts}


def test_only_what_we_wrote_runs(good_site: Site) -> None:
    """A browser runs the scripts whose digests we say, wherever they come from, and no other that lies beside them."""
    site = replace(good_site, scripts={"plan.js": Script("assets/plan.js", "sha256-abc=")})
    found = directives(site)
    assert (found["script-src"], found["object-src"], found["base-uri"]) == (
        ["'sha256-abc='"],
        ["'none'"],
        ["'none'"],
    )


def test_a_site_without_scripts_runs_none(good_site: Site) -> None:
    """Nothing to run is said as such, and not left out."""
    assert directives(replace(good_site, scripts={}))["script-src"] == ["'none'"]


def test_where_nothing_runs_all_else_is_as_in_a_page(good_site: Site) -> None:
    """Who opens a film or a picture by its address sees it: only the list of what may run is left out."""
    site = replace(good_site, scripts={"plan.js": Script("assets/plan.js", "sha256-abc=")})
    page, file = (content_security_policy(POLICY, site, scripts) for scripts in (["plan.js"], []))
    assert file == page.replace("script-src 'sha256-abc=';", "script-src 'none';")


def test_answers_go_where_the_owner_has_decided(good_site: Site) -> None:
    """The host of a form is let through for sending, with or without a script, and for nothing else."""
    found = directives(replace(good_site, forms={"interest": "https://form.example/in", "newsletter": None}))
    assert [name for name, values in found.items() if "https://form.example" in values] == [
        "connect-src",
        "form-action",
    ]


def test_what_the_proof_refuses_the_browser_refuses(good_site: Site) -> None:
    """A scheme that no picture may have in a file is not let through by the server either."""
    load = POLICY.addresses["load"]
    found = directives(good_site)
    wider = POLICY.model_copy(
        update={"addresses": {**POLICY.addresses, "load": load.model_copy(update={"schemes": {"data"}})}}
    )
    assert found["img-src"] == ["'self'"]
    assert "img-src 'self' data:;" in content_security_policy(wider, good_site, ())


def test_a_style_within_a_page_is_told_by_its_digest(good_site: Site) -> None:
    """The start page dresses its first words itself, and no other style that stands in a page counts."""
    site = replace(good_site, opening_style=Opening("p{margin:0}", "sha256-abc="))
    assert (directives(good_site)["style-src"], directives(site)["style-src"]) == (
        ["'self'"],
        ["'self'", "'sha256-abc='"],
    )
