"""The phrases of a sentence that are marked as the one who acts: topics, subjects, and a pronoun that opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.source import Source, source_of
from sagwan.extract.statements.stream import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream

_PARTICLE = re.compile(r"[은는이가](?=\s)")
_MARKING = frozenset({"JX", "JKS", "JKB", "MAG", "MAJ"})
_NO_HEAD = frozenset(
    {"수", "것", "거", "바", "줄", "점", "때", "데", "뿐", "지", "적", "등지", "자신", "본인", "스스로"}
)


class Subject(Struct, frozen=True):
    """A phrase marked as topic (은/는), subject (이/가) or otherwise as the one who acts, at tokens [first, end).

    `adds`: marked with 도, which leaves open what it would be without it.
    """

    source: Source
    first: int
    end: int
    topic: bool
    adds: bool = False


def subjects(stream: Stream, who: NameIndex, book: Book) -> list[Subject]:
    """The phrases that may say something, in order."""
    found = list(_subjects(stream, who, book))
    if stream.tokens:
        found += [subject for subject in _cut(stream, who) if all(subject.end != other.end for other in found)]
        found.sort(key=lambda subject: subject.first)
    return found


def bare_subject(stream: Stream, book: Book) -> Source | None:
    """누군가 말했다: a pronoun that opens the sentence and acts in it without any particle."""
    if not stream.tokens or stream.tokens[0].tag != "NP":
        return None
    span = Span(stream.tokens[0].start, stream.tokens[stream.word_end(0) - 1].end)
    entry = book.sources.get(stream.chars[span.start : span.end])
    return Source(entry.kind, span, label=stream.chars[span.start : span.end]) if entry else None


def _cut(stream: Stream, who: NameIndex) -> Iterator[Subject]:
    """Names that the analyser took for other words, so that no particle stands behind them (김비|오는)."""
    tokens = stream.tokens
    for span, entity in who.between(tokens[0].start, tokens[-1].end):
        particle = _PARTICLE.match(stream.chars, span.end)
        if entity.kind not in (Kind.PERSON, Kind.ORG) or not particle:
            continue
        first, end = stream.after(span.start), stream.after(particle.end())
        inside = first < len(tokens) and tokens[first].start == span.start and tokens[first].tag != QUOTE
        if inside and tokens[end - 1].tag in ("ETM", "EC", "EF", "VCP") and tokens[end - 1].end == particle.end():
            yield Subject(Source(entity.kind.value, span, entity.id), first, end, topic=particle[0] in "은는")


def _subjects(stream: Stream, who: NameIndex, book: Book) -> Iterator[Subject]:
    tokens = stream.tokens
    for i, token in enumerate(tokens):
        marks = _marks(stream, i) if token.tag in _MARKING and i else None
        if marks is None or tokens[i - 1].tag.startswith("J") or tokens[i - 1].form in _NO_HEAD:
            continue
        first = phrase_start(stream, i, who)
        if first < i:
            source = source_of(stream, first, i, who, book)
            # 에서는 marks a speaker only where a house or a group is one (업계에서는)
            if marks == "all" and source.sort not in ("group", "person", "unnamed", "body"):
                continue  # 여야 의원 모두, not 창문 모두
            house = source.sort in ("group", "body", "side") or (
                source.sort == "org" and _is_head(stream, i, source, book)
            )
            if token.tag != "JKB" or house:
                yield Subject(source, first, i + 1 + (token.tag == "JKB"), marks == "topic", token.form == "도")


def _is_head(stream: Stream, i: int, source: Source, book: Book) -> bool:
    """Whether the phrase before token `i` is the house itself: 누리전자에서는, 누리전자 측에서는; not 경찰 조사에서."""
    last = stream.tokens[i - 1]
    return source.span.end >= last.end or book.sources.get(last.form) is not None


def _marks(stream: Stream, i: int) -> str | None:
    """`topic`, `subject` or `all` where token `i` marks one: 은/는, 도, 에서는, 역시; 이/가, 께서; 모두."""
    token = stream.tokens[i]
    if token.tag in ("MAG", "MAJ"):
        return {"역시": "topic", "또한": "topic", "모두": "all"}.get(token.form)
    if stream.begins_word(i):
        return None
    if token.tag == "JX":
        return "topic" if token.form in ("은", "는", "ᆫ", "도") else None
    if token.tag == "JKS":
        return "subject" if token.form in ("이", "가", "께서", "서") else None
    behind = stream.tokens[i + 1] if i + 1 < len(stream.tokens) else token
    house = token.form in ("에서", "서") and behind.tag == "JX" and behind.form in ("는", "도", "ᆫ")
    return "topic" if house else None
