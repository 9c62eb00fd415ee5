"""Names that follow from content alone, so that any order and any machine give the same."""

from __future__ import annotations

import hashlib


def content_id(kind: str, *parts: str | int | None) -> str:
    """`kind`, a hyphen and 16 hexadecimal digits over the parts.

    Each part is written with its length before it, so that no two lists of parts read alike
    ("a", "bc" and "ab", "c" differ; so do None and "").
    """
    hash_ = hashlib.sha256()
    for part in (kind, *parts):
        data = b"" if part is None else str(part).encode()
        hash_.update(b"~" if part is None else f"{len(data)}:".encode())
        hash_.update(data)
    return f"{kind}-{hash_.hexdigest()[:16]}"
