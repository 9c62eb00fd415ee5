"""The words that report: a cue of the lexicon, its place, its ending, and whether somebody really says something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.extract.statements.stream import PREDICATE, QUOTE

if TYPE_CHECKING:
    from sagwan.core.span import Span
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Ending, Stream
    from sagwan.lexicon.schema.cue import Cue


CLAUSE = frozenset({"say", "judge", "relay", "hear"})
CLAUSE_ACT = CLAUSE | {"act", "withhold"}
# Verbs that do a particle's work: 성명을 통해, 이에 대해, 정부를 향해
POSTPOSITIONAL = frozenset({"통하", "대하", "향하", "위하", "관하", "따르", "의하", "비롯하", "관련하", "두", "놓"})
_MODIFIES = ("게", "도록", "며", "으며", "면서", "으면서", "듯", "듯이", "자")
_SUPPOSED = ("다면", "라면", "냐면", "자면")
_IF = ("ᆯ", "을", "면", "으면", "려고", "려면", "도록", "어야", "아야", "거나", "더라도", "어도", "아도")
_ASKS = ("가", "나", "까", "느냐", "냐")  # 누가 …라고 했는가
_TWO_VERBS = 2  # tokens before the second verb: the first one and its ending
# An act that an outlet tells of in its turn: …다며 소송을 냈다|고 통신이 보도했다
_CITES = ("다고", "라고", "냐고", "자고")


@dataclass(frozen=True, slots=True)
class Reporting:
    """Reporting words: the lemma (밝히다), the lexicon's entry if it has one, the predicate's token and its ending."""

    lemma: str
    cue: Cue | None
    at: int
    first: int
    ending: Ending
    span: Span

    @property
    def way(self) -> str:
        """`act` where the lexicon does not know the word."""
        return self.cue.way if self.cue else "act"


def cue_at(stream: Stream, i: int, book: Book) -> tuple[str, Cue, int] | None:
    """The cue that ends in the predicate at token `i`: its words, its entry and the token that it begins at."""
    first = stream.word_start(i)
    if first == i and (joined := _of_two_words(stream, i, book)):
        return joined
    whole = ""
    found = None
    for j in range(i, first - 1, -1):
        whole = stream.tokens[j].form + whole
        if j == i and stream.tokens[i].tag in ("XSV", "XSA", "XSA-I"):
            continue
        for stem in _spellings(whole) if j < i else (whole,):
            for before, cue in book.verbs.get(stem, ()):
                head = _noun_before(stream, first, before) if before else first
                if head is not None:
                    found = (f"{before} {stem}" if before else stem, cue, head)
                    break
    return found


def _spellings(stem: str) -> tuple[str, ...]:
    """The stem and what its sounds run together to: 내어놓 → 내놓, 토하어내 → 토해내, 쏟어내 → 쏟아내."""
    return (
        stem,
        stem.replace("하어", "해", 1),
        stem.replace("어", "아", 1),
        stem.replace("어", "", 1),
        stem.replace("아", "", 1),
    )


def _passive(stream: Stream, i: int) -> bool:
    """전해진다, 여겨진다: nobody is said to say it."""
    following = stream.tokens[i + 1 : i + 3]
    return len(following) > 1 and following[0].tag == "EC" and following[1].tag == "VX" and following[1].form == "지"


def _with_auxiliary(stream: Stream, i: int, book: Book) -> tuple[str, Cue, int] | None:
    """The cue that a verb makes with the auxiliary behind it (내놓, 쏟아내, 토해 내)."""
    tokens = stream.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].tag != "EC" or not tokens[i + 2].tag.startswith("VX"):
        return None
    return _of_two_words(stream, i + 2, book) if stream.begins_word(i + 2) else cue_at(stream, i + 2, book)


def _of_two_words(stream: Stream, i: int, book: Book) -> tuple[str, Cue, int] | None:
    """The cue written with a blank inside that ends in the verb at token `i` (내다 |보, 토해 |내)."""
    if i < _TWO_VERBS or stream.tokens[i - 1].tag != "EC" or not stream.tokens[i - 2].tag.startswith("VV"):
        return None
    joined = "".join(token.form for token in stream.tokens[i - 2 : i + 1])
    for stem in _spellings(joined):
        for before, cue in book.verbs.get(stem, ()):
            if before is None:
                return stem, cue, stream.word_start(i - 2)
    return None


def _noun_before(stream: Stream, first: int, words: str) -> int | None:
    """The token at which `words` (선을, 말문을) begin right before token `first`, with or without its particle."""
    bare = words.replace(" ", "")
    if first == 0 or stream.chars[stream.tokens[first - 1].end - 1] not in (*bare[-2:], "도"):
        return None
    for start in range(first - 1, max(-1, first - 6), -1):
        if not stream.begins_word(start):
            continue
        said = stream.chars[stream.tokens[start].start : stream.tokens[first - 1].end].replace(" ", "")
        if said == bare or said in (bare[:-1], bare[:-1] + "도"):
            return start
        if len(said) > len(bare) + 4:
            return None
    return None


def reporting_from(
    stream: Stream, start: int, limit: int, book: Book, ways: frozenset[str], *, main: bool = False
) -> Reporting | None:
    """The first cue of one of `ways` from token `start` on, before token `limit`; a full stop ends the search.

    Predicates in between may only modify (웃으며, 강하게, 올린); one that goes its own way ends it. With `main` the cue
    must not belong to what is said next: “…”며 곧 답하겠다고 |말했다.
    """
    told = False
    i = start
    while i < limit:
        token = stream.tokens[i]
        if token.tag == QUOTE:
            return None
        if token.tag in PREDICATE:
            found = _with_auxiliary(stream, i, book) or cue_at(stream, i, book)
            ending = stream.ending(i)
            if found and _passive(stream, i):
                return None
            planned = main and ending.form.endswith(_CITES) and not ending.past
            if found and found[1].way in ways and not planned:
                relayed = told and found[1].way == "relay"
                main_one = _said_along(stream, found[1], ending, limit, book)
                return None if relayed else main_one or reporting_at(stream, i, found, ending)
            if ending.tag == "EF":
                return None
            told |= ending.form.endswith(_CITES)
            i = max(i + 1, ending.at)
        i += 1
    return None


def _said_along(stream: Stream, cue: Cue, ending: Ending, limit: int, book: Book) -> Reporting | None:
    """“…”고 웃으며 |말했다: what somebody does meanwhile is not what reports the words."""
    if cue.way != "act" or not ending.form.endswith(("며", "면서")):
        return None
    return reporting_from(stream, ending.at + 1, limit, book, frozenset({"say"}))


def reporting_at(stream: Stream, i: int, found: tuple[str, Cue, int], ending: Ending) -> Reporting:
    """The reporting words that end in the predicate at token `i`."""
    words, cue, first = found
    return Reporting(words + "다", cue, i, first, ending, stream.span(first, ending.at))


def predicate_from(stream: Stream, start: int, limit: int) -> Reporting | None:
    """The main predicate from token `start` on, whatever it is: the one that ends the clause."""
    last = None
    for i in range(start, limit):
        token = stream.tokens[i]
        if token.tag == QUOTE:
            break
        if token.tag in PREDICATE:
            ending = stream.ending(i)
            first = stream.word_start(i)
            if ending.tag in ("EF", "EC", ""):
                stem = stream.stem(i)
                last = Reporting(stem + "다", None, i, first, ending, stream.span(first, ending.at))
                if ending.tag == "EF":
                    return last
    return last


def act_from(stream: Stream, start: int, limit: int) -> Reporting | None:
    """The first act from token `start` on, whatever it is: …다며 소송을 냈다, …다며 요청을 무시한 일."""
    for i in range(start, limit):
        if stream.tokens[i].tag == QUOTE:
            return None
        if stream.tokens[i].tag in PREDICATE:
            ending = stream.ending(i)
            if ending.tag != "ETN" and not ending.form.endswith(("게", "어", "아")):
                first = stream.word_start(i)
                return Reporting(stream.stem(i) + "다", None, i, first, ending, stream.span(first, ending.at))
    return predicate_from(stream, start, limit)


def strictly(stream: Stream, start: int, book: Book) -> Reporting | None:
    """The cue that the clause hangs on: the first predicate behind it that does not only modify."""
    limit = len(stream.tokens)
    found = reporting_from(stream, start, limit, book, CLAUSE)
    if found is None:
        return None
    i = start
    while i < found.first:
        if stream.tokens[i].tag in PREDICATE:
            ending = stream.ending(i)
            if stream.tokens[i].form in POSTPOSITIONAL:
                pass
            elif ending.tag != "ETM" and not (ending.tag == "EC" and ending.form.endswith(_MODIFIES)):
                return None
            i = ending.at
        i += 1
    return found


def hypothetical(reporting: Reporting) -> bool:
    """…라고 요구할 경우, …라고 말하면, …라고 말하기 어렵다, …라고 부탁해야 한다, 누가
    …라고 했는가: nobody said it.
    """
    ending = reporting.ending
    if (ending.ought and not ending.past) or (ending.tag == "EF" and ending.form.endswith(_ASKS)):
        return True
    supposed = ending.form in _IF or ending.form.endswith(_SUPPOSED)
    return (ending.tag == "ETN" and not ending.past) or (ending.tag in ("EC", "ETM") and supposed)
