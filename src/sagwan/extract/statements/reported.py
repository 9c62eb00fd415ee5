"""Where the words of indirect speech end: …다고, …라며, …다는 입장, …것으로, …할 계획을."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.stream import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.stream import Stream
    from sagwan.korean.kiwi import Morpheme

_GO = re.compile(r"(?:다|라|자|냐)고$")
_MYEO = re.compile(r"(?:다|라|자|냐)(?:며|면서)도?$")
_NEUN = re.compile(r"(?:다|라|자|냐)는$|란$")
_TRIGGER = re.compile(r"[다라자냐](?:고|며도?|면서도?|는)$|란$")


# 뭐라고 말했다: that something was said, and not what.
_WHATEVER = frozenset({"뭐", "무엇", "뭣"})
_CITING = frozenset({"따르", "의하"})


@dataclass(frozen=True, slots=True)
class Reported:
    """The end of a content clause: its last words are before character `end`, its ending is token `at`.

    `after` is the token that the reporting words begin at.
    """

    at: int
    end: int
    after: int
    link: Link


def triggers(morphemes: tuple[Morpheme, ...], book: Book) -> bool:
    """Whether the sentence can hold indirect speech at all; asked of every sentence, so it looks at little."""
    for m in morphemes:
        tag = m.tag
        if tag == "JKQ":
            return True
        if tag in ("EC", "ETM", "EF"):
            if _TRIGGER.search(m.form):
                return True
        elif (tag == "NNB" and m.form == "것") or m.form in book.hints or m.form in _CITING:
            return True
    return False


def reported(stream: Stream, book: Book) -> Iterator[Reported]:
    """Every place in the sentence where a content clause may end; the reporting words behind it decide."""
    tokens = stream.tokens
    for i in range(1, len(tokens)):
        tag = tokens[i].tag
        if stream.inside_marks(tokens[i].start):
            continue
        if tag == "JKQ":
            found = _cited(stream, i)
        elif tag in ("EC", "EF", "ETM"):
            found = _ending(stream, i) if tokens[i - 1].tag != QUOTE else None
        else:
            found = _noun(stream, i, book) if tag in ("NNB", "NNG") and tokens[i - 1].tag == "ETM" else None
        if found:
            yield found


def _ending(stream: Stream, i: int) -> Reported | None:
    """…다고, …라며, …냐는."""
    token = stream.tokens[i]
    if stream.tokens[i - 1].form in _WHATEVER or (
        stream.tokens[i - 1].tag == "VCP" and i > 1 and stream.tokens[i - 2].form in _WHATEVER
    ):
        return None
    if token.tag == "ETM":
        return Reported(i, _content_end(stream, i, 1), i + 1, Link.NEUN) if _NEUN.search(token.form) else None
    if _GO.search(token.form):
        return Reported(i, _content_end(stream, i, 1), i + 1 + _particles(stream, i + 1), Link.GO)
    if _MYEO.search(token.form):
        tie = token.form[max(token.form.rfind("며"), token.form.rfind("면서")) :]
        return Reported(i, _content_end(stream, i, len(tie)), i + 1, Link.MYEO)
    return None


def _cited(stream: Stream, i: int) -> Reported | None:
    """만났다|고: a sentence that the analyser took for a whole one, with the particle of citation behind it."""
    before = stream.tokens[i - 1]
    if before.tag != "EF" or stream.begins_word(i) or not stream.tokens[i].form.endswith("고"):
        return None
    return Reported(i - 1, before.end, i + 1 + _particles(stream, i + 1), Link.GO)


def _noun(stream: Stream, i: int, book: Book) -> Reported | None:
    """…ㄹ 것으로, …ㄹ 것을, …ㄹ 계획을."""
    token, before = stream.tokens[i], stream.tokens[i - 1]
    behind = stream.tokens[i + 1] if i + 1 < len(stream.tokens) else token
    future = before.form in ("ᆯ", "을")
    if token.form in ("것", "거"):
        if behind.tag == "JKB" and behind.form in ("으로", "로"):
            if stream.chars.startswith(",", behind.end):
                return None
            return Reported(i, token.end, i + 2, Link.THING)
        return Reported(i, token.end, i + 2, Link.ASK) if behind.tag == "JKO" and future else None
    noun = book.nouns.get(token.form) if behind.tag == "JKO" and future else None
    return Reported(i, token.end, i + 2, Link.PLAN) if noun and noun.plans else None


def _particles(stream: Stream, i: int) -> int:
    """1 where 도, 는, 만 or 까지 follows the citation."""
    return int(i < len(stream.tokens) and stream.tokens[i].tag == "JX" and not stream.begins_word(i))


def _content_end(stream: Stream, i: int, length: int) -> int:
    """The character behind the content's own last ending: 늘었다|고, 확보하라|고, 계획|이라고 without its copula."""
    token, before = stream.tokens[i], stream.tokens[i - 1]
    if before.tag == "VCP":
        return before.start if before.end > before.start or before.start < token.start else token.start
    return max(token.start + 1, token.end - length)
