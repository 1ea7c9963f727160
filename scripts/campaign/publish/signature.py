"""The signature of a manifest, as minisign makes and reads it: no network and no service is needed for either."""

from minisign import Error, PublicKey, SecretKey, Signature


def render_signature(raw: bytes, key: str, password: str, comment: str) -> bytes:
    """The signature of some bytes with the text of a secret key; `comment` is signed too, instead of the time of day."""
    try:
        with SecretKey.from_bytes(key.strip().encode()) as secret:
            secret.decrypt(password)
            return bytes(secret.sign(raw, trusted_comment=comment)) + b"\n"
    except Error as fault:
        raise PermissionError(f"minisign: {fault}") from fault


def is_signed(raw: bytes, signature: bytes | None, key: str) -> bool:
    """Whether the owner of a public key signed these bytes."""
    try:
        PublicKey.from_base64(key).verify(raw, Signature.from_bytes((signature or b"").rstrip()))
    except (Error, ValueError):
        return False
    return True
