"""What is already known of the passage, by place: whose name a phrase is, which sums and times stand where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.statement import Stance
from sagwan.core.values import TimeType
from sagwan.extract.events.people import ends_in, people
from sagwan.lexicon.schema.frame import Reference as ReferenceWord
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from sagwan.core.entity import Entity, Reference
    from sagwan.core.page import Published
    from sagwan.core.statement import Statement
    from sagwan.extract.events.phrase import Phrase
    from sagwan.extract.values.read import Values
    from sagwan.lexicon import Lexicon

_CLOSERS = "’'”\")] "
_OPENERS = "‘'“\"[(《〈「『 "
_MANY = frozenset({"들", "명"})
_DIGITS = "0123456789"  # 국제본부 2차장
_LONGEST = 10
_SHORT = 2
_BRACKET = re.compile(r"[(（][^()（）]*[)）]?(?: ?등)?$")
_OTHERS = re.compile(r"(?<=.) ?등(?: \S+){0,2}$")


class Day(Enum):
    """Where a time lies, seen from the day of publication."""

    PAST = "past"
    OPEN = "open"
    COMING = "coming"
    AGAIN = "again"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ground:
    """The names, values and statements of one article, indexed by position."""

    chars: str
    entities: Mapping[str, Entity]
    ends: Mapping[int, str]
    named: frozenset[int]
    inside: frozenset[int]
    values: Values
    statements: Sequence[Statement]
    money_at: Sequence[int]
    time_at: Sequence[int]
    cuts: frozenset[int]
    references: Mapping[int, Reference]
    published: str | None
    titles: frozenset[str]
    behind: frozenset[str]
    people: frozenset[str]
    selves: frozenset[str]
    ours: frozenset[str]
    since: frozenset[str]
    between: frozenset[str]
    manner: frozenset[str]
    houses: frozenset[str]
    sorts: frozenset[str]
    each: frozenset[str]
    judges: bool
    _known: dict[Phrase, str | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        chars: str,
        names: Sequence[Entity] | None,
        values: Values,
        statements: Sequence[Statement],
        *,
        references: Sequence[Reference],
        published: Published | None,
        lexicon: Lexicon,
    ) -> Ground:
        """Index what the earlier passes found; `names` is None where nobody looked for any."""
        judges, names = names is not None, names or ()
        ends: dict[int, str] = {}
        inside: set[int] = set()
        for entity in names:
            for mention in entity.mentions:
                ends.setdefault(mention.span.end, entity.id)
                inside.update(range(mention.span.start, mention.span.end))
        for entity in names:
            for role in entity.roles:
                ends[role.span.end] = entity.id
        cuts: set[int] = set()
        kinds = (values.times, values.money, values.shares, values.counts)
        for span in (value.span for kind in kinds for value in kind):
            cuts.update((span.end, span.end + 1))
        cuts.update(
            chars.find(")", t.span.end) + n for t in values.times for n in (1, 2) if chars[t.span.end :][:1] == "("
        )
        cuts.update(m.span.start for m in values.money)
        # A date stands apart, a length of time may belong to the noun before it: 징역 3년.
        cuts.update(t.span.start for t in values.times if t.type is not TimeType.DURATION)
        return cls(
            chars,
            {e.id: e for e in names},
            ends,
            frozenset(inside.union(*(range(t.span.start, t.span.end) for t in values.times))),
            frozenset(inside),
            values,
            sorted(statements, key=lambda s: (s.span.start, -s.span.end)),
            [m.span.start for m in values.money],
            [t.span.start for t in values.times],
            frozenset(cut for cut in cuts if cut - 1 not in inside),
            {r.span.end: r for r in references},
            published.value if published is not None else None,
            _titles(lexicon),
            _words(lexicon, "behind") | {f" {word}" for word in _words(lexicon, "manner")},  # 김하늘 불구속 기소
            people(lexicon),
            _words(lexicon, "self"),
            _words(lexicon, "we"),
            _words(lexicon, "since"),
            _words(lexicon, "between"),
            _words(lexicon, "manner"),
            _words(lexicon, "house"),
            _words(lexicon, "sort"),
            _words(lexicon, "each"),
            judges,
        )

    def entity_of(self, phrase: Phrase) -> str | None:
        """The id of the entity that the phrase as a whole names; None where a name only modifies its last word."""
        if phrase not in self._known:
            self._known[phrase] = self._find(phrase) if self.ends else None
        return self._known[phrase]

    def _find(self, phrase: Phrase) -> str | None:
        text = self.chars[phrase.span.start : phrase.span.end]
        # 보라비(네덜란드) 등: a bracket says more of the name before it and is not meant itself.
        end = phrase.span.start + _before_bracket(text)
        titled = False
        for _ in range(4):
            found = self.ends.get(end)
            if found is not None:
                # 누리전자 창업자: behind a title without its holder's name stands no body that acts.
                holds = not titled or self.entities[found].kind == "person"
                return found if holds else self._begins_with_person(phrase)
            text = self.chars[phrase.span.start : end].rstrip(_CLOSERS)
            size, title = self._follower(text)
            titled = titled or title
            rest = text[: len(text) - size].rstrip(_CLOSERS)
            after = phrase.span.start + len(rest.rstrip(_DIGITS).rstrip(_CLOSERS) if title else rest)
            if after == end or after <= phrase.span.start:
                return None
            end = after
        return None

    def _begins_with_person(self, phrase: Phrase) -> str | None:
        """Who opens the phrase by name: 김하늘 누리전자 고문."""
        named = self.named_first(phrase)
        return named if named is not None and self.entities[named].kind == "person" else None

    def _follower(self, text: str) -> tuple[int, bool]:
        """How many characters at the end only say what the name before them is (측, 씨, 대통령, 등 기업), and whether
        they are a person's title.
        """
        if "등" in text and (others := _OTHERS.search(text)) is not None:
            return len(others[0]), False
        for size in range(min(_LONGEST, len(text) - 1), 0, -1):
            if text[-size:] in self.behind:
                return size, False
            if text[-size:] in self.titles:
                return size, True
        return 0, False

    def house_of(self, speaker: str | None) -> str | None:
        """The one organisation that somebody has a post in, or that speaks itself."""
        if speaker is None or self.entities[speaker].kind == "org":
            return speaker
        houses = {role.org for role in self.entities[speaker].roles if role.org}
        return houses.pop() if len(houses) == 1 else None

    def body_speaking(self, speaker: str | None) -> str | None:
        """The speaker who is a body: what a person calls 우리 the text leaves open."""
        return speaker if speaker is not None and self.entities[speaker].kind == "org" else None

    def statement_by(self, cue: Span) -> Statement | None:
        """The statement that these words report."""
        return next((s for s in self.statements if s.cue_span is not None and s.cue_span.overlaps(cue)), None)

    def day_of(self, time: int | None) -> Day:
        """How a time lies to the day of publication: before it, after it, on it or in a year that nobody knows; a
        length of time and what comes again (매년) lie nowhere.
        """
        if time is None:
            return Day.NONE
        when = self.values.times[time]
        if when.type is TimeType.SET:
            return Day.AGAIN
        if when.type is TimeType.DURATION:
            return Day.NONE
        if self.published is None or when.value is None or not when.value[:4].isdigit():
            return Day.OPEN
        first, last = _days(when.value.split("/")[0]), _days(when.value.split("/")[-1])
        if last < self.published[: len(last)]:
            return Day.PAST
        return Day.COMING if first > self.published[: len(first)] else Day.OPEN

    def on_the_day(self, time: int | None) -> bool:
        """Whether it is the very day of publication."""
        value = self.values.times[time].value if time is not None else None
        return value is not None and value[:10] == self.published

    def looks_back(self, span: Span) -> bool:
        """Whether a year before that of publication is named in the stretch, outside of brackets: what is told in the
        present there is long past.
        """
        times = self.values.times[bisect_left(self.time_at, span.start) : bisect_left(self.time_at, span.end)]
        year = self.published[:4] if self.published is not None else ""
        old = (t.span for t in times if t.value is not None and t.value[:4].isdigit() and t.value[:4] < year)
        return any(not self.in_brackets(t, span) for t in old)

    def in_brackets(self, part: Span, whole: Span) -> bool:
        """Whether a part of the stretch stands in brackets there."""
        return self.chars.count("(", whole.start, part.start) > self.chars.count(")", whole.start, part.start)

    def meant_by(self, phrase: Phrase, last: str | None) -> str | None:
        """Whom a pronoun means; of several that fit, or where none is named near, the person who acted `last`."""
        reference = self.references.get(phrase.span.end)
        if reference is None or len(reference.entities) == 1:
            return reference.entities[0] if reference is not None else None
        far = phrase.pronoun and not (reference.entities or reference.candidates)
        fits = far and last is not None and self.entities[last].kind == "person"
        return last if fits or last in reference.candidates else None

    def introduced_as(self, phrase: Phrase) -> str | None:
        """The only one who was introduced by the noun that stands bare for him: 사업 ‘한빛누리’ … 사업의 앞날."""
        bare = phrase.head == phrase.lead and not phrase.modifiers and phrase.clause is None
        if not bare or phrase.head not in self.sorts:
            return None
        before = ((e.id, m.span) for e in self.entities.values() for m in e.mentions)
        called = {one for one, at in before if at.end <= phrase.span.start and self._is_called(phrase.head, at)}
        return called.pop() if len(called) == 1 else None

    def _is_called(self, noun: str, name: Span) -> bool:
        """Whether the noun stands before the name, behind it or at its end: 영화 ‘봄밤’, ‘봄밤’ 프로젝트, 봄밤 축제."""
        before, behind = self.chars[max(0, name.start - _LONGEST) : name.start], self.chars[name.end :][:_LONGEST]
        told = before.rstrip(_OPENERS), self.chars[name.start : name.end]
        return any(words.endswith(noun) for words in told) or behind.lstrip(_CLOSERS).startswith(noun)

    def named_first(self, phrase: Phrase) -> str | None:
        """Whose thing the phrase is by the name of a person or body that begins it: 누리전자 지분."""
        at = self._first_name(phrase)
        named = self.ends[at] if at is not None else None
        return named if named is not None and self.entities[named].kind in ("person", "org", "product") else None

    def owner_of(self, phrase: Phrase, acts: Container[str], ways: Container[str]) -> str | None:
        """The same where no more than a title stands between the name and the last word: 김하늘 대표 출마; or one of
        the `acts` in one of the `ways` that acts stand: 한빛물산 투자 계획.
        """
        named, at = self.named_first(phrase), self._first_name(phrase)
        words = self.chars[at : phrase.span.end].split() if at is not None else []
        others = [w for w in words if w[0] != "(" and w not in self.titles and w not in self.behind]
        if others and others[0] in acts and (phrase.head in ways or phrase.head in acts):
            del others[0]
        return named if len(others) <= 1 else None

    def _first_name(self, phrase: Phrase) -> int | None:
        """Where the first name in the phrase ends."""
        return next((at for at in range(phrase.span.start + 1, phrase.span.end) if at in self.ends), None)

    def begins_with_body(self, phrase: Phrase) -> bool:
        """Whether the phrase is part of an organisation by its name: 누리전자 이사회."""
        named = self.named_first(phrase)
        return named is not None and self.entities[named].kind == "org"

    def kind_of(self, phrase: Phrase) -> str | None:
        """`person`, `org` … of the named entity, or None."""
        named = self.entity_of(phrase)
        return str(self.entities[named].kind) if named is not None else None

    def may_act(self, phrase: Phrase) -> bool:
        """Whether the phrase means people by what they are called: 사절단, 주민들."""
        head = phrase.head.removesuffix("들")
        # 사절단, not 판단: one syllable ends words of three or more.
        return ends_in(head, self.people) or (len(head) != _SHORT and head[-1:] in self.people)

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether the phrase means people, by what they are called or by a title: 위원들, 시장."""
        return self.may_act(phrase) or phrase.tail in _MANY or phrase.head in self.titles

    def means_people(self, span: Span) -> bool:
        """Whether the last word is or ends in what people or bodies are called by: 인근 주민들, 지방법원; not 속도."""
        last = self.chars[span.start : span.end].split()[-1].removesuffix("들")
        return last in self.people or ends_in(last, self.people)

    def money_in(self, span: Span) -> int | None:
        """The index of the first sum written inside `span`; one in brackets says more of a name: 오픈(상금 1억원)."""
        found = _first(self.money_at, span)
        return None if found is not None and self.in_brackets(self.values.money[found].span, span) else found

    def share_in(self, span: Span) -> bool:
        """Whether a share is written inside `span`."""
        return any(span.covers(s.span) for s in self.values.shares)

    def counts(self, phrase: Phrase) -> bool:
        """Whether a number of things is written inside the phrase."""
        return any(phrase.span.covers(count.span) for count in self.values.counts)

    def time_in(self, span: Span) -> int | None:
        """The index of the first time written inside `span`."""
        return _first(self.time_at, span)

    def time_over(self, start: int, end: int) -> int | None:
        """The index of the time that the stretch is, or is part of; of those that begin together the longest."""
        last = bisect_right(self.time_at, start) - 1
        if last < 0:
            return None
        first = bisect_left(self.time_at, self.time_at[last])
        return first if end <= self.values.times[first].span.end else None

    def answered_by(self, actor: str | None, within: Span) -> str | None:
        """Whose words the actor's own in this sentence answer; an actor without a name is a speaker without one."""
        answered = {statement.responds_to for statement in self._told_by(actor, within)} - {None}
        speakers = (s.speaker for s in self.statements if s.id in answered)
        return next((speaker for speaker in speakers if speaker != actor), None)

    def aimed_at(self, actor: str | None, within: Span) -> str | None:
        """Whom alone the actor's own words in this sentence are about."""
        for statement in self._told_by(actor, within):
            others = [goal for goal in statement.about if goal != actor]
            # Who denies something about somebody is not thereby against him.
            if len(others) == 1 and statement.stance is not Stance.DENY:
                return others[0]
        return None

    def _told_by(self, actor: str | None, within: Span) -> Iterator[Statement]:
        told = (s for s in self.statements if s.cue_span is not None and within.overlaps(s.cue_span))
        return (statement for statement in told if statement.speaker == actor)

    def is_value(self, phrase: Phrase) -> bool:
        """Whether the phrase is a sum or a time and nothing besides."""
        if not self.money_at and not self.time_at:
            return False
        money = self.money_in(phrase.span)
        last = phrase.span.end - len(phrase.head)
        if money is not None and last < self.values.money[money].span.end:
            return True
        start, end = phrase.span.start, phrase.span.end
        return self.time_over(start, start + _before_bracket(self.chars[start:end])) is not None  # 5일(현지시간)

    def statement_at(self, at: int) -> Statement | None:
        """The innermost statement whose content covers the character."""
        found = None
        for statement in self.statements:
            if statement.span.start > at:
                break
            if at < statement.span.end:
                found = statement
        return found


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(w for t in lexicon.all(Title) if t.after or t.bare for w in t.words)


@cache
def _words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(w for r in lexicon.all(ReferenceWord) if r.kind == kind for w in r.words)


def _before_bracket(words: str) -> int:
    """How many characters stand before the bracket that ends the words; all where none does or nothing stands there."""
    bracket = _BRACKET.search(words) if "(" in words or "（" in words else None
    return bracket.start() if bracket is not None and bracket.start() else len(words)


def _days(value: str) -> str:
    """Year, month and day as far as the value counts in them (not in weeks or quarters), to compare as strings."""
    return value[:10] if value[5:6].isdigit() else value[:4]


def _first(starts: Sequence[int], span: Span) -> int | None:
    i = bisect_left(starts, span.start)
    return i if i < bisect_right(starts, span.end - 1) else None
