"""Where or on what occasion something was said, and to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.reporting import cue_at
from sagwan.extract.statements.source import DATED
from sagwan.extract.statements.stream import PREDICATE, QUOTE
from sagwan.korean.particle import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream
    from sagwan.lexicon.schema.cue import Channel

# The day of saying behind a subject: 8일, 이날, 지난 5일(현지시간) 오전, 지난달 25일. What is yet to come (오는 8일) is
# no such day, nor one with an hour, which tells of what will be.
DAY = re.compile(
    r"(?:이날|전날|당일|며칠\s?전|얼마\s?전|(?:지난달|이달|지난)?\s?(?:\d+월\s?)?\d+일)(?:\s?\([^)]*\))?"
    r"(?:\s(?:오전|오후|새벽|밤|저녁))?(?!\s\d+시),?\s+(?!(?:오전|오후)?\s?\d+시|(?:자정|정오|새벽|오전|오후|밤|낮|저녁)(?:까지|부터))"
)
_SAME = re.compile(r"(?:이|그|저|같은) (?:자리|현장|곳)")  # 이 자리에서: a place named before, if any
TO_COME = re.compile(r"(?:다음|차기|향후|오는|내달|내년)\s")  # 다음 회의에서: nothing has been said there yet
_AFTER_DEED = re.compile(r".*(?:^|\s)(?:전날|당일|직전|직후|이후|뒤|후|당시)\s")
_THROUGH = ("통하", "빌리", "이용하")
_LONGEST = 24
_SHORTLY = 4  # tokens that may stand between an outlet and what is told it: 한빛일보에 8일 밝혔다


@dataclass(frozen=True, slots=True)
class Occasion:
    """A phrase that says where: tokens [first, end) and the words that name the place. `done`: what is done there
    stands with it (설명회를 열고), which may as well be part of what will be done. `vague`: it says less than a place
    named before it (페이스북에 글을 올려).
    """

    first: int
    end: int
    span: Span
    name: str
    done: bool = False
    vague: bool = False


def occasions(stream: Stream, who: NameIndex, book: Book) -> list[Occasion]:
    """The channels and occasions named in the reporter's own words, in order."""
    return list(_occasions(stream, who, book))


def _occasions(stream: Stream, who: NameIndex, book: Book) -> Iterator[Occasion]:
    tokens = stream.tokens
    for i in range(1, len(tokens)):
        if not tokens[i].tag.startswith("JK") or stream.begins_word(i) or tokens[i - 1].tag == QUOTE:
            continue
        if not (marked := _marked(stream, i)):
            continue
        first = phrase_start(stream, i, who)
        if TO_COME.match(stream.chars, tokens[first].start) or _SAME.match(stream.chars, tokens[first].start):
            continue
        entry = _entry(stream, first, i, book) if first < i else None
        if entry and (marked.particle in entry.particles or marked.verb in entry.acts):
            whole = entry.with_name or stream.marks_at(tokens[i - 1].start) is not None
            place = _occasion(stream, first, i, marked.end, with_name=whole, who=who)
            place = _met(stream, place) if entry.met else place
            done = bool(marked.verb) and not entry.met and "에" not in entry.particles  # not 성명을 내고
            yield replace(place, done=done, vague=entry.vague)
        elif first < i and marked.verb in book.appearing and stream.tokens[marked.end - 1].tag == "EC":
            yield _occasion(stream, first, i, marked.end, with_name=True, who=who)
        elif (
            not marked.verb
            and marked.particle in ("에", "을 통해")
            and (outlet := _told_outlet(stream, range(first, i), marked.end, who, book))
        ):
            yield Occasion(first, marked.end, outlet, stream.chars[outlet.start : outlet.end])


@dataclass(frozen=True, slots=True)
class _Marked:
    """How a phrase is marked: its particle in canonical form (을 통해 as one), the verb right behind it that ends in
    an ending that goes on (기자회견|을 열|고, 방송|에 출연하|여), and the token behind both.
    """

    particle: str
    verb: str
    end: int


