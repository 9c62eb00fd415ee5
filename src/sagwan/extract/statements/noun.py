"""Nouns of speech behind what is said: …다는 입장이다, …라는 지적을 내놓았다, …다는 것이 한서린 대표의 설명이다."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.statement import Speech
from sagwan.extract.statements.reporting import (
    CLAUSE_ACT,
    hypothetical,
    predicate_from,
    reporting_from,
    strictly,
)
from sagwan.extract.statements.stream import NOUN, PREDICATE, QUOTE

if TYPE_CHECKING:
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.reporting import Reporting
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.unit import Unit
    from sagwan.lexicon.schema.cue import SpeechNoun

_VOICED = frozenset({"나오다", "쏟아지다", "이어지다", "들리다", "잇따르다", "터져나오다", "제기되다", "빗발치다"})
_RECEIVING = frozenset({"받", "읽", "보", "접하", "입수하"})
_CLOSING = "'\"’”」』》〉"
_COPULA = ("VCP", "EP", "EF")


def _owned(stream: Stream, start: int, noun: int) -> bool:
    """…다는 머스크의 주장을 반박했다: the claim is somebody else's than the one who answers it."""
    return any(stream.tokens[i].tag == "JKG" for i in range(start, noun)) or owned_ahead(stream, start - 1)


def owned_ahead(stream: Stream, at: int) -> bool:
    """머스크의 “…”라는 주장: whose words they are stands right before the quotation at token `at`."""
    return at > 0 and stream.tokens[at].tag == QUOTE and stream.tokens[at - 1].tag == "JKG"


def with_noun(stream: Stream, unit: Unit, limit: int, book: Book) -> bool:
    """…다는 입장이다, …다는 입장을 밝혔다, …라는 취지로 말했다: what stands behind the noun decides."""
    at = _explained(stream, unit, book) or _speech_noun(stream, unit, limit, book)
    noun = None if at is None else _noun_of(stream, at, book)
    if at is None or noun is None:
        return False
    tag = stream.tokens[at + 1].tag if at + 1 < len(stream.tokens) else "SF"
    if tag in ("SF", "VCP", "EF"):
        holds = noun.holds or unit.speech is Speech.DIRECT or stream.tokens[unit.after].form in ("것", "거", "점")
        settled = holds and (tag != "VCP" or stream.ending(at + 1).tag in ("EF", "EC"))
    elif tag == "JKS":
        settled = unit.speech is Speech.DIRECT and _voiced(stream, unit, at, book)
    elif tag in ("JKO", "JKB"):
        settled = _brought_out(stream, unit, at, limit, book)
    elif tag == "JKG" and unit.speech is Speech.DIRECT and _written_by(stream, unit, at, limit, book):
        settled = True
    else:
        owned = unit.speech is Speech.DIRECT and _owned(stream, unit.after, at)  # “…”는 도경우 의원의 결론은 …
        settled = tag == "JX" and (owned or _brought_out(stream, unit, at, limit, book))
    if settled:
        unit.noun, unit.noun_at = noun, at
    return settled


def _written_by(stream: Stream, unit: Unit, at: int, limit: int, book: Book) -> bool:
    """“…”는 내용의 도경우 의원이 쓴 글을 한서린 대표가 나눴다: whoever wrote what holds the words said them."""
    found = reporting_from(stream, at + 2, limit, book, frozenset({"say"}))
    if found is None or found.ending.tag != "ETM" or not any(t.tag == "JKS" for t in stream.tokens[at : found.first]):
        return False
    unit.reporting = found
    return True


def _explained(stream: Stream, unit: Unit, book: Book) -> int | None:
    """…다는 것이 한서린 대표의 설명이다: the noun at the end of the sentence, which belongs to the speaker."""
    tokens = stream.tokens
    head = tokens[unit.after : unit.after + 2]
    thing = len(head) > 1 and head[0].form in ("것", "거", "점") and head[1].tag in ("JKS", "JX")
    if not thing:
        return None
    for i in range(len(tokens) - 1, unit.after + 2, -1):
        if tokens[i].tag == "NNG":
            holds = _noun_of(stream, i, book) is not None and i + 1 < len(tokens) and tokens[i + 1].tag == "VCP"
            owned = any(tokens[j].tag == "JKG" for j in range(unit.after + 2, i))
            return i if holds and (owned or (i > unit.after + 2 and tokens[i - 1].tag in NOUN)) else None
    return None


