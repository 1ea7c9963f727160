"""Signatures as minisign makes them."""

import pytest
from minisign import KeyPair

from campaign.publish.signature import is_signed, render_signature

PAIR = KeyPair.generate()
SECRET, PUBLIC = bytes(PAIR.secret_key).decode(), PAIR.public_key.to_base64().decode()
OTHER = KeyPair.generate().public_key.to_base64().decode()
TEXT = b"a manifest"
SIGNATURE = render_signature(TEXT, SECRET, "", "commit c0ffee")


def test_the_owner_of_the_key_is_known() -> None:
    """Whoever has the public key knows who signed which bytes, and a second signature is the same bytes."""
    assert is_signed(TEXT, SIGNATURE, PUBLIC)
    assert render_signature(TEXT, SECRET + "\n", "", "commit c0ffee") == SIGNATURE


@pytest.mark.parametrize(
    ("text", "signature", "key"),
    [
        (b"another manifest", SIGNATURE, PUBLIC),
        (TEXT, SIGNATURE.replace(b"c0ffee", b"decaf0"), PUBLIC),
        (TEXT, SIGNATURE, OTHER),
        (TEXT, b"<html>", PUBLIC),
        (TEXT, None, PUBLIC),
        (TEXT, SIGNATURE, "no key"),
    ],
    ids=["bytes", "comment", "other-key", "page", "none", "no-key"],
)
def test_nothing_else_passes(text: bytes, signature: bytes | None, key: str) -> None:
    """Other bytes, another comment, another key, and what is no signature or no key at all are signed by nobody."""
    assert not is_signed(text, signature, key)


def test_a_password_guards_the_key() -> None:
    """A key that lies under a password signs with it, and with no other."""
    locked = KeyPair.generate()
    public = locked.public_key.to_base64().decode()
    locked.secret_key.encrypt("te", opslimit=32768, memlimit=16777216)
    text = bytes(locked.secret_key).decode()
    assert is_signed(TEXT, render_signature(TEXT, text, "te", "c"), public)
    with pytest.raises(OSError, match="password"):
        render_signature(TEXT, text, "kaffe", "c")
