"""The few scripts: each a module that a page with something to try loads by itself, under a name that marks its content."""

import hashlib
from collections.abc import Mapping


def render_scripts(files: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Plain name → public address and text: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    return {name: (_address(name, text), text) for name, text in files.items()}


def _address(name: str, text: str) -> str:
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"assets/{name.removesuffix('.js')}.{mark}.js"
