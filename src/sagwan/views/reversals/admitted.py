"""A turn that the reporter tells of (말을 뒤집었다) from words that rule an act out to that act, all in one article."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.lexicon.schema.cue import Cue
from sagwan.views.cited import cite
from sagwan.views.contrary import teller
from sagwan.views.reversals.intent import intent, may_rule_out
from sagwan.views.reversals.reversal import Reversal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.query import Place
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


def admitted_turns(words: Iterable[Word], deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon) -> Iterator[Reversal]:
    """Who is told to have turned, ruled an act out in his own words, and now does it or is about to, he or his house.

    Where the words stand does not matter: what somebody said before is often told last (앞서 …라고 약속했다).
    """
    told = _by_article(deeds)
    turns = {place: [deed for deed in there if _turns(deed, lexicon)] for place, there in told.items()}
    for word in words:
        if word.speaker is None or not may_rule_out(word):
            continue
        there = told.get(word.told.place, [])
        turn = next(
            (t for t in turns.get(word.told.place, ()) if cast.person[t.who("actor") or ""] == cast.voice(word)), None
        )
        after = turn and _act_of(word, there, cast, lexicon)
        if turn and after:
            yield Reversal(
                speaker=cast.name(word.speaker) or "",
                basis="marked",
                mark=turn.quote,
                ordered=True,
                teaser=word.told.teaser,
                before=(cite(word),),
                after=(cite(after),),
            )


def _by_article(deeds: Iterable[Deed]) -> Mapping[Place, list[Deed]]:
    found: dict[Place, list[Deed]] = defaultdict(list)
    for deed in deeds:
        found[deed.told.place].append(deed)
    return found


def _turns(deed: Deed, lexicon: Lexicon) -> bool:
    """Whether the reporter himself says that somebody turned."""
    told = deed.status == Status.HAPPENED and not deed.negated and deed.source is None
    return told and deed.who("actor") is not None and deed.action.removesuffix("다") in _turning(lexicon)


@cache
def _turning(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(verb for cue in lexicon.all(Cue) if cue.link == "reverses" for verb in cue.verbs)


def _act_of(word: Word, deeds: Sequence[Deed], cast: Cast, lexicon: Lexicon) -> Deed | None:
    """The first act of the kind that the words rule out, by the speaker or the house he speaks for."""
    meant = intent(word.quote, lexicon)
    if meant is None or meant.wills:
        return None
    return next((deed for deed in deeds if deed.frame in meant.frames and _does(deed, word.speaker, cast)), None)


def _does(deed: Deed, speaker: str | None, cast: Cast) -> bool:
    actor = deed.who("actor")
    if actor is None or deed.negated or deed.status not in (Status.HAPPENED, Status.PLANNED):
        return False
    own = {cast.person.get(speaker or ""), cast.person[actor]}
    mine = cast.person.get(speaker or "") == cast.person[actor] or cast.of_house(speaker, actor)
    return mine and (deed.source is None or teller(deed, cast) in own)
