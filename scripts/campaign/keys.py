"""Under which keys it is noted what was read of a page; see `reads`."""

# The code of its language and its path.
PageKey = tuple[str, str]


def page_key(key: PageKey) -> str:
    """The key under which a page is noted; see `Page.key`."""
    return f"page:{'/'.join(key)}"


def about_key(key: str) -> str:
    """The key under which it is noted that somebody read what the page with the key `key` says of itself."""
    return f"about-{key}"


def scene_key(key: str) -> str:
    """The key under which it is noted that somebody read which drawing the page with the key `key` has."""
    return f"scene-{key}"


def address_key(address: str) -> str:
    """The key under which it is noted that somebody asked which page is at an address."""
    return f"at:{address}"
