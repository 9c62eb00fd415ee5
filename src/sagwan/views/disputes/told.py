"""Denials that are told without their words: 한빛물산은 이를 부인했다, 의혹을 모두 부인하고 있다."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Speech, Stance
from sagwan.ledger.acts import Word
from sagwan.lexicon.schema.relation import Denial
from sagwan.views.bearing import Standing, bearings, owned
from sagwan.views.subject import share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast

# What is said right before a denial ends at most so many letters before its sentence.
_BESIDE = 40
# What is denied of somebody was asserted of him or held against him; plans, demands and praise are not denied so.
_ALLEGING = (Stance.ASSERT, Stance.CRITICISE)


class ToldDenials:
    """Acts of denying as statements, each with what it answers: what another alleged of the denier right before."""

    def __init__(self, words: Iterable[Word], cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._cast = cast
        self._lexicon = lexicon
        self._wording = wording
        self._said: dict[str, list[Word]] = defaultdict(list)
        for word in words:
            self._said[word.told.place.address].append(word)

    def among(self, deeds: Iterable[Deed]) -> Iterator[tuple[Word, Deed]]:
        """Each denial as a statement, and the act that tells of it."""
        deeds = tuple(deeds)
        actors: dict[str, set[str]] = defaultdict(set)
        for deed in deeds:
            if deed.statement is not None and (actor := deed.who("actor")) is not None:
                actors[deed.statement].add(self._cast.person[actor])
        for deed in deeds:
            if _denies(deed, self._lexicon) and not self._quoted(deed):
                yield self._as_word(deed, self._claim(deed, actors)), deed

    def _quoted(self, deed: Deed) -> bool:
        """Whether its sentence gives the words of a denial, or of whoever denies."""
        denying = {one.stance for one in bearings(self._lexicon).values() if one.denies}
        start = _start(deed)
        stop = start + len(deed.sentence)
        inside = (w for w in self._said[deed.told.place.address] if w.told.start < stop and start < _end(w))
        return any(word.speaker == deed.who("actor") or word.stance in denying for word in inside)

    def _claim(self, deed: Deed, actors: Mapping[str, set[str]]) -> Word | None:
        denier = self._cast.person[deed.who("actor") or ""]
        beside = self._said[deed.told.place.address]
        before = [w for w in beside if w.told.start < deed.told.start and self._cast.voice(w) != denier]
        last = max(before, key=_end, default=None)
        if last is None or _start(deed) - _end(last) > _BESIDE:
            return None
        same = (w for w in before if self._cast.voice(w) == self._cast.voice(last) and w.stance in _ALLEGING)
        of_him = (w for w in same if denier in {self._cast.person[id_] for id_ in w.about})
        meant = (w for w in of_him if self._is_meant(deed, w, actors.get(w.id, set()) - {denier}))
        return max(meant, key=_end, default=None)

    def _is_meant(self, deed: Deed, claim: Word, others: Collection[str]) -> bool:
        """Whether what is denied may be the claim: 이를, 주장을; a charge (혐의를) only if the claim does not tell what
        its speaker himself did (경찰은 김하늘을 조사했다고 밝혔다); anything else if they share a word.
        """
        said = self._wording.get(deed.id)
        denied = ((said.of("target") if said else None) or "").split()
        if denied and denied[-1] in _words(self._lexicon).meaning:
            return True
        if self._cast.voice(claim) in others:
            return False
        charged = not denied or denied[-1] in _words(self._lexicon).charges
        return charged or share((" ".join(denied),), (claim.quote,), (), 1)

    def _as_word(self, deed: Deed, claim: Word | None) -> Word:
        """The denial as a statement, whose words are those before the act."""
        known = _words(self._lexicon)
        before = deed.sentence[: deed.at].split()
        matter = " ".join(word for word in before if not word.startswith((*known.meaning, *known.charges)))
        return Word(
            id=deed.id,
            speaker=deed.who("actor"),
            label=None,
            speech=Speech.INDIRECT,
            stance=Stance.DENY,
            about=(),
            addressee=None,
            responds_to=claim.id if claim else None,
            reverses=None,
            cue=None,
            quote=matter,
            told=deed.told,
        )


@cache
def _words(lexicon: Lexicon) -> Denial:
    (known,) = lexicon.all(Denial)
    return known


def _denies(deed: Deed, lexicon: Lexicon) -> bool:
    denier = deed.who("actor")
    own = denier is not None and deed.source in (None, denier)
    return own and deed.action.startswith(_words(lexicon).verbs) and owned(deed) is Standing.DONE


def _start(deed: Deed) -> int:
    """Where its sentence begins."""
    return deed.told.start - deed.at


def _end(word: Word) -> int:
    return max(word.told.stop, word.cue[1] if word.cue is not None else 0)
