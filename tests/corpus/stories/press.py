"""Lays hand-written articles out as pages of six invented outlets, each in its own form, one of them also in HTML."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
STORIES = ("battery", "harbour", "clinic", "studio")
_TEASER = 180


@dataclass(frozen=True)
class Piece:
    """An article as it was written; `day` is None where its page gives none."""

    id: str
    outlet: str
    headline: str
    writer: str
    body: str
    day: str | None = None
    copies: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    teaser_only: bool = False

    @property
    def paragraphs(self) -> list[str]:
        return self.body.strip().split("\n\n")


def pieces() -> dict[str, Piece]:
    found = {}
    for story in STORIES:
        for one in tomllib.loads((HERE / f"{story}.toml").read_text("utf-8"))["article"]:
            lists = {key: tuple(one.get(key, ())) for key in ("copies", "teasers")}
            found[one["id"]] = Piece(**(one | lists))
    return found


def pages() -> dict[str, bytes]:
    """Seventy-four pages by file name."""
    written = pieces()
    found = {}
    for one in written.values():
        if not one.teaser_only:
            ending = "html" if one.outlet == "web" else "txt"
            found[f"{one.id}.{ending}"] = FORMS[one.outlet](one, written).encode("utf-8")
        for outlet in one.copies:
            found[f"{one.id}_{outlet}.txt"] = FORMS[outlet](one, written).encode("cp949")
    return found


def _hanbit(one: Piece, _: dict[str, Piece]) -> str:
    body = "\n\n".join(one.paragraphs)
    return (
        f"\ufeff{one.headline}\n\n한빛일보 | 입력 {one.day} 18:42\n\n{body}\n\n{one.writer} 기자 press@hanbit.example\n"
    )


def _gaon(one: Piece, _: dict[str, Piece]) -> str:
    body = "\n\n".join(one.paragraphs)
    tail = f"[{one.writer} 기자 press@gaon.example]\n<ⓒ가온경제, 무단전재 및 재배포 금지>\n"
    return f"{one.headline}\n가온경제 | 입력 {one.day} 10:17\n\n{body}\n\n{tail}"


def _dasom(one: Piece, written: dict[str, Piece]) -> str:
    first, *rest = one.paragraphs
    body = "\n\n".join([f"(서울=다솜통신) {one.writer} 기자 = {first}", *rest])
    head = f"다솜통신\n전체기사\n경제\n{one.headline}\n송고시간 {one.day} 14:00\n공유\n글자크기조정\n인쇄\n\n"
    slashed = (one.day or "").replace("-", "/")
    rights = "<저작권자(c) 다솜통신,\n무단 전재-재배포, AI 학습 및 활용 금지>"
    tail = f"\n\npress@dasom.example\n\n{rights}\n{slashed} 14:00 송고\n"
    return f"{head}{one.writer} 기자\n\n{body}{tail}"


def _saebyeok(one: Piece, _: dict[str, Piece]) -> str:
    dotted = (one.day or "").replace("-", ".")
    first, *rest = one.paragraphs
    body = "\r\n\r\n".join([f"(서울=다솜통신) {one.writer} 기자 = {first}", *rest])
    head = f"새벽타임스\r\n로그인\r\n회원가입\r\n홈 > 경제 > 산업\r\n\r\n{one.headline}\r\n\r\n"
    stamp = f"다솜통신  입력 {dotted}. 오후 2:35  댓글 2\r\n기사공유하기\r\n프린트\r\n메일보내기\r\n\r\n"
    return f"{head}{stamp}{body}\r\n\r\nCopyright 새벽타임스. 무단 전재 및 재배포 금지\r\n"


def _nuri(one: Piece, written: dict[str, Piece]) -> str:
    first, *rest = one.paragraphs
    body = "\n\n \n\n".join([f"[누리뉴스={one.writer} 기자] {first}", *rest])
    head = "2029.12.20 (목)\n\n  • 흐림서울 4.5℃\n  • 맑음부산 9.8℃\n기상청 제공\n\n산업\n\n"
    page = f"{head}{one.headline}\n\n \n\n{body}\n\n배너\n배너\n"
    if one.teasers:
        page += "\n관련기사\n\n41건의 관련기사 더보기\n\n"
    for id_ in one.teasers:
        other = written[id_]
        text = " ".join(other.paragraphs)[:_TEASER]
        page += f"\n{other.headline}\n\n[누리뉴스={other.writer} 기자] {text}"
    return page


def _haneul(one: Piece, _: dict[str, Piece]) -> str:
    dotted = (one.day or "").replace("-", ".")
    body = "\n\n".join(one.paragraphs)
    head = f"{one.headline}\n입력 {dotted} (21:08)  수정 {dotted} (21:40)\n뉴스 9\n\n"
    return f"{head}{body}\n\n하늘방송 뉴스 {one.writer}입니다.\n\n■ 제보하기\n▷ 전화 : 02-000-0000\n"


def _web(one: Piece, _: dict[str, Piece]) -> str:
    """한빛일보 as its own site shows it."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in one.paragraphs)
    told = f"""{{"@type":"NewsArticle","headline":"{one.headline}","datePublished":"{one.day}T07:40:00+09:00"}}"""
    return f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>{one.headline} - 한빛일보</title>
<meta property="og:site_name" content="한빛일보">
<meta property="article:published_time" content="{one.day}T07:40:00+09:00">
<script type="application/ld+json">{told}</script></head>
<body><header><nav><ul><li>경제</li><li>산업</li></ul></nav></header>
<main><article><h1>{one.headline}</h1><div class="byline">{one.writer} 기자</div>
<div class="article-body">{body}</div></article></main>
<footer>ⓒ 한빛일보, 무단 전재 및 재배포 금지</footer></body></html>
"""


FORMS = {
    "hanbit": _hanbit,
    "gaon": _gaon,
    "dasom": _dasom,
    "saebyeok": _saebyeok,
    "nuri": _nuri,
    "haneul": _haneul,
    "web": _web,
}
