"""Interviews in questions and answers: each answer is the direct speech of the person asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech, Stance
from sagwan.extract.statements.draft import Draft
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.scene import Scene, Speaker
from sagwan.extract.statements.source import Source
from sagwan.extract.statements.stream import Stream
from sagwan.extract.statements.tone import stance_of_words
from sagwan.extract.statements.unit import Unit
from sagwan.korean.quotation import quotations
from sagwan.lexicon.schema.cue import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.core.entity import Entity
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.sentence import Listener
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon

_TURNS = 3  # marked paragraphs that make an interview
_MOST = 0.5
_SHORT = 2  # sentences
_CLOSING = ("”", '"')
_QUESTION = re.compile(r"(?:\?|[가나까냐]\.?|는지\.?|달라\.?|다면\.?)\s*$")
_INTERVIEWER = re.compile(r"(?:기자|앵커|진행자|사회자|질문)\s?[:：]")
_NAMED = re.compile(r"(?: [가-힣A-Za-z0-9·]{1,12}){0,3}\s?[:：]\s*(?=\S)")
_RECORDED = re.compile(r"\[([^\[\]:：\n]{2,40}?)\s?[:：]\s?[\"“]([^\"“”]+)[\"”]\s?\]")


@dataclass(frozen=True, slots=True)
class Reply:
    """One turn: its words without the mark, the sentences it takes [first, end), its mark, and who is named by it."""

    span: Span
    first: int
    end: int
    mark: str
    entity: Entity | None = None


@cache
def _marks(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What marks a turn at its beginning, what says that an article is an interview, and each mark's kind."""
    kinds: dict[str, str] = {mark: turn.kind for turn in lexicon.all(Turn) for mark in turn.marks}
    longest = sorted((m for m, kind in kinds.items() if kind != "sign"), key=len, reverse=True)
    signs = "|".join(re.escape(m) for m, kind in kinds.items() if kind == "sign")
    lettered = "|".join(re.escape(m) for m in longest if m[0].isalnum())
    drawn = "|".join(re.escape(m) for m in longest if not m[0].isalnum())
    turn = rf"(?:(?P<letter>{lettered})(?:\d+[.)]?)?\s+|(?P<drawn>{drawn})\s*)(?=[^\s\d])"
    return re.compile(turn), re.compile(signs), kinds


def answers(passage: Passage, who: NameIndex, lexicon: Lexicon) -> list[Reply]:
    """The answers of an article that is told in questions and answers, and the recorded words that a broadcaster sets
    in brackets with who speaks them.
    """
    told = _exchange(passage, who, lexicon)
    taken = {n for turn in told for n in range(turn.first, turn.end)}
    return [*told, *(bite for bite in _recorded(passage, who) if bite.first not in taken)]


def _exchange(passage: Passage, who: NameIndex, lexicon: Lexicon) -> list[Reply]:
    marked, signs, kinds = _marks(lexicon)
    chars = passage.text.chars
    turns = list(_turns(passage, marked))
    if len(turns) < _TURNS:
        return _named_turns(passage, who)
    opening = chars[passage.sentences[0].span.start : turns[0].span.start]
    if not signs.search(opening) and not any(kinds[turn.mark] != "either" for turn in turns):
        behind = list(_behind(passage, turns))
        whole = len(behind) == len(turns) and all(
            chars[reply.span.end : reply.span.end + 1] in _CLOSING for reply in behind
        )
        return behind if whole else []
    asking = {mark for mark in kinds if _asks(mark, kinds, turns, chars)}
    told = [turn for turn in turns if turn.mark not in asking]
    return told or list(_behind(passage, turns))


def _turns(passage: Passage, marked: re.Pattern[str]) -> Iterator[Reply]:
    """Every stretch that begins with a mark, to the next mark or the end of its paragraph."""
    sentences = passage.sentences
    for n, sentence in enumerate(sentences):
        mark = marked.match(passage.text.chars, sentence.span.start, sentence.span.end)
        if mark is None or sentence.paragraph < 0:
            continue
        end = _paragraph_end(sentences, n)
        for later in range(n + 1, end):
            if marked.match(passage.text.chars, sentences[later].span.start, sentences[later].span.end):
                end = later
                break
        yield Reply(Span(mark.end(), sentences[end - 1].span.end), n, end, mark["letter"] or mark["drawn"])


def _paragraph_end(sentences: Sequence[Sentence], n: int) -> int:
    end = n + 1
    while end < len(sentences) and sentences[end].paragraph == sentences[n].paragraph:
        end += 1
    return end


def _asks(mark: str, kinds: dict[str, str], turns: Sequence[Reply], chars: str) -> bool:
    """Whether the turns with this mark are questions: by what it says (Q.), else by how most of them end."""
    if kinds[mark] != "either":
        return kinds[mark] == "question"
    mine = [turn for turn in turns if turn.mark == mark]
    asked = sum(_QUESTION.search(chars, turn.span.start, turn.span.end) is not None for turn in mine)
    return asked > _MOST * len(mine)


