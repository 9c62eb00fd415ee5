"""What codes are called: Korean for a person, beside the code that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.lexicon.schema.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon import Lexicon

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
    "place": "곳",
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

# What a name was taken for one by; and, by how their ids begin, what decides how sure an event is.
RULES: Mapping[str, str] = {
    "known": "널리 아는 이름",
    "tagger": "이름 판별기",
    "ending": "이름의 끝말",
    "shape": "이름의 꼴",
    "quoted": "따옴표 안의 이름",
    "sort": "이름 앞뒤의 갈래말",
    "age": "나이를 붙인 이름",
    "run": "이어 쓴 이름들",
    "from": "소속을 앞세운 이름",
    "opener": "이름의 첫말",
    "aside": "괄호 안의 풀이",
    "pieces": "나뉘어 읽힌 이름",
    "belonging": "소속을 이르는 말",
    "school": "학교 이름",
    "anonymous": "가린 이름",
    "predicate": "이다로 이은 직함",
    "place-like": "곳 이름의 꼴",
    "short form": "줄인 이름",
    "part of the name": "이름의 한 부분",
    "name-title": "이름 뒤의 직함",
    "title-name": "직함 뒤의 이름",
    "title-org": "직함 앞의 기관",
    "name-org-title": "이름, 기관, 직함의 차례",
    "org-name-title": "기관, 이름, 직함의 차례",
    "family-title": "성 뒤의 직함",
    "sentence": "그 문장",
    "several fit": "맞는 이가 여럿",
    "nobody named near": "가까이 이름이 없음",
    "the only one named last": "바로 앞에 나온 하나뿐인 이름",
    "the topic of the last sentence": "앞 문장의 주제",
}
_GRADES: Mapping[str, str] = {
    "plan": "계획으로 적힘",
    "future": "앞일로 적힘",
    "may": "가능성으로 적힘",
    "if": "조건으로 적힘",
    "ask": "요청으로 적힘",
    "say": "남의 말로 적힘",
    "deny": "부인으로 적힘",
    "refuse": "거절로 적힘",
    "not": "아니라고 적힘",
    "fail": "이루지 못했다고 적힘",
    "fact": "있었다고 적힘",
    "do": "했다고 적힘",
    "undergo": "겪었다고 적힘",
}
_FRAME = "틀 "


def rule(name: str, lexicon: Lexicon) -> str:
    """What the rule of a derivation is called: names written in Korean stay, codes are spelled out."""
    if name.startswith(_FRAME):
        id_ = name.removeprefix(_FRAME)
        return _FRAME + next((f"‘{one.label}’" for one in lexicon.all(Frame) if one.id == id_), id_)
    family, dot, _ = name.partition(".")
    return RULES.get(name) or (_GRADES.get(family, name) if dot else name)


def label(labels: Mapping[str, str], code: str) -> str:
    """The Korean word for a code, or the code itself where there is none."""
    return labels.get(code, code)
