"""What stands between two actors: cooperation and conflict, by word and by deed, in the order of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.bearing import Standing, bearings, meanings, standing
from sagwan.views.cited import Cited, cite, folded, text_order
from sagwan.views.index.scene import scene_between

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed, Told, Word
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


@dataclass(frozen=True, slots=True)
class Act:
    """One act or statement of `actor` towards `target`, by the names that its article gives.

    `at`: ISO 8601 where the text dates the act (never the day of the report, which stands in `evidence`). `sign`: 1
    cooperation, -1 conflict, 0 neither. `form`: `word` or `deed`, None where its frame has no class. `status` is an
    event's, `stance` a statement's. `again`: the other records that tell the same act, in this article or in others.
    """

    at: str | None
    when: str | None
    actor: str
    target: str
    sign: int
    form: str | None
    standing: str
    label: str
    evidence: Cited
    again: tuple[Cited, ...] = ()
    status: str | None = None
    negated: bool = False
    stance: str | None = None
    said_by: str | None = None
    asks: bool = False
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """How many acts of one sign, form and standing; an act that is told again counts once."""

    sign: int
    form: str | None
    standing: str
    acts: int


@dataclass(frozen=True, slots=True)
class Asking:
    """What one asked of the other and how that answered: `refused`, `accepted`, or `open` where no answer is told."""

    ask: Act
    outcome: str
    answers: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and their acts. `lean`: `conflict`, `cooperation` or `mixed` by what is told as done; `asked_refused`
    where nothing is but one asked and the other refused; None where neither.

    `left_bearers`, `right_bearers`: how many people go by the name who are not known to be one; they are not told
    apart here, each act names its article.
    """

    left: str
    right: str
    left_bearers: int
    right_bearers: int
    lean: str | None
    totals: tuple[Total, ...]
    askings: tuple[Asking, ...]
    acts: tuple[Act, ...]


def ties(db: sqlite3.Connection, names: tuple[str, str], lexicon: Lexicon, as_of: str | None = None) -> Tie:
    """The tie of two by name, as of the end of an ISO 8601 day.

    Raises `SagwanError`: `ledger.no_name`; `ledger.one_person` where both names are one's.
    """
    scene = scene_between(db, lexicon, names, as_of)
    left, right = (scene.cast.bearers[name] for name in names)
    if left & right:
        raise SagwanError("ledger.one_person", "두 이름이 같은 이를 가리킵니다", ", ".join(names))
    return tie_between(names, scene.deeds, scene.words, scene.cast, lexicon)


def tie_between(
    names: tuple[str, str], deeds: Iterable[Deed], words: Iterable[Word], cast: Cast, lexicon: Lexicon
) -> Tie:
    """The tie of two by names that the cast knows, from events and statements in any order."""
    left, right = (cast.bearers[name] for name in names)
    found = _Reader(left, right, cast, lexicon).read(sorted(deeds, key=_place), sorted(words, key=_place))
    found = _once(sorted(found, key=lambda pair: (text_order(pair[1]), pair[0].evidence.id)))
    told = tuple(act for act, _ in sorted(found, key=_by_time))
    askings = tuple(_askings(found))
    return Tie(*names, len(left), len(right), _lean(told, askings), tuple(_totals(told)), askings, told)


def _place(record: Deed | Word) -> tuple[tuple[str, str, int, int], str]:
    return text_order(record.told), record.id


def _by_time(pair: tuple[Act, Told]) -> tuple[str, tuple[str, str, int, int]]:
    """An act's own time, else the day on which it was told, else the order of the text, last."""
    act, told = pair
    return act.at or told.place.published or "9999", text_order(told)


def _once(found: Iterable[tuple[Act, Told]]) -> list[tuple[Act, Told]]:
    """Each act once: what another article tells in the same words, or of the same day, is told again."""
    kept: list[tuple[Act, Told]] = []
    known: dict[tuple[str, ...], int] = {}
    for act, told in found:
        keys = tuple(_same_act(act))
        n = next((known[key] for key in keys if key in known), len(kept))
        if n < len(kept) and kept[n][1].place != told.place:
            first, where = kept[n]
            kept[n] = replace(first, again=(*first.again, act.evidence, *act.again)), where
        else:
            n = len(kept)
            kept.append((act, told))
        for key in keys:
            known.setdefault(key, n)
    return kept


def _same_act(act: Act) -> Iterator[tuple[str, ...]]:
    what = (act.actor, act.target, act.label, act.standing)
    yield *what, folded(act.evidence.sentence or act.evidence.quote)
    if act.at is not None and len(act.at) >= len("2025-03-01"):
        yield *what, act.at


