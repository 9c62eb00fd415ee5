"""Claims about a cause or a purpose: only what the text itself writes as one, by its morphemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.model import Because, Truth, Verdict
from sagwan.items.morphemes import morphemes_of

if TYPE_CHECKING:
    from sagwan.items.prove.shelf import Shelf, Shelved

# How a cause or a purpose ends, its last morphemes; the reasons for the form are the grammar's, not the maker's.
_ENDS = {
    "purpose": ((("위하", "VV"), ("어", "EC")), (("위하", "VV"), ("어서", "EC"))),
    "cause": (
        (("때문", "NNB"), ("에", "JKB")),
        (("때문", "NNB"), ("이", "VCP")),
        (("탓", "NNB"), ("에", "JKB")),
        (("덕분", "NNG"), ("에", "JKB")),
        (("여파", "NNG"), ("로", "JKB")),
        (("영향", "NNG"), ("으로", "JKB")),
    ),
}


def judge_because(claim: Because, shelf: Shelf) -> Verdict:
    """True where these very words are written as the cause or purpose at that place, by the reporter; false where
    others are and the article gives these nowhere as a cause or a purpose.
    """
    at = shelf[claim.article]
    chars = at.reading.layout.text.chars
    there = chars[claim.start : claim.stop]
    place = (f"{at.address}:{claim.start}–{claim.stop}",)
    way = _way(there, at)
    if way is None or _way(claim.words, at) != way or not _reporters(claim, at):
        return Verdict(Truth.UNSUPPORTED, place, (there,), "까닭이나 목적으로 적힌 자리가 아닙니다")
    if _bare(there) == _bare(claim.words):
        return Verdict(Truth.TRUE, place, (there,), "그 자리에 까닭이나 목적으로 적혀 있습니다")
    if at.senses.of(claim.words).words & at.senses.of(there).words - _marks(way):
        return Verdict(Truth.UNSUPPORTED, place, (there,), "적힌 까닭과 비슷합니다")
    if _bare(claim.words) in _bare(chars):
        return Verdict(Truth.UNSUPPORTED, place, (there,), "다른 곳에 까닭이나 목적으로 적혀 있습니다")
    return Verdict(Truth.FALSE, place, (there,), f"그 자리에는 ‘{there}’")


def _way(words: str, at: Shelved) -> str | None:
    morphemes = morphemes_of(words, at.analyser)
    tail = [(m.form, m.tag.split("-")[0]) for m in morphemes]
    for way, ends in _ENDS.items():
        if any(tuple(tail[-len(end) :]) == end or tuple(tail[-len(end) - 1 : -1]) == end for end in ends):
            return way
    return None


def _reporters(claim: Because, at: Shelved) -> bool:
    """Whether the place is one stretch of a sentence of the body that quotes nobody."""
    sentence = next((s for s in at.witness.sentences if s.start <= claim.start and claim.stop <= s.end), None)
    return sentence is not None and not set("“”\"‘’'「」") & set(at.reading.layout.text.cut(sentence))


def _marks(way: str) -> frozenset[str]:
    return frozenset(form for end in _ENDS[way] for form, _ in end)


def _bare(words: str) -> str:
    return "".join(words.split())
