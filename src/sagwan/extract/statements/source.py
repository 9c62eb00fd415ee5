"""Who may be speaking: the noun phrases of a sentence that a subject's particle marks, and whom they mean."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.statements.stream import NOUN, QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.core.entity import Entity
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream

_JOINED = re.compile(r"(?:\([^)]*\))?(?:와|과|\s?및)\s|[·ㆍ,/]")
_PARTICLE = re.compile(r"[은는이가](?=\s)")
_SPOKESMAN = re.compile("대변인|공보|홍보")
_NO_HEAD = frozenset(
    {"수", "것", "거", "바", "줄", "점", "때", "데", "뿐", "지", "적", "등지", "자신", "본인", "스스로"}
)
_DEMONSTRATIVE = frozenset({"이", "그", "해당", "같은", "동", "이들"})


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who may speak: an entity, a label for one without a name, or both unknown (a pronoun).

    `sort` is the entity's kind, or the kind of the source word (`unnamed`, `group`, `pronoun` …), or `other`.
    """

    sort: str
    span: Span
    entity: str | None = None
    label: str | None = None
    behalf: str | None = None
    candidates: tuple[str, ...] = ()
    again: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it is somebody who can say something; a country can (러시아가 경고했다)."""
        return self.sort != "other"


@dataclass(frozen=True, slots=True)
class Subject:
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
        if i == 0 or (stream.begins_word(i) and token.tag not in ("MAG", "MAJ")):
            continue
        topic = token.tag == "JX" and token.form in ("은", "는", "ᆫ", "도")
        if token.tag == "JKB" and token.form in ("에서", "서") and i + 1 < len(tokens):
            topic = tokens[i + 1].form in ("는", "는", "도") and tokens[i + 1].tag == "JX"
            if not topic:
                continue
        elif token.tag in ("MAG", "MAJ") and token.form in ("역시", "또한"):
            topic = True
        elif not topic and not (token.tag == "JKS" and token.form in ("이", "가", "께서", "서")):
            continue
        if tokens[i - 1].tag.startswith("J") or tokens[i - 1].form in _NO_HEAD:
            continue
        first = phrase_start(stream, i, who)
        if first < i:
            source = source_of(stream, first, i, who, book)
            if token.tag != "JKB" or source.sort in ("org", "group", "body", "side"):
                yield Subject(source, first, i + 1 + (token.tag == "JKB"), topic, token.form == "도")


def phrase_start(stream: Stream, end: int, who: NameIndex) -> int:
    """The token at which the noun phrase begins that ends before token `end`; brackets belong to it."""
    tokens = stream.tokens
    i = end
    while i > 0:
        tag = tokens[i - 1].tag
        if tag == "SSC" and (opening := _opening(stream, i - 1)) is not None:
            i = opening
        elif tag in NOUN or tag in ("JKG", "JC", "SP", "SW", "SO", "SS", "SSO", "SSC") or _old(tokens[i - 1].form, tag):
            i -= 1
        elif tag != QUOTE and (at := _name_start(who, tokens[i - 1].start)) is not None:
            i = min(i - 1, stream.after(at))
        else:
            break
    while i < end and tokens[i].tag in ("JKG", "JC", "SP", "SO", "SSC"):
        i += 1
    return i


def _name_start(who: NameIndex, at: int) -> int | None:
    """Where the name begins that covers character `at`: a name may hold a verb (바로세우기 연대)."""
    return next((span.start for span, _ in who.between(max(0, at - 40), at + 1) if at in span), None)


def _old(form: str, tag: str) -> bool:
    return tag == "MM" and (form in _DEMONSTRATIVE or form in ("전", "현", "신", "한", "양", "두", "여러", "각", "부"))


def _opening(stream: Stream, at: int) -> int | None:
    """The opening bracket of the closing one at token `at`."""
    for i in range(at - 1, max(-1, at - 30), -1):
        if stream.tokens[i].tag == "SSO" and stream.tokens[i].form in "([（":
            return i if stream.tokens[at].form in ")]）" else None
        if stream.tokens[i].tag == QUOTE:
            return None
    return None


def source_of(stream: Stream, first: int, end: int, who: NameIndex, book: Book) -> Source:
    """Whom the noun phrase of tokens [first, end) means."""
    parts = _last_parts(stream, first, end)
    last = parts[-1]
    span = Span(stream.tokens[last[0]].start, stream.tokens[last[-1]].end)
    whole = Span(stream.tokens[first].start, span.end)
    mentions = [pair for pair in _within(who, span) if _outside_brackets(stream, last, pair[0])]
    head = _head(stream, last)
    word = book.source(head)
    if word and word.kind == "unnamed":
        return _unnamed(stream, whole, span, mentions or list(_within(who, whole)), again=_again(stream, last))
    if word and word.kind == "side" and mentions:
        span_, entity = mentions[-1]
        if entity.kind is Kind.PERSON:
            return Source("side", span, label=stream.chars[whole.start : whole.end], behalf=entity.id)
        return Source(entity.kind.value, span_, entity.id)
    if mentions:
        return _named(stream, span, whole, mentions, word.kind if word else None)
    if word and word.kind == "pronoun":
        return Source("pronoun", span, label=stream.chars[span.start : span.end])
    label = stream.chars[whole.start : whole.end]
    before = _within(who, whole)
    behalf = before[-1][1].id if before else None
    if word:
        return Source(word.kind, span, label=label, behalf=behalf, again=_again(stream, last))
    return Source("other", span, label=label)


def _within(who: NameIndex, span: Span) -> list[tuple[Span, Entity]]:
    return [pair for pair in who.between(span.start, span.end) if pair[0].end <= span.end]


def _again(stream: Stream, tokens: Sequence[int]) -> bool:
    """Whether a demonstrative points back (이 관계자, 해당 매체)."""
    return stream.tokens[tokens[0]].form in _DEMONSTRATIVE and len(tokens) > 1


def _last_parts(stream: Stream, first: int, end: int) -> list[list[int]]:
    """The tokens of the phrase without what stands in brackets, cut at 의."""
    parts: list[list[int]] = [[]]
    depth = 0
    for i in range(first, end):
        token = stream.tokens[i]
        if token.tag == "SSO" and token.form in "([（":
            depth += 1
        elif token.tag == "SSC" and token.form in ")]）":
            depth = max(0, depth - 1)
        elif depth == 0:
            if token.tag == "JKG":
                parts.append([])
            else:
                parts[-1].append(i)
    return [part for part in parts if part] or [[end - 1]]


def _outside_brackets(stream: Stream, tokens: Sequence[int], span: Span) -> bool:
    return any(span.start <= stream.tokens[i].start < span.end for i in tokens)


def _head(stream: Stream, tokens: Sequence[int]) -> str:
    """The last word of the phrase as it stands, without brackets and quotation marks."""
    last = tokens[-1]
    first = last
    while first - 1 in tokens and not stream.begins_word(first):
        first -= 1
    kept = [i for i in tokens if first <= i <= last and stream.tokens[i].tag not in ("SSO", "SSC", "SP")]
    return stream.chars[stream.tokens[kept[0]].start : stream.tokens[kept[-1]].end] if kept else ""


def _unnamed(
    stream: Stream, whole: Span, span: Span, mentions: Sequence[tuple[Span, Entity]], *, again: bool
) -> Source:
    behalf = mentions[-1][1].id if mentions else None
    return Source("unnamed", span, label=stream.chars[whole.start : whole.end], behalf=behalf, again=again)


def _named(
    stream: Stream, span: Span, whole: Span, mentions: Sequence[tuple[Span, Entity]], word: str | None
) -> Source:
    """The phrase holds names: the person in it, else its organisation; those joined by 와 or · speak together."""
    together = _together(stream, span, mentions)
    if together:
        at, entity = together[0]
        return Source(entity.kind.value, at, entity.id, candidates=tuple(dict.fromkeys(e.id for _, e in together)))
    people = [pair for pair in mentions if pair[1].kind is Kind.PERSON]
    orgs = [pair for pair in mentions if pair[1].kind is Kind.ORG]
    label = stream.chars[whole.start : whole.end]
    rest = stream.chars[mentions[-1][0].end : span.end].strip()
    if people and (word not in ("body", "group") or rest.endswith("팀")):
        at, entity = people[-1]
        spokesman = orgs and _SPOKESMAN.search(stream.chars[whole.start : whole.end])
        return Source("person", at, entity.id, behalf=orgs[-1][1].id if spokesman else None)
    if orgs and word in ("person", "group") and rest:
        return Source(word, span, label=label, behalf=orgs[-1][1].id)
    if orgs and not _runs_on(rest, stream.chars[mentions[-1][0].end], word):
        at, entity = orgs[-1]
        return Source("org", at, entity.id)
    if word:
        return Source(word, span, label=label)
    at, entity = mentions[-1]
    if entity.kind is Kind.PLACE and not rest:
        return Source("place", at, entity.id)
    return Source("other", span, label=label)


def _runs_on(rest: str, next_: str, word: str | None) -> bool:
    """Whether the name is only the first part of a longer word (공수처|법, 민주당|원)."""
    return bool(rest) and not next_.isspace() and next_ not in "()\"'”’" and word not in ("side", "body", "paper")


def _together(stream: Stream, span: Span, mentions: Sequence[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
    """The names of a row (한서린 대표와 도경우 의원, 누리일보·한빛일보 등), else nothing."""
    joined = [mentions[0]]
    for before, after in itertools.pairwise(mentions):
        between = stream.chars[before[0].end : after[0].start]
        if _JOINED.search(between) and before[1].kind is after[1].kind and before[1].id != after[1].id:
            joined.append(after)
    tail = _JOINED.search(stream.chars[mentions[0][0].end : span.end])
    return joined if len(joined) > 1 or (tail and tail.start() == 0) else []