class _Reader:
    """Makes acts between two sets of identities."""

    def __init__(self, left: frozenset[str], right: frozenset[str], cast: Cast, lexicon: Lexicon) -> None:
        self._sides = (left, right)
        self._both = left | right
        self._cast = cast
        self._meanings = meanings(lexicon)
        self._bearings = bearings(lexicon)

    def read(self, deeds: list[Deed], words: list[Word]) -> list[tuple[Act, Told]]:
        reports: dict[str, list[Deed]] = defaultdict(list)
        by_article: dict[tuple[str, int], list[Deed]] = defaultdict(list)
        for deed in deeds:
            by_article[(deed.told.page, deed.told.article)].append(deed)
        by_id = {word.id: word for word in words}
        theirs = [word for word in words if self._cast.person.get(word.speaker or "") in self._both]
        for word in theirs:
            reports[word.id] = [d for d in by_article[(word.told.page, word.told.article)] if self._tells(d, word)]
        said = [act for word in theirs if (act := self._said(word, reports[word.id], by_id))]
        spent = {cited.id for act, _ in said for cited in act.again}
        return said + list(self._done(d for d in deeds if d.id not in spent))

    def _tells(self, deed: Deed, word: Word) -> bool:
        """Whether the event is the saying itself: 반박했다 is both the cue of a statement and an act."""
        if word.cue is None or word.speaker is None or deed.who("actor") != word.speaker:
            return False
        return deed.told.start < word.cue[1] and word.cue[0] < deed.told.stop and deed.statement is None

    def _said(self, word: Word, telling: list[Deed], by_id: Mapping[str, Word]) -> tuple[Act, Told] | None:
        bearing = self._bearings.get(word.stance)
        if bearing is None or bearing.sign == 0 or word.speaker is None:
            return None
        aimed = set(self._aims(word, bearing.toward, by_id))
        meant = [d for d in telling if d.frame in self._meanings]
        aimed |= {target for d in meant if (target := d.who(self._meanings[d.frame].goal)) is not None}
        target = next((id_ for id_ in sorted(aimed) if self._between(word.speaker, id_)), None)
        if target is None:
            return None
        act = Act(
            at=None,
            when=None,
            actor=self._cast.names[word.speaker],
            target=self._cast.names[target],
            sign=bearing.sign,
            form="word",
            standing=Standing.DONE.value,
            label=bearing.label,
            stance=word.stance,
            evidence=cite(word),
            again=tuple(cite(d) for d in meant),
        )
        return act, word.told

    def _aims(self, word: Word, toward: tuple[str, ...], by_id: Mapping[str, Word]) -> Iterator[str]:
        """Whom the stance may be aimed at. Of several that it is about, nobody can say whom it is against; and what a
        house has said its own man bears out rather than answers.
        """
        answered = by_id.get(word.responds_to or "")
        if answered is not None and answered.speaker is not None and "answered" in toward:
            own = self._cast.of_house(word.speaker, answered.speaker)
            yield from () if own else (answered.speaker,)
        if "addressee" in toward and word.addressee is not None:
            yield word.addressee
        if "about" in toward and len(word.about) == 1:
            yield word.about[0]

    def _between(self, one: str, other: str) -> bool:
        left, right = self._sides
        a, b = self._cast.person.get(one), self._cast.person.get(other)
        return (a in left and b in right) or (a in right and b in left)

    def _done(self, deeds: Iterable[Deed]) -> Iterator[tuple[Act, Told]]:
        groups: dict[str, list[Deed]] = {}
        for deed in deeds:
            meaning = self._meanings.get(deed.frame)
            if meaning is None or not (meaning.sign or meaning.asks):
                continue
            source, goal = deed.who(meaning.source), deed.who(meaning.goal)
            if source is None or goal is None or not self._between(source, goal):
                continue
            groups.setdefault(deed.same_as or deed.id, []).append(deed)
        for same in groups.values():
            yield self._act(same[0], same[1:]), same[0].told

    def _act(self, deed: Deed, again: list[Deed]) -> Act:
        meaning, names = self._meanings[deed.frame], self._cast.names
        dated = next((d for d in (deed, *again) if _stated(d.time)), deed)
        return Act(
            at=_stated(dated.time),
            when=dated.when,
            actor=names[deed.who(meaning.source) or ""],
            target=names[deed.who(meaning.goal) or ""],
            sign=meaning.sign,
            form=meaning.form,
            standing=standing(deed).value,
            label=meaning.label,
            status=deed.status,
            negated=deed.negated,
            said_by=names.get(deed.source or ""),
            asks=meaning.asks,
            answer=meaning.answer,
            evidence=cite(deed),
            again=tuple(cite(d) for d in again),
        )


def _stated(time: str | None) -> str | None:
    """A point in time; a duration (P4Y) dates nothing, nor does a day without its year."""
    return time if time is not None and time[:4].isdigit() else None


def _totals(told: Iterable[Act]) -> Iterator[Total]:
    counted = Counter((act.sign, act.form, act.standing) for act in told)
    for sign, form, stands in sorted(counted, key=lambda key: (-key[0], key[1] or "", key[2])):
        yield Total(sign, form, stands, counted[(sign, form, stands)])


def _askings(found: list[tuple[Act, Told]]) -> Iterator[Asking]:
    """Each thing asked with the answers of the other that stand behind it in the same article."""
    for n, (ask, told) in enumerate(found):
        if not ask.asks or ask.standing == Standing.UNDONE:
            continue
        answers = []
        for act, place in found[n + 1 :]:
            near = (place.page, place.article) == (told.page, told.article)
            if near and (act.actor, act.target) == (ask.target, ask.actor) and _answer(act) is not None:
                answers.append(act)
        yield Asking(ask, _answer(answers[-1]) or "open" if answers else "open", tuple(answers))


def _answer(act: Act) -> str | None:
    """What an act says to one who asked: a cooperation that was not done is a refusal only if it was refused."""
    if act.standing == Standing.DONE and act.answer is not None and act.stance is None:
        return "accepted" if act.answer == "yes" else "refused"
    return "refused" if act.sign > 0 and act.status == "refused" else None


def _lean(told: Iterable[Act], askings: Iterable[Asking]) -> str | None:
    signs = Counter(act.sign for act in told if act.standing == Standing.DONE)
    if signs[1] or signs[-1]:
        return "conflict" if signs[-1] > signs[1] else "cooperation" if signs[1] > signs[-1] else "mixed"
    return "asked_refused" if any(asking.outcome == "refused" for asking in askings) else None
