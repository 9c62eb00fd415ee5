"""Which quotations are speech, told by what stands behind the closing mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.span import Span
    from sagwan.korean.quotation import Quotation


class Link(Enum):
    """How content is tied to its reporting words."""

    GO = "고"  # …고 말했다
    MYEO = "며"  # …며 웃었다
    NEUN = "는"  # …는 입장
    THING = "것으로"  # …것으로 내다봤다
    PLAN = "계획을"  # …할 계획을 밝혔다
    ASK = "것을"  # …할 것을 촉구했다
    CITED = "따르면"  # 한빛일보에 따르면 …
    NONE = "–"  # nothing is said: 답하지 않았다
    BARE = ""  # nothing: a quotation by itself, or one of a row


_CLOSINGS = (
    (Link.MYEO, re.compile(r"\s?(?:이?라(?:며|면서|더니)|(?:하|한|했)?다?며|면서)(?:도|까지)?(?=[\s,]|다[.\s]|$)")),
    (
        Link.GO,
        re.compile(r"\s?(?:(?:이?라|이었다|였다|하다|냐|자)?고(?:도|는|만|까지|요)?|이?라)(?=[\s,.(]|$)"),
    ),
    (Link.GO, re.compile(r"\s(?=이러|이랬|그러[더시]|그랬|하더)")),
    # the citing particle left out: “…없었다” 말했다
    (Link.GO, re.compile(r"(?<=[다요까라자]['\"”’])\s(?=[가-힣]{1,4}[했혔렸였]다[.\s])")),
    # one syllable mistyped, or the blank behind it left out: “…있다”꼬 말했다, “…있다”고말했다
    (
        Link.GO,
        re.compile(
            r"(?<=[다요까라자]['\"”’])[^\W은는이가을를의에도만와과로](?=\s(?:[가-힣]+\s)?[가-힣]{1,4}[했혔렸였]다[.\s])"
        ),
    ),
    (Link.GO, re.compile(r"(?:이?라)?고(?=[가-힣]{1,3}[했혔렸였]다(?:[.\s]|$))")),
    (Link.NEUN, re.compile(r"\s?(?:이?라는|는|이?라던|던)(?=\s(?!데\s))")),
)
_ROW = re.compile(r"\s*(?:,|·|/|와|과|또는|그리고)?\s*$")
_ETC = re.compile(r"\s?등(?:의|을|이라|으로|,|\s)")
_COMMA = re.compile(r",\s")
_SPEAKER_BEHIND = re.compile(r"\s*\([^()]{2,20}\)\s*$")
_EXCHANGED = re.compile(r"^(?:[\"“][^\"“”]+[.?!…][\"”]\s*)+")
_BY_COLON = re.compile(r"[^\"“”'.,:]{2,25}[:：]\s?")  # 한서린 대표: “….”
_FINAL = re.compile(
    r"(?:[다요까라자죠지네야군걸나냐니오어데게래랴거셔쇼구]|(?:다|라|자|냐)고)[.?!…~\s]*[\"'”’]?$|[.?!…]\s*[\"'”’]?$|[는던]가[?.]*$"
)
_STOPPED = re.compile(r"[.?!…]\s*$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of speech, how it is tied, and the place behind what closes it (고, 라며)."""

    quotation: Quotation
    link: Link
    closed: int


def speech(chars: str, sentence: Span, pairs: Sequence[Quotation]) -> list[Quoted]:
    """The quotations of a sentence that are somebody's words, in order.

    Speech is told by citation behind the mark, by standing alone as a full sentence, or by standing in a row with
    such a one. Terms, titles and emphasis are none: a particle or a noun follows them.
    """
    found: list[Quoted] = []
    for pair in reversed(pairs):
        words = _cited(chars, pair) or _in_a_row(chars, pair, found, pairs) or _alone(chars, sentence, pair)
        if words:
            found.append(words)
    return found[::-1]


def is_sentence(words: str) -> bool:
    """Whether the words end as a Korean sentence does, with or without a full stop."""
    return bool(_FINAL.search(words.rstrip()))


def _cited(chars: str, pair: Quotation) -> Quoted | None:
    if pair.double and chars.startswith("으로 ", pair.span.end) and chars.endswith(" 것", 0, pair.inner.end):
        return Quoted(pair, Link.THING, pair.span.end + len("으로"))
    if pair.double and chars.startswith("로 ", pair.span.end) and is_sentence(chars[pair.inner.start : pair.inner.end]):
        return Quoted(pair, Link.THING, pair.span.end + len("로"))
    for link, closing in _CLOSINGS:
        behind = closing.match(chars, pair.span.end)
        if not behind:
            continue
        inner = chars[pair.inner.start : pair.inner.end]
        phrase = " " in inner.strip()
        if not phrase and (not pair.double or (link is Link.NEUN and not is_sentence(inner))):
            return None
        if not is_sentence(inner) and (not pair.double or (link is Link.NEUN and chars[behind.start()] == "는")):
            return None
        return Quoted(pair, link, behind.end())
    return None


def _in_a_row(chars: str, pair: Quotation, later: Sequence[Quoted], pairs: Sequence[Quotation]) -> Quoted | None:
    """`“…”, “…”라며`: the words before belong with the words that are cited."""
    if not pair.double:
        return None
    if later and _ROW.match(chars[pair.span.end : later[-1].quotation.span.start]):
        return Quoted(pair, Link.BARE, pair.span.end)
    inner = chars[pair.inner.start : pair.inner.end]
    if _ETC.match(chars, pair.span.end) and (is_sentence(inner) or _row_speaks(chars, pair, pairs)):
        return Quoted(pair, Link.BARE, pair.span.end)
    beside = next((p for p in pairs if p.span.start >= pair.span.end), None)
    if beside is not None and _ROW.match(chars[pair.span.end : beside.span.start]):
        return None  # “빈손”, “빈털터리”를 뜻하는: what stands beside it is no speech
    if is_sentence(inner) and _COMMA.match(chars, pair.span.end):
        return Quoted(pair, Link.BARE, pair.span.end)
    return None


def _row_speaks(chars: str, last: Quotation, pairs: Sequence[Quotation]) -> bool:
    """Whether the quotation before it in the row is a full sentence."""
    before = next((p for p in reversed(pairs) if p.span.end <= last.span.start), None)
    if before is None or not _ROW.match(chars[before.span.end : last.span.start]):
        return False
    return before.double and is_sentence(chars[before.inner.start : before.inner.end])


def _alone(chars: str, sentence: Span, pair: Quotation) -> Quoted | None:
    """A sentence that is nothing but a quotation, or several, perhaps with its speaker in brackets behind."""
    ahead = _EXCHANGED.sub("", chars[sentence.start : pair.span.start])
    if (
        not pair.double
        or (ahead.strip() and not _BY_COLON.fullmatch(ahead))
        or not _STOPPED.search(chars[pair.inner.start : pair.inner.end])
    ):
        return None
    rest = chars[pair.span.end : sentence.end]
    if rest.strip(" .,") and not _SPEAKER_BEHIND.match(rest):
        return None
    return Quoted(pair, Link.BARE, pair.span.end)