def _brought_out(stream: Stream, unit: Unit, at: int, limit: int, book: Book) -> bool:
    """…다는 입장을 밝혔다: the verb that takes the noun of speech as its object."""
    behind = at + 2
    particle = stream.tokens[at + 1]
    if particle.tag == "JKB" and particle.form in ("과", "와") and unit.speech is Speech.INDIRECT:
        return False  # …하겠다는 취지와 달리
    if particle.tag == "JKB" and particle.form not in ("으로", "로", "과", "와"):
        return unit.speech is Speech.DIRECT and _owned(stream, unit.after, at)
    if unit.speech is Speech.DIRECT and (particle.tag != "JX" or particle.form in ("만", "도")):
        if particle.tag == "JKB" and _explains(stream, at, book):
            return False
        found = reporting_from(stream, behind, limit, book, CLAUSE_ACT)
        unit.reporting = found or predicate_from(stream, behind, limit)
        return True
    found = None if _owned(stream, unit.after, at) else strictly(stream, behind, book)
    if found is None and particle.tag == "JKO":
        found = _sent(stream, unit, at, limit, book)
    if found is None or found.way == "hear" or hypothetical(found):
        return False
    unit.reporting = found
    return True


def _sent(stream: Stream, unit: Unit, at: int, limit: int, book: Book) -> Reporting | None:
    """…는 서한을 보냈다: what was done with a paper that carries the words, none that came to its subject."""
    noun = _noun_of(stream, at, book)
    called = stream.chars[unit.end - 1] in _CLOSING  # ‘…’이라는 공문
    if noun is None or not noun.sent or called or _got(stream, at + 2, limit):
        return None
    found = predicate_from(stream, at + 2, limit)
    if found is None or not found.ending.past or found.ending.negated:
        return None
    return None if found.ending.form in ("다고", "다며") else found  # …는 성명을 냈다|고 보도했다


def _got(stream: Stream, start: int, limit: int) -> bool:
    """편지를 받았다: what came to whoever is the subject is not his."""
    return any(stream.tokens[i].form in _RECEIVING and stream.tokens[i].tag in PREDICATE for i in range(start, limit))


def _explains(stream: Stream, at: int, book: Book) -> bool:
    """Whether the noun at token `at` rather tells what something means: ‘…’는 뜻으로 벽돌을 건넸다."""
    noun = _noun_of(stream, at, book)
    return noun is not None and noun.explains


def _voiced(stream: Stream, unit: Unit, at: int, book: Book) -> bool:
    """…는 목소리가 나왔다: words that came from nobody in particular."""
    unit.reporting = predicate_from(stream, at + 2, len(stream.tokens))
    unit.noun, unit.noun_at, unit.voiced = _noun_of(stream, at, book), at, True
    return unit.reporting is not None and unit.reporting.lemma in _VOICED


def _speech_noun(stream: Stream, unit: Unit, limit: int, book: Book) -> int | None:
    """The noun of speech that the clause modifies, at the end of its phrase (우려의 목소리, 내용의 사과문)."""
    found = None
    for i in range(unit.after, min(limit, unit.after + 9)):
        token = stream.tokens[i]
        if token.tag == QUOTE:
            break
        if token.tag == "NNG" and _noun_of(stream, i, book):
            found = i
        elif (
            (token.tag.startswith("J") and token.tag not in ("JKG", "JC"))
            or (token.tag == "VCP" and stream.tokens[i - 1].form != "적")  # 매우 긍정적인 전망
            or token.tag in ("EC", "EF", "SF")
            or (token.tag == "NNB" and unit.speech is Speech.INDIRECT)
        ):
            break
    if found is not None and found + 1 < len(stream.tokens) and stream.tokens[found + 1].tag in ("NNG", "NNB"):
        return None
    return found


def _noun_of(stream: Stream, i: int, book: Book) -> SpeechNoun | None:
    """The noun of speech that ends in token `i`: 입장, or 입장문 where its parts were taken apart."""
    whole = ""
    for j in range(i, stream.word_start(i) - 1, -1):
        whole = stream.tokens[j].form + whole
        if whole in book.nouns:
            return book.nouns[whole]
    return None


def goes_on(stream: Stream, unit: Unit) -> bool:
    """…다는 것이다. and …다는 것. at the end of a sentence: the words of whoever spoke before go on."""
    tokens = stream.tokens
    i = unit.after
    if i >= len(tokens) or tokens[i].form not in ("것", "거", "얘기", "이야기"):
        return False
    rest = [t for t in tokens[i + 1 :] if t.tag not in ("SF", "SP")]
    if rest and not (rest[0].tag == "VCP" and rest[-1].tag == "EF" and all(t.tag in _COPULA for t in rest)):
        return False
    unit.noun_at = i
    return True
