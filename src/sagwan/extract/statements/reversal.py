"""Changes of position that the text tells of: which words take back which others of the same speaker."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.extract.statements.reporting import cue_at
from sagwan.extract.statements.stream import PREDICATE
from sagwan.lexicon.schema.cue import Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.draft import Draft
    from sagwan.extract.statements.stream import Stream
    from sagwan.lexicon import Lexicon

_THEN = ("다가", "었다가", "았다가", "더니", "었더니")  # …고 했다가 …고 말했다
_NEGATED = re.compile(r"(?:않|없|못|아니|안 )[가-힣]{0,5}[.]?$")
_FINALS, _NIEUN, _BASE = 28, 4, ord("가")
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_COMMITS = (Stance.PROMISE, Stance.ASSERT, Stance.DEMAND, Stance.FORECAST)


def turns(stream: Stream, book: Book) -> bool:
    """Whether the reporter says in this sentence that somebody changed position: 말을 바꿨다, 선회했다."""
    for i in [n for n, token in enumerate(stream.tokens) if token.form in book.turning]:
        verb = i + 1 if stream.tokens[i].tag == "NNG" and i + 1 < len(stream.tokens) else i
        found = cue_at(stream, verb, book) if stream.tokens[verb].tag in PREDICATE else None
        ending = stream.ending(verb)
        if found and found[1].link == "reverses" and ending.tag in ("EF", "EC") and not ending.negated:
            return not _of_something_else(stream, found[2], book)
    return False


def taken_back(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The earlier words that these take back, where the text says that they do."""
    if draft.who is None:
        return None
    mine = [b for b in before if b.who == draft.who and not _together(b, draft)]
    if not mine:
        return None
    contrasted = [b for b in mine if b.number == draft.number and _given_up(b, draft)]
    if contrasted:
        return contrasted[-1]
    if _by_cue(draft) or draft.turned:
        return _nearest(draft, mine)
    if _withdraws(draft):
        committed = [b for b in mine if b.stance in _COMMITS and _shared(draft, b)]
        return committed[-1] if committed else None
    return None


def _together(one: Draft, other: Draft) -> bool:
    """Whether one cue reports both."""
    return one.number == other.number and one.unit.cue_at == other.unit.cue_at


def _given_up(earlier: Draft, draft: Draft) -> bool:
    """…고 했다가, and “…”던 somebody who now says the contrary."""
    reporting = earlier.unit.reporting
    if reporting is not None and reporting.ending.form.endswith(_THEN):
        return True
    once = earlier.unit.once or (reporting is not None and reporting.ending.form.endswith("던"))
    return once and bool(_NEGATED.search(earlier.words)) != bool(_NEGATED.search(draft.words))


def _by_cue(draft: Draft) -> bool:
    """Whether the reporting words themselves say so, of words and not of something else (소송을 철회했다)."""
    reporting = draft.unit.reporting
    if reporting is None or reporting.cue is None or reporting.cue.link != "reverses":
        return False
    return not _of_something_else(draft.scene.stream, reporting.first, draft.scene.book)


def _of_something_else(stream: Stream, first: int, book: Book) -> bool:
    """Whether the object right before is no word for words: 소송을 |철회했다, and not 방침을 |철회했다."""
    before = stream.tokens[first - 1] if first > 0 else None
    return before is not None and before.tag == "JKO" and stream.tokens[first - 2].form not in book.nouns


def _nearest(draft: Draft, mine: Sequence[Draft]) -> Draft:
    """The words that share most with these; the last of them where several do."""
    return max(enumerate(mine), key=lambda pair: (len(_shared(draft, pair[1])), pair[0]))[1]


def _shared(one: Draft, other: Draft) -> set[str]:
    """The beginnings of words that both hold."""
    return {w[:2] for w in _WORD.findall(one.words)} & {w[:2] for w in _WORD.findall(other.words)}


def _withdraws(draft: Draft) -> bool:
    """Whether saying it is taking it back: 제안을 철회한다, 계획을 접겠다."""
    return draft.words.rstrip(" .").endswith(_said_back(draft.scene.book.lexicon))


@cache
def _verbs(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(verb for cue in lexicon.all(Cue) if cue.link == "reverses" for verb in cue.verbs)


@cache
def _said_back(lexicon: Lexicon) -> tuple[str, ...]:
    """The plain present and the future of each of them: 철회한다, 접는다, 접겠다."""
    return tuple(form for verb in _verbs(lexicon) for form in (_present(verb), verb + "겠다", verb + "겠습니다"))


def _present(stem: str) -> str:
    """철회하 → 철회한다, 접 → 접는다."""
    final = (ord(stem[-1]) - _BASE) % _FINALS
    return stem + "는다" if final else stem[:-1] + chr(ord(stem[-1]) + _NIEUN) + "다"
