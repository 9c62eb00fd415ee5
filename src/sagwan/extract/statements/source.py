"""Who may be speaking: noun phrases, and whom they mean."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.statements.phrase import DEMONSTRATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.entity import Entity
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream

_JOINED = re.compile(r"(?:\([^)]*\))?(?:와|과|\s?및)\s|[·ㆍ,/]")
_ASIDE = re.compile(r"\([^)]*\)")  # 누리밴드(한서린, 도경우) 소속사
_CLOSING = "()\"'”’"
# Days and hours that stand before a place or a name
DATED = re.compile(
    r"(?:(?:달(?=\s\d)|(?:등|이날|전날|당일|같은\s날|지난|지난달|이달|지난해|올해|당시|오는|최근|같은|몇\s[일주달]간|오전|오후|저녁|아침|새벽|밤|직후|뒤|후|날|해)(?=[\s\d(])"
    r"|\d+[년월일시분]|\([^)]*\))\s?)+"
)
_SURNAMED = re.compile(r"([가-힣]) [가-힣]{2,}$")
_SPOKESMAN = re.compile("대변인|공보|홍보")
_OPENING = 3  # tokens of a connector that a phrase may begin in: 이/NP 와/JKB |관련
_HOUSE_AND_MORE = 2  # words
_ONE = frozenset({"그", "그녀", "본인", "자신"})
_SEVERAL = frozenset({"이들", "그들", "저들"})


class Source(Struct, frozen=True):
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
    def singular(self) -> bool:
        """Whether it is a pronoun for one person: 그, 그녀, 본인."""
        return self.sort == "pronoun" and self.label in _ONE

    @property
    def several(self) -> bool:
        """Whether it is a pronoun for more than one: 이들, 그들."""
        return self.sort == "pronoun" and self.label in _SEVERAL

    @property
    def plural(self) -> bool:
        """Whether it is told of as several without names: 연구원들."""
        return self.entity is None and (self.label or "").endswith("들")

    @property
    def speaks(self) -> bool:
        """Whether it is somebody who can say something; a country can (러시아가 경고했다)."""
        return self.sort != "other"


def source_of(stream: Stream, first: int, end: int, who: NameIndex, book: Book) -> Source:
    """Whom the noun phrase of tokens [first, end) means; the first rule that knows decides."""
    phrase = _read(stream, first, end, who, book)
    for rule in (_unnamed, _side, _together, _person, _described, _organisation, _pronoun, _common, _medium, _country):
        source = rule(phrase)
        if source:
            return _called(source, who, book) or source
    return Source("other", phrase.span, label=phrase.text)


def _called(source: Source, who: NameIndex, book: Book) -> Source | None:
    """도 대표: the one person named so far who has this surname, where the names' reading did not see it."""
    label = source.label or ""
    person = source.sort == "person" or label.endswith(book.doubtful)
    surname = _SURNAMED.match(label) if person and not source.entity else None
    if surname is None:
        return None
    before = (e for _, e in who.between(0, source.span.start) if e.kind is Kind.PERSON and " " not in e.name)
    named = {e.id for e in before if len(e.name) > 1 and e.name[0] == surname[1]}
    return Source("person", source.span, named.pop()) if len(named) == 1 else None


class _Phrase(Struct, frozen=True):
    """A noun phrase: `text` in full, `span` its part behind the last 의, the names in that part and in all of it.

    `kind` is what the lexicon says of `called`, its last word or all of it; `rest` what stands behind the last name,
    `glued` that this stands in one word with the name, `again` that a demonstrative points back (이 관계자, 해당 매체).
    """

    text: str
    span: Span
    mentions: tuple[tuple[Span, Entity], ...]
    named: tuple[tuple[Span, Entity], ...]
    kind: str | None
    rest: str
    glued: bool
    again: bool
    part: str
    called: str
    near: bool
    medium: bool

    def last(self, kind: Kind) -> tuple[Span, Entity] | None:
        """The last name of this kind."""
        return next((pair for pair in reversed(self.mentions) if pair[1].kind is kind), None)