def _marked(stream: Stream, i: int) -> _Marked | None:
    """How the particle at token `i` marks the phrase before it, where it is one that a place can take."""
    tokens = stream.tokens
    form = canonical(tokens[i].form)
    if form == "을" and i + 1 < len(tokens) and tokens[i + 1].form in _THROUGH:
        return _Marked("을 통해", "", stream.ending(i + 1).at + 1)
    behind = i + 1
    if behind < len(tokens) and tokens[behind].tag == "JX" and not stream.begins_word(behind):
        behind += 1
    elif form in ("을", "에", "과") and (verb := _verb_behind(stream, behind)):
        ending = stream.ending(verb)
        if ending.tag == "EC" or (ending.tag == "ETM" and form != "을"):
            return _Marked(form, stream.stem(verb), ending.at + 1)
    return _Marked("에서" if form == "서" else form, "", behind)


def _verb_behind(stream: Stream, i: int) -> int:
    """The predicate of the word that begins at token `i`, else 0."""
    end = stream.word_end(i) if i < len(stream.tokens) else i
    return next((k for k in range(i, end) if stream.tokens[k].tag in PREDICATE), 0)


def _met(stream: Stream, place: Occasion) -> Occasion:
    """기자들과 만나: the people with what is done with them."""
    verb = next(i for i in range(place.end - 1, place.first, -1) if stream.tokens[i].tag in PREDICATE)
    span = Span(place.span.start, stream.tokens[verb].end)
    return replace(place, span=span, name=stream.chars[span.start : span.end])


def _told_outlet(stream: Stream, phrase: range, end: int, who: NameIndex, book: Book) -> Span | None:
    """한빛일보에 말했다, 한빛일보를 통해 밝혔다: the outlet that the tokens of `phrase` name and that somebody tells
    something, right before the words or the reporting words, which begin at token `end`.
    """
    tokens = stream.tokens
    span = _outlet(stream, phrase, who, book) if phrase else None
    if span is None or (end < len(tokens) and tokens[end].tag == QUOTE):
        return span
    verb = next((k for k in range(end, min(end + _SHORTLY - 1, len(tokens))) if tokens[k].tag in PREDICATE), None)
    cue = cue_at(stream, verb, book) if verb is not None else None
    return span if cue is not None and cue[1].way in ("say", "relay") else None


def _outlet(stream: Stream, phrase: range, who: NameIndex, book: Book) -> Span | None:
    """The outlet whose name ends a phrase; what is in marks there is one (‘남쪽 소리’에)."""
    first, last = stream.tokens[phrase[0]], stream.tokens[phrase[-1]]
    if last.tag in ("SSC", "SS") and (marked := stream.marks_at(last.start)):
        return Span(marked.start + 1, marked.end - 1)
    named = who.between(first.start, last.end)
    if not named or named[-1][0].end != last.end or named[-1][1].kind is Kind.PERSON:
        return None
    span, entity = named[-1]
    if not book.outlets.isdisjoint((entity.name, *entity.aliases)):
        return span
    entry = book.source(stream.chars[span.start : span.end])
    return span if entry is not None and entry.kind == "outlet" else None


def _entry(stream: Stream, first: int, end: int, book: Book) -> Channel | None:
    """What the lexicon says of the word at the end of the phrase."""
    last = end - 1 - (stream.tokens[end - 1].form == "등")
    while (
        last > first and stream.tokens[last].tag in ("SSC", "SL", "SP", "SSO") and stream.tokens[last].form in ")(’'”\""
    ):
        last -= 1
    for i in range(last, first - 1, -1):
        word = stream.chars[stream.tokens[i].start : stream.tokens[last].end]
        entry = book.channels.get(word) or book.channels.get(word.replace(" ", ""))
        if entry:
            return entry
        if len(word) > _LONGEST:
            break
    marks = stream.marks_at(stream.tokens[end - 1].start)
    if marks and (before := stream.after(marks.start)) > first:
        return _entry(stream, first, before, book)  # 유튜브 채널 ‘아침의 창’에서
    opening = stream.chars.rfind("(", 0, stream.tokens[last].end)
    inside = opening > stream.tokens[first].start  # 소셜미디어 엑스(X)에
    return book.channels.get(stream.chars[opening + 1 : stream.tokens[last].end].strip("() ")) if inside else None