def _behind(passage: Passage, questions: Sequence[Reply]) -> Iterator[Reply]:
    """The unmarked paragraph behind each marked question."""
    for question in questions:
        if question.end < len(passage.sentences):
            end = _paragraph_end(passage.sentences, question.end)
            first, last = passage.sentences[question.end], passage.sentences[end - 1]
            if not any(q.first == question.end for q in questions):
                said = _unmarked(passage.text.chars, Span(first.span.start, last.span.end))
                yield Reply(said, question.end, end, question.mark)


def _unmarked(chars: str, span: Span) -> Span:
    """An answer without the quotation marks around all of it."""
    pairs = quotations(chars, span.start, span.end)
    return pairs[0].inner if len(pairs) == 1 and pairs[0].span == span else span


def _recorded(passage: Passage, who: NameIndex) -> Iterator[Reply]:
    """[한서린/누리전자 대표 : “…”]: what stands between the marks, by the person named before the colon."""
    chars = passage.text.chars
    for n, sentence in enumerate(passage.sentences):
        found = _RECORDED.match(chars, sentence.span.start, sentence.span.end)
        named = who.between(sentence.span.start, found.end(1)) if found and sentence.paragraph >= 0 else []
        people = [entity for _, entity in named if entity.kind is Kind.PERSON]
        if found and len(people) == 1:
            yield Reply(Span(*found.span(2)), n, n + 1, ":", people[0])


def _named_turns(passage: Passage, who: NameIndex) -> list[Reply]:
    """Paragraphs that begin with a name and a colon (한서린: …), where several people speak so."""
    chars = passage.text.chars
    found: list[Reply] = []
    for n, sentence in enumerate(passage.sentences):
        named = who.between(sentence.span.start, sentence.span.start + 1)
        if sentence.paragraph < 0 or not named or named[0][1].kind is not Kind.PERSON:
            continue
        colon = _NAMED.match(chars, named[0][0].end, sentence.span.end)
        if colon and chars[colon.end()] not in "\"“'‘":
            end = _paragraph_end(passage.sentences, n)
            found.append(Reply(Span(colon.end(), passage.sentences[end - 1].span.end), n, end, ":", named[0][1]))
    questioned = any(_INTERVIEWER.match(chars, s.span.start, s.span.end) for s in passage.sentences if s.paragraph >= 0)
    several = questioned or len({turn.entity for turn in found}) > 1
    return found if len(found) >= _TURNS - 1 and several else []


def silent_in(replies: Sequence[Reply]) -> range:
    """The sentences of the exchange: what stands between marked answers are the reporter's questions."""
    if not replies or replies[0].entity:
        return range(0)
    return range(replies[0].first, replies[-1].end)


def person_asked(passage: Passage, who: NameIndex, before: int) -> tuple[tuple[Span, Entity] | None, tuple[str, ...]]:
    """Whom the article introduces before character `before`: the person named most, in the headline above all.

    With the place where it is named last; where two are named equally often, nobody and both.
    """
    named = [pair for pair in who.between(0, before) if pair[1].kind is Kind.PERSON]
    head = passage.sentences[0].span if passage.sentences and passage.sentences[0].paragraph < 0 else Span(0, 1)
    counts = Counter(entity.id for span, entity in named for _ in range(1 + len(named) * (span.start in head)))
    best = counts.most_common(2)
    if not best:
        return None, ()
    if len(best) > 1 and best[0][1] == best[1][1]:
        return None, (best[0][0], best[1][0])
    return next(pair for pair in reversed(named) if pair[1].id == best[0][0]), ()


def answer_of(listener: Listener, reply: Reply) -> Draft:
    """The statement that an answer is, said by whom its line names, else by the person whom the article introduces."""
    passage, who = listener.passage, listener.who
    chars = passage.text.chars
    asked, several = (None, ()) if reply.entity else person_asked(passage, who, reply.span.start)
    if reply.entity:
        named = Span(passage.sentences[reply.first].span.start, reply.span.start)
        speaker = Speaker(Source("person", named, reply.entity.id), Found.WRITTEN, "쌍점 앞의 이름")
    elif asked:
        speaker = Speaker(Source("person", asked[0], asked[1].id), Found.INFERRED, "문답의 답")
    else:
        speaker = Speaker(None, None, "문답의 답", -1, several)
    unit = Unit(Speech.DIRECT, 0, reply.span.end, 0, Link.BARE)
    scene = Scene(Stream(chars, []), who, listener.book, (), reply.first, listener.discourse, connected=False)
    said = chars[reply.span.start : reply.span.end]
    short = reply.end - reply.first <= _SHORT  # a longer answer does many things
    stance = stance_of_words(said, "assert", listener.book.lexicon) if short else Stance.ASSERT
    draft = Draft(unit, scene, speaker, reply.span, reply.first, stance)
    draft.about = listener.about(draft)
    return draft