def _read(stream: Stream, first: int, end: int, who: NameIndex, book: Book) -> _Phrase:
    chars = stream.chars
    last = _last_part(stream, first, end, who)
    span = Span(stream.tokens[last[0]].start, stream.tokens[last[-1]].end)
    whole = Span(stream.tokens[first].start, span.end)
    if stream.tokens[first].tag in ("SN", "NNG", "SSO"):
        span, whole = _undated(chars, span), _undated(chars, whole)
    if first <= _OPENING:
        begin = stream.tokens[0].start
        span, whole = _unopened(chars, span, begin, book), _unopened(chars, whole, begin, book)
    named = tuple(pair for pair in who.between(whole.start, whole.end) if pair[0].end <= whole.end)
    inside = {stream.tokens[i].start for i in last}
    mentions = tuple(p for p in named if p[0].start >= span.start and any(at in p[0] for at in inside))
    mentions = _without_seat(chars, tuple(p for p in mentions if not _within_title(stream, p[0], span)))
    behind = chars[mentions[-1][0].end : span.end] if mentions else ""
    # 안 군은, and not the army; 한서린 누리시장은, and no market
    title = behind.strip() in book.addresses or (behind[:1] == " " and behind.endswith(book.doubtful))
    addressed = title and mentions[-1][1].kind is Kind.PERSON
    head, part = _head(stream, last), chars[span.start : span.end]
    ends = book.source(head)
    word = None if addressed else ends or book.sources.get(part)  # 두 사람
    closing = stream.tokens[last[-1]]
    someone = not mentions and len(last) > 1 and closing.tag == "NNB" and closing.form in book.addresses  # 서 씨
    house = _pointed_house(stream, last, book)
    if house and not mentions:
        span = Span(stream.tokens[house].start, span.end)
        whole = Span(max(whole.start, span.start), span.end)
    return _Phrase(
        text=chars[whole.start : whole.end],
        span=span,
        mentions=mentions,
        named=named,
        kind="person" if someone else word.kind if word else None,
        rest=behind.strip(),
        glued=bool(behind) and not behind[0].isspace() and behind[0] not in _CLOSING,
        again=not house and len(last) > 1 and stream.tokens[last[0]].form in DEMONSTRATIVE,
        part=chars[span.start : span.end],
        called=head if ends else part,
        near=word is not None and word.near,
        medium=not mentions and closing.tag in ("NNP", "SL") and _is_medium(chars[span.start : span.end], book),
    )


def _within_title(stream: Stream, name: Span, phrase: Span) -> bool:
    """‘한서린 바로 알기’ 운영자: a name that is only part of what stands in marks, with more behind them."""
    marks = stream.marks_at(name.start)
    return marks is not None and marks.end < phrase.end and len(marks) > len(name) + 2


def _is_medium(part: str, book: Book) -> bool:
    """Whether the word before the last one says that it is one of the media."""
    entry = book.source(words[-2]) if len(words := part.split()) > 1 else None
    return entry is not None and entry.kind == "outlet"


def _without_seat(chars: str, mentions: tuple[tuple[Span, Entity], ...]) -> tuple[tuple[Span, Entity], ...]:
    """Without the place or body whose name only begins the title behind a person's: 한서린 |누리|시장, |누리시|장."""
    if len(mentions) < _HOUSE_AND_MORE or mentions[-2][1].kind is not Kind.PERSON:
        return mentions
    (holder, person), (seat, entity) = mentions[-2:]
    glued = chars[seat.end : seat.end + 1].isalnum() and chars[holder.end : seat.start] == " "
    titled = entity.kind is Kind.PLACE or any(role.span.covers(seat) for role in person.roles)
    return mentions[:-1] if glued and titled else mentions


def _undated(chars: str, span: Span) -> Span:
    """The phrase without the day before it: 29일 |정부는."""
    dated = DATED.match(chars, span.start, span.end)
    return Span(dated.end(), span.end) if dated and dated.end() < span.end else span


def _unopened(chars: str, span: Span, begin: int, book: Book) -> Span:
    """The phrase without the connector that opens its sentence at `begin`: 반면 |변호인은, 이와 관련 |서 씨는."""
    words = chars[begin : span.end].split()
    count, _ = book.opens(words)
    if not 0 < count < len(words):
        return span
    behind = chars.index(words[count], begin + sum(map(len, words[:count])))
    return Span(max(span.start, behind), span.end)


def _pointed_house(stream: Stream, part: Sequence[int], book: Book) -> int:
    """The token behind a house that the phrase only points to (이 회사 |한서린 상무, 같은 당 |도경우 의원), else 0."""
    tokens, first = stream.tokens, part[0]
    same = first > 1 and tokens[first - 2].form == "같" and tokens[first - 1].tag == "ETM"
    if not same and tokens[first].form not in DEMONSTRATIVE:
        return 0
    begins = [i for i in part if stream.begins_word(i) and (same or i > first)]
    if len(begins) < _HOUSE_AND_MORE:
        return 0
    word = stream.chars[tokens[begins[0]].start : tokens[begins[1] - 1].end]
    entry = book.source(word)
    return begins[1] if entry is not None and entry.kind == "body" else 0


def _last_part(stream: Stream, first: int, end: int, who: NameIndex) -> list[int]:
    """The tokens behind the last 의 of the phrase, without what stands in brackets."""
    part: list[int] = []
    depth = 0
    for i in range(first, end):
        token = stream.tokens[i]
        if token.tag == "SSO" and token.form in "([（":
            depth += 1
        elif token.tag == "SSC" and token.form in ")]）":
            depth = max(0, depth - 1)
        elif depth == 0:
            if token.tag == "JKG" and who.at(token.start) is None:
                part.clear()
            else:
                part.append(i)
    return part or [end - 1]


def _head(stream: Stream, tokens: Sequence[int]) -> str:
    """The last word of the phrase as it stands, without brackets and quotation marks."""
    last = next((i for i in reversed(tokens) if stream.tokens[i].form != "등"), tokens[-1])
    first = last
    while first - 1 in tokens and not stream.begins_word(first):
        first -= 1
    kept = [i for i in tokens if first <= i <= last and stream.tokens[i].tag not in ("SSO", "SSC", "SP")]
    return stream.chars[stream.tokens[kept[0]].start : stream.tokens[kept[-1]].end] if kept else ""


