"""What a browser may run, load and speak with at `/admin/`: the web editor is a program of others, and has a policy of its own."""

import html
from collections.abc import Mapping

from campaign.models.editing import Editing
from campaign.policy import Policy

# Where the editor lies, below the root of the site.
FOLDER = "admin/"


def editor_policy(policy: Policy, editing: Editing) -> str:
    """The content security policy of the editor, with the hosts of its repository."""
    directives = {**policy.editor, "connect-src": [*policy.editor["connect-src"], *editing.origins]}
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def editor_headers(policy: Policy, editing: Editing | None) -> Mapping[str, str]:
    """What an answer says below `/admin/` instead of what it says elsewhere; nothing where there is no editor."""
    if editing is None:
        return {}
    # The window in which somebody logs in at the Git host tells this one that it has happened.
    return {
        "Content-Security-Policy": editor_policy(policy, editing),
        "Cross-Origin-Opener-Policy": "unsafe-none",
    }


def render_page(page: str, policy: Policy, editing: Editing) -> str:
    """The page of the editor, which says the same by itself: a host may know no headers."""
    sentence = "; ".join(
        part for part in editor_policy(policy, editing).split("; ") if not part.startswith("frame-ancestors")
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(sentence)}">'
    return page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}')
