"""What a store of files sends with each file, by the policy: its type, how long it may be kept, and whether it lies compressed."""

import gzip
import re
from dataclasses import dataclass

from campaign.policy import kind_of, load_policy
from campaign.serving.headers import ASK, DIGEST_IN_NAME, IMMUTABLE


@dataclass(frozen=True)
class Headers:
    """The answer's headers beside the bytes."""

    content_type: str
    cache_control: str
    is_compressed: bool

    def body(self, raw: bytes) -> bytes:
        """The bytes as they lie in the store, the same each time."""
        return gzip.compress(raw, mtime=0) if self.is_compressed else raw

    @property
    def fields(self) -> dict[str, str]:
        """The headers by their names."""
        fields = {"Content-Type": self.content_type, "Cache-Control": self.cache_control}
        return fields | ({"Content-Encoding": "gzip"} if self.is_compressed else {})


def headers_of(path: str) -> Headers:
    """How a file is sent. A store does not ask what the reader's browser takes, and every browser takes gzip."""
    kind = kind_of(load_policy().kinds, path)
    name = kind.type if kind else "application/octet-stream"
    return Headers(
        content_type=f"{name}; charset=utf-8" if name.startswith("text/") else name,
        cache_control=IMMUTABLE if re.search(DIGEST_IN_NAME, path) else ASK,
        is_compressed=kind is not None and kind.text,
    )