def _unnamed(phrase: _Phrase) -> Source | None:
    """누리전자 관계자, 대표의 측근."""
    if phrase.kind != "unnamed":
        return None
    behalf = phrase.named[-1][1].id if phrase.named else None
    return Source("unnamed", phrase.span, label=phrase.text, behalf=behalf, again=phrase.again)


def _side(phrase: _Phrase) -> Source | None:
    """누리전자 측 is the company; 한서린 대표 측 and 한서린 가온당 후보 측 are not the person."""
    if phrase.kind != "side" or not phrase.mentions:
        return None
    span, entity = phrase.mentions[-1]
    holder = phrase.last(Kind.PERSON)
    if holder and " " in phrase.rest:  # a title stands behind the house
        entity = holder[1]
    if entity.kind is Kind.PERSON:
        return Source("side", phrase.span, label=phrase.text, behalf=entity.id)
    return Source(entity.kind.value, span, entity.id)


def _together(phrase: _Phrase) -> Source | None:
    """한서린 대표와 도경우 의원, 노을국 매체 누리일보·한빛일보 등: the first speaks, with all of them as candidates."""
    if not phrase.mentions:
        return None
    start, (first, entity) = phrase.span.start, phrase.mentions[0]
    people = tuple(pair for pair in phrase.mentions if pair[1].kind is Kind.PERSON)
    row = people if len(people) > 1 else phrase.mentions  # what stands between two people is where they belong
    joined: list[Entity] = []
    for (before, one), (after, other) in itertools.pairwise(row):
        between = _ASIDE.sub("", phrase.part[before.end - start : after.start - start])
        if _JOINED.search(between) and one.kind is other.kind and one.id != other.id:
            if not joined:
                first, entity = before, one
                joined.append(one)
            joined.append(other)
    if not joined and not _JOINED.match(phrase.part, first.end - start):
        return None
    if people and joined and joined[0].kind is Kind.PLACE:  # 하미쉬 보렐 중동·북아프리카 분석가
        return None
    together = tuple(dict.fromkeys(e.id for e in joined or [entity]))
    return Source(entity.kind.value, first, entity.id, candidates=together)


def _person(phrase: _Phrase) -> Source | None:
    """한서린 누리전자 대표, 민하늘 교수팀; a spokesman speaks on behalf of his house, a lawyer of his client."""
    found = phrase.last(Kind.PERSON)
    if found is not None and phrase.near:
        return Source("person", phrase.span, label=phrase.text, behalf=found[1].id)
    if found is None or (phrase.kind in ("body", "group") and not phrase.rest.endswith("팀")):
        return None
    house = phrase.last(Kind.ORG) if _SPOKESMAN.search(phrase.text) else None
    return Source("person", found[0], found[1].id, behalf=house[1].id if house else None)


def _described(phrase: _Phrase) -> Source | None:
    """누리전자 직원들, 가온당 의원: people of a house, not the house."""
    if phrase.mentions and phrase.mentions[-1][1].kind is Kind.PLACE and phrase.rest in ("인들", "인"):
        return Source("group", phrase.span, label=phrase.text)  # 노을국인들
    house = phrase.last(Kind.ORG)
    people = phrase.kind in ("person", "group") or (phrase.rest.endswith("들") and not phrase.glued)
    if house is None or not people or not phrase.rest:
        return None
    return Source(phrase.kind or "group", phrase.span, label=phrase.text, behalf=house[1].id)


def _organisation(phrase: _Phrase) -> Source | None:
    """누리전자, 누리전자 보고서; not 공수처|법 and 가온당|원, whose names are only the first part of a word."""
    house = phrase.last(Kind.ORG)
    runs_on = bool(phrase.rest) and phrase.glued and phrase.kind not in ("side", "body", "paper", "outlet")
    return Source("org", house[0], house[1].id) if house and not runs_on else None


def _pronoun(phrase: _Phrase) -> Source | None:
    """그, 이들."""
    if phrase.kind != "pronoun" or phrase.mentions:
        return None
    return Source("pronoun", phrase.span, label=phrase.called)


def _common(phrase: _Phrase) -> Source | None:
    """청원인, 재판부, 보고서."""
    if phrase.kind is None:
        return None
    behalf = phrase.named[-1][1].id if phrase.named and not phrase.mentions else None
    return Source(phrase.kind, phrase.span, label=phrase.text, behalf=behalf, again=phrase.again)


def _medium(phrase: _Phrase) -> Source | None:
    """현지 매체 다온: what the word before it calls one of the media."""
    return Source("outlet", phrase.span, label=phrase.text) if phrase.medium else None


def _country(phrase: _Phrase) -> Source | None:
    """노을국이 경고했다."""
    found = phrase.mentions[-1] if phrase.mentions and not phrase.rest else None
    return Source("place", found[0], found[1].id) if found and found[1].kind is Kind.PLACE else None