def _occasion(stream: Stream, first: int, i: int, end: int, *, with_name: bool, who: NameIndex) -> Occasion:
    tokens = stream.tokens
    span = Span(_after_of(stream, first, i), tokens[i - 1].end)
    if with_name:
        partner = _partner(stream, first, i, who)
        if partner and stream.chars[partner.end - 1] != "들":  # 언론들과의 통화
            return Occasion(stream.after(partner.start), end, partner, stream.chars[partner.start : partner.end])
    span = _undated(stream.chars, span)
    return Occasion(first, end, span, stream.chars[span.start : span.end])


def _undated(chars: str, span: Span) -> Span:
    """The place without the day or the deed before it: 지난달 8일 |브리핑, 출마 선언 뒤 |페이스북."""
    for pattern in (_AFTER_DEED, DATED):
        dated = pattern.match(chars, span.start, span.end)
        if dated and dated.end() < span.end:
            span = Span(dated.end(), span.end)
    return span


def _after_of(stream: Stream, first: int, end: int) -> int:
    """The first character behind the last 의 of the phrase (자신의 페이스북)."""
    for i in range(end - 1, first - 1, -1):
        if stream.tokens[i].tag == "JKG":
            return stream.tokens[i + 1].start
    return stream.tokens[first].start


def _partner(stream: Stream, first: int, end: int, who: NameIndex) -> Span | None:
    """The outlet of an interview: 한빛일보와의 인터뷰, 한빛방송과 인터뷰, 한빛일보 인터뷰; with its programme."""
    tokens = stream.tokens
    for i in range(end - 1, max(first - 3, 0), -1):
        if tokens[i].tag in ("JC", "JKB") and canonical(tokens[i].form) in ("과", "랑"):
            begin = phrase_start(stream, i, who)
            if begin < i and not who.between(tokens[i].end, tokens[end - 1].end):  # not 한서린과 도경우 사이 통화
                return _named_place(stream, begin, i, who, last=True)
    inside = [pair for pair in who.between(tokens[first].start, tokens[end - 1].end) if pair[1].kind is not Kind.PERSON]
    marks = stream.marks_at(tokens[end - 1].start)
    return _named_place(stream, first, end, who, last=False) if inside or marks else None


def _named_place(stream: Stream, first: int, end: int, who: NameIndex, *, last: bool) -> Span:
    """The name in the phrase of tokens [first, end), its first or its last; all of it where it ends in marks."""
    marks = stream.marks_at(stream.tokens[end - 1].start)
    until = stream.after(marks.start) if marks else end
    begin = _after_of(stream, first, until) if first < until else stream.tokens[first].start
    span = _undated(stream.chars, Span(begin, stream.tokens[end - 1].end))
    if marks:
        return Span(min(span.start, marks.start), marks.end)
    named = [pair for pair in who.between(stream.tokens[first].start, span.end) if pair[1].kind is not Kind.PLACE]
    return named[-1 if last else 0][0] if named else span


def addressee(stream: Stream, limit: int, who: NameIndex) -> str | None:
    """The entity that the words are said to: 도경우 의원에게, 도경우 의원을 향해; not the place of 가람시 주민에게."""
    tokens = stream.tokens
    for i in range(limit - 1, 0, -1):
        form = tokens[i].form
        towards = form in ("을", "를") and i + 1 < len(tokens) and tokens[i + 1].form == "향하"
        if tokens[i].tag.startswith("JK") and (form in ("에게", "께", "한테") or towards):
            first = phrase_start(stream, i, who)
            named = who.between(tokens[first].start, tokens[i].start) if first < i else []
            if named and (named[-1][1].kind is not Kind.PLACE or named[-1][0].end == tokens[i].start):
                return named[-1][1].id
    return None
