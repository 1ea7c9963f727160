"""Promises about the repository as a whole: what depends on what, and what must agree with what."""

import ast
import re
import subprocess
from collections.abc import Container, Iterator
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign import checks
from campaign.directives import DIRECTIVES
from campaign.outputs.reference import render_codes, render_editor_settings, render_reference
from campaign.problems import messages
from campaign.settings import DEFAULT_LANGUAGE, LANGUAGES
from conftest import ROOT

SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))


@cache
def trees() -> dict[str, ast.Module]:
    """Each module of ours as a tree, by its path."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in SCRIPTS
    }


@cache
def _walked(tree: ast.AST) -> list[ast.AST]:
    return list(ast.walk(tree))


def nodes(tree: ast.AST, *kinds: type[ast.AST]) -> Iterator[Any]:
    """The nodes of some kinds in a module, which is walked through once for all tests."""
    return (node for node in _walked(tree) if isinstance(node, kinds))


@cache
def tracked() -> dict[str, str]:
    """The text of every file that Git keeps, by path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    binary = {".webp", ".png", ".pdf", ".woff2", ".jpg", ".dic", ".jar"}
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in paths
        if path.suffix not in binary
    }


def imports(tree: ast.AST) -> set[str]:
    """The packages that a module imports."""
    plain = {alias.name.split(".")[0] for node in nodes(tree, ast.Import) for alias in node.names}
    return plain | {str(node.module).split(".")[0] for node in nodes(tree, ast.ImportFrom)}


def test_only_one_file_knows_mkdocs() -> None:
    """The site's engine can be changed by changing one file."""
    knowing = [name for name, tree in trees().items() if {"mkdocs", "material"} & imports(tree)]
    assert knowing == ["scripts/hooks.py"]


def _modules_in_the_handbook() -> list[set[str]]:
    """The modules that the handbook names, a set for each row of its table, from the first to the last."""
    text = (ROOT / "docs/developers/architecture.md").read_text(encoding="utf-8")
    _, _, table = text.partition("| module of `campaign/` |")
    cells = [row.split("|")[1] for row in table.partition("\n\n")[0].splitlines()[2:]]
    return [{name.replace("/", ".") for name in re.findall(r"`([\w/]+)`", cell)} for cell in cells]


def _modules() -> dict[str, ast.AST]:
    """The modules of the package, without those that hold nothing: name below `campaign` → tree."""
    folder = "scripts/campaign/"
    found = {
        name.removeprefix(folder).removesuffix(".py").removesuffix("/__init__").replace("/", "."): tree
        for name, tree in trees().items()
        if name.startswith(folder)
    }
    return {name: tree for name, tree in found.items() if len(tree.body) > 1}


def _imported(tree: ast.AST, modules: Container[str]) -> set[str]:
    """The modules of the package that a module imports."""
    named = [
        (str(node.module), f"{node.module}.{alias.name}".removeprefix("campaign."))
        for node in nodes(tree, ast.ImportFrom)
        for alias in node.names
    ]
    return {longer if longer in modules else shorter.removeprefix("campaign.") for shorter, longer in named}


