"""The command line, as somebody who types it meets it."""

import errno
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import cli
import environment
import link_check
import make as command_line
import testing
from campaign.files import load_tree
from campaign.supply.lock import parse_lock
from real_site import ENVIRONMENT, ROOT, SPECIMEN, copy_content, make

COMMANDS = [
    "admin",
    "affected",
    "audit",
    "audit-packages",
    "bench",
    "book",
    "build",
    "check",
    "compress",
    "fix",
    "generate",
    "law",
    "licences",
    "links",
    "lock",
    "new",
    "picture",
    "prove",
    "publish",
    "rate",
    "refresh",
    "remove",
    "rename",
    "rollback",
    "sbom",
    "serve",
    "server",
    "stage",
    "status",
    "test",
    "torture",
    "verify",
    "why",
]
EMPTY_RECORD, EMPTY_PAGE = "content/data/sources/empty.yml", "content/sv/empty.md"
IN_WORDS = {
    "sv": ("Filen är tom. Fyll den eller ta bort den.", "2 problem."),
    "no": ("Filen er tom. Fyll den ut eller fjern den.", "2 problemer."),
    "en": ("The file is empty. Fill it or remove it.", "2 problems."),
}

CHECKING = {
    "sv": "Granskar innehållet …\n",
    "no": "Kontrollerer innholdet …\n",
    "en": "Checking the content …\n",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project whose content has two faults: a record and a page that are empty."""
    copy_content(tmp_path)
    for path in (EMPTY_RECORD, EMPTY_PAGE):
        (tmp_path / path).touch()
    return tmp_path


# Exit code, output and complaints.
Outcome = tuple[int, str, str]
Make = Callable[..., Outcome]


def make_as_a_person(*words: str) -> Outcome:
    """Run `scripts/make.py` in the project itself, in a process of its own."""
    result = make(ROOT, *words)
    return result.returncode, result.stdout, result.stderr


@pytest.fixture
def make_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Make:
    """A function that does the same in this process, which has loaded everything: 30 ms and not 600."""
    for name in ("SOURCE_DATE_EPOCH", "CAMPAIGN_LANGUAGE"):
        monkeypatch.setenv(name, ENVIRONMENT[name])

    def run(*words: str | Path) -> Outcome:
        code = command_line.main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


def listed_commands(text: str) -> list[str]:
    """The commands in a list of them, each at the beginning of its lines; those of editors come first."""
    return sorted(re.findall(r"^  (\S+)", text, re.MULTILINE))


def test_help_lists_every_command() -> None:
    """Who asks for help sees all that can be done."""
    code, text, complaints = make_as_a_person("help")
    assert (code, listed_commands(text), complaints) == (0, COMMANDS, "")


def test_an_editor_finds_the_own_commands_on_top(make_here: Make) -> None:
    """What the handbook shows comes before what only whoever keeps the site needs; a release is taken back by them."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs/editors").rglob("*.md")]
    shown = {name for text in texts for name in re.findall(r"make\.py ([a-z][a-z-]*)", text)}
    _, text, _ = make_here("help")
    own, _, _ = text.partition("For whoever keeps the site:")
    assert listed_commands(own) == sorted(shown - {"help", "rollback"})


@pytest.mark.parametrize("words", [[], ["-h"], ["--help"]])
def test_who_types_no_command_gets_help(make_here: Make, words: list[str]) -> None:
    """A first try without knowing any command ends in help, not in an error."""
    assert make_here(*words) == make_here("help")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(make_here: Make, name: str) -> None:
    """Who wonders what a command does and takes asks it."""
    code, text, complaints = make_here(name, "--help")
    first, _, rest = text.partition("\n\n")
    assert (code, first.startswith(f"Usage: make.py {name} "), bool(rest.strip()), complaints) == (
        0,
        True,
        True,
        "",
    )


