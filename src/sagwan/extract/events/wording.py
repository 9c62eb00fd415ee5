"""The words of an act: where they stand, and the action as a dictionary writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.extract.events.phrase import OCCASIONS
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from sagwan.extract.events.spot import Match

# Marks around a title, and how long one may be.
_OPENS = {"’": "‘", "'": "'", "」": "「", "』": "『"}
_LONGEST = 60
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
    before = [a for a in match.used if a.last <= p.first <= a.last + 2]
    start = min([a.span.end - len(a.head) for a in before], default=p.span.start)
    return Span(min(start, p.span.start), p.span.end)


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
        noun = next((w for w in need.words if used.head.endswith(w)), need.words[0])
        pair = _PAIRS.get(need.particle)
        words.append(attach(noun, pair) if pair else noun + need.particle)
    return " ".join((*words, verb + "다"))
