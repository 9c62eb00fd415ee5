"""Bytes → characters: strict trials in a fixed order, and a refusal where none of them holds."""

from __future__ import annotations

import codecs
import re

from sagwan.core.errors import SagwanError
from sagwan.core.page import Page

# The longest article of 463 collected ones has 11,000 characters (33 kB); a page saved with its pictures inlined
# reaches some megabytes. Above this nothing is an article any more, and memory stays bounded.
MAX_BYTES = 20_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FITTING = re.compile(r"[\s!-~가-힣ㄱ-ㅣ一-龥、-〟‐-‧①-⓿■-◿“”‘’…·×℃％\u00a0-\u00bf\u200b]")
_DAMAGED = "\ufffd"
# One damaged character in 200 spoils quotations everywhere on a page.
_MAX_DAMAGE = 0.005
_HEAD = 4096


def decode(page: Page) -> str:
    """The characters of the page: UTF-8, UTF-16 (either order, with or without its mark), UTF-32, CP949/EUC-KR.

    Raises `SagwanError`: `page.empty`, `page.too_large`, `page.binary`, `page.encoding`.
    """
    data, where = page.data, page.source
    if len(data) > MAX_BYTES:
        what = f"{len(data):,}바이트로, 받는 크기 {MAX_BYTES:,}바이트를 넘습니다"
        raise SagwanError("page.too_large", what, where, "기사 한 건씩 나누어 넣으십시오")
    if not data.strip():
        raise SagwanError("page.empty", "내용이 없습니다", where, "기사 본문이 담긴 파일인지 확인하십시오")
    if data.startswith(_MAGIC):
        raise _binary(where)
    chars = _decoded(data, where)
    if len(_CONTROL.findall(chars, 0, _HEAD)) > len(chars[:_HEAD]) // 100:
        raise _binary(where)
    if chars.count(_DAMAGED) > len(chars) * _MAX_DAMAGE:
        raise _broken(where, f"깨진 글자 {_DAMAGED}가 {chars.count(_DAMAGED)}개 있습니다")
    if not chars.strip("\ufeff \t\r\n"):
        raise SagwanError("page.empty", "빈칸뿐입니다", where, "기사 본문이 담긴 파일인지 확인하십시오")
    return chars


def _decoded(data: bytes, where: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, where)
    if b"\0" in data:
        return _wide(data, where)
    try:
        return data.decode()
    except UnicodeDecodeError as broken:
        korean = _tried(data, "cp949")
        if korean is not None and _fits(korean):
            return korean
        raise _broken(where, f"{broken.start}번째 바이트에서 UTF-8이 깨지고 CP949로도 읽히지 않습니다") from broken


def _wide(data: bytes, where: str) -> str:
    """UTF-16 without its mark: Hangul needs no zero byte, but every ASCII blank has one."""
    for name in ("utf-16-le", "utf-16-be"):
        chars = _tried(data, name)
        if chars is not None and _fits(chars):
            return chars
    raise _binary(where)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as broken:
        raise _broken(where, f"{broken.start}번째 바이트에서 {name}이 깨집니다") from broken


def _tried(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _fits(chars: str) -> bool:
    """Whether the characters are those of a Korean page, nine in ten: a wrong encoding scatters them."""
    head = chars[:_HEAD]
    return len(_FITTING.findall(head)) >= 0.9 * len(head)


def _binary(where: str) -> SagwanError:
    return SagwanError("page.binary", "글이 아닌 파일입니다", where, "기사를 텍스트나 HTML로 저장해 넣으십시오")


def _broken(where: str, what: str) -> SagwanError:
    return SagwanError("page.encoding", what, where, "원문을 UTF-8로 다시 저장해 넣으십시오")
