"""Nominals: the stretches of a sentence that can be a name, a title or a noun, and how each hangs on the one before."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.extract.names.shape import is_hangul, is_korean_name
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence

# The tags of a name that the analyser had cut and that was put together again.
PIECES = "pieces"

_NAMING = frozenset({"NNP", "NNG", "SL", "SH", "XR", "XPN", "NR", "NP", "MM", "IC"})
# Of one syllable, these matter only where they may be a family name.
_SMALL = frozenset({"MM", "NP", "NR", "IC"})
_OPENERS = frozenset({"XPN", "MM", "NNB"})
# What ends a word, what begins one, and the verbs that a name may be cut into.
_ENDS = frozenset({"ETM", "JKS", "JKO", "JX"})
_STEMS = frozenset({"VV", "VA", "VV-I", "VV-R", "VA-I", "VA-R"})
_OPENING = _NAMING | _STEMS | {"MAG"}
_BEGINS = _STEMS | {"NNG", "NNP", "XSN", "MM"}
_GLUE = frozenset("-&+'’.")
# 소리꾼, 전략가: these make a noun of a person and belong to it.
_PERSON_SUFFIX = frozenset("꾼가자관사수원")
_BRACKETS = {**dict.fromkeys("([（〔【", "("), **dict.fromkeys(")]）〕】", ")")}
_AFTER_NAME = re.compile(r"(?:은|는|이|가|을|를|의|에게|도|와|과|씨|측)(?![가-힣])")
_ASIDE = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_LONG = 3
_CUT = 2
# Ends of names whose last syllable is no particle.
_OWN = frozenset({"회의", "협의"})
_FULL = 3
_PARTS = 5  # morphemes that three letters make at most
_TITLE_REACH = 8  # morphemes
_PARTICLES = frozenset("은는이가을를의도와과만에로")
_TAIL = 8
QUOTES = "‘’'“”\"「」『』<>《》"
CLOSING = frozenset("’”」』>》'\"")
_DOTS = "·ㆍ・‧∙•"
# 부장이었던 …, 부장이던 …: what somebody was then.
WAS = ("였던", "이었던", "이던")
_LINKS = {
    **{link: link for link in ("의", "인", ",", "/")},
    **dict.fromkeys(("이자", "겸", "이면서", "이며", *WAS), "인"),
    **dict.fromkeys("▲△▷▶◇◆□■○●", "▲"),  # what a list of appointments puts before each name
}


class Nominal(Struct, frozen=True, gc=False):
    """A run of noun morphemes without a blank, at its place.

    `tags` are Kiwi's, joined by `+`; `proper` says that a proper noun or foreign letters are in it. `link` tells
    what stands between it and the nominal before: a blank, nothing, `)` for an aside in brackets, else what is left
    without the aside: `의`, `인`, `·`, `,`, `‘` for a quotation mark, `▲` for the mark of a list,
    `x` for anything else. `tail` is what stands right behind it, up to the next blank or nominal.
    """

    text: str
    start: int
    end: int
    tags: str
    proper: bool
    link: str
    tail: str


class Row(Struct, frozen=True):
    """The nominals of a sentence, or of one bracketed aside of it; `host` is the end of what the aside explains."""

    nominals: tuple[Nominal, ...]
    host: int | None


class _RowInMaking:
    """A row that takes stretches one by one: what stands behind the last one is known when the next one comes."""

    def __init__(self, chars: str, host: int | None) -> None:
        self.host = host
        self.done: list[Nominal] = []
        self._chars = chars
        self._last: tuple[int, int, str] | None = None
        self._link = "^"

    def take(self, start: int, end: int, tags: str) -> None:
        self._close(start)
        self._last = (start, end, tags)

    def closed(self, stop: int) -> Row:
        self._close(stop)
        return Row(tuple(self.done), self.host)

    def _close(self, at: int) -> None:
        if self._last is None:
            return
        start, end, tags = self._last
        if (
            tags == "NNP"
            and end - start > _LONG
            and self._chars[end - 2 : end] not in _OWN
            and self._chars[end - 1] == "의"
        ):
            end -= 1  # an unknown foreign name swallows the particle behind it: 알베르의, but not 누리작가회의
        link, tail = _between(self._chars[end:at])
        self.done.append(Nominal(self._chars[start:end], start, end, tags, is_proper(tags), self._link, tail))
        self._link = link


def rows(chars: str, sentence: Sentence, known: Knowledge) -> list[Row]:
    """The sentence's own row first, then one for each bracketed aside, in text order."""
    outer = _RowInMaking(chars, None)
    inner: _RowInMaking | None = None
    asides: list[Row] = []
    for start, end, tags in _stretches(chars, sentence.morphemes, known):
        if tags == "(":
            inner = _RowInMaking(chars, start)
        elif tags == ")":
            if inner is not None:
                asides.append(inner.closed(start))
            inner = None
        else:
            (inner or outer).take(start, end, tags)
    if inner is not None:
        asides.append(inner.closed(sentence.span.end))
    return [outer.closed(sentence.span.end), *asides]


