"""The nouns that a verb needs beside it to be an act: 소송을 걸었다, 무혐의 처분을 내렸다."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import TOPICS

if TYPE_CHECKING:
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Complement


def nouns_needed(p: Predicate, wanted: tuple[Complement, ...], *, turned: bool) -> tuple[Phrase, ...] | None:
    """The phrases below `p` that the verb needs, or None: 소송을 걸었다, 소송이 제기됐다, 발부한 소환장."""
    used = []
    for need in wanted:
        beside = (*p.args, p.subject) if p.subject is not None and need.particle == "이" else p.args
        if need.particle == "을" and any(a.mark == "을" for a in p.args):
            beside = [a for a in p.args if a.mark not in TOPICS]  # 박서연 회장은 고문을 맡았다
        found = next((a for a in beside if _fits(a, need, turned=turned)), None)
        if found is None and _leaves_out(p, need):
            found = p.noun
        if found is None:
            return None
        used.append(found)
    return tuple(used)


def letters_of(complements: tuple[Complement, ...], used: tuple[Phrase, ...]) -> int:
    """How much the nouns beside a verb say of its sense."""
    pairs = zip(complements, used, strict=True)
    words = (
        max((len(w) for w in need.words if a.head.endswith(w)), default=len(a.lead)) + need.led for need, a in pairs
    )
    return sum(words)


def word_in(a: Phrase, need: Complement) -> str:
    """Which of the words that a verb needs the phrase ends in, written together or apart: 무혐의처분, 무혐의 처분."""
    found = next((w for w in need.words if a.head.endswith(w)), "")
    return found or (run if (run := _run(a)) in need.words else "")


def _leaves_out(p: Predicate, need: Complement) -> bool:
    """Whether the noun that the clause describes is the one it needs: 발부한 소환장; not 커질 전망."""
    noun = p.noun if p.form == "adnominal" else None
    if need.particle == "을" and any(a.mark == "을" for a in p.args):
        return False  # 변호를 맡은 의원
    foretold = need.particle == "이" and p.ending == "ㄹ"
    return noun is not None and not foretold and noun.head.endswith(need.words)


def _fits(a: Phrase, need: Complement, *, turned: bool) -> bool:
    if not _marked(a.mark, need.particle, turned=turned) or (need.led and a.head == a.lead):
        return False
    if a.head.endswith(need.words) and is_whole(a, need):
        return True
    if _run(a) in need.words:
        return True
    return a.head[0].isdigit() and a.lead in need.words  # 지분 10%를: what is counted stands before the figure


def _marked(mark: str, particle: str, *, turned: bool) -> bool:
    if mark == particle or (mark == "" and particle in ("을", "이")) or not particle:
        return True
    if mark in TOPICS:
        return particle in ("을", "이")
    return turned and particle == "을" and mark == "이"


def is_whole(a: Phrase, need: Complement) -> bool:
    """Whether the noun stands as a word or as whole morphemes: 2위를, not 인상을; 도장을, not 눈도장을."""
    fits = (w for w in need.words if a.head.endswith(w))
    return any(w in (a.tail, a.head) or (len(w) > 1 and not a.tail.endswith(w)) for w in fits)


def _run(a: Phrase) -> str:
    """The first and the last word of the phrase, written together."""
    return (a.lead if a.lead == a.head else a.lead + a.head).replace(" ", "")
