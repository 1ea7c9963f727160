"""The search index of a finished site, made by Pagefind; see docs/decisions/0016-search.md."""

import json
import subprocess
import sys
from pathlib import Path

# Its ready-made interfaces; ours is overrides/assets/js/search.js.
_UNUSED = ("ui", "modular-ui", "component-ui", "highlight")

# The numbers of notes would stand in every sentence that a search shows.
_NUMBERS = "[role=doc-noteref]"


def write_index(site: Path) -> int:
    """Write pagefind/ into the folder of a built site. Gives Pagefind's exit code."""
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--silent",
        "--exclude-selectors",
        _NUMBERS,
    ]
    status = subprocess.run(command, check=False).returncode
    if status == 0:
        for kind in _UNUSED:
            for file in (site / "pagefind").glob(f"pagefind-{kind}.*"):
                file.unlink()
        _put_in_order(site / "pagefind/pagefind-entry.json")
    return status


def _put_in_order(entry: Path) -> None:
    """Pagefind lists the languages in another order each time."""
    told = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(told, ensure_ascii=False, sort_keys=True), encoding="utf-8")
