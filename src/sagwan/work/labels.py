"""What codes are called: Korean for a person, beside the code that stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STANCES: Mapping[str, str] = {
    "assert": "진술",
    "deny": "부인",
    "criticise": "비판",
    "warn": "경고",
    "promise": "약속",
    "forecast": "전망",
    "question": "의문",
    "praise": "칭찬",
    "apologise": "사과",
    "decline": "답변 거부",
    "demand": "요구",
    "other": "기타",
}
STATUSES: Mapping[str, str] = {
    "happened": "있었음",
    "planned": "계획",
    "requested": "요청",
    "claimed": "주장",
    "denied": "부인",
    "refused": "거절",
    "possible": "가능",
}
KINDS: Mapping[str, str] = {
    "person": "인물",
    "org": "기관·단체",
    "place": "장소",
    "product": "제품",
    "project": "사업",
    "law": "법",
    "event": "행사",
}
SPEECH: Mapping[str, str] = {"direct": "직접", "indirect": "간접"}
ZONES: Mapping[str, str] = {
    "date": "날짜",
    "weather": "날씨",
    "section": "면",
    "headline": "제목",
    "subhead": "부제",
    "byline": "기자",
    "body": "본문",
    "caption": "사진 설명",
    "teaser": "다른 기사",
    "related_count": "관련 기사 수",
    "banner": "알림",
    "copyright": "저작권",
    "menu": "메뉴",
    "repeat": "되풀이",
    "other": "그 밖",
}
TRUTHS: Mapping[str, str] = {"true": "장부에 적힌 대로", "false": "장부와 어긋남", "unsupported": "기록 없음"}
ITEM_STATES: Mapping[str, str] = {
    "draft": "검토 전",
    "accepted": "채택",
    "returned": "보완 요청",
    "rejected": "버림",
    "retired": "사용 중지",
}
RECORDS: Mapping[str, str] = {
    "entity": "이름",
    "statement": "발언",
    "event": "사건",
    "money": "금액",
    "share": "비율",
    "count": "수량",
    "time": "시점",
}
FIELDS: Mapping[str, str] = {
    "speaker": "말한 이",
    "candidates": "후보",
    "speech": "인용",
    "stance": "태도",
    "cue": "보도 표현",
    "about": "대상",
    "channel": "매체",
    "behalf": "대신",
    "addressee": "들은 이",
    "responds_to": "무엇에 답해",
    "repeats": "같은 말",
    "reverses": "뒤집은 말",
    "frame": "틀",
    "action": "행위",
    "status": "상태",
    "actor": "누가",
    "target": "누구를·무엇을",
    "amount": "금액",
    "time": "시점",
    "source": "누구 말로",
    "statement": "발언",
    "same_as": "같은 일",
    "name": "이름",
    "kind": "갈래",
    "aliases": "다른 이름",
    "role": "직함",
    "mention": "언급",
    "type": "꼴",
    "value": "값",
    "known": "아는 만큼",
    "mods": "꾸밈",
    "unit": "단위",
}


FOUND: Mapping[str, str] = {"carried": "앞 문장에서 이어짐", "inferred": "미루어 앎"}
_CODED: Mapping[str, Mapping[str, str]] = {"stance": STANCES, "status": STATUSES, "kind": KINDS, "speech": SPEECH}
_AND_FOUND = re.compile(rf"(?P<value>.+) \((?P<found>{'|'.join(FOUND)})\)", re.DOTALL)


def spoken(field: str, value: str) -> str:
    """What a field of a record says, in Korean: `happened · negated` is 있었음 · 않음, `이도윤 (carried)` says how."""
    if told := _AND_FOUND.fullmatch(value):
        return f"{told['value']} ({FOUND[told['found']]})"
    if field not in _CODED:
        return value
    code, dot, rest = value.partition(" · ")
    return label(_CODED[field], code) + dot + ("않음" if rest == "negated" else rest)


def label(labels: Mapping[str, str], code: str) -> str:
    """The Korean word for a code, or the code itself where there is none."""
    return labels.get(code, code)
