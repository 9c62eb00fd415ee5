"""Where a frame's words stand: the predicate or the noun that calls it, and what it needs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sagwan.extract.events.complement import is_whole, letters_of, nouns_needed
from sagwan.extract.events.cue import cue_over
from sagwan.extract.events.phrase import OCCASIONS, Phrase, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.triggers import Trigger, Triggers
    from sagwan.korean.kiwi import Morpheme
    from sagwan.lexicon.schema.frame import StatusCue

_UNDERGOES = frozenset({"되", "받", "당하"})
# How a noun stands below a verb that carries it: 인수를 추진했다, 인수가 무산됐다.
_CARRIED = frozenset({"을", "이", "에", "", "은", "도"})
# The endings in which verbs grow together with particles: 포함해, 포함한.
_GROWN = frozenset({"어", "ㄴ"})
# What makes an act less than a fact when it stands behind it.
_UNSURE = frozenset({"planned", "possible", "claimed"})
# What is done to the words of others.
_UNSAID = frozenset({"denied", "refused"})


# 반대 의사를 밝혔다: to tell one's will to speak is to speak.
SPEECH = "talk."


class Match(Struct, frozen=True):
    """A frame called at a place.

    `noun` is the event's noun where a governing verb or a headline carries it; `rest` is what stands before it in
    the same run; `used` are the phrases that made the verb this action; `fellows` the phrases of a headline.
    `others` are weaker readings, for where a role that this one needs stays empty. `over` is what the nouns behind the
    event's say of it where a headline leaves out the verbs: 한빛물산 인수 추진. `apart`: the verb above the noun has a
    record of its own (합병을 결의했다), so the noun's is worded without it. `answer`: the verb that accepts or refuses
    what the noun names (한빛물산의 제안을 거부했다); whose act that is, to him it was put.
    """

    trigger: Trigger
    predicate: Predicate | None
    noun: Phrase | None = None
    rest: Phrase | None = None
    used: tuple[Phrase, ...] = ()
    passive: bool = False
    fellows: tuple[Phrase, ...] = ()
    others: tuple[Match, ...] = ()
    over: tuple[StatusCue, ...] = ()
    apart: bool = False
    answer: Predicate | None = None


def spot(clauses: Clauses, ms: Sequence[Morpheme], index: Triggers) -> Iterator[Match]:
    """Every match of a sentence, in text order of the predicates."""
    for p in clauses.predicates:
        found = verb_match(p, index)
        if found is not None and found.used:
            found = replace(found, rest=_beside(found, ms))
        used = found.used if found is not None else ()
        below = [m for a in p.args if a not in used and (m := _noun_below(p, a, ms, index)) is not None]
        told = found is not None and not (
            found.trigger.acting.frame.yields and (below or any(_stands_for_act(a, index) for a in p.args))
        )
        if found is not None and told:
            yield found
        yield from (replace(m, apart=told) for m in below)
        yield from (m for a in p.args if (m := _intended(p, a, ms, index)) is not None)
        if found is not None and found.trigger.acting.frame.answers:
            yield from (m for a in p.args if (m := _answered(p, a, ms, index)) is not None)
    for segment in clauses.loose:
        if segment and not segment[-1].mark and not clauses.ends_open(segment[-1]):
            yield from _headline(segment, ms, index)


def _stands_for_act(a: Phrase, index: Triggers) -> bool:
    """인수할 계획을: whether the phrase is but a noun for the act that its clause tells."""
    bare = a.clause is not None and a.head == a.lead and a.head in index.raising
    return bare and a.clause is not None and verb_match(a.clause, index) is not None


def verb_match(p: Predicate, index: Triggers) -> Match | None:
    """The frame of the longest stem; of several with complements, the one whose nouns say most."""
    if _is_particle(p, index):
        return None
    for stem in p.stems:
        called = index.stems.get(stem)
        if called is None:
            continue
        turned = p.passive or (p.voice in _UNDERGOES and stem.endswith("하"))
        found = []
        for trigger in called:
            used = nouns_needed(p, trigger.complements, turned=turned) if trigger.complements else ()
            if used is not None:
                found.append(Match(trigger, p, used=used, passive=turned or trigger.passive))
        if found:
            best, *others = sorted(found, key=_weight, reverse=True) if len(found) > 1 else found
            if _is_idiom(p, stem, letters_of(best.trigger.complements, best.used), index):
                return None
            return replace(best, others=tuple(others)) if others else best
    return None


def _is_particle(p: Predicate, index: Triggers) -> bool:
    """해솔시를 포함해 세 곳을: a verb that has become one with the particle before it."""
    return p.ending in _GROWN and any(f"{a.mark} {stem}" in index.posts for a in p.args[:1] for stem in p.stems)


def _weight(match: Match) -> tuple[int, bool]:
    return letters_of(match.trigger.complements, match.used), any(r.required for r in match.trigger.acting.roles)


def _is_idiom(p: Predicate, stem: str, letters: int, index: Triggers) -> bool:
    """Whether the nouns below the verb make it a saying that says more than `letters` do: 한숨을 쉬었다."""
    for complements in index.idioms.get(stem, ()):
        used = nouns_needed(p, complements, turned=p.passive or p.voice in _UNDERGOES)
        if used is not None and letters_of(complements, used) > letters:
            return True
    return False


def _noun_below(p: Predicate, a: Phrase, ms: Sequence[Morpheme], index: Triggers) -> Match | None:
    """인수를 추진했다: a noun that acts, below a verb whose subject acts."""
    if a.mark in OCCASIONS and p.form != "adnominal":
        met = _acting_noun(a, ms, index)
        if met is not None and met[0].acting.frame.occasion:
            return Match(met[0], p, a, rest(a, met[1], ms), (a,))
    cue = _carrier(p, a, index) if a.mark in _CARRIED else None
    if cue is None:
        return None
    found = _acting_noun(a, ms, index)
    if found is None:
        return None
    trigger, at = found
    passive = cue.voice == "passive"
    if passive and not trigger.acting.frame.undergone:
        return None
    if cue.effect in _UNSAID and trigger.acting.id.startswith(SPEECH):
        return None  # 보도를 부인했다: whose words they were, he who denies them does not say
    return Match(trigger, p, a, rest(a, at, ms), (a,), passive)


def _carrier(p: Predicate, a: Phrase, index: Triggers) -> StatusCue | None:
    """The cue of a verb whose subject does what the noun below it names: 인수를 추진했다, 인수가 무산됐다."""
    cue = cue_over(p, a, index)
    if cue is None or not cue.control:
        return None
    if p.stems[:1] == ("하",) and p.args[0].mark == "으로":
        return None  # 폐지를 골자로 한다
    if a.mark == "" and (a.comma or any(other.first >= a.last for other in p.args)):
        return None  # 취임 뒤 발사에 성공했다, 협력, 투자 등을 논의하기로 했다
    beside = a.mark == "을" or (a.mark == "" and a.last == p.first)
    grown = f"{a.head} {p.stems[0]}" not in index.verb_cues and p.stems[0] not in index.verb_cues  # 인수에 속도를 냈다
    if not beside and not grown and any(other.mark == "을" for other in p.args):
        return None  # 제안에 박수를 쳤다, 임명 없이 회의를 시작했다: the verb's object is another
    if a.mark == "이" and not (p.voice in _UNDERGOES or p.passive or cue.voice == "subject"):
        return None
    return cue


def _intended(p: Predicate, a: Phrase, ms: Sequence[Morpheme], index: Triggers) -> Match | None:
    """누리전자의 한빛물산 인수 계획, 인수 가능성: an act that a noun of planning or doubt stands behind.

    Without an owner of its own it is an act of whoever has the plan: 인수 계획을 밝혔다, not 인수 계획에 반발했다.
    """
    cue = index.noun_cues.get(a.head) or index.noun_cues.get(f"는 {a.head}")
    if cue is None or cue.effect not in _UNSURE:
        return None
    act = _before(a, ms)
    met = _acting_noun(act, ms, index) if act is not None else None
    owned = any(m.mark == "의" for m in a.modifiers)
    if (
        act is None
        or met is None
        or met[0].acting.id.startswith(SPEECH)
        or not (owned or (a.mark == "을" and cue.effect == "planned" and _may_be_own(p, index)))
    ):
        return None
    act.modifiers = a.modifiers
    start = act.span.end - len(act.head)
    plan = Predicate(act.first, a.first, a.last, (), "", type(a.span)(start, a.span.end), form="adnominal", ending="ㄹ")
    plan.noun, plan.quotation = a, p.quotation
    return Match(met[0], plan, act, rest(act, met[1], ms), (act,))


def _answered(p: Predicate, a: Phrase, ms: Sequence[Morpheme], index: Triggers) -> Match | None:
    """한빛물산의 제안을 거부했다: what somebody is said to accept or refuse was put to him, whatever comes of it."""
    met = _acting_noun(a, ms, index) if a.mark in ("을", "에") else None
    if met is None or not met[0].acting.id.startswith(SPEECH) or not any(m.mark == "의" for m in a.modifiers):
        return None
    words = type(a.span)(a.span.end - len(a.head), a.span.end)
    put = Predicate(a.first, a.first, a.last, (), "", words, form="adnominal", ending="ㄴ")
    put.noun, put.quotation = a, p.quotation
    return Match(met[0], put, a, rest(a, met[1], ms), (a,), answer=p)


def _may_be_own(p: Predicate, index: Triggers) -> bool:
    """Whether who tells of a plan may be who has it: not where the verb sets him against somebody."""
    ties = (t.acting.frame.tie for stem in p.stems for t in index.stems.get(stem, ()))
    return not any(tie is not None and tie.sign < 0 for tie in ties)


def _acting_noun(a: Phrase, ms: Sequence[Morpheme], index: Triggers) -> tuple[Trigger, int] | None:
    """The longest noun at the end of the phrase that calls a frame, and where it begins."""
    k, last, found = a.last - 1, ms[a.last - 1].end, None
    while k >= a.first:
        if ms[k].tag == "XPN" and ms[k].form in index.prefixes:
            found = None
        form = a.head[len(a.head) - (last - ms[k].start) :] if last - ms[k].start <= len(a.head) else None
        if form is None:
            break
        called = index.nouns.get(form)
        if called and not _part_of_word(ms, k, a.first):
            trigger = _meant(called[0], form, rest(a, k, ms), index)
            found = (trigger, k) if trigger is not None else None
        k -= 1
    return found


def _part_of_word(ms: Sequence[Morpheme], k: int, first: int) -> bool:
    """Whether a single syllable glued to the noun makes it another word: 해단식 is no 단식."""
    if k <= first or ms[k - 1].end != ms[k].start:
        return False
    return ms[k - 1].tag == "NNG" and len(ms[k - 1].form) == 1


def _meant(trigger: Trigger, noun: str, before: Phrase | None, index: Triggers) -> Trigger | None:
    """The frame that the word before the noun makes of it: 병원 이송 is not the 이송 of a case, 신기록 행진 no act."""
    if before is None:
        return trigger
    for other in index.stems.get(noun + "하", ()):
        if len(other.complements) == 1 and before.head.endswith(other.complements[0].words):
            return other
    sayings = index.idioms.get(noun + "하", ())
    return None if any(len(c) == 1 and before.head.endswith(c[0].words) for c in sayings) else trigger


def _beside(match: Match, ms: Sequence[Morpheme]) -> Phrase | None:
    """What stands before the verb's noun, which may be written apart: 다리 공사 in 다리 공사 입찰 공고를 냈다."""
    noun, words = match.used[0], match.trigger.complements[0].words
    before = _before(noun, ms)
    return _before(before, ms) if before is not None and before.head + noun.head in words else before