def test_each_module_imports_only_from_those_above_it() -> None:
    """Whoever reads the handbook's table of modules from its top never meets what was not explained yet."""
    rows, modules = _modules_in_the_handbook(), _modules()
    assert sorted(name for row in rows for name in row) == sorted(modules)
    below = {name: set().union(*rows[n:]) for n, row in enumerate(rows) for name in row}
    wrong = {name: _imported(tree, modules) & below[name] for name, tree in modules.items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_no_command_module_leads_back_to_itself() -> None:
    """The modules beside the package have an order too, also where one is loaded only when it is needed."""
    beside = {Path(name).stem: tree for name, tree in trees().items() if name.count("/") == 1}
    reached = {name: imports(tree) & beside.keys() for name, tree in beside.items()}
    for middle in beside:
        for name, found in reached.items():
            reached[name] = found | (reached[middle] if middle in found else set())
    assert [name for name, found in reached.items() if name in found] == []


def test_a_module_is_read_in_one_sitting() -> None:
    """None has more than 300 lines; a list that is made counts for none."""
    long = [
        name
        for name in trees()
        if name.startswith("scripts/") and len((ROOT / name).read_text(encoding="utf-8").splitlines()) > 300
    ]
    assert long == ["scripts/campaign/codes.py"]


_FILE_ENDINGS = {"css", "html", "js", "json", "md", "py", "typ", "xml", "yml"}


def _named_in_the_handbook() -> Iterator[tuple[str, str, str]]:
    """Each name of the form `module.name` in docs/ whose module is one of ours: file, module, name."""
    modules = {name.rpartition(".")[2] for name in _all_modules()}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for module, name in re.findall(
            r"`(\w+(?:[./]\w+)*)\.(\w+)(?:\(\))?`", path.read_text(encoding="utf-8")
        ):
            if module.replace("/", ".").rpartition(".")[2] in modules and name not in _FILE_ENDINGS:
                yield path.relative_to(ROOT).as_posix(), module.replace("/", "."), name


def _all_modules() -> dict[str, ast.AST]:
    return {**_modules(), **{Path(name).stem: trees()[name] for name in trees() if name.count("/") == 1}}


def _defined(tree: ast.AST) -> set[str]:
    """What a module or its classes define."""
    assigned = {node.id for node in nodes(tree, ast.Name) if isinstance(node.ctx, ast.Store)}
    return assigned | {node.name for node in nodes(tree, ast.FunctionDef, ast.ClassDef)}


def test_every_function_that_the_handbook_names_exists() -> None:
    """Whoever follows the handbook into the code finds what it names, under that name."""
    named = list(_named_in_the_handbook())
    homes = {
        module: [tree for name, tree in _all_modules().items() if f".{name}".endswith(f".{module}")]
        for _, module, _ in named
    }
    wrong = [
        f"{path}: {module}.{name}"
        for path, module, name in named
        if not any(name in _defined(tree) for tree in homes[module])
    ]
    assert (len(named) > 20, wrong) == (True, [])


def test_mkdocs_is_never_made_quiet() -> None:
    """With -q MkDocs hides its warnings and succeeds, so nobody may pass it."""
    words = {
        (name, word.value)
        for name, tree in trees().items()
        if "mkdocs" in (ROOT / name).read_text(encoding="utf-8")
        for call in nodes(tree, ast.Call, ast.List)
        if any(word in ast.unparse(call) for word in ("_mkdocs(", "'mkdocs'"))
        for word in nodes(call, ast.Constant)
    }
    assert [(name, word) for name, word in words if word in ("-q", "--quiet")] == []


def test_no_function_is_long() -> None:
    """Every function fits on a screen."""
    found = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees().items()
        for node in nodes(tree, ast.FunctionDef)
        if node.end_lineno - node.lineno >= 40
    ]
    assert found == []


def test_the_core_neither_prints_nor_looks_at_the_clock() -> None:
    """The same content always gives the same result, and only the edge speaks."""
    forbidden = re.compile(
        r"^(print|input|open|sys\.exit)$|\b(datetime|date)\.(now|utcnow|today)$|^time\.\w+$|^os\.(environ|getenv)|random"
    )
    found = [
        f"{name}:{node.lineno} {ast.unparse(node.func)}"
        for name, tree in trees().items()
        if name.startswith("scripts/campaign/")
        for node in nodes(tree, ast.Call)
        if forbidden.search(ast.unparse(node.func))
    ]
    assert found == []


