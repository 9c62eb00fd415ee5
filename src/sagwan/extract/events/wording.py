"""The words of an act: where they stand, and the action as a dictionary writes it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.values import TimeType
from sagwan.extract.events.complement import word_in
from sagwan.extract.events.phrase import OCCASIONS
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Complement

# Marks around a title, and how long one may be.
_OPENS = {"’": "‘", "'": "'", "」": "「", "』": "『"}
_TITLES = frozenset("‘'“\"<《〈「『")
_LONGEST = 60
_LASTING = ("간", "동안")
_NUMERAL = re.compile(r"\d[\d,.]*[만억]?$")
_PAIRS = {"을": "을/를", "이": "이/가", "과": "과/와", "으로": "으로/로"}


def with_title(span: Span, chars: str) -> Span:
    """The words with all of the title that they begin in the middle of: ‘… 정보화 계획(ISP)’ 예산."""
    for close, open_ in _OPENS.items():
        at = chars.find(close, span.start, span.end)
        if at <= span.start or chars[at - 1].isspace() or open_ in chars[span.start : at]:
            continue
        start = chars.rfind(open_, max(0, span.start - _LONGEST), span.start)
        if start >= 0 and "\n" not in chars[start : span.start]:
            return Span(start, span.end)
    return span


def whole(phrase: Phrase, phrases: Sequence[Phrase], ground: Ground) -> Span:
    """The words of a phrase with the figure that was cut from it: 3년 만기 채권, 5만 관객, 버디 4개; ‘봄밤’ 1·2권."""
    if phrase not in phrases:
        return phrase.span
    at, start, end = phrases.index(phrase), phrase.span.start, phrase.span.end
    before = phrases[at - 1] if at and phrases[at - 1].last == phrase.first else None
    behind = phrases[at + 1] if at + 1 < len(phrases) and phrases[at + 1].first == phrase.last else None
    if before is not None and _leads_to(before, phrase, ground):
        # 지난 4일 ‘110대 국정과제’를: a day before it is none of it.
        time = ground.time_in(before.span)
        dated = time is not None and ground.values.times[time].type is not TimeType.DURATION
        start = before.span.end - len(before.head) if dated else before.span.start
    start = _behind_day(start, end, ground)
    if behind is not None and not phrase.mark and not phrase.comma and _counts(behind, ground):
        end = behind.span.end
    return Span(start, end)


def _behind_day(start: int, end: int, ground: Ground) -> int:
    """Where the title begins that a day stands before: 4월 2일 ‘봄밤’을 냈다."""
    if _TITLES.isdisjoint(ground.chars[start:end]):
        return start
    days = (t.span for t in ground.values.times if t.type in (TimeType.DATE, TimeType.TIME))
    for day in days:
        rest = ground.chars[day.end : end].lstrip()
        if day.start <= start < day.end < end and rest[:1] in _TITLES:
            return end - len(rest)
    return start


def _leads_to(before: Phrase, phrase: Phrase, ground: Ground) -> bool:
    """Whether the phrase before ends in a figure that the phrase goes on from."""
    if before.joined:
        pair = before.head[-1].isdigit() and phrase.lead[0].isdigit()
        named = ground.entity_of(before) is not None or ground.entity_of(phrase) is not None
        return before.mark == "·" and (pair or not named)
    if before.mark or before.comma:
        return False
    if ground.entity_of(phrase) is not None and ground.time_in(before.span) is not None:
        return False  # 전반 26분 김하늘이
    glued = before.span.end == phrase.span.start and (before.head[-1].isalnum() or before.head[-1] == "%")
    return glued or _counts(before, ground)


def _counts(phrase: Phrase, ground: Ground) -> bool:
    """Whether the phrase ends in how many or how long: 5만, 4개, 3년; not in when or for how long (사흘간)."""
    if _NUMERAL.search(phrase.head):
        return not phrase.point
    if phrase.head.endswith(_LASTING):
        return False
    lasting = (t.span for t in ground.values.times if t.type is TimeType.DURATION)
    figures = chain((c.span for c in ground.values.counts), (m.span for m in ground.values.money))
    return any(span.end == phrase.span.end for span in chain(figures, lasting))


def span_of(match: Match) -> Span:
    """From the first word that makes the event to the end of the predicate's ending."""
    p = match.predicate
    if p is None:
        assert match.noun is not None
        start = match.rest.span.end if match.rest is not None else match.noun.span.start
        return Span(min(_skip(start, match), match.noun.span.end - 1), match.noun.span.end)
    if match.noun is not None and match.noun.mark in OCCASIONS:
        return Span(match.noun.span.end - len(match.noun.head), match.noun.span.end)
    if match.noun is not None:
        start = _skip(match.rest.span.end, match) if match.rest is not None else match.noun.span.start
        return Span(min(start, p.span.start), p.span.end)
    pairs = zip(match.used, match.trigger.complements, strict=True)
    start = min([_start(a, need) for a, need in pairs if a.last <= p.first <= a.last + 2], default=p.span.start)
    return Span(min(start, p.span.start), p.span.end)


def _start(a: Phrase, need: Complement) -> int:
    """Where the noun begins that the verb needs: 법원의 [결정을], [무혐의 결정을]."""
    return a.span.start if len(word_in(a, need)) > len(a.head) else a.span.end - len(a.head)


def _skip(at: int, match: Match) -> int:
    """The acting noun begins behind the blank that follows the rest of its run."""
    assert match.noun is not None
    head = match.noun.span.end - len(match.noun.head)
    return max(at, head) if at < match.noun.span.end else match.noun.span.start


def lemma_of(match: Match) -> str:
    """The action as a dictionary writes it, as read: 인수하다, 인수되다, 소송을 제기하다, 인수를 추진하다."""
    p, verb = match.predicate, match.trigger.verb
    if match.apart:
        return verb + "다"
    if p is not None and match.noun is not None and p.stems and match.noun.mark in ("을", "이", "에"):
        acting, pair = verb.removesuffix("하"), _PAIRS.get(match.noun.mark)
        return f"{attach(acting, pair) if pair else acting + match.noun.mark} {p.stems[0]}다"
    if p is not None and match.noun is None and verb.endswith("하") and p.voice not in ("", "하"):
        verb = verb[:-1] + p.voice
    words = []
    for need, used in zip(match.trigger.complements, match.used, strict=False):
        if not used.mark and used.head[:1].isdigit():
            continue  # 3% 내렸다: by how much, not what
        noun = word_in(used, need) or need.words[0]
        pair = _PAIRS.get(need.particle)
        words.append(attach(noun, pair) if pair else noun + need.particle)
    return " ".join((*words, verb + "다"))