def _before(a: Phrase, ms: Sequence[Morpheme]) -> Phrase | None:
    """What stands before the last word of the phrase: 한빛물산 in 한빛물산 지분을."""
    start = a.span.end - len(a.head)
    return rest(a, next(k for k in range(a.first, a.last) if ms[k].end > start), ms)


def rest(a: Phrase, at: int, ms: Sequence[Morpheme]) -> Phrase | None:
    """What stands before the acting noun in its own run: 한빛물산 in 한빛물산 인수."""
    tags = {m.tag for m in ms[a.first : at]}
    if at <= a.first or tags == {"XPN"}:
        return None  # 재건축
    before = ms[at - 1]
    k = at - 1
    while k > a.first and ms[k - 1].end == ms[k].start:
        k -= 1
    span = type(a.span)(ms[a.first].start, before.end)
    head = span_text(ms, k, at)
    return Phrase(a.first, at, "", span, head, a.lead, ms[at - 1].form, dependent=tags == {"MM"})  # 모든 제안


def span_text(ms: Sequence[Morpheme], first: int, last: int) -> str:
    """The forms of a run of nouns, written together."""
    return "".join(m.form for m in ms[first:last])


def _headline(segment: Sequence[Phrase], ms: Sequence[Morpheme], index: Triggers) -> Iterator[Match]:
    """머스크, 저커버그에 자금지원 요청: a line that ends in a noun that acts, or in one that says how it stands."""
    last, fellows = segment[-1], tuple(segment[:-1])
    pair = _acting_pair(last, ms, index)
    if pair is not None:
        yield replace(pair, fellows=fellows)
        return
    below = _headline_below(segment, ms, index)
    if below is not None:
        yield below
    found = _acting_noun(last, ms, index)
    if found is None or (below is not None and found[0].acting.frame.yields):
        return
    trigger, at = found
    whom = rest(last, at, ms)
    while whom is not None and whom.head in index.nouns:
        whom = _before(whom, ms)  # 김하늘 소환 조사
    yield Match(trigger, None, last, whom, (last,), fellows=fellows)


