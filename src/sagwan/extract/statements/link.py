"""How statements of one article hang together: answers, repetitions, changes of position, words in the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.extract.statements.source import phrase_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.span import Span
    from sagwan.extract.statements.draft import Draft

_HANGUL = re.compile(r"[가-힣A-Za-z0-9]+")
_REACH = 4  # sentences back that an answer may look
_SAME = 0.5  # share of a headline quotation's syllable pairs that the body's words must hold
_LONG = 8
_CLAIM = frozenset(
    {"주장", "지적", "비판", "발언", "의혹", "요구", "말", "보도", "질문", "공세", "해명", "설명", "제안", "비난"}
)


def pairs_of(words: str) -> set[str]:
    """The pairs of neighbouring syllables of the words, blanks and marks left out."""
    plain = "".join(_HANGUL.findall(words))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


def link(drafts: Sequence[Draft]) -> None:
    """Set what each statement answers, repeats and takes back; it can only be an earlier one."""
    for n, draft in enumerate(drafts):
        before = drafts[:n]
        draft.responds_to = _answered(draft, before)
        draft.reverses = _taken_back(draft, before)
        draft.repeats = _repeated(draft, before)


def _answered(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    others = [b for b in before if b.who != draft.who and b.who is not None]
    if not others:
        return None
    claimed = _claim_of(draft, others)
    if claimed:
        return claimed
    cue = draft.unit.reporting.cue if draft.unit.reporting else None
    answers = draft.answers or (cue is not None and cue.link == "responds")
    last = others[-1]
    return last if answers and draft.number - last.number <= _REACH else None


def _claim_of(draft: Draft, others: Sequence[Draft]) -> Draft | None:
    """…라는 머스크의 주장에 대해: the words of the one who is named, those that are nearest in wording."""
    stream = draft.scene.stream
    for i in range(1, len(stream.tokens) - 1):
        token = stream.tokens[i]
        if token.tag != "NNG" or token.form not in _CLAIM or stream.tokens[i - 1].tag not in ("JKG", "NNP", "NNB"):
            continue
        if not stream.tokens[i + 1].tag.startswith("JK") or stream.tokens[i + 1].form not in ("에", "를", "을"):
            continue
        first = phrase_start(stream, i, draft.scene.who)
        named = draft.scene.who.between(stream.tokens[first].start, token.start)
        theirs = [o for o in others if named and o.speaker_id == named[-1][1].id]
        if theirs:
            said = pairs_of(stream.chars[stream.tokens[0].start : token.start])
            return max(theirs, key=lambda o: (len(said & pairs_of(o.words)), -o.number))
    return None


def _taken_back(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    reporting = draft.unit.reporting
    if reporting is None or reporting.cue is None or reporting.cue.link != "reverses":
        return None
    for earlier in reversed(before):
        apart = earlier.number != draft.number or earlier.unit.cue_at != draft.unit.cue_at
        if earlier.who == draft.who and draft.who is not None and apart:
            return earlier
    return None


def _repeated(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    mine = "".join(_HANGUL.findall(draft.words))
    if len(mine) < _LONG or draft.who is None:
        return None
    for earlier in before:
        theirs = "".join(_HANGUL.findall(earlier.words))
        if earlier.who == draft.who and (mine in theirs or (len(theirs) >= _LONG and theirs in mine)):
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
