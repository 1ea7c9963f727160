"""Lighthouse from npm, where Node is there, at the edge: it starts a program, which starts a browser."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from chromium import PROGRAM

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Debian's Chromium rounds letters to whole pixels and no phone does: a line broke in another place once its typeface was there.
_FLAGS = "--headless --no-sandbox --disable-gpu --font-render-hinting=none"


@dataclass(frozen=True)
class Score:
    """What Lighthouse says of a page: of 100 in each category; milliseconds to its largest part; how far things moved."""

    scores: tuple[int, ...]
    largest: float
    moved: float


def command() -> Sequence[str] | None:
    """How Lighthouse is called here, or None where it is not: from the path, or as npm has installed it nearby."""
    if found := shutil.which("lighthouse"):
        return [found]
    npx = shutil.which("npx")
    if npx is None:
        return None
    asked = [npx, "--no-install", "lighthouse"]
    there = subprocess.run([*asked, "--version"], capture_output=True, check=False).returncode == 0
    return asked if there else None


def middle(scores: Sequence[Score]) -> Score:
    """The one of several runs whose largest part came neither first nor last, as Lighthouse's own guide to variability advises."""
    return sorted(scores, key=lambda one: one.largest)[len(scores) // 2]


def score(call: Sequence[str], address: str) -> Score:
    """What Lighthouse says of the page at an address, as on a phone."""
    only = f"--only-categories={','.join(CATEGORIES)}"
    words = [*call, address, "--quiet", "--output=json", only, f"--chrome-flags={_FLAGS}"]
    own = {**os.environ, "CHROME_PATH": str(shutil.which(PROGRAM))}
    run = subprocess.run(words, capture_output=True, encoding="utf-8", env=own, check=True, timeout=180)
    return parse_score(run.stdout)


def parse_score(report: str) -> Score:
    """The same of a report that Lighthouse has written as JSON."""
    result = json.loads(report)
    scores = tuple(round((result["categories"][name]["score"] or 0) * 100) for name in CATEGORIES)
    audits = result["audits"]
    return Score(
        scores,
        largest=float(audits["largest-contentful-paint"]["numericValue"]),
        moved=float(audits["cumulative-layout-shift"]["numericValue"]),
    )
