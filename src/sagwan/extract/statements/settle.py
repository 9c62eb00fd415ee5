"""Which pieces of a sentence are speech, and which words report them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.statement import Speech
from sagwan.extract.statements.noun import goes_on, with_noun
from sagwan.extract.statements.quoted import Link, is_sentence
from sagwan.extract.statements.reported import reported
from sagwan.extract.statements.reporting import (
    CLAUSE_ACT,
    Reporting,
    act_from,
    cue_at,
    hypothetical,
    predicate_from,
    reporting_at,
    reporting_from,
    strictly,
)
from sagwan.extract.statements.stream import NOUN, PREDICATE
from sagwan.extract.statements.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.reported import Reported
    from sagwan.extract.statements.stream import Stream

_ANY = frozenset({"say", "judge", "relay", "act", "hear", "withhold"})
_UNSPOKEN = frozenset({"name", "think"})
_DAY = re.compile(r"[이전]날|당일")
_NAMED = 6  # tokens that a name with its title takes, and its particle
_FUTURE = ("ᆯ", "을")
_BESIDE = 3  # tokens within which two quotations still stand side by side
_TOLD_OF = ("다는", "라는", "자는", "냐는")
_SEEMS = frozenset({"보이", "추정", "풀이", "해석", "추측", "판단", "분석", "관측"})


def units(stream: Stream, book: Book) -> list[Unit]:
    """The speech of a sentence in order, each piece with the words that report it."""
    found = [_direct(stream, at) for at in stream.quoted]
    found += [_indirect(place) for place in reported(stream, book)]
    found.sort(key=lambda unit: unit.at)
    kept: list[Unit] = []
    for n in range(len(found) - 1, -1, -1):
        unit = found[n]
        if _settle(stream, unit, kept, book):
            kept.insert(0, unit)
    return kept or list(_cited(stream)) or list(_withheld(stream, book))


def _withheld(stream: Stream, book: Book) -> Iterator[Unit]:
    """…에 대해 말을 아꼈다, 답하지 않았다: that nothing was said is what is reported."""
    for i in range(len(stream.tokens) - 1, -1, -1):
        if stream.tokens[i].tag in PREDICATE:
            found = cue_at(stream, i, book)
            ending = stream.ending(i)
            if found is None or ending.tag not in ("EF", "EC"):
                continue
            bare = (
                found[2] == 0
                or stream.tokens[found[2] - 1].tag not in ("NNG", "NNP")
                or _DAY.match(stream.chars, stream.tokens[found[2] - 1].start)
            )  # 골 침묵했다
            if (found[1].way == "withhold" and bare) or (found[1].withheld and ending.negated and ending.past):
                reporting = reporting_at(stream, i, found, ending)
                yield Unit(Speech.INDIRECT, reporting.first, reporting.span.end, reporting.first, Link.NONE, reporting)
            return


def _cited(stream: Stream) -> Iterator[Unit]:
    """한빛일보에 따르면 …: the rest of a sentence in which nobody else is said to say anything."""
    tokens = stream.tokens
    for i in range(2, len(tokens) - 1):
        if tokens[i].form in ("따르", "의하") and tokens[i - 1].form == "에" and tokens[i + 1].form == "면":
            last = len(tokens) - 1
            while last > i + 2 and tokens[last].tag in ("SF", "SSC", "SP"):
                last -= 1
            if tokens[last].tag == "EF":
                reporting = Reporting("따르다", None, i, i, stream.ending(i), stream.span(i - 1, i + 1))
                yield Unit(Speech.INDIRECT, last, tokens[last].end, i + 2, Link.CITED, reporting)
            return


def _direct(stream: Stream, at: int) -> Unit:
    words = stream.quoted[at]
    return Unit(Speech.DIRECT, at, words.quotation.inner.end, at + 1, words.link)


def _indirect(place: Reported) -> Unit:
    return Unit(Speech.INDIRECT, place.at, place.end, place.after, place.link)


def _settle(stream: Stream, unit: Unit, later: Sequence[Unit], book: Book) -> bool:
    """Find the reporting words of a unit; False where there are none and it is no speech."""
    if unit.speech is Speech.DIRECT:
        return _settle_direct(stream, unit, later, book)
    return _settle_indirect(stream, unit, later, book)


def _settle_direct(stream: Stream, unit: Unit, later: Sequence[Unit], book: Book) -> bool:
    limit = next((other.at for other in later if other.speech is Speech.DIRECT), len(stream.tokens))
    next_ = next((other for other in later if other.at == limit), None)
    if unit.link is Link.NEUN:
        return not _entitles(stream, unit, book) and (
            with_noun(stream, unit, limit, book)
            or _said_of(stream, unit, limit, book)
            or _used_to_say(stream, unit)
            or _shares(unit, next_ if limit - unit.after < _BESIDE and not _answered(stream, unit, book) else None)
        )
    if unit.link is Link.BARE and next_ and limit <= unit.after + 1:
        return _shares(unit, next_) or True
    if _names(stream, unit, book) or (unit.link is Link.BARE and _entitles(stream, unit, book)):
        return False
    if unit.link is Link.THING:
        unit.reporting = strictly(stream, unit.after, book)
        return unit.reporting is not None
    unit.reporting = reporting_from(stream, unit.after, limit, book, _ANY, main=unit.link is Link.MYEO)
    if not unit.reporting and next_ and unit.link in (Link.MYEO, Link.GO) and not _finite(stream, unit.after, limit):
        return _shares(unit, next_) or True
    unit.reporting = unit.reporting or predicate_from(stream, unit.after, limit)
    return not _supposed(unit)


def _supposed(unit: Unit) -> bool:
    """“…”라고 말했을 것이라고 추정했다: somebody only supposes it."""
    ending = unit.reporting.ending if unit.reporting else None
    return ending is not None and ending.tag == "ETM" and ending.past and ending.form in _FUTURE


def _entitles(stream: Stream, unit: Unit, book: Book) -> bool:
    """“…”라는 제목의 글, “…” 등의 구호: the words are what something is called, or stand on it."""
    tokens, at = stream.tokens, unit.after
    if [token.form for token in tokens[at : at + 2]] == ["등", "의"]:
        at += 2
    return at < len(tokens) and tokens[at].form in book.titles


def _answered(stream: Stream, unit: Unit, book: Book) -> bool:
    """“…”는 질문에 “…”고 답했다: the words are what somebody else had said."""
    behind = stream.tokens[unit.after : unit.after + 2]
    return len(behind) > 1 and behind[0].form in book.nouns and behind[1].tag == "JKB"


def _said_of(stream: Stream, unit: Unit, limit: int, book: Book) -> bool:
    """“…해야 한다”는 조건을 강조했다: no noun of speech, but its object is what somebody says."""
    unit.reporting = reporting_from(stream, unit.after, limit, book, frozenset({"say"}))
    ahead = unit.reporting.first if unit.reporting else 0
    cases = [stream.tokens[i].tag for i in range(unit.after, ahead) if stream.tokens[i].tag.startswith("JK")]
    objective = "JKO" in cases and "JKB" not in cases[: cases.index("JKO")]  # not “…”는 생각에 집을 나섰다
    if (
        not stream.quoted[unit.at].quotation.double
        or not objective
        or any(stream.tokens[i].tag in PREDICATE for i in range(unit.after, ahead))
    ):
        unit.reporting = None
    return unit.reporting is not None


def _used_to_say(stream: Stream, unit: Unit) -> bool:
    """“…”던 한서린 대표는, “…”는 한서린 대표는: the noun behind it is who said so."""
    words = stream.quoted[unit.at]
    said = stream.chars.endswith("던", 0, words.closed) or _topic_behind(stream, unit.after)
    unit.once = said and is_sentence(stream.chars[words.quotation.inner.start : words.quotation.inner.end])
    return unit.once


def _topic_behind(stream: Stream, first: int) -> bool:
    """Whether somebody named is the topic right behind the words: “…”는 |한서린 대표는."""
    tokens = stream.tokens[first : first + _NAMED]
    if not tokens or tokens[0].tag != "NNP":
        return False
    case = next((t for t in tokens if t.tag.startswith("J")), None)
    return case is not None and case.tag == "JX" and all(t.tag in NOUN for t in tokens[: tokens.index(case)])


def _shares(unit: Unit, other: Unit | None) -> bool:
    if other is None:
        return False
    unit.reporting, unit.noun, unit.noun_at = other.reporting, other.noun, other.noun_at
    return other.reporting is not None or other.noun is not None


def _names(stream: Stream, unit: Unit, book: Book) -> bool:
    """Whether the quotation only names a thing or is only thought (…라고 부르다, …라고 생각하다)."""
    found = reporting_from(stream, unit.after, min(unit.after + 4, len(stream.tokens)), book, _UNSPOKEN)
    return found is not None and not _finite(stream, unit.after, found.at)


def _finite(stream: Stream, start: int, limit: int) -> bool:
    """Whether a predicate of its own stands between two tokens."""
    return any(stream.tokens[i].tag in PREDICATE and stream.ending(i).tag == "EF" for i in range(start, limit))


def _settle_indirect(stream: Stream, unit: Unit, later: Sequence[Unit], book: Book) -> bool:
    if unit.link is Link.NEUN:
        return with_noun(stream, unit, len(stream.tokens), book) or goes_on(stream, unit)
    if unit.link is Link.MYEO:
        return _with_act(stream, unit, later, book)
    unit.reporting = strictly(stream, unit.after, book)
    if unit.reporting is None:
        return unit.link is Link.GO and _says_no_more(stream, unit)
    if unit.reporting.ending.will and unit.reporting.ending.tag == "EF":
        return False  # …라고 답하겠다: nobody has said it yet
    return not hypothetical(unit.reporting) and not _unsaid(stream, unit.reporting) and _reports(stream, unit)


def _reports(stream: Stream, unit: Unit) -> bool:
    """Whether the cue, in its form, reports a clause tied in this way."""
    reporting = unit.reporting
    if reporting is None or reporting.cue is None:
        return False
    if unit.link is Link.ASK:
        return reporting.cue.way == "say" and reporting.cue.stance in ("assert", "demand", "promise")
    if reporting.cue.way == "judge":
        return _concludes(stream, reporting)
    if reporting.lemma == "하다":
        return _said(reporting)
    return unit.link is not Link.THING or reporting.cue.way == "say"


def _concludes(stream: Stream, reporting: Reporting) -> bool:
    """Whether a judgement is told as such, and not only the ground of an act (…다고 보고 수사했다)."""
    ending = reporting.ending
    if ending.negated or ending.will or ending.ought:
        return False
    if ending.tag == "EF" or ending.form.endswith(("지만", "며", "면서", "으나", "는데", "ᆫ데", "다고", "다며")):
        return True
    if ending.form == "고":
        return ending.past or stream.chars[stream.tokens[ending.at].end : stream.tokens[ending.at].end + 1] == ","
    return ending.tag == "ETM" and ending.form in ("ᆫ", "은")


def _unsaid(stream: Stream, reporting: Reporting) -> bool:
    """…라고 말하는 것은 아니다, …라고 판단한 것으로 보인다: the reporter's own inference, not a report."""
    following = stream.tokens[reporting.ending.at + 1 : reporting.ending.at + 4]
    if reporting.ending.tag != "ETM" or not following or following[0].form not in ("것", "거"):
        return False
    if reporting.ending.form == "는":
        return True
    return following[1:2] != [] and following[1].tag == "JKB" and following[-1].form in _SEEMS


