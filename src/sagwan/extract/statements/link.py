"""How statements of one article hang together: answers, repetitions, changes of position, words in the headline."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sagwan.core.statement import Found, Stance
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.reversal import taken_back
from sagwan.extract.statements.stance import is_relayed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.span import Span
    from sagwan.extract.statements.draft import Draft
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Passage

_HANGUL = re.compile(r"[가-힣A-Za-z0-9]+")
_TOO = re.compile(r"(?: ?[가-힣]+?){0,2}도(?= )")
_REACH = 4  # sentences back that an answer may look
_BESIDE = 1  # sentences back that an answer may look where nothing else tells what it answers
_NEXT = 0
_TELLING = ("NN", "SL", "XR", "VV", "VA")  # what a sentence is about, not how it hangs together
_SAME = 0.5  # share of a headline quotation's syllable pairs that the body's words must hold
_LONG = 8
_CLAIM = frozenset(
    {"주장", "지적", "비판", "발언", "의혹", "요구", "말", "보도", "질문", "공세", "해명", "설명", "제안", "비난"}
)


def pairs_of(words: str) -> set[str]:
    """The pairs of neighbouring syllables of the words, blanks and marks left out."""
    plain = "".join(_HANGUL.findall(words))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


def link(drafts: Sequence[Draft], passage: Passage) -> None:
    """Set what each statement answers, repeats and takes back; it can only be an earlier one."""
    matters = Matters(passage)
    for n, draft in enumerate(drafts):
        before = drafts[:n]
        draft.responds_to = _answered(draft, before, matters)
        draft.reverses = taken_back(draft, before)
        draft.repeats = _repeated(draft, before)


class Matters:
    """What the words of statements are about: their nouns and verbs, without those that any sentence has."""

    def __init__(self, passage: Passage) -> None:
        self._sentences = passage.sentences
        self._told: list[tuple[int, str]] | None = None

    def raises(self, sentence: int) -> bool:
        """Whether a sentence tells of a claim or a suspicion, whosever it is: 영향을 미쳤다는 의혹이 나온다."""
        morphemes = self._sentences[sentence].morphemes if sentence >= 0 else ()
        return any(m.form in _CLAIM and m.tag == "NNG" for m in morphemes)

    def of(self, draft: Draft) -> set[str]:
        """Those of one statement."""
        if self._told is None:  # few pages ask
            self._told = sorted((m.start, m.form) for s in self._sentences for m in s.morphemes if _tells(m))
        first, last = (bisect_left(self._told, (at, "")) for at in (draft.span.start, draft.span.end))
        return {form for _, form in self._told[first:last]}


def _tells(m: Morpheme) -> bool:
    return m.tag[:2] in _TELLING and m.tag != "NNB" and len(m.form) > 1 and m.form not in _CLAIM


def _answered(draft: Draft, before: Sequence[Draft], matters: Matters) -> Draft | None:
    """What it answers: the claim that the sentence names, else the nearest words of somebody else that it bears on. A
    denial need not say that it answers where the claim is plainly about who denies it.
    """
    cue = draft.unit.reporting.cue if draft.unit.reporting else None
    replies = draft.answers or (cue is not None and cue.link == "responds")
    claim = _claim_at(draft)
    denies = draft.stance is Stance.DENY
    if not replies and not denies and claim is None:
        return None
    others = [b for b in before if b.who != draft.who and b.who is not None and not is_relayed(b.unit)]
    claimed = _claimed(draft, claim, others) if claim is not None else None
    if claimed or not (replies or denies):
        return claimed
    return _borne_on(draft, others, matters) if replies else _denied(draft, others, matters)


def _denied(draft: Draft, others: Sequence[Draft], matters: Matters) -> Draft | None:
    """The words a little before that name the denier and speak of the same."""
    mine = {draft.speaker_id, _behalf(draft)} - {None}
    theirs = [o for o in others if draft.number - o.number <= _REACH and mine & set(o.about)]
    shared = [(len(matters.of(draft) & matters.of(o)), o.number, o) for o in theirs]
    return max((found for found in shared if found[0]), key=lambda found: found[:2], default=(0, 0, None))[2]


def _borne_on(draft: Draft, others: Sequence[Draft], matters: Matters) -> Draft | None:
    """The words a little before that these have most to do with; else those right before."""
    near = [o for o in others if draft.number - o.number <= _REACH]
    if _joins_in(draft):  # 도경우 의원도 선을 그었다: beside him who spoke before, unless that one spoke of him
        near = [o for o in near if {draft.speaker_id, _behalf(draft)} & set(o.about) - {None}]
    explains = draft.unit.reporting is None and draft.speaker.found is Found.CARRIED  # 이에 …했다는 것이다
    if not near or explains:
        return None
    before = draft.number - 1
    if draft.answers and matters.raises(before) and all(o.number < before for o in near):
        return None  # what is answered stands right before it, and nobody is said to have said it
    bearing = [(weight, o.number, o) for o in near if (weight := _bears_on(draft, o, matters))]
    if bearing:
        return max(bearing, key=lambda found: found[:2])[2]
    reach = _NEXT if _names_its_object(draft) else _BESIDE
    beside = (o for o in reversed(near) if draft.number - o.number <= reach)
    return next((o for o in beside if not _turns_to_others(draft, o)), None)


def _turns_to_others(draft: Draft, other: Draft) -> bool:
    """Whether what is said is about people and things that the words of another know nothing of."""
    return bool(draft.about) and not {other.speaker_id, *other.about} & set(draft.about)


def _joins_in(draft: Draft) -> bool:
    """Whether he who speaks is said to speak too (도)."""
    source = draft.speaker.source
    return source is not None and _TOO.match(draft.scene.stream.chars, source.span.end) is not None


def _names_its_object(draft: Draft) -> bool:
    """Whether the sentence says what it answers: 연계설에 대해 “…”고 선을 그었다; 이에 대해 does not."""
    tokens = draft.scene.stream.tokens[: draft.unit.at]
    return any(
        form.form in ("에", "과", "와") and about.form in ("대하", "관하", "관련") and noun.tag != "NP"
        for noun, form, about in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _bears_on(draft: Draft, other: Draft, matters: Matters) -> int:
    """How much two statements have to do with each other: whom they name, and the words they share."""
    named = 2 * ({draft.speaker_id, _behalf(draft)} & set(other.about) - {None} != set())
    named += 2 * ({other.speaker_id, _behalf(other)} & set(draft.about) - {None} != set())
    return named + len(matters.of(draft) & matters.of(other))


def _behalf(draft: Draft) -> str | None:
    return draft.speaker.source.behalf if draft.speaker.source else None


def _claim_at(draft: Draft) -> int | None:
    """The token of the claim that the sentence says it answers: …라는 도경우 의원의 |주장에 대해."""
    tokens = draft.scene.stream.tokens
    for i in range(1, len(tokens) - 1):
        if tokens[i].form not in _CLAIM or tokens[i].tag != "NNG" or tokens[i - 1].tag not in ("JKG", "NNP", "NNB"):
            continue
        if tokens[i + 1].tag.startswith("JK") and tokens[i + 1].form in ("에", "를", "을"):
            return i
    return None


def _claimed(draft: Draft, claim: int, others: Sequence[Draft]) -> Draft | None:
    """The words of the one whose claim it is, those that are nearest in wording."""
    stream = draft.scene.stream
    at = stream.tokens[claim].start
    first = phrase_start(stream, claim, draft.scene.who)
    named = draft.scene.who.between(stream.tokens[first].start, at)
    theirs = [o for o in others if named and o.speaker_id == named[-1][1].id]
    said = pairs_of(stream.chars[stream.tokens[0].start : at])
    return max(theirs, key=lambda o: (len(said & pairs_of(o.words)), -o.number), default=None)


def _repeated(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    mine = "".join(_HANGUL.findall(draft.words)) if before and draft.who is not None else ""
    if len(mine) < _LONG:
        return None
    for earlier in before:
        theirs = "".join(_HANGUL.findall(earlier.words)) if earlier.who == draft.who else ""
        if theirs and (mine in theirs or (len(theirs) >= _LONG and theirs in mine)):
            return earlier
    return None


def in_headline(words: str, quoted: Sequence[tuple[Span, str]]) -> tuple[Span, str] | None:
    """The quotation of the headline that gives these words, exactly or shortened; the fullest where several do."""
    said = pairs_of(words)
    best: tuple[float, tuple[Span, str]] | None = None
    for span, title in quoted:
        wanted = pairs_of(title)
        if len(wanted) < _LONG // 2:
            continue
        share = len(wanted & said) / len(wanted)
        if share >= _SAME and (best is None or share > best[0]):
            best = (share, (span, title))
    return best[1] if best else None