def test_help_of_the_tests_names_every_lane(make_here: Make) -> None:
    """Who adds a lane need not tell of it a second time."""
    _, text, _ = make_here("test", "--help")
    (shown,) = re.findall(
        r"\[([\w |]+)\]\.\.\. \[-- PYTEST-ARGUMENT\.\.\.\]\n", text.partition("Arguments:")[2]
    )
    assert shown.split(" | ") == list(environment.LANES)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["biuld"], "No such command 'biuld'. Did you mean 'build'?"),
        (["build", "--fast"], "No such option '--fast'."),
        (
            ["check", "--format", "xml"],
            "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github', 'gitlab'.",
        ),
        (["check", "--lang", "sv"], "No such option '--lang'. Did you mean '--language'?"),
        (
            ["admin"],
            "mkdocs.yml does not say where the repository is. Write extra.editing; see docs/developers/web-editor.md.",
        ),
        (["check", "nowhere.md"], f"There is no file {ROOT / 'nowhere.md'}."),
        (["check", "--language", "sv", "nowhere.md"], f"Filen {ROOT / 'nowhere.md'} finns inte."),
        (["fix", "nowhere.md"], f"There is no file {ROOT / 'nowhere.md'}."),
        *(
            (
                [command, "mkdocs.yml", "README.md"],
                f"{ROOT / 'README.md'} is no part of the content: that is in content/ and mkdocs.yml.",
            )
            for command in ("check", "fix")
        ),
        (["serve", "--port", "many"], "Invalid value for '--port': 'many' is not a valid integer."),
        (["why"], "Missing argument 'ADDRESS'."),
    ],
)
def test_wrong_usage_is_told_in_one_line(make_here: Make, words: list[str], complaint: str) -> None:
    """A slip of the keyboard costs one line to read and says what was wrong."""
    assert make_here(*words) == (2, "", f"make.py: {complaint}\n")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["biuld"], "Det finnes ikke noen kommando biuld. Alle vises av: python3 scripts/make.py help"),
        (["why"], "Her mangler ADRESSE. Legg til --help etter kommandoen for å se hva den trenger."),
        (["picture", "nowhere.jpg"], "Filen nowhere.jpg finnes ikke."),
        (
            ["why", "a", "b c"],
            'Dette var for mye: b c. Hører ordene sammen, sett anførselstegn rundt dem: "slik som her"',
        ),
    ],
)
def test_an_editor_says_once_which_language_all_commands_speak(
    make_here: Make, monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    """Where the computer has no language of the editor's, Git knows it: `git config campaign.language no`."""
    monkeypatch.delenv("CAMPAIGN_LANGUAGE", raising=False)
    for name, value in {"COUNT": "1", "KEY_0": "campaign.language", "VALUE_0": "no"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert make_here(*words) == (2, "", f"make.py: {complaint}\n")


def test_the_shell_hears_of_wrong_usage() -> None:
    """The process ends with the code of wrong usage, and what is wrong is no output."""
    assert make_as_a_person("why") == (2, "", "make.py: Missing argument 'ADDRESS'.\n")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good specimen where a command may keep what it has found."""
    return copy_content(tmp_path_factory.mktemp("good"))


def test_good_content_passes(make_here: Make, good: Path) -> None:
    """Without faults the check says so, and the shell may go on."""
    assert make_here("check", "--root", good) == (0, "No problems.\n", CHECKING["en"])


@pytest.mark.parametrize("language", ["sv", "no", "en"])
@pytest.mark.parametrize("name", ["check", "status"])
def test_who_waits_for_a_command_is_told_what_it_does(
    make_here: Make, good: Path, name: str, language: str
) -> None:
    """Nobody looks at an empty line for seconds, and nothing is said where a program reads."""
    words = (name, "--root", good, "--language", language)
    told = [make_here(*words)[2], make_here(*words, "--format", "json")[2]]
    assert told == [CHECKING[language], ""]


def test_who_waits_for_what_is_generated_is_told_so(make_here: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the result, which stands alone on its line."""
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: 0)
    assert make_here("generate") == (
        0,
        "docs/reference/, published.yml and scripts/campaign/codes.py are up to date.\n",
        CHECKING["en"],
    )


@pytest.mark.parametrize("language", IN_WORDS)
def test_faults_are_told_in_the_language_of_the_editor(make_here: Make, broken: Path, language: str) -> None:
    """All faults come at once, in Swedish, Norwegian or English, and the shell stops."""
    sentence, count = IN_WORDS[language]
    text = f"{EMPTY_RECORD}:1:1 S007 {sentence}\n{EMPTY_PAGE}:1:1 S007 {sentence}\n{count}\n"
    assert make_here("check", "--root", broken, "--language", language) == (
        1,
        text,
        CHECKING[language],
    )


def test_faults_are_told_to_programs_too(make_here: Make, broken: Path) -> None:
    """An editor's tool gets the same faults as data."""
    code, text, complaints = make_here("check", "--root", broken, "--format", "json")
    found = {"line": 1, "column": 1, "code": "S007", "severity": "error", "message": IN_WORDS["en"][0]}
    faults = [{"path": path, **found} for path in (EMPTY_RECORD, EMPTY_PAGE)]
    assert (code, json.loads(text), complaints) == (1, faults, "")


@pytest.mark.parametrize(
    ("path", "found"), [("content/sv", [EMPTY_PAGE]), (EMPTY_RECORD, [EMPTY_RECORD]), ("content/no", [])]
)
def test_check_can_be_asked_about_one_place(
    make_here: Make, broken: Path, path: str, found: list[str]
) -> None:
    """Who works on one file or folder hears of its faults only."""
    code, text, _ = make_here("check", "--root", broken, "--format", "json", broken / path)
    assert (code, [fault["path"] for fault in json.loads(text)]) == (len(found), found)


def test_the_status_is_told_and_can_be_asked_of_one_place(make_here: Make, tmp_path: Path) -> None:
    """Everybody sees the worst first, and a municipality its own."""
    root = copy_content(tmp_path / "project")
    code, output, _ = make_here("status", "--root", root, "--language", "en")
    _, own, _ = make_here("status", "--root", root, "--language", "en", "--owner", "exempelby", "--all")
    assert (code, len(output.splitlines()) > 3) == (0, True)
    assert {line.partition(":")[0] for line in own.splitlines()} == {"Exempelby"}


def test_the_status_of_a_place_that_is_not_there_is_refused(make_here: Make, tmp_path: Path) -> None:
    """Whoever misspells a name does not read that all is well."""
    root = copy_content(tmp_path / "project")
    code, output, complaint = make_here("status", "--root", root, "--language", "en", "--owner", "exempelbi")
    assert (code, output) == (2, "")
    assert "No municipality or region is called exempelbi. Did you mean Exempelby? They are " in complaint


def test_a_change_is_asked_about_since_a_revision(make_here: Make, tmp_path: Path) -> None:
    """What a colleague would say of the lines that are new stands beside the other problems, and stops nothing."""
    root = copy_content(tmp_path / "project")
    who = ["git", "-c", "user.name=x", "-c", "user.email=x@y.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*who, *words], cwd=root, check=True, capture_output=True)
    place = root / "content/data/municipalities/exempelby.yml"
    place.write_text(place.read_text(encoding="utf-8").replace("81.5", "815"), encoding="utf-8")
    assert make_here("check", "--root", root, "--language", "en", "--since", "HEAD") == (
        0,
        f"{place.relative_to(root).as_posix()}:46:12 N401 The value was 81.5 and is now 815. Is that intended?\n1 note.\n",
        CHECKING["en"],
    )
    assert make_here("check", "--root", root, "--language", "en", "--since", "nothing") == (
        2,
        "",
        f"{CHECKING['en']}make.py: Git knows no revision “nothing” here. Example: --since main\n",
    )


def test_links_out_are_asked_and_the_dead_written_down(
    make_here: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run may be stopped after so many, and the next goes on; when all are asked, content says which are dead."""
    root = copy_content(tmp_path / "project")
    seen: list[str] = []
    monkeypatch.setattr(link_check.Asker, "_ask", lambda _, _method, address: seen.append(address) or 404)
    code, output, _ = make_here("links", "--root", root, "--language", "en", "--most", "1", "--pause", "0")
    assert (code, "Run python3 scripts/make.py links again." in output, len(set(seen))) == (0, True, 1)
    code, output, _ = make_here("links", "--root", root, "--language", "en", "--pause", "0")
    assert (code, len(set(seen)) > 5, "did not answer as they should" in output) == (0, True, True)
    assert 'found: "gone"' in (root / "content/data/link-watch.yml").read_text(encoding="utf-8")


def test_what_fix_knows_is_said_as_suggestions(make_here: Make, tmp_path: Path) -> None:
    """A Git host gets the lines to write, and no file is touched; with nothing to fix nothing is said."""
    root = copy_content(tmp_path / "project")
    who = ["git", "-c", "user.name=x", "-c", "user.email=x@y.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*who, *words], cwd=root, check=True, capture_output=True)
    page = root / "content/sv/about.md"
    assert make_here("fix", "--root", root, "--suggest", "github", "--language", "en") == (0, "", "")
    text = page.read_text(encoding="utf-8").replace("Ingen finns", "Av 21580 finns ingen", 1)
    page.write_text(text, encoding="utf-8")
    words = ["fix", "--root", root, "--code", "P257", "--suggest", "github", "--language", "en"]
    code, output, _ = make_here(*words)
    [comment] = json.loads(output)["comments"]
    assert (code, comment["path"], page.read_text(encoding="utf-8")) == (0, "content/sv/about.md", text)
    assert "Av 21\u00a0580 finns ingen" in comment["body"]


LAW_COPY = """\
## Författningstext

6 a § En arbetsgivare med minst fem anställda ska bjuda den nya på kaffe inom två timmar.

7 § Kaffe dricks ur kopp.
"""


def test_a_law_that_has_changed_is_told_and_kept(make_here: Make, tmp_path: Path) -> None:
    """The editor sees what is new; the finding stays in content until somebody stores the section that was read."""
    copy_content(tmp_path)
    copy, root = tmp_path / "SFS_1999_999.md", ("--root", tmp_path, "--language", "sv")
    copy.write_text(LAW_COPY, encoding="utf-8")
    code, output, _ = make_here("law", tmp_path, *root)
    assert (code, output.splitlines()) == (
        1,
        [
            (
                "content/data/acts/exempellagen.yml:12:3 W401 6 a § har ändrats i den nya kopian "
                "(senaste ändring när vi läste den: 2024:7). Läs den och rätta reglerna"
                " som står på den: se-coffee. Nytt i texten: En arbetsgivare med minst fem anställda ska bjuda den nya på"
                " kaffe inom två timmar."
            ),
            "1 varning.",
        ],
    )
    assert "section: 6 a §" in (tmp_path / "content/data/law-watch.yml").read_text().replace('"', "")
    read = make_here("law", tmp_path, *root, "--read", "exempellagen 6 a §")
    assert (read[0], make_here("law", tmp_path, *root)[:2]) == (0, (0, "Inga problem.\n"))


def test_a_section_that_the_copy_lacks_cannot_be_stored(make_here: Make, tmp_path: Path) -> None:
    """A slip of the pen costs one line, and the act stays as it was."""
    copy_content(tmp_path)
    words = ("law", tmp_path, "--root", tmp_path, "--read", "exempellagen 99 §")
    assert make_here(*words) == (2, "", "make.py: the copies do not have exempellagen 99 §\n")


def locked_packages() -> list[str]:
    """What publishes the site, as the lock file names it."""
    text = (ROOT / environment.PUBLISH_LOCK).read_text(encoding="utf-8")
    return [package.pin for package in parse_lock(text)]


def test_what_is_known_of_packages_is_told_offline(make_here: Make) -> None:
    """Without a network each locked package is known to be sound, or is named with what is known of it and since when."""
    code, output, complaints = make_here("audit-packages", "--language", "en")
    named = [line.partition(": ")[0] for line in output.splitlines()]
    assert (complaints, set(named) - set(locked_packages()) - {output.strip()}) == ("", set())
    assert (code == 0) == output.startswith("No known weakness in ")


def test_what_the_site_is_made_with_is_told_to_programs(make_here: Make) -> None:
    """The list for programs has every package of the lock files, the web editor's too, and is the same each time."""
    _, output, _ = make_here("sbom")
    listed = sorted(one["bom-ref"] for one in json.loads(output)["components"] if "pypi" in one["purl"])
    editor = [one["bom-ref"] for one in json.loads(output)["components"] if "npm" in one["purl"]]
    assert (listed, make_here("sbom")[1]) == (sorted(locked_packages()), output)
    assert any(one.startswith("@sveltia/cms@") for one in editor)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What `make.py test` asks the system for, what it runs instead of running it, and the words of what must fail."""
    seen: dict[str, list[str]] = {"lanes": [], "ran": [], "failing": []}

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        step = " ".join(command[2:])
        seen["ran"].append(step)
        return subprocess.CompletedProcess(command, 3 if step in seen["failing"] else 0, f"said by {step}\n")

    monkeypatch.setattr(environment, "prepare_system", seen["lanes"].extend)
    monkeypatch.setattr(testing.subprocess, "run", run)
    return seen


LINT = ["ruff check .", "ruff format --check .", "mypy"]
PYTEST = "pytest -n auto"


@pytest.mark.parametrize(
    ("words", "lanes", "ran"),
    [
        ([], list(environment.LANES), [*LINT, PYTEST]),
        (["unit"], ["unit"], [*LINT, f"{PYTEST} -m unit"]),
        (["books", "site"], ["books", "site"], [f"{PYTEST} -m books or site"]),
        (["--everything"], [*environment.LANES, "everything"], [*LINT, f"{PYTEST} --everything"]),
        (["unit", "--", "-k", "links"], ["unit"], [*LINT, f"{PYTEST} -m unit -k links"]),
    ],
)
def test_a_lane_runs_what_is_its_own(
    steps: dict[str, list[str]], words: list[str], lanes: list[str], ran: list[str]
) -> None:
    """Who asks for a lane waits for nothing of another; who asks for none gets all."""
    assert (cli.main(["test", *words]), steps["lanes"], sorted(steps["ran"])) == (0, lanes, sorted(ran))


@pytest.mark.parametrize("failing", [*LINT, PYTEST])
def test_a_failing_step_hides_no_other(
    steps: dict[str, list[str]], failing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """All four run side by side even if one fails, each says what it has to say, the last line names it, and the shell stops."""
    steps["failing"].append(failing)
    assert (cli.main(["test"]), sorted(steps["ran"])) == (1, sorted([*LINT, PYTEST]))
    *found, last = capsys.readouterr().out.splitlines()
    assert [line for line in found if line.startswith("said")] == [f"said by {step}" for step in LINT]
    assert last == f"Failed: {failing}"


def test_the_unit_lane_needs_nothing_of_the_system() -> None:
    """Whoever has Python can test a change before lunch."""
    assert environment.LANES["unit"] == {}


def test_a_photograph_from_a_camera_becomes_small_by_itself(make_here: Make, tmp_path: Path) -> None:
    """It is upright, tells no place, has a name for an address, and a record whose gaps the check names."""
    root = copy_content(tmp_path / "project")
    camera = tmp_path / "IMG 2041.JPG"
    camera.write_bytes((SPECIMEN / "content/media/pictures/brygga.jpg").read_bytes())
    code, output, _ = make_here("picture", camera, "--language", "en", "--root", root)
    with Image.open(root / "content/media/pictures/img-2041.webp") as taken:
        assert (code, taken.size, dict(taken.getexif())) == (0, (1500, 1000), {})
    assert output == (
        "The photograph is in content/media/pictures/img-2041.webp. Fill in content/data/pictures/img-2041.yml "
        "and write on the page: ![](/media/pictures/img-2041.webp)\n"
    )
    _, output, _ = make_here("check", "--language", "en", "--root", root)
    assert {line.split(" ", 1)[0].split(":")[0] for line in output.splitlines()[:-1]} == {
        "content/data/pictures/img-2041.yml",
        "content/media/pictures/img-2041.webp",  # which no page shows yet
    }


def test_the_record_of_a_photograph_asks_for_each_thing_in_its_own_words(
    make_here: Make, tmp_path: Path
) -> None:
    """What it shows, who took it, on which terms and where those stand: nobody guesses which line is which."""
    make_here(
        "picture", SPECIMEN / "content/media/pictures/brygga.jpg", "--language", "sv", "--root", tmp_path
    )
    rows = (tmp_path / "content/data/pictures/brygga.yml").read_text(encoding="utf-8").splitlines()
    asked = [row.partition("TODO: ")[2] for row in rows if row.startswith(("  sv: ", "licence_address: "))]
    assert (len(set(asked)), rows[-1]) == (
        4,
        'licence_address: "TODO: Där villkoren står (webbadress med https://)"',
    )


def test_a_record_that_is_filled_in_stays_when_its_photograph_comes_again(
    make_here: Make, tmp_path: Path
) -> None:
    """A better version of a photograph takes nobody's words away."""
    record = tmp_path / "content/data/pictures/brygga.yml"
    record.parent.mkdir(parents=True)
    record.write_text("shows: ...")
    photo = SPECIMEN / "content/media/pictures/brygga.jpg"
    make_here("picture", photo, "--root", tmp_path)
    assert (record.read_text(), (tmp_path / "content/media/pictures/brygga.webp").is_file()) == (
        "shows: ...",
        True,
    )


def test_a_photograph_takes_no_other_ones_place(make_here: Make, tmp_path: Path) -> None:
    """The words and the name of the other would stand below it; who means that says so."""
    photo = SPECIMEN / "content/media/pictures/brygga.jpg"
    words = ("picture", photo, "--language", "en", "--root", tmp_path)
    make_here(*words)
    code, _, complaint = make_here(*words)
    assert (code, complaint) == (2, "make.py: pictures/brygga is there already. Choose another name.\n")
    assert make_here(*words, "--again")[0] == 0


def test_what_is_no_photograph_is_told_and_not_taken_in(make_here: Make, tmp_path: Path) -> None:
    """A page with the name of a picture stays where it is."""
    file = tmp_path / "evil.jpg"
    file.write_text("<script>")
    code, output, _ = make_here("picture", file, "--language", "en", "--root", tmp_path)
    assert (code, " S024 " in output, (tmp_path / "content").exists()) == (1, True, False)


def test_a_full_disk_is_one_sentence(make_here: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room the editor reads which file, and no traceback."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    monkeypatch.setattr(command_line.environment, "today", full)
    code, _, complaint = make_here("status")
    assert (code, complaint) == (
        2,
        f"{CHECKING['en']}make.py: site/index.html could not be read or written: No space left on device.\n",
    )


@pytest.fixture
def own_project(tmp_path: Path) -> Path:
    """A project of its own without a fault."""
    return copy_content(tmp_path)


def test_a_rename_is_shown_before_it_is_made(make_here: Make, own_project: Path) -> None:
    """An editor sees each line that would change, and then what was done is the same."""
    words = ("rename", "sign-language.md", "signs.md", "--language", "en", "--root", own_project)
    before = load_tree(own_project)
    code, shown, complaints = make_here(*words, "--dry-run")
    assert (code, complaints, load_tree(own_project)) == (0, "", before)
    assert "content/sv/sign-language.md → content/sv/signs.md\n" in shown
    assert "    -  sign_language: sign-language.md\n    +  sign_language: signs.md\n" in shown
    assert make_here(*words)[0] == 0
    assert {path for path in load_tree(own_project) if "sign" in path} == {
        "content/no/signs.md",
        "content/sv/signs.md",
    }


def test_a_change_that_would_break_says_where(make_here: Make, own_project: Path) -> None:
    """Nothing is written, the exit code is that of wrong usage, and each place is named with its line."""
    before = load_tree(own_project)
    why = ("--gone", "sv=Borta.", "--gone", "no=Borte.")
    code, output, complaint = make_here("remove", "move.md", *why, "--language", "en", "--root", own_project)
    assert (code, load_tree(own_project)) == (2, before)
    assert complaint.startswith("make.py: Nothing is changed.")
    assert "content/no/index.md:9:11 P211 " in output


def test_the_lines_that_promised_a_page_that_is_gone_are_to_be_read_again(
    make_here: Make, own_project: Path
) -> None:
    """A computer leads the links to another page; what the sentence around them says, a person must see."""
    words = ("remove", "about.md", "--to", "move.md", "--language", "en", "--root", own_project)
    code, output, complaint = make_here(*words)
    assert (code, complaint) == (0, "")
    assert output.endswith("they promised a page that is gone, and now lead to move.md.\n")


def test_an_address_needs_its_language(make_here: Make, own_project: Path) -> None:
    """A word without a language could be that of any."""
    code, _, complaint = make_here(
        "rename", "about.md", "info.md", "--address", "info", "--language", "en", "--root", own_project
    )
    assert (code, complaint) == (
        2,
        'make.py: Write the language, an equals sign and the text: --address sv="…". The languages are sv, no, en.\n',
    )


def test_a_record_to_begin_with_is_written_and_explained(make_here: Make, own_project: Path) -> None:
    """The files are there, and the fields that may be left out are told."""
    code, output, _ = make_here("new", "speakers", "anna", "--language", "no", "--root", own_project)
    assert code == 0
    assert output.splitlines()[:3] == [
        "content/data/speakers/anna.yml",
        "Dette kan også være med:",
        "  web: Personens egen side, med https://",
    ]
    assert (
        'role:\n  sv: "TODO: Hva personen gjør"\n'
        in (own_project / "content/data/speakers/anna.yml").read_text()
    )


def test_a_server_that_is_not_there_is_one_sentence(make_here: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the network refuses is told in the language that was asked for, in one line."""

    def refused(*_: object) -> None:
        raise OSError("Connection refused\nand why")

    monkeypatch.setattr(command_line.environment, "today", refused)
    code, _, complaint = make_here("check", "--language", "no")
    assert (code, complaint) == (2, f"{CHECKING['no']}make.py: Det gikk ikke: Connection refused\n")


def test_a_file_is_brought_into_the_written_form(make_here: Make, own_project: Path) -> None:
    """Only what is named is written again, and the second time there is nothing to do."""
    folder = own_project / "content/data/networks"
    words = ("fix", folder, "--language", "en", "--root", own_project)
    code, output, _ = make_here(*words)
    assert (code, output.splitlines()[0], output.splitlines()[-1]) == (
        0,
        "content/data/networks/managers.yml",
        "1 file is changed.",
    )
    assert make_here(*words) == (0, "0 files are changed.\n", "")


def test_only_what_has_one_answer_is_fixed(make_here: Make) -> None:
    """Who asks for more learns what can be had."""
    assert make_here("fix", "--code", "L304", "--language", "en") == (
        2,
        "",
        "make.py: No computer can fix L304 for you. These will do: P211, P209, P219, D110, P257, P231, W414, P216.\n",
    )