def test_a_build_uses_no_network() -> None:
    """Only the commands that refresh figures, try links and publish, and the tests of them, know how to ask a server."""
    asking = {
        "requests",
        "obstore",
        "urllib3",
        "urllib.request",
        "http",
        "socket",
        "transport",
        "figures",
        "live_site",
        "object_store",
        "package_index",
        "link_check",
    }
    edge = {
        f"scripts/{name}.py"
        for name in (
            "commands",
            "checking",
            "link_check",
            "maintenance",
            "bench_preview",
            "figures",
            "transport",
            "publishing",
            "live_site",
            "object_store",
            "publish_targets",
            "package_index",
            "nginx",  # listens on this machine, and asks nobody
        )
    }
    found = {
        (name, module)
        for name, tree in trees().items()
        if name.startswith("scripts/") and name not in edge
        for node in nodes(tree, ast.Import, ast.ImportFrom)
        for module in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
        if module in asking
    }
    assert found == set()


def _called_with_a_day() -> set[object]:
    """The checks that `check_steps` calls by name, for they ask for more than content and pages: the day, the words."""
    steps = nodes(trees()["scripts/campaign/checks/__init__.py"], ast.FunctionDef)
    (body,) = (node for node in steps if node.name == "check_steps")
    names = [ast.unparse(call.func) for call in nodes(body, ast.Call)]
    return {attrgetter(name)(checks) for name in names if "check_" in name and not name.startswith("_")}


_FAMILIES = sorted(path.stem for path in (ROOT / "scripts/campaign/checks").glob("[!_]*.py"))


@pytest.mark.parametrize("name", _FAMILIES)
def test_every_check_is_run(name: str) -> None:
    """A check that somebody wrote is never forgotten in the list."""
    family = import_module(f"campaign.checks.{name}")
    tree = trees()[f"scripts/campaign/checks/{name}.py"]
    written = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    found = [getattr(family, one) for one in written if one.startswith("check_")]
    assert list(vars(family).get("ALL", ())) == [one for one in found if one not in _called_with_a_day()]


def test_every_family_of_checks_is_run() -> None:
    """A new module of checks is part of the whole."""
    families = [vars(import_module(f"campaign.checks.{name}")).get("ALL", ()) for name in _FAMILIES]
    assert {check for found in families for check in found} == set(checks.ALL)


def test_every_directive_has_its_template() -> None:
    """What editors may call in and what templates there are is the same list."""
    fragments = {path.stem for path in (ROOT / "overrides/fragments").iterdir()}
    assert fragments == set(DIRECTIVES)


