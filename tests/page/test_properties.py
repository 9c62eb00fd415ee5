"""Whatever the characters: blocks tile, spans lie inside, the same text gives the same layout, nothing breaks."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.core.errors import SagwanError
from sagwan.core.page import Layout, Page, Zone
from sagwan.lexicon import load_default
from sagwan.page import lay_out

LINES = st.sampled_from(
    [
        "2031.04.03 (목)",
        "  • 흐림동두천 2.0℃",
        "기상청 제공",
        "정치",
        '누리전자, 새 공장 부지 확정…"2500명 뽑는다"',
        "한빛일보 | 입력 2031-04-02 10:04",
        "[누리뉴스=한서린\u00a0기자]\u00a0누리전자가 새 공장을 짓는다고 2일 밝혔다.그는 “늦지 않겠다”고 했다.",
        "(서울=다솜통신) 한서린 기자 = 누리전자가 새 공장을 짓는다고 2일 밝혔다.",
        "누리전자는 협력사와 함께 부지를 골랐다고 설명했다. 한서린 기자 seorin@example.com",
        "새 공장 앞에 선 한서린 대표. [사진=누리전자]",
        "◆ 남은 숙제는 소송",
        "배너",
        "관련기사",
        "93건의 관련기사 더보기",
        "한서린 기자",
        "ⓒ 한빛일보 무단전재 및 재배포 금지",
        "댓글 3",
        "\u00a0",
        "",
        "“끝나지 않은 인용",
        "<p>누리전자가 새 공장을 <b>짓는다</b>고 2일 밝혔다.</p>",
    ]
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=25).map("\n".join)


def laid(chars: str, source: str = "지면") -> Layout | None:
    try:
        return lay_out(Page(chars.encode("utf-8", "surrogatepass"), source), load_default())
    except SagwanError:
        return None


@given(PAGES)
@settings(max_examples=150, deadline=None)
def test_plain_pages(chars: str) -> None:
    check(laid(chars))
    assert laid(chars) == laid(chars)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_web_pages(chars: str) -> None:
    check(laid(f"<html><body><article>{chars}</article><aside>{chars}</aside></body></html>"))


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes(data: bytes) -> None:
    with suppress(SagwanError):
        check(lay_out(Page(data, "지면"), load_default()))


def check(layout: Layout | None) -> None:
    """Tiling is asserted where a Layout is made; here: order, no overlap, and each span in the zone it claims."""
    if layout is None:
        return
    zones = {Zone.BODY: layout.articles[0].body}
    for article in layout.articles:
        ends = 0
        for span in article.body:
            assert ends <= span.start < span.end <= len(layout.text)
            ends = span.end
        assert [layout.text.cut(b.span) for b in article.bylines] == [b.name for b in article.bylines]
    for zone, spans in zones.items():
        held = [b.span for b in layout.blocks if b.zone is zone]
        assert all(any(h.covers(s) for h in held) for s in spans)