def _says_no_more(stream: Stream, unit: Unit) -> bool:
    """…고 싶다고. at the end of a sentence: the reporting words are left out."""
    rest = stream.tokens[unit.at + 1 :]
    return stream.tokens[unit.at].tag == "EF" and all(t.tag in ("SF", "SSC") and t.form != "?" for t in rest)


def _said(reporting: Reporting) -> bool:
    """…다고 했다 reports; …다고 해서, …다고 하면, …다고 한다 do not."""
    ending = reporting.ending
    if ending.negated or ending.will:
        return False
    return ending.past or (ending.tag == "ETM" and ending.form == "ᆫ")


def _is_over(act: Reporting) -> bool:
    """…다며 지원을 신청했고, …: an act told to its end, what is told behind it is another's."""
    return act.ending.tag == "EC" and act.ending.past and not act.ending.form.endswith(("며", "면서"))


def _with_act(stream: Stream, unit: Unit, later: Sequence[Unit], book: Book) -> bool:
    limit = len(stream.tokens)
    direct = next((other for other in later if other.speech is Speech.DIRECT), None)
    unit.reporting = reporting_from(stream, unit.after, direct.at if direct else limit, book, CLAUSE_ACT)
    if unit.reporting is None and direct is not None:
        return _shares(unit, direct)
    act = act_from(stream, unit.after, limit)
    if unit.reporting is None or (act and act.at < unit.reporting.first and _is_over(act)):
        unit.reporting = act
    # …다면서 제도를 뜯어고치자는 건: what is done is itself only talked of
    return unit.reporting is not None and not unit.reporting.ending.form.endswith(_TOLD_OF)
