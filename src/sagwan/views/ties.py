"""What stands between two actors: cooperation and conflict, by word and by deed, in the order of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.bearing import Standing
from sagwan.views.index.scene import scene_between
from sagwan.views.signed import Act, Signed, by_time, signed_acts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Deed, Word
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


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
    found = signed_acts(
        deeds, words, cast, lexicon, lambda a, b: (a in left and b in right) or (a in right and b in left)
    )
    told = tuple(one.act for one in sorted(found, key=by_time))
    askings = tuple(_askings(found))
    return Tie(*names, len(left), len(right), _lean(told, askings), tuple(_totals(told)), askings, told)


def _totals(told: Iterable[Act]) -> Iterator[Total]:
    counted = Counter((act.sign, act.form, act.standing) for act in told)
    for sign, form, stands in sorted(counted, key=lambda key: (-key[0], key[1] or "", key[2])):
        yield Total(sign, form, stands, counted[(sign, form, stands)])


def _askings(found: list[Signed]) -> Iterator[Asking]:
    """Each thing asked with the answers of the other that stand behind it in the same article."""
    for n, (ask, told, _, _) in enumerate(found):
        if not ask.asks or ask.standing == Standing.UNDONE:
            continue
        answers = []
        for act, place, _, _ in found[n + 1 :]:
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
