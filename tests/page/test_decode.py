"""Encodings that are read, and input that is refused with its code."""

from __future__ import annotations

import pytest

from sagwan.core.errors import SagwanError
from sagwan.core.page import Page
from sagwan.lexicon import load_default
from sagwan.page import lay_out
from sagwan.page.decode import MAX_BYTES, decode
from sagwan.page.lay import MAX_CHARS

WORDS = "누리전자, 새 공장 확정\n한빛일보 | 입력 2031-04-02 10:04\n\n누리전자가 새 공장을 짓는다고 2일 밝혔다.\n"


def read(data: bytes, source: str = "지면.txt") -> str:
    return decode(Page(data, source))


def refused(data: bytes) -> str:
    with pytest.raises(SagwanError) as caught:
        lay_out(Page(data, "지면.txt"), load_default())
    assert caught.value.refusal.where
    return caught.value.refusal.code


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_read_in_every_encoding(name: str) -> None:
    assert read(WORDS.encode(name)) == WORDS


def test_newlines_and_composed_letters_are_one_text() -> None:
    plain = lay_out(Page(WORDS.encode(), "가"), load_default())
    other = lay_out(Page(WORDS.replace("\n", "\r\n").encode("utf-16"), "나"), load_default())
    assert plain.text == other.text
    assert plain.articles == other.articles


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "page.empty"),
        (b" \n\t ", "page.empty"),
        ("\ufeff \n".encode(), "page.empty"),
        (b"%PDF-1.7 \xea\xb0\x80", "page.binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "page.binary"),
        (bytes(range(256)) * 20, "page.binary"),
        (WORDS.encode()[:-2] + b"\xff\xfe", "page.encoding"),
        (("�" + WORDS).encode(), "page.encoding"),
        ("누리전자가 없다".encode("utf-16")[:-1], "page.encoding"),
        (b"lorem ipsum dolor sit amet", "page.no_article"),
        ("누리전자".encode(), "page.no_article"),
        ("가\0나".encode(), "page.binary"),
        (b"x" * (MAX_BYTES + 1), "page.too_large"),
        (("가" * (MAX_CHARS + 1)).encode(), "page.too_large"),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_refused_with_its_code(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_page_with_a_headline_and_a_date_is_kept_without_a_body() -> None:
    stub = "[로또] 제1회 당첨 번호\n\n한빛일보 | 입력 2031-04-02 10:04\n\n한빛일보 회원이 되어주세요!\n\n닫기\n"
    layout = lay_out(Page(stub.encode(), "지면"), load_default())
    main = layout.articles[0]
    assert main.headline is not None
    assert layout.text.cut(main.headline) == "[로또] 제1회 당첨 번호"
    assert main.body == ()
    assert main.published is not None
    assert main.published.value == "2031-04-02"