def _stretches(chars: str, morphemes: Sequence[Morpheme], known: Knowledge) -> Iterator[tuple[int, int, str]]:
    """Runs of naming morphemes as (start, end, tags); a bracket as (place, place, "(" or ")")."""
    start = end = reach = -1
    tags = ""
    for i, m in enumerate(morphemes):
        form, tag, at, to = m.form, m.tag, m.start, m.end
        if tags:
            if at < reach:
                continue  # swallowed by a name put together again
            goes_on = _continues(form, tag, tags) or (tag == "NNB" and _is_within(morphemes, i, tags))
            if at == reach and goes_on and not _parts(chars, start, at, to):
                reach = to
                if _belongs(form, tag):
                    tags, end = f"{tags}+{tag}", to
                continue
            yield start, end, tags
            tags = ""
        opens = tag in _OPENING or (tag[0] == "J" and _begins_word(chars, at))
        begun = _begun(chars, morphemes, i, known) if opens else None
        if begun:
            start, (end, tags) = at, begun
            reach = end
        elif tag == "NNB" and form in known.titles:
            yield at, to, tag
        elif form in _BRACKETS:
            yield at, at, _BRACKETS[form]
    if tags:
        yield start, end, tags


def _begins_word(chars: str, at: int) -> bool:
    return not at or chars[at - 1] in " \n"


def _begun(chars: str, morphemes: Sequence[Morpheme], i: int, known: Knowledge) -> tuple[int, str] | None:
    """Where the nominal that morpheme `i` begins ends for now, and its tags; None where it begins none."""
    m = morphemes[i]
    form, tag, at, to = m.form, m.tag, m.start, m.end
    if tag == "MAG":
        return _adverbial(chars, morphemes, i, known) if form in known.syllables["surname"] else None
    naming = tag in _NAMING and to > at
    if naming and tag in _SMALL and to - at == 1 and form not in known.syllables["surname"]:
        return None
    if chars[at] not in known.syllables["surname_common"]:
        return (to, tag) if naming else None
    torn = _is_torn(chars, morphemes, i)
    particle = _begins_word(chars, at) and tag[0] == "J"  # none begins a word: 도재윤, cut as 도+재윤
    if to == at or not (naming or particle or torn):
        return None
    behind = morphemes[i + 1] if i + 1 < len(morphemes) else None
    # A prefix or a determiner (현, 재) cannot end a word, and a counter (호) counts nothing without a number.
    loose = particle or torn or (behind is not None and behind.start == to and behind.tag in _OPENERS)
    whole = _put_together(chars, at, to, known, loose=loose)
    if whole:
        return whole, PIECES
    return (to, tag) if naming else None


def _adverbial(chars: str, morphemes: Sequence[Morpheme], i: int, known: Knowledge) -> tuple[int, str] | None:
    """안 위원장, 탁민재 누리시청 비서관: a family name that the analyser takes for an adverb, before a title."""
    at, to = morphemes[i].start, morphemes[i].end
    if any(m.form in known.titles for m in morphemes[i + 1 : i + 2]):
        return to, "NNP"
    stop = at + _FULL
    whole = " " not in chars[at:stop] and chars[stop : stop + 1] == " " and is_korean_name(chars[at:stop], known)
    behind = morphemes[i + 1 : i + _TITLE_REACH] if whole else ()
    return (stop, PIECES) if any(m.form in known.titles and m.start > stop for m in behind) else None


def _is_torn(chars: str, morphemes: Sequence[Morpheme], i: int) -> bool:
    """Whether the analyser reads two words into one of three letters, as it does with names that are made of plain
    words and begin with a family name: 노란별 as 노란 별, 반이든 as 반이 든.
    """
    at = morphemes[i].start
    if at and chars[at - 1].isalnum():
        return False
    word = [m for m in morphemes[i : i + _PARTS] if m.start < at + _FULL]
    return any(one.tag in _ENDS and other.tag in _BEGINS and one.end == other.start for one, other in pairwise(word))


