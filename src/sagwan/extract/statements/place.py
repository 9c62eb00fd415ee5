"""Where or on what occasion something was said, and to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.statements.source import DATED, phrase_start
from sagwan.extract.statements.stream import QUOTE
from sagwan.korean.particle import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream

# The day of saying behind a subject: 8일, 이날, 지난 5일(현지시간) 오전, 지난달 25일. What is yet to come (오는 8일) is
# no such day, nor one with an hour, which tells of what will be.
DAY = re.compile(
    r"(?:이날|전날|당일|(?:지난달|이달|지난)?\s?(?:\d+월\s?)?\d+일)(?:\s?\([^)]*\))?"
    r"(?:\s(?:오전|오후|새벽|밤|저녁))?(?!\s\d+시),?\s+(?!(?:오전|오후)?\s?\d+시)"
)
_THROUGH = ("통하", "빌리", "이용하")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Occasion:
    """A phrase that says where: tokens [first, end), the words that name the place, and whether they name a person's
    own channel (자신의 페이스북).
    """

    first: int
    end: int
    span: Span
    name: str


def occasions(stream: Stream, who: NameIndex, book: Book) -> list[Occasion]:
    """The channels and occasions named in the reporter's own words, in order."""
    return list(_occasions(stream, who, book))


def _occasions(stream: Stream, who: NameIndex, book: Book) -> Iterator[Occasion]:
    tokens = stream.tokens
    for i in range(1, len(tokens)):
        if not tokens[i].tag.startswith("JK") or stream.begins_word(i) or tokens[i - 1].tag == QUOTE:
            continue
        end, particle = _particle(stream, i)
        if not particle:
            continue
        first = phrase_start(stream, i, who)
        word = _channel_word(stream, first, i, book)
        if word and particle in word[1]:
            yield _occasion(stream, first, i, end, with_name=word[2], who=who)


def _particle(stream: Stream, i: int) -> tuple[int, str]:
    """The particle at token `i` in its canonical form, 을 통해 as one, and the token behind it."""
    tokens = stream.tokens
    form = canonical(tokens[i].form)
    if form == "을" and i + 1 < len(tokens) and tokens[i + 1].form in _THROUGH:
        return stream.ending(i + 1).at + 1, "을 통해"
    behind = i + 1
    if behind < len(tokens) and tokens[behind].tag == "JX" and not stream.begins_word(behind):
        behind += 1
    return behind, "에서" if form == "서" else form


def _channel_word(stream: Stream, first: int, end: int, book: Book) -> tuple[str, tuple[str, ...], bool] | None:
    """The channel's word at the end of the phrase, with its particles and whether a name goes before it."""
    last = end - 1
    while (
        last > first and stream.tokens[last].tag in ("SSC", "SL", "SP", "SSO") and stream.tokens[last].form in ")(’'”\""
    ):
        last -= 1
    word = ""
    for i in range(last, first - 1, -1):
        word = stream.chars[stream.tokens[i].start : stream.tokens[last].end]
        entry = book.channels.get(word) or book.channels.get(word.replace(" ", ""))
        if entry:
            return word, entry.particles, entry.with_name
        if len(word) > _LONGEST:
            break
    opening = stream.chars.rfind("(", 0, stream.tokens[last].end)
    if opening > stream.tokens[first].start:  # 소셜미디어 엑스(X)에
        inner = stream.chars[opening + 1 : stream.tokens[last].end].strip("() ")
        entry = book.channels.get(inner)
        if entry:
            return inner, entry.particles, entry.with_name
    return None


def _occasion(stream: Stream, first: int, i: int, end: int, *, with_name: bool, who: NameIndex) -> Occasion:
    tokens = stream.tokens
    span = Span(_after_of(stream, first, i), tokens[i - 1].end)
    if with_name:
        partner = _partner(stream, first, i, who)
        if partner:
            return Occasion(stream.after(partner.start), end, partner, stream.chars[partner.start : partner.end])
    dated = DATED.match(stream.chars, span.start, span.end)
    if dated and dated.end() < span.end:
        span = Span(dated.end(), span.end)
    return Occasion(first, end, span, stream.chars[span.start : span.end])


def _after_of(stream: Stream, first: int, end: int) -> int:
    """The first character behind the last 의 of the phrase (자신의 페이스북)."""
    for i in range(end - 1, first - 1, -1):
        if stream.tokens[i].tag == "JKG":
            return stream.tokens[i + 1].start
    return stream.tokens[first].start


def _partner(stream: Stream, first: int, end: int, who: NameIndex) -> Span | None:
    """The outlet of an interview: 한빛일보와의 인터뷰, 한빛방송과 인터뷰, 한빛일보 인터뷰."""
    tokens = stream.tokens
    for i in range(end - 1, max(first - 3, 0), -1):
        if tokens[i].tag in ("JC", "JKB") and canonical(tokens[i].form) in ("과", "랑"):
            begin = phrase_start(stream, i, who)
            if begin < i:
                named = who.between(tokens[begin].start, tokens[i - 1].end)
                named = [pair for pair in named if pair[1].kind is not Kind.PLACE]
                return named[-1][0] if named else Span(_after_of(stream, begin, i), tokens[i - 1].end)
    inside = who.between(tokens[first].start, tokens[end - 1].end)
    return inside[0][0] if inside else None


def addressee(stream: Stream, limit: int, who: NameIndex) -> str | None:
    """The entity that the words are said to: 도경우 의원에게, 도경우 의원을 향해."""
    tokens = stream.tokens
    for i in range(limit - 1, 0, -1):
        form = tokens[i].form
        towards = form in ("을", "를") and i + 1 < len(tokens) and tokens[i + 1].form == "향하"
        if tokens[i].tag.startswith("JK") and (form in ("에게", "께", "한테") or towards):
            first = phrase_start(stream, i, who)
            named = who.between(tokens[first].start, tokens[i].start) if first < i else []
            if named:
                return named[-1][1].id
    return None
