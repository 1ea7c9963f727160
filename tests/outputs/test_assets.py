"""The scripts and the type: whole, and named by their content."""

import re
from dataclasses import replace

from campaign.outputs.assets import build_scripts, fingerprinted_address, joined, targets
from campaign.policy import integrity
from campaign.site import Script, Site
from conftest import ROOT, made


def test_a_script_is_sent_without_what_is_for_its_writers(good_site: Site) -> None:
    """Each line that does something is as in the repository; comments and indentation stay there."""
    text = '// Räknar.\nconst a = 1;\n  /** Ett. */\n  // Två.\n  a("// inte"); // kvar\n'.encode()
    site = replace(
        good_site,
        scripts={"plan.js": Script("assets/plan.0.js", "")},
        fonts={},
        design={"assets/js/plan.js": text},
    )
    sent = 'const a = 1;\na("// inte"); // kvar\n'
    assert made(targets(site)) == {"assets/plan.0.js": sent.encode()}


def test_no_script_has_a_text_over_several_lines() -> None:
    """So nothing that is left out at the beginning of a line is a part of what a reader sees."""
    lines = [
        line for path in (ROOT / "overrides/assets/js").glob("*.js") for line in path.read_text().splitlines()
    ]
    assert [line for line in lines if line.count("`") % 2] == []


COUNTED = b"const rules = 1;\n\nexport const counted = (n) => n + rules;\n"
PLAN = b'import { counted } from "./counted.js";\n\nconst rules = counted(2);\n'
JOINED = b"""\
const { counted } = (() => {
const rules = 1;

const counted = (n) => n + rules;
return { counted };
})();

const rules = counted(2);
"""


def test_a_script_holds_what_it_imports(good_site: Site) -> None:
    """A browser checks the digest of what the page names, so nothing may come after it; names within do not collide."""
    files = {"counted.js": COUNTED, "plan.js": PLAN}
    scripts = build_scripts(files)
    design = {f"assets/js/{name}": raw for name, raw in files.items()}
    site = replace(good_site, scripts=scripts, fonts={}, design=design)
    assert scripts == {"plan.js": Script(fingerprinted_address("plan.js", JOINED), integrity(JOINED))}
    assert made(targets(site)) == {scripts["plan.js"].address: JOINED}


def test_what_is_imported_may_import() -> None:
    """A module of a script is divided like any other, and the reader still fetches one file."""
    files = {
        "search.js": b'import { rank } from "./rank.js";\nrank();\n',
        "rank.js": b'import { fold } from "./fold.js";\nexport const rank = () => fold();\n',
        "fold.js": b"export const fold = () => 1;\n",
    }
    assert list(build_scripts(files)) == ["search.js"]
    assert joined("search.js", files.__getitem__).decode() == (
        "const { rank } = (() => {\nconst { fold } = (() => {\nconst fold = () => 1;\nreturn { fold };\n})();\n"
        "const rank = () => fold();\nreturn { rank };\n})();\nrank();\n"
    )


def test_the_type_is_published_with_its_licence(good_site: Site) -> None:
    """Who takes the type from our site gets the licence that goes with it."""
    fonts = {"young.woff2": "assets/young.0.woff2", "OFL.txt": "assets/OFL.0.txt"}
    design = {"assets/fonts/young.woff2": b"wOF2", "assets/fonts/OFL.txt": b"SIL"}
    site = replace(good_site, scripts={}, fonts=fonts, design=design)
    assert made(targets(site)) == {"assets/young.0.woff2": b"wOF2", "assets/OFL.0.txt": b"SIL"}


def test_the_name_changes_with_the_content() -> None:
    """A browser that kept the old script never runs it on a new page, and one that did not change is not fetched again."""
    one, other, again = (fingerprinted_address("plan.js", content) for content in (b"1;", b"2;", b"1;"))
    assert (one == again, one == other, re.sub("[0-9a-f]{8}", "DIGEST", one)) == (
        True,
        False,
        "assets/plan.DIGEST.js",
    )
