"""Pages read again: what a fault in a template brings is found, with its place."""

from dataclasses import replace

import pytest
from jinja2 import ChoiceLoader, DictLoader

from campaign.outputs.html import targets
from campaign.proof import prove
from campaign.proof.folder import rules_of
from campaign.site import Site
from proof.planting import DIGEST, RULES, SCRIPT, Fault, list_faults

HEAD = '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Prov</title></head>'

# What somebody might write into a template by mistake or on purpose, and what the proof says of it.
PLANTED = {
    '<p onclick="go()">Hej</p>': [("OUT_ATTRIBUTE", "onclick")],
    '<script src="https://evil.example/a.js"></script>': [("OUT_SCRIPT", None), ("OUT_VALUE", "src")],
    "<script>go()</script>": [("OUT_SCRIPT", None)],
    '<a href="javascript:go()">Hej</a>': [("OUT_VALUE", "href")],
    '<p style="position:fixed">Hej</p>': [("OUT_ATTRIBUTE", "style")],
    "<style>p{color:red}</style>": [("OUT_ELEMENT", "style")],
    '<img src="//evil.example/t.png" alt="">': [("OUT_VALUE", "src")],
    '<img src="data:image/svg+xml,x" alt="">': [("OUT_VALUE", "src")],
    '<iframe src="/"></iframe>': [("OUT_ELEMENT", "iframe")],
    '<form action="https://evil.example/"></form>': [("OUT_VALUE", "action")],
    '<meta http-equiv="refresh" content="0;url=//evil.example">': [("OUT_ATTRIBUTE", "http-equiv")],
    '<base href="//evil.example/">': [("OUT_ELEMENT", "base")],
    "<p>x\u202egnp.exe</p>": [("OUT_CHARACTER", None)] * 2,
    "<p>&#8238;</p>": [("OUT_CHARACTER", None)],
    "<blink>Hej</blink>": [("OUT_ELEMENT", "blink")],
    '<svg><a href="java&#9;script:go()"><text>x</text></a></svg>': [("OUT_VALUE", "href")],
    "<svg><foreignObject><p>x</p></foreignObject></svg>": [
        ("OUT_ELEMENT", "foreignObject"),
        ("OUT_ELEMENT", "p"),
    ],
    "<template><p onclick=a>Hej</p></template>": [("OUT_ATTRIBUTE", "onclick")],
    '<noscript><p title="</noscript><img src=x onerror=go()>">x</p></noscript>': [
        ("OUT_VALUE", "title"),
    ],
    "<!-- hemligt -->": [("OUT_COMMENT", None)],
    '<link rel="stylesheet" href="https://evil.example/a.css">': [("OUT_VALUE", "href")],
    '<link rel="prefetch" href="https://evil.example/a.css">': [("OUT_VALUE", "href")],
    '<a href="https://user:word@host.example/">Hej</a>': [("OUT_VALUE", "href")],
    '<a href="mailto:a@b.example?bcc=c@d.example">Hej</a>': [("OUT_VALUE", "href")],
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_planted_in_a_template_is_found(good_site: Site, fault: str) -> None:
    """Whatever a template lets through to every page stops before it is published."""
    loader = good_site.templates.loader
    assert loader
    source, *_ = loader.get_source(good_site.templates, "main.html")
    planted = DictLoader({"main.html": source.replace("</main>", f"{fault}</main>")})
    templates = good_site.templates.overlay(loader=ChoiceLoader([planted, loader]))
    page = targets(replace(good_site, templates=templates))["no/om/index.html"]()
    found = prove("no/om/index.html", page, rules_of(good_site, ""))
    assert [(one.code, one.values.get("name")) for one in found] == PLANTED[fault]


def test_a_page_without_a_fault_is_let_through(good_site: Site) -> None:
    """What our own templates make of the specimen keeps to the policy."""
    pages = {address: make() for address, make in targets(good_site).items()}
    found = [one for address, page in pages.items() for one in prove(address, page, rules_of(good_site, ""))]
    assert found == []


def test_the_style_within_a_page_is_ours_to_the_letter() -> None:
    """A browser is told its digest, so that of any other it takes nothing; and neither does the proof."""
    rules = replace(RULES, styles=frozenset({".lede>p{margin:0}"}))
    written = (
        "<style>.lede>p{margin:0}</style>",
        "<style>.lede>p{margin:1}</style>",
        '<style media="print">.lede>p{margin:0}</style>',
    )
    pages = (f"{HEAD}<body>{style}</body></html>".encode() for style in written)
    assert [[one.code for one in prove("a/index.html", page, rules)] for page in pages] == [
        [],
        ["OUT_ELEMENT"],
        ["OUT_ELEMENT"],
    ]


def test_a_fault_is_told_with_its_line_and_column() -> None:
    """Who fixes it finds the element at once, though others of its name stand before it."""
    assert list_faults(
        "a/index.html", f"{HEAD}<body><p>Ett</p>\n<p>Två</p> <p onclick=a>Tre</p></body></html>"
    ) == [(2, 12, "OUT_ATTRIBUTE", {"name": "onclick", "value": "p"})]


def tag(attributes: str) -> list[Fault]:
    """What is wrong with a script of these attributes, on a page in a folder."""
    return list_faults("a/index.html", f"{HEAD}<body><script {attributes}></script></body></html>")


def test_a_script_is_one_of_ours_and_carries_its_digest() -> None:
    """A changed script, or another's, does not run under our name; data for search engines is no script."""
    ours = f'type="module" src="../{SCRIPT}"'
    assert [
        code for _, _, code, _ in [*tag(f'{ours} integrity="{DIGEST}"'), *tag('type="application/ld+json"')]
    ] == []
    assert [code for _, _, code, _ in [*tag(ours), *tag(f'{ours} integrity="sha256-x="')]] == [
        "OUT_SCRIPT"
    ] * 2


def test_a_form_posts_where_the_owner_has_decided() -> None:
    """The address in mkdocs.yml is let through, and the same host with another path is not."""
    found = [
        list_faults(
            "a/index.html", f'{HEAD}<body><form action="https://form.example/{path}"></form></body></html>'
        )
        for path in ("in", "out")
    ]
    assert [len(problems) for problems in found] == [0, 1]
