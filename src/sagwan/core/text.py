"""The immutable characters of a page, and the one door to evidence."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

from sagwan.core.errors import SagwanError
from sagwan.core.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A range of a text with the words that stand there. Only `Text.quote` makes one."""

    text_id: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Text:
    r"""Canonical characters (NFC, `\n` newlines), named by the SHA-256 of their UTF-8 form."""

    chars: str
    id: str

    @classmethod
    def of(cls, raw: str) -> Text:
        """Normalise `raw` and name it; refuses NUL and lone surrogates, which no text can hold and be quoted.

        Raises `SagwanError` with code `text.unquotable`.
        """
        if "\0" in raw:
            raise SagwanError("text.unquotable", "글자가 아닌 NUL이 들어 있습니다", f"문자 {raw.index(chr(0))}")
        chars = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
        try:
            data = chars.encode()
        except UnicodeEncodeError as broken:
            raise SagwanError(
                "text.unquotable", "짝 없는 대리 문자가 들어 있습니다", f"문자 {broken.start}"
            ) from broken
        return cls(chars, hashlib.sha256(data).hexdigest())

    def __len__(self) -> int:
        return len(self.chars)

    def quote(self, span: Span) -> Evidence:
        """The words at `span`, exactly. Raises `SagwanError` (`text.outside`) where the text ends before it."""
        if span.end > len(self.chars):
            raise SagwanError(
                "text.outside", f"{len(self.chars)}자인 텍스트 밖의 구간입니다", f"{span.start}–{span.end}"
            )
        return Evidence(self.id, span, self.chars[span.start : span.end])

    def cut(self, span: Span) -> str:
        """The characters at `span`."""
        return self.chars[span.start : span.end]
