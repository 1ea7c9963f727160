"""What a store of files sends with each file: its type, how long it may be kept, and whether it lies there compressed."""

import gzip
import mimetypes
import re
from dataclasses import dataclass

# What Python's own table lacks, or knows only on some computers. Whole names go before endings.
_TYPES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    ".ics": "text/calendar",
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".vtt": "text/vtt",
    ".gz": "application/gzip",
    ".minisig": "text/plain",
}
_TEXT = re.compile(r"^text/|[/+](json|xml|javascript)$")
# Names with a digest of the content: what has one never changes.
_KEPT = re.compile(r"^assets/")


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
        told = {"Content-Type": self.content_type, "Cache-Control": self.cache_control}
        return told | ({"Content-Encoding": "gzip"} if self.is_compressed else {})


def headers_of(path: str) -> Headers:
    """How a file is sent. A store does not ask what the reader's browser takes, and every browser takes gzip."""
    name, ending = path.rpartition("/")[2], f".{path.rpartition('.')[2]}"
    kind = (
        _TYPES.get(name) or _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    )
    is_text = bool(_TEXT.search(kind))
    return Headers(
        content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
        cache_control="public, max-age=31536000, immutable" if _KEPT.search(path) else "no-cache",
        is_compressed=is_text,
    )