def _headline_below(segment: Sequence[Phrase], ms: Sequence[Morpheme], index: Triggers) -> Match | None:
    """한빛물산 인수 추진, 인수 계획 철회, 인수 결국 무산: the act below the noun that a headline ends in."""
    last, fellows = segment[-1], segment[:-1]
    cue = _over_act(last.head, index)
    if cue is None:
        return None
    act = _before(last, ms)
    over: tuple[StatusCue, ...] = (cue,)
    inner, below = (_over_act(act.head, index), _before(act, ms)) if act is not None else (None, None)
    if inner is not None and below is not None and _acting_noun(below, ms, index) is not None:
        act, over = below, (inner, cue)
    met = _acting_noun(act, ms, index) if act is not None else None
    if met is None and fellows and fellows[-1].mark in ("", "은"):
        *fellows, act = fellows
        met = _acting_noun(act, ms, index)
    if met is None or act is None:
        return None
    act.modifiers = [*act.modifiers, *last.modifiers]
    return Match(met[0], None, act, rest(act, met[1], ms), (act, last), fellows=tuple(fellows), over=over)


def _over_act(noun: str, index: Triggers) -> StatusCue | None:
    """What a noun that ends a headline says of the act before it: as its verb would, or as it does behind a clause."""
    verb, behind = index.verb_cues.get(noun + "하"), index.noun_cues.get(noun)
    if verb is not None and verb.control:
        return verb
    return behind if behind is not None and behind.effect in _UNSURE else None


def _acting_pair(a: Phrase, ms: Sequence[Morpheme], index: Triggers) -> Match | None:
    """소송 제기, 구속영장 청구: a noun that acts behind the one that it needs, both without a particle."""
    object_ = _before(a, ms)
    if object_ is None:
        return None
    for trigger in index.stems.get(a.head + "하", ()):
        if len(trigger.complements) == 1 and not trigger.passive:
            need = trigger.complements[0]
            if need.particle in ("을", "이") and object_.head.endswith(need.words) and is_whole(object_, need):
                return Match(trigger, None, a, _before(object_, ms), (object_, a))
    return None
