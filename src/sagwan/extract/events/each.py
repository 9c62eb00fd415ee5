"""Several who act one by one: 김하늘과 박도현은 각각 출마와 사퇴를 선언했다."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase
    from sagwan.extract.events.spot import Match


def give_each_his_own(match: Match, filling: Filling, ground: Ground) -> None:
    """Leave of those who act only the one whose place in their row is that of the act, or of its target, in its own."""
    actor, object_ = filling.roles.get("actor"), match.noun or filling.roles.get("target")
    if actor is None or object_ is None or actor.last > object_.first:
        return
    between = ground.chars[actor.span.end : object_.span.end].split()
    if not any(word in ground.each for word in between):
        return
    actors, objects = _row(actor), _row(object_)
    if len(actors) == len(objects) > 1:
        filling.roles["actor"] = actors[objects.index(object_)]
        filling.alone = True


def _row(phrase: Phrase) -> list[Phrase]:
    """The phrases side by side of which it is one, in text order."""
    last = phrase
    while last.next is not None and last in last.next.coordinates():
        last = last.next
    return sorted((last, *last.coordinates()), key=lambda a: a.first)
