"""What stands between two actors: cooperation and conflict, by word and by deed, in the order of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.bearing import Standing
from sagwan.views.index.scene import scene_between
from sagwan.views.ties.signed import Act, Signed, by_time, leaning, signed_acts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


# A tie leans where two thirds of the weight of what was done have one sign: three suits and two pacts make no foes.
_CLEAR = 2, 3


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
    apart here, each act names its article. `told_since`: the day of the earliest articles that it is made from, None
    for all.
    """

    left: str
    right: str
    left_bearers: int
    right_bearers: int
    lean: str | None
    totals: tuple[Total, ...]
    askings: tuple[Asking, ...]
    acts: tuple[Act, ...]
    told_since: str | None = None


def ties(
    db: sqlite3.Connection,
    names: tuple[str, str],
    lexicon: Lexicon,
    as_of: str | None = None,
    *,
    told_since: str | None = None,
) -> Tie:
    """The tie of two by name, as of the end of an ISO 8601 day, from what came out on `told_since` or later.

    Raises `SagwanError`: `ledger.no_name`; `ledger.one_person` where both names are one's.
    """
    scene = scene_between(db, lexicon, names, as_of, told_since)
    left, right = (scene.cast.bearers[name] for name in names)
    if left & right:
        raise SagwanError("ledger.one_person", "두 이름이 같은 이를 가리킵니다", ", ".join(names))
    tie = tie_between(names, scene.deeds, scene.words, scene.cast, lexicon, wording=scene.wording)
    return replace(tie, told_since=told_since)


def tie_between(
    names: tuple[str, str],
    deeds: Iterable[Deed],
    words: Iterable[Word],
    cast: Cast,
    lexicon: Lexicon,
    *,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> Tie:
    """The tie of two by names that the cast knows, from events and statements in any order; `wording` is what the
    events say in words alone.
    """
    left, right = (cast.bearers[name] for name in names)

    def between(one: str, other: str) -> bool:
        return (one in left and other in right) or (one in right and other in left)

    found = signed_acts(deeds, words, cast, lexicon, between, wording=wording)
    told = tuple(one.act for one in sorted(found, key=by_time))
    askings = tuple(_askings(found))
    return Tie(*names, len(left), len(right), _lean(found, askings), tuple(_totals(told)), askings, told)


def _totals(told: Iterable[Act]) -> Iterator[Total]:
    counted = Counter((act.sign, act.form, act.standing) for act in told)
    for sign, form, stands in sorted(counted, key=lambda key: (-key[0], key[1] or "", key[2])):
        yield Total(sign, form, stands, counted[(sign, form, stands)])


def _askings(found: list[Signed]) -> Iterator[Asking]:
    """Each thing asked with the answers of the other that stand behind it in an article that tells both."""
    for one in found:
        ask = one.act
        if not ask.asks or ask.standing == Standing.UNDONE:
            continue
        answers = tuple(
            other.act
            for other in found
            if (other.source, other.goal) == (one.goal, one.source)
            and _answer(other.act) is not None
            and _behind(other.act, ask)
        )
        yield Asking(ask, _answer(answers[-1]) or "open" if answers else "open", answers)


def _behind(act: Act, ask: Act) -> bool:
    asked = {cited.place.address: cited.start for cited in (*ask.again, ask.evidence)}
    told = (act.evidence, *act.again)
    return any(one.place.address in asked and one.start > asked[one.place.address] for one in told)


def _answer(act: Act) -> str | None:
    """What an act says to one who asked: a cooperation that was not done is a refusal only if it was refused."""
    if act.standing == Standing.DONE and act.answer is not None and act.stance is None:
        return "accepted" if act.answer == "yes" else "refused"
    return "refused" if act.sign > 0 and act.status == "refused" else None


def _lean(found: Iterable[Signed], askings: Iterable[Asking]) -> str | None:
    weights = [one.act.weight for one in leaning(found)]
    signs = Counter({sign: sum(abs(w) for w in weights if w * sign > 0) for sign in (1, -1)})
    times, of = _CLEAR
    for sign, lean in ((1, "cooperation"), (-1, "conflict")):
        if signs[sign] and signs[sign] * of >= signs.total() * times:
            return lean
    if signs.total():
        return "mixed"
    return "asked_refused" if any(asking.outcome == "refused" for asking in askings) else None
