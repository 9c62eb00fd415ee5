"""Acts and statements for or against somebody: who, towards whom, with which sign, by word or by deed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sagwan.ledger.acts import Told
from sagwan.views.bearing import Standing, bearings, meanings, owned
from sagwan.views.cited import Cited, cite, folded, text_order
from sagwan.views.same_event import told_together
from sagwan.views.ties.aim import is_channel, is_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast

    Between = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Act:
    """One act or statement of `actor` towards `target`, by their names across articles.

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

    @property
    def weight(self) -> int:
        """How much it says for the other, or against him: a deed (a suit, a purchase) twice what a word does."""
        return self.sign * (2 if self.form == "deed" else 1)


class Signed(NamedTuple):
    """An act, where it is told first, and the identities of who acts and upon whom."""

    act: Act
    told: Told
    source: str
    goal: str


def signed_acts(
    deeds: Iterable[Deed],
    words: Iterable[Word],
    cast: Cast,
    lexicon: Lexicon,
    between: Between,
    *,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> list[Signed]:
    """Each act once, in the order of the text, from records in any order; `between` says of two identities whether
    what passes between them is wanted.
    """
    found = _Reader(between, cast, lexicon, wording).read(sorted(deeds, key=_place), sorted(words, key=_place))
    return _once(sorted(found, key=lambda one: (text_order(one.told), one.act.evidence.id, one.source, one.goal)))


def leaning(found: Iterable[Signed]) -> list[Signed]:
    """Those that lean a tie: what is told as done, for or against. To refuse what was asked is no enmity, in whichever
    article and however often it is told.
    """
    told = tuple(found)
    asked = {(one.goal, one.source) for one in told if one.act.asks and one.act.standing != Standing.UNDONE}
    done = (one for one in told if one.act.sign and one.act.standing == Standing.DONE)
    return [one for one in done if one.act.answer != "no" or (one.source, one.goal) not in asked]


def by_time(one: Signed) -> tuple[str, tuple[str, str, int, int]]:
    """An act's own time, else the day on which it was told, else the order of the text, last."""
    return one.act.at or one.told.place.published or "9999", text_order(one.told)


def _place(record: Deed | Word) -> tuple[tuple[str, str, int, int], str]:
    return text_order(record.told), record.id


def _once(found: Iterable[Signed]) -> list[Signed]:
    """Each act once: what another article tells in the same words, or of the same day, is told again."""
    kept: list[Signed] = []
    known: dict[tuple[str, ...], int] = {}
    for one in found:
        keys = tuple(_same_act(one.act))
        n = next((known[key] for key in keys if key in known), len(kept))
        if n < len(kept) and kept[n].told.place != one.told.place:
            first = kept[n].act
            again = (*first.again, one.act.evidence, *one.act.again)
            kept[n] = kept[n]._replace(act=replace(first, again=again))
        else:
            n = len(kept)
            kept.append(one)
        for key in keys:
            known.setdefault(key, n)
    return kept


def _same_act(act: Act) -> Iterator[tuple[str, ...]]:
    what = (act.actor, act.target, act.label, act.standing)
    yield *what, folded(act.evidence.sentence or act.evidence.quote)
    if act.at is not None and len(act.at) >= len("2025-03-01"):
        yield *what, act.at


class _Reader:
    """Makes signed acts between those whom `between` lets pass, given as identities."""

    def __init__(self, between: Between, cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._pass = between
        self._cast = cast
        self._lexicon = lexicon
        self._wording = wording
        self._meanings = meanings(lexicon)
        self._bearings = bearings(lexicon)

    def read(self, deeds: list[Deed], words: list[Word]) -> list[Signed]:
        """Every act, in no order of meaning."""
        reports: dict[str, list[Deed]] = defaultdict(list)
        by_article: dict[tuple[str, int], list[Deed]] = defaultdict(list)
        for deed in deeds:
            by_article[(deed.told.page, deed.told.article)].append(deed)
        by_id = {word.id: word for word in words}
        for word in words:
            reports[word.id] = [d for d in by_article[(word.told.page, word.told.article)] if self._tells(d, word)]
        said = [one for word in words if (one := self._said(word, reports[word.id], by_id))]
        spent = {cited.id for one in said for cited in one.act.again}
        spent |= {deed.id for word in words for deed in reports[word.id] if self._misses(word, deed, by_id)}
        return said + list(self._done(d for d in deeds if d.id not in spent))

    def _tells(self, deed: Deed, word: Word) -> bool:
        """Whether the event is the saying itself: 반박했다 is both the cue of a statement and an act."""
        if word.cue is None or word.speaker is None or deed.who("actor") != word.speaker:
            return False
        return deed.told.start < word.cue[1] and word.cue[0] < deed.told.stop and deed.statement is None

    def _said(self, word: Word, telling: list[Deed], by_id: Mapping[str, Word]) -> Signed | None:
        bearing = self._bearings.get(word.stance)
        if bearing is None or bearing.sign == 0 or word.speaker is None or self._bears_out(word, by_id):
            return None
        aimed = set(self._aims(word, bearing.toward, by_id))
        meant = [d for d in telling if d.frame in self._meanings and not self._misses(word, d, by_id)]
        aimed |= {target for d in meant if (target := d.who(self._meanings[d.frame].goal)) is not None}
        target = next((id_ for id_ in sorted(aimed) if self._between(word.speaker, id_)), None)
        if target is None:
            return None
        act = Act(
            at=None,
            when=None,
            actor=self._cast.name(word.speaker) or "",
            target=self._cast.name(target) or "",
            sign=bearing.sign,
            form="word",
            standing=Standing.DONE.value,
            label=bearing.label,
            stance=word.stance,
            evidence=cite(word),
            again=tuple(cite(d) for d in meant),
        )
        return Signed(act, word.told, self._cast.person[word.speaker], self._cast.person[target])

    def _aims(self, word: Word, toward: tuple[str, ...], by_id: Mapping[str, Word]) -> Iterator[str]:
        """Whom the stance may be aimed at. Of several that it is about, nobody can say whom it is against."""
        answered = by_id.get(word.responds_to or "")
        if answered is not None and answered.speaker is not None and "answered" in toward:
            yield answered.speaker
        told = word.addressee if "addressee" in toward else None
        if told is not None and not is_channel(self._cast.names.get(told, ""), self._lexicon):
            yield told
        if "about" in toward and len(word.about) == 1 and self._means(word, word.about[0]):
            yield word.about[0]

    def _means(self, word: Word, id_: str) -> bool:
        return is_meant(self._cast.names.get(id_, ""), word.quote, self._lexicon)

    def _misses(self, word: Word, deed: Deed, by_id: Mapping[str, Word]) -> bool:
        """Whether the event that tells of a statement takes for its goal whom the words do not hit."""
        goal = deed.who(self._meanings[deed.frame].goal) if deed.frame in self._meanings else None
        if goal is None:
            return self._bears_out(word, by_id)
        about = goal in word.about
        past = not self._means(word, goal) if about else is_channel(self._cast.names.get(goal, ""), self._lexicon)
        return past or self._bears_out(word, by_id)

    def _bears_out(self, word: Word, by_id: Mapping[str, Word]) -> bool:
        """Whether it answers what its own house has said, or another of its house of whom it does not speak."""
        answered = by_id.get(word.responds_to or "")
        if answered is None or answered.speaker is None or word.speaker is None:
            return False
        apart = word.speaker in answered.about or answered.speaker in word.about
        one, other = word.speaker, answered.speaker
        return self._cast.of_house(one, other) or (self._cast.one_house(one, other) and not apart)

    def _between(self, one: str, other: str) -> bool:
        a, b = self._cast.person[one], self._cast.person[other]
        return a != b and self._pass(a, b)

    def _done(self, deeds: Iterable[Deed]) -> Iterator[Signed]:
        kept = [deed for deed in deeds if (ends := self._ends(deed)) and self._between(*ends)]
        for told in told_together(kept, self._cast, self._lexicon, self._wording):
            # A headline leaves out 예정 and 계획: where the article tells the act too, that is how it stands.
            said = [deed for deed in told if not deed.headline]
            same = sorted(told, key=lambda deed: (bool(said) and deed.headline, owned(deed) is not Standing.DONE))
            source, goal = self._ends(same[0]) or ("", "")
            yield Signed(self._act(same[0], same[1:]), same[0].told, self._cast.person[source], self._cast.person[goal])

    def _ends(self, deed: Deed) -> tuple[str, str] | None:
        """Who acts upon whom, where the act is for or against somebody or asks for something."""
        meaning = self._meanings.get(deed.frame)
        if meaning is None or not (meaning.sign or meaning.asks):
            return None
        source, goal = deed.who(meaning.source), deed.who(meaning.goal)
        return (source, goal) if source is not None and goal is not None else None

    def _act(self, deed: Deed, again: list[Deed]) -> Act:
        meaning, name = self._meanings[deed.frame], self._cast.name
        dated = next((d for d in (deed, *again) if _stated(d.time)), deed)
        return Act(
            at=_stated(dated.time),
            when=dated.when,
            actor=name(deed.who(meaning.source)) or "",
            target=name(deed.who(meaning.goal)) or "",
            sign=meaning.sign,
            form=meaning.form,
            standing=owned(deed).value,
            label=meaning.label,
            status=deed.status,
            negated=deed.negated,
            said_by=name(deed.source),
            asks=meaning.asks,
            answer=meaning.answer,
            evidence=cite(deed),
            again=tuple(cite(d) for d in again),
        )


def _stated(time: str | None) -> str | None:
    """A point in time; a duration (P4Y) dates nothing, nor does a day without its year."""
    return time if time is not None and time[:4].isdigit() else None
