"""Whose act each predicate is by the sentence's tree, where particles alone leave it open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sagwan.extract.events.clause import SUBJECTS, keeps_subject, own_subject, own_topic
from sagwan.korean.syntax import How, Label, actor_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers
    from sagwan.korean.passage import Sentence
    from sagwan.korean.syntax import Tree

_OBJECTS = frozenset({"을", "에", "에게", "과"})
# Who stands with these is somebody.
_OF_PEOPLE = frozenset({"에게", "한테", "을 상대로"})
_BESIDE_PASSIVE = frozenset({"으로", "과 함께"})
# Who has these done to him is no other than whom the clause describes.
_SUFFERING = frozenset({"당하", "받", "입", "겪"})
_PLACES = frozenset({Label.SUBJECT, Label.TOPIC, Label.OBJECT, Label.ADJUNCT})


def asks(clauses: Clauses, matches: Iterable[Match]) -> bool:
    """Whether a tree could say more than particles do: a frame's verb has no subject of its own, and there is one
    that it could take: any, if it has none yet, else another than it has (708 events of 40 pages: 3 differ from those
    of parsing wherever there are two predicates and a subject).
    """
    subjects = sum(p.mark in SUBJECTS for p in clauses.phrases)
    if len(clauses.predicates) == 1 or not subjects:
        return False
    verbs = (m.predicate for m in matches)
    return any(p and (p.subject is None or (subjects > 1 and own_subject(p) is None)) for p in verbs)


def settle(clauses: Clauses, sentence: Sentence, tree: Tree, index: Triggers, ground: Ground) -> bool:
    """Hang nominatives and objects where the tree hangs them if the word beside them can do without, and give each
    predicate without a nominative the subject that the tree gives it.

    Nothing crosses a quotation mark. Where the tree knows no subject, the one that particles found stays. True where
    anything hangs elsewhere than before: in half of the sentences nothing does.
    """
    before = _hung(clauses)
    places = _Places(clauses, sentence, tree)
    for p in clauses.predicates:
        _describe(p, places)
    for phrase in clauses.phrases:
        owner = phrase.owner
        if owner is None:
            continue
        if phrase.mark == "이":
            _place_nominative(phrase, owner, places, index, ground)
        elif phrase.mark in _OBJECTS and owner.describes and owner.form == "adnominal":
            hang(phrase, owner, places.head(phrase))
    for p in clauses.predicates:
        if not any(a.mark == "이" for a in p.args):
            _take_subject(p, places, index, ground)
    return _hung(clauses) != before


def _hung(clauses: Clauses) -> list[tuple[Phrase | None, ...]]:
    return [(p.subject, p.noun, *p.args) for p in clauses.predicates]


def _place_nominative(phrase: Phrase, owner: Predicate, places: _Places, index: Triggers, ground: Ground) -> None:
    if own_topic(owner) is not None:
        _give_back(phrase, owner, places.head(phrase))
    elif owner.stems == ("이",) and owner.ending == "다는" and owner.noun is not None:
        hang(phrase, owner, owner.noun.owner)  # 시민들이 '한마당'이라는 이름으로 모였다
    elif (beyond := _beyond_suspect(owner, index)) is not None:
        hang(phrase, owner, beyond)
    elif _passes(owner):
        hang(phrase, owner, owner.noun.owner if _full(owner, ground) and owner.noun else places.head(phrase))


def _give_back(phrase: Phrase, was: Predicate, to: Predicate | None) -> None:
    """Move a nominative back to an earlier verb where its own has a topic: 누리전자는 한빛물산이 망하고 나서 떠났다."""
    if to is None or not phrase.first < to.first < was.first or to.quotation != phrase.quotation:
        return
    if any(a.mark == "이" for a in to.args):
        return
    was.args.remove(phrase)
    was.subject = own_subject(was)
    to.args.insert(0, phrase)
    to.args.sort(key=lambda a: -a.first)
    phrase.owner = to
    to.subject = phrase


def _passes(p: Predicate) -> bool:
    """Whether a nominative beside `p` may belong farther on: an adjective, or a clause that describes a noun, which may
    be its subject (대표가 시장에 반대한 의원을 지지했다); no year is (위기가 끝난 2010년).
    """
    described = p.noun if p.form == "adnominal" else None
    return p.describes or (described is not None and not (described.dependent or described.point))


def _beyond_suspect(p: Predicate, index: Triggers) -> Predicate | None:
    """The verb that acts on whoever is suspected of `p`: 경찰이 [돈을 빼돌린 혐의를 받는 직원을] 체포했다."""
    cue = index.noun_cues.get(p.noun.head) if p.form == "adnominal" and p.noun is not None else None
    borne = p.noun.owner if p.noun is not None and cue is not None and cue.effect == "claimed" else None
    suspect = borne.noun if borne is not None and borne.form == "adnominal" else None
    while suspect is not None and suspect.owner is None and suspect.next is not None:
        suspect = suspect.next  # 혐의를 받는 직원과 그의 동생을
    return suspect.owner if suspect is not None and suspect.mark != "이" else None


def _full(p: Predicate, ground: Ground) -> bool:
    """Whether the clause has all that it needs though it describes somebody: then its nominative is not its own.

    북국이 신형으로 추정되는 미사일을 쏜: what is taken for something, or held together with something, is described.
    """
    if (p.passive or p.voice == "되") and any(a.mark in _BESIDE_PASSIVE for a in p.args):
        return True
    beside = "에" if p.passive or p.voice == "되" else "을"
    if p.noun is not None and p.noun.mark in _OF_PEOPLE and any(a.mark == beside for a in p.args):
        return True  # 의사가 병원을 찾은 아이들을 상대로 물었다, 수사에 연루된 직원들에게 물었다
    if p.stems and p.stems[0] in _SUFFERING and p.noun is not None and ground.is_somebody(p.noun):
        return any(a.mark == "을" for a in p.args)  # 대표가 부상을 당한 직원들을 찾았다
    held = p.noun is not None and p.noun.mark in ("에서", "에")  # 누리당이 의석을 차지한 국회에서
    whom = ground.kind_of(p.noun) if p.noun is not None and not held else None
    return whom in ("person", "org") and any(a.mark in _OBJECTS for a in p.args)


def _describe(p: Predicate, places: _Places) -> None:
    """주도하는 400억 원 규모의 투자: a clause may describe a noun farther on than the next."""
    near = p.noun
    if near is None or near.mark not in ("의", "") or near.dependent or p.form != "adnominal":
        return
    head = places.tree.heads[places.word_of(p)]
    found = places.phrase(head) if head >= 0 else None
    if found is not None and found.first > near.first and found.quotation == near.quotation:
        # 영화를 만든 누리사의 제작진과 감독이: the first of those in a row is described.
        row = [a for a in found.coordinates() if a.first > near.first]
        found = min(row, key=lambda a: a.first, default=found)
        p.noun, found.clause = found, p


def hang(phrase: Phrase, was: Predicate, on: Predicate | None) -> None:
    """Move the phrase on to a later verb: 누리전자가 높은 값에 인수했다."""
    if on is None or on.first <= was.first or on.quotation != phrase.quotation:
        return
    if phrase.mark == "이" and own_subject(on) is not None:
        return
    was.args.remove(phrase)
    was.subject = own_subject(was) if was.subject is phrase else was.subject
    on.args.append(phrase)
    on.args.sort(key=lambda a: -a.first)
    phrase.owner = on
    on.subject = own_subject(on) or on.subject


def _take_subject(p: Predicate, places: _Places, index: Triggers, ground: Ground) -> None:
    link = actor_of(places.tree, places.word_of(p))
    found = places.phrase(link.word) if link is not None else None
    p.bare = link is None and p.subject is None
    if link is None or found is None:
        return
    if link.how is How.HEAD:
        if not found.dependent and found.head not in index.raising:
            # What the clause itself describes may act or be acted on in it: the roles decide.
            p.subject = found if _joined(p, found) else None
    elif (
        found.mark in SUBJECTS
        and found.first < p.first
        and found.quotation == p.quotation
        and not (p.subject and _elsewhere(found, p))
        and not _kept(found, p)
        and not _tells(found, p)
        and not _acts_too(p, found, ground)
        and (found.owner is None or found.owner is not _beyond_suspect(p, index))
    ):
        p.subject = found


def _acts_too(p: Predicate, found: Phrase, ground: Ground) -> bool:
    """Whether the clause itself says who else acts: 누리전자는 샀으며 한빛물산 역시 산 것으로 알려졌다."""
    own = own_topic(p)
    return own is not None and own.mark == "도" and own.first > found.first and ground.kind_of(own) in ("person", "org")


def _kept(phrase: Phrase, p: Predicate) -> bool:
    """Whether the phrase is the nominative of a clause that shares none: 대표가 원하면 인수하겠다, 위기가 끝난 해에."""
    owner = phrase.owner
    if phrase.mark != "이" or owner is None or owner is p:
        return False
    return keeps_subject(owner) or (owner.form == "adnominal" and owner.noun is not None and owner.noun.point)


def _tells(phrase: Phrase, p: Predicate) -> bool:
    """Whether somebody else acts in the words that the phrase tells: 누리일보는 [대표가 그를 때렸다고] 보도했다."""
    own, above = p.subject, p.governor
    if p.form != "quote" or own is None or above is None or phrase.owner is not above:
        return False
    return own.mark == "이" and phrase.first < own.first < p.first


def _elsewhere(phrase: Phrase, p: Predicate) -> bool:
    """Whether the phrase is the nominative of a clause that describes a noun, which keeps it: 대표가 이끈 회사는 …"""
    owner = phrase.owner
    return phrase.mark == "이" and owner is not None and owner is not p and owner.form == "adnominal"


def _joined(p: Predicate, head: Phrase) -> bool:
    """글을 올렸다가 고발된 대표: what a clause describes acts in the clause joined before it too."""
    acts = head.clause is not None and not head.clause.describes
    return acts and p.form == "link" and any(a.mark == "을" for a in p.args)


class _Places:
    """Words of the tree as phrases and predicates."""

    def __init__(self, clauses: Clauses, sentence: Sentence, tree: Tree) -> None:
        self.tree = tree
        self._phrases = clauses.phrases
        self._begins = [p.span.start for p in clauses.phrases]
        self._starts = [sentence.morphemes[first].start for first in sentence.words]
        self._end = sentence.span.end
        self._predicates: dict[int, Predicate] = {}
        for p in clauses.predicates:
            first, last = self._word(p.span.start), self._word(p.span.end - 1)
            for word in range(first, last + 1):
                if tree.verbal[word]:
                    self._predicates.setdefault(word, p)

    def phrase(self, word: int) -> Phrase | None:
        """The phrase that ends in the word, or before it at a bracket: 누리전자(대표 김하늘)는."""
        last = bisect_left(self._begins, self._stop(word)) - 1
        return self._phrases[last] if last >= 0 else None

    def word_of(self, p: Predicate) -> int:
        """The word of the predicate that the tree takes for one."""
        first, last = self._word(p.span.start), self._word(p.span.end - 1)
        return next((i for i in range(first, last + 1) if self.tree.verbal[i]), last)

    def head(self, phrase: Phrase) -> Predicate | None:
        """The predicate that the subject, object or adjunct hangs on."""
        at = bisect_left(self._begins, phrase.span.start) + 1
        until = self._begins[at] if at < len(self._begins) else self._end
        word = self._word(phrase.span.end - 1)
        while self.tree.labels[word] not in _PLACES:
            word += 1
            if word >= len(self._starts) or self._starts[word] >= until:
                return None
        return self._predicates.get(self.tree.heads[word])

    def _word(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _stop(self, word: int) -> int:
        return self._starts[word + 1] if word + 1 < len(self._starts) else self._end
