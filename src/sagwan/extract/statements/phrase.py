"""Where a noun phrase begins: its nouns, names and brackets, back from the particle that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.statements.stream import NOUN, QUOTE

if TYPE_CHECKING:
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.stream import Stream

_WITHIN = frozenset({"JKG", "JC", "SP", "SW", "SO", "SS", "SSO", "SSC"})
DEMONSTRATIVE = frozenset({"이", "그", "해당", "같은", "동", "이들"})


def phrase_start(stream: Stream, end: int, who: NameIndex) -> int:
    """The token at which the noun phrase begins that ends before token `end`; brackets belong to it."""
    tokens = stream.tokens
    i = end
    while i > 0:
        tag = tokens[i - 1].tag
        if tag == "SP" and tokens[i - 1].form == "," and who.at(tokens[max(i - 2, 0)].start) is None:
            break
        if tag != QUOTE and (marks := stream.marks_at(tokens[i - 1].start)) and stream.after(marks.start) < i - 1:
            i = stream.after(marks.start)
        elif tag == "SSC" and (opening := _opening(stream, i - 1)) is not None:
            i = opening
        elif (
            tag in NOUN
            or tag in _WITHIN
            or _old(tokens[i - 1].form, tag)
            or (tag == "MAG" and _surname(stream, i - 1, end))
        ):
            i -= 1
        elif tag != QUOTE and (at := _name_start(who, tokens[i - 1].start)) is not None:
            i = min(i - 1, stream.after(at))
        elif i < end and _splits_word(stream, i):
            i = stream.word_start(i)
        else:
            break
    unclosed = not any(token.tag == "SSC" for token in tokens[i:end])  # (한서린 대표가) “…”라고 했다
    while i < end and (tokens[i].tag in ("JKG", "JC", "SP", "SO", "SSC") or (unclosed and tokens[i].tag == "SSO")):
        i += 1
    return i


def _splits_word(stream: Stream, i: int) -> bool:
    """Whether token `i` goes on a word that the analyser took apart: 박/VV+지만/EC|씨, 탁/MAG|현민."""
    before = stream.tokens[i - 1].tag
    return not stream.begins_word(i) and before[0] in "VEM" and before not in ("VCP", "ETM", "EF")


def _surname(stream: Stream, i: int, end: int) -> bool:
    """안 위원장: an adverb of negation cannot stand before a noun, so it is somebody's name."""
    tokens = stream.tokens
    return i + 1 < end and tokens[i].tag == "MAG" and tokens[i].form == "안" and tokens[i + 1].tag in ("NNG", "NNP")


def _name_start(who: NameIndex, at: int) -> int | None:
    """Where the name begins that covers character `at`: a name may hold a verb (바로세우기 연대)."""
    return next((span.start for span, _ in who.between(max(0, at - 40), at + 1) if at in span), None)


def _old(form: str, tag: str) -> bool:
    return tag == "MM" and (form in DEMONSTRATIVE or form in ("전", "현", "신", "한", "양", "두", "여러", "각", "부"))


def _opening(stream: Stream, at: int) -> int | None:
    """The opening bracket of the closing one at token `at`."""
    for i in range(at - 1, max(-1, at - 30), -1):
        if stream.tokens[i].tag == "SSO" and stream.tokens[i].form in "([（":
            return i if stream.tokens[at].form in ")]）" else None
        if stream.tokens[i].tag == QUOTE:
            return None
    return None
