"""Who took back what: one speaker, two positions that do not go together, both in his words."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.ledger.figures import figures
from sagwan.views.cited import cite, folded, text_order
from sagwan.views.contrary import contraries, teller
from sagwan.views.index.scene import scene_of
from sagwan.views.reversals.admitted import admitted_turns
from sagwan.views.reversals.intent import turns_of_intent
from sagwan.views.reversals.retreat import retreats
from sagwan.views.reversals.reversal import Reversal
from sagwan.views.reversals.will import turns_of_will
from sagwan.views.reversals.word import AHEAD, turns_of_word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.figures import Figure
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.index.scene import Scene


def reversals(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    *,
    told_since: str | None = None,
) -> tuple[Reversal, ...]:
    """Every reversal, or those of somebody of that name, by the day of their report.

    `as_of`: an ISO 8601 day by which it was told. `told_since`: only what came out on that day or later. Raises
    `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of, told_since)
    if name is None:
        return reversals_of(db, scene, lexicon)
    words = tuple(_voiced(scene))
    told = figures(db, (word.id for word in words if word.stance in AHEAD))
    found = reversals_in(words, scene.deeds, scene.cast, lexicon, told, wording=scene.wording)
    return tuple(one for one in found if one.speaker in scene.called)


def reversals_of(db: sqlite3.Connection, scene: Scene, lexicon: Lexicon) -> tuple[Reversal, ...]:
    """Every reversal of a scene."""
    told = figures(db, (word.id for word in scene.words if word.stance in AHEAD))
    return reversals_in(scene.words, scene.deeds, scene.cast, lexicon, told, wording=scene.wording)


def _voiced(scene: Scene) -> Iterator[Word]:
    """The statements of those asked for: nobody reverses what another said."""
    for word in scene.words:
        voice = scene.cast.person.get(word.speaker or "")
        if voice in scene.asked if word.speaker is not None else word.label in scene.called:
            yield word


def reversals_in(
    words: Iterable[Word],
    deeds: Iterable[Deed],
    cast: Cast,
    lexicon: Lexicon,
    told: Mapping[str, tuple[Figure, ...]] = MappingProxyType({}),
    *,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> tuple[Reversal, ...]:
    """The reversals among statements and events, given in any order; `told` are the figures in the statements,
    `wording` is what events say in words alone.

    What the text marks comes first: two statements are one reversal only.
    """
    ordered = sorted(words, key=lambda w: (text_order(w.told), w.id))
    deeds = sorted(deeds, key=lambda d: (text_order(d.told), d.id))
    marked = tuple(_marked(ordered, cast))
    known = {cited.id for one in marked for cited in (*one.before, *one.after)}
    back = tuple(retreats(deeds, cast, lexicon, wording))
    taken = {cited.id for one in back for cited in one.after}
    turned = (one for one in turns_of_will(deeds, cast, lexicon) if taken.isdisjoint(c.id for c in one.after))
    found = [*marked, *_told_both_ways(deeds, cast), *back, *turned]
    unmarked = [word for word in ordered if word.id not in known]
    found += admitted_turns(unmarked, deeds, cast, lexicon)
    found += turns_of_word(unmarked, told, cast, lexicon)
    found += turns_of_intent(unmarked, cast, lexicon)
    return tuple(sorted(found, key=_first))


def _first(one: Reversal) -> tuple[str, str, int]:
    at = one.before[0]
    return at.place.published or "9999", at.place.address, at.start


def _marked(words: list[Word], cast: Cast) -> Iterator[Reversal]:
    """What a text marks as a change: of one statement, however many take it back; the same words once."""
    by_id = {word.id: word for word in words}
    groups: dict[tuple[str, str], dict[str, list[Word]]] = defaultdict(lambda: {"before": [], "after": []})
    for word in words:
        earlier = by_id.get(word.reverses or "")
        speaker = cast.speaker(word)
        if earlier is None or speaker is None or cast.voice(word) != cast.voice(earlier):
            continue
        if earlier.stance == Stance.QUESTION:
            continue  # who asks has taken no position yet
        group = groups[(speaker, folded(earlier.quote))]
        group["before"] += [earlier] if earlier not in group["before"] else []
        group["after"].append(word)
    for (speaker, _), group in groups.items():
        mark = next((word.cue[2] for word in group["after"] if word.cue is not None), None)
        both = [*group["before"], *group["after"]]
        yield Reversal(
            *(speaker, "marked", mark, True, any(word.told.teaser for word in both)),
            tuple(cite(word) for word in group["before"]),
            tuple(cite(word) for word in group["after"]),
        )


def _told_both_ways(deeds: Iterable[Deed], cast: Cast) -> Iterator[Reversal]:
    """An act that one and the same speaker is quoted with and quoted as denying, in two articles."""
    for one in contraries(deeds, cast):
        for speaker in sorted({key for deed in one.affirmed if (key := teller(deed, cast)) is not None}):
            yes = [deed for deed in one.affirmed if teller(deed, cast) == speaker]
            no = [deed for deed in one.denied if teller(deed, cast) == speaker]
            # Within one article he is quoted on the two sides of one sentence more often than changing his mind.
            if no and not {d.told.place.address for d in yes} & {d.told.place.address for d in no}:
                yield _of_act(yes, no, cast)


def _of_act(yes: list[Deed], no: list[Deed], cast: Cast) -> Reversal:
    days = [{deed.told.place.published for deed in side} for side in (yes, no)]
    known = all(None not in side for side in days)
    first, then = (yes, no) if not known or max(map(str, days[0])) <= max(map(str, days[1])) else (no, yes)
    apart = known and max(map(str, days[0])) != max(map(str, days[1]))
    return Reversal(
        *(cast.name(yes[0].source) or "", "act", None, apart, any(d.told.teaser for d in (*yes, *no))),
        tuple(cite(deed) for deed in first),
        tuple(cite(deed) for deed in then),
    )