def _belongs(form: str, tag: str) -> bool:
    """Whether a morpheme that goes on a nominal is part of its name, or only hangs on it (들, 적)."""
    return tag in _NAMING or tag in ("SN", "NNB") or (tag == "XSN" and form in _PERSON_SUFFIX)


def _continues(form: str, tag: str, tags: str) -> bool:
    if tags == PIECES or tags.endswith("MM") or (tags == "SH" and tag != "SH"):
        return False
    if tag in _NAMING:
        return tag != "MM"
    if tag == "NNB" and form == "대":  # 존스홉킨스대, whose end the analyser takes for a counter
        return tags.endswith("NNP")
    if form in "'’":  # O'Neill, but not 스펜서'도
        return tags.endswith("SL")
    if form == ".":  # J.P., but not what a full stop without a blank parts: 계획.누리전자
        return tags.endswith(("SL", "SN"))
    return tag in ("SN", "XSN") or form in _GLUE


def _is_within(morphemes: Sequence[Morpheme], i: int, tags: str) -> bool:
    """Whether a bound noun of one letter stands in the middle of a word: 솔내노조, cut as 솔+내+노조."""
    m = morphemes[i]
    behind = morphemes[i + 1] if i + 1 < len(morphemes) else None
    is_short = m.end - m.start == 1 and tags == "NNG"
    return is_short and behind is not None and behind.start == m.end and behind.tag == "NNG"


def _parts(chars: str, start: int, at: int, to: int) -> bool:
    """Whether the hyphen at `at` stands between two words: 한가람-박도현 회동, 서울-부산; not in 알-누리."""
    return chars[at:to] == "-" and is_hangul(chars[start:at]) and at - start > 1 and is_hangul(chars[to : to + 2])


def _put_together(chars: str, at: int, to: int, known: Knowledge, *, loose: bool) -> int:
    """Where a full name ends that was cut behind its family name or later (김+도+희, 박도+현 대통령); 0 where there is
    none. `loose`: what stands right behind its first piece cannot end a word.
    """
    if to - at > _CUT or chars[to : to + 1].isspace():
        return 0
    if (at and chars[at - 1].isalnum()) or (
        to - at == _CUT and not loose and chars[to : to + 1] not in known.senses_before
    ):
        return 0
    stop = at + 3 if chars[at + 2 : at + 3].strip() else at + 2
    if stop - at == _CUT and chars[at + 1 : stop] in _PARTICLES:
        return 0
    name = chars[at:stop]
    if not is_korean_name(name, known) or name[1:] in known.titles or name in known.sorts or name in known.endings:
        return 0
    return stop if not chars[stop : stop + 1].isalnum() or _AFTER_NAME.match(chars, stop) else 0


@lru_cache(maxsize=1 << 10)
def is_proper(tags: str) -> bool:
    """Whether a proper noun or foreign letters are among the tags."""
    return "NNP" in tags or "SL" in tags or "SH" in tags


@lru_cache(maxsize=1 << 14)
def is_unmet(text: str, tags: str) -> bool:
    """Whether the analyser takes for one common noun what it has never read: most such words are names."""
    return tags == "NNG" and len(text) > _CUT and not has_met(text, tags)


@lru_cache(maxsize=1 << 14)
def _between(gap: str) -> tuple[str, str]:
    """The link to the nominal behind a gap, and the tail of the one before it. Remembered: most gaps are a particle
    and a blank.
    """
    # 가람(34)이: the particle behind an aside is the name's.
    behind = _ASIDE.sub("", gap) if gap and gap[0] in "([（" else gap
    return link_over(gap), behind[:_TAIL].split(maxsplit=1)[0] if behind and not behind[0].isspace() else ""


def link_over(gap: str) -> str:
    """What the characters between two nominals make of them: see `Nominal.link`."""
    if gap == " " or not gap:
        return gap
    aside = "(" in gap or "[" in gap or "（" in gap
    if aside:
        gap = _ASIDE.sub("", gap)
    bare = gap.strip()
    if bare and gap[0] in QUOTES:  # ‘누리’의 대표: what closes a quotation is passed over
        gap = bare = bare.lstrip(QUOTES)
        bare = bare.strip()
        gap = gap or " "
    if not bare:
        return ")" if aside else " " if gap else ""
    if bare in _DOTS or bare == "-":
        return "·"
    return _LINKS.get(bare) or ("‘" if bare in QUOTES else "x")