def test_the_languages_are_those_of_the_configuration() -> None:
    """MkDocs and our own code agree on languages, names, tags and the default."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    configuration = yaml.load(text, Loader=yaml.CBaseLoader)
    (i18n,) = (plugin["i18n"] for plugin in configuration["plugins"] if "i18n" in plugin)
    theme = configuration["theme"]["language"]
    theirs = [
        (
            entry["locale"],
            entry["name"],
            entry.get("theme", {}).get("language", theme),
            entry.get("default") == "true",
        )
        for entry in i18n["languages"]
    ]
    ours = [(lang.code, lang.name, lang.tag, lang is DEFAULT_LANGUAGE) for lang in LANGUAGES]
    assert theirs == ours


def test_the_reference_is_what_the_models_say() -> None:
    """Field tables and schemas in the handbook are up to date (if not: python3 scripts/make.py generate)."""
    folder = ROOT / "docs/reference"
    files = [folder / "fields.md", *sorted((folder / "schemas").glob("*.json"))]
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
    assert found == render_reference(LANGUAGES)
    settings = ROOT / ".vscode/settings.json"
    assert settings.read_text(encoding="utf-8") == render_editor_settings()


@pytest.mark.parametrize("language", ["sv", "no"])
def test_every_problem_is_explained(language: str) -> None:
    """An editor finds each code in the handbook, in order, and no code that does not exist."""
    text = (ROOT / f"docs/editors/{language}/problems.md").read_text(encoding="utf-8")
    codes = [code for code in messages() if re.fullmatch(r"[A-Z]\d{3}", code)]
    assert re.findall(r"^## ([A-Z]\d{3}) ", text, re.MULTILINE) == codes


@pytest.mark.parametrize("language", ["sv", "no"])
def test_the_list_above_the_problems_leads_to_each(language: str) -> None:
    """Whoever has a code is one click from its explanation: letter by letter, each code once."""
    text = (ROOT / f"docs/editors/{language}/problems.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## ([A-Z]\d{3})( .*)$", text, re.MULTILINE)
    places = [
        (code, re.sub(r"[^\w -]", "", code + title).lower().replace(" ", "-"))
        for code, title in sorted(titles, key=lambda one: ("SDPLWN".index(one[0][0]), one[0]))
    ]
    assert re.findall(r"\[([A-Z]\d{3})\]\(#([^)]+)\)", text.partition("\n## ")[0]) == places


def test_no_sentence_is_written_twice() -> None:
    """Each code stands once in the list of sentences."""
    text = (ROOT / "scripts/campaign/messages.yml").read_text(encoding="utf-8")
    codes = re.findall(r"^([A-Z_0-9]+):", text, re.MULTILINE)
    assert [code for code in codes if codes.count(code) > 1] == []


def test_every_sentence_is_said_by_somebody() -> None:
    """No sentence is left over."""
    sources = [path.read_text(encoding="utf-8") for path in SCRIPTS if path.name != "codes.py"]
    found = {word for text in sources for word in re.findall(r'"([A-Z][A-Z_0-9]{2,})"', text)}
    assert set(messages()) - found == set()


def test_every_sentence_can_be_asked_for_and_no_other() -> None:
    """The codes that mypy knows are those that have a sentence (if not: python3 scripts/make.py generate)."""
    written = (ROOT / "scripts/campaign/codes.py").read_text(encoding="utf-8")
    assert written == render_codes()


def test_no_file_knows_this_computer() -> None:
    """The project works in any folder on any computer."""
    path = re.compile(r"/(?<![\w.~:/-]/)(?:[h]ome|[r]oot|[U]sers|[w]ork|[t]mp)/[\w.]")
    found = [f"{name}: {hit[0]}" for name, text in tracked().items() for hit in path.finditer(text)]
    assert found == []


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is each computer's own business."""
    host = re.compile(
        r"[p]ypi\.org|[p]ythonhosted|[n]pmjs|[a]rtifactory|--(?:[e]xtra-)?index-url", re.IGNORECASE
    )
    found = [f"{name}: {hit[0]}" for name, text in tracked().items() for hit in host.finditer(text)]
    assert found == []


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_every_locked_package_has_its_fingerprint(lock: str) -> None:
    """Nobody can slip another package in under the same name and version."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    form = re.compile(r"[\w.\[\]-]+==[\w.+!]+(?: *;[^\\]*?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert (len(lines) > 10, [line[:60] for line in lines if not form.fullmatch(line)]) == (True, [])


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-publish.txt", "requirements-test.txt"])
def test_the_packages_that_we_ask_for_are_locked(lock: str) -> None:
    """A package that is asked for in pyproject.toml is in the lock file, in that version."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(
        r'^  "([\w-]+==[\w.]+)",$', project.split("[project.optional-dependencies]")[0], re.MULTILINE
    )
    locked = (ROOT / lock).read_text(encoding="utf-8")
    assert [name for name in wanted if f"\n{name} " not in f"\n{locked}"] == []


def test_nothing_but_content_names_a_page() -> None:
    """Whoever renames a page finds all that leads there in content; only the first page of a folder, which keeps its name, is named in code."""
    pages = {path.relative_to(ROOT / "content/sv").as_posix() for path in (ROOT / "content/sv").rglob("*.md")}
    # Its defaults are for a site that says nothing of its pages.
    texts = {path: text for path, text in tracked().items() if path != "scripts/campaign/models/structure.py"}
    named = {
        (path, page)
        for path, text in texts.items()
        if path.startswith(("overrides/", "scripts/"))
        for page in re.findall(r"""["']([\w/-]+\.md)["']""", text)
        if page in pages and not page.endswith("index.md")
    }
    assert named == set()
