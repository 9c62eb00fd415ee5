"""Names that follow from content alone, so that any order and any machine give the same."""

from __future__ import annotations

import hashlib


def content_id(kind: str, *parts: str | int | None) -> str:
    """`kind`, a hyphen and 16 hexadecimal digits over the parts.

    Each part is written with its length before it, so that no two lists of parts read alike
    ("a", "bc" and "ab", "c" differ; so do None and "").
    """
    told = b"".join([b"~" if part is None else _measured(str(part).encode()) for part in (kind, *parts)])
    return f"{kind}-{hashlib.sha256(told).hexdigest()[:16]}"


def _measured(data: bytes) -> bytes:
    return b"%d:%b" % (len(data), data)
