"""What acts and statements mean between two, from the lexicon: sign, word or deed, who pays, and how surely it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.lexicon.schema.cue import SourceWord
from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.relation import ActClass, Bearing, Payment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.ledger.acts import Deed
    from sagwan.lexicon import Lexicon


class Standing(StrEnum):
    """Whether an act took place: on the reporter's word, on another's, not yet, or not at all."""

    DONE = "done"
    CLAIMED = "claimed"
    OPEN = "open"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an act of one frame is: its label, the roles that it ties, the sign (0 where the frame gives none)."""

    label: str
    source: str
    goal: str
    sign: int
    form: str | None
    asks: bool
    answer: str | None


@cache
def meanings(lexicon: Lexicon) -> Mapping[str, Meaning]:
    """By the ids of the frames that mean something between two: those with a tie or a class of act."""
    classes = {one.plover: one for one in lexicon.all(ActClass)}
    return {
        frame.id: _meaning(frame, classes.get(frame.plover or ""))
        for frame in lexicon.all(Frame)
        if frame.tie is not None or frame.plover in classes
    }


def _meaning(frame: Frame, of: ActClass | None) -> Meaning:
    source, goal = (frame.tie.source, frame.tie.goal) if frame.tie else ("actor", "target")
    sign = frame.tie.sign if frame.tie else 0
    form, asks, answer = (of.form, of.asks, of.answer) if of else (None, False, None)
    form = "deed" if of is not None and frame.id in of.deeds else form
    # What is asked for in enmity (요구, 청구) asks for no cooperation.
    return Meaning(frame.label, source, goal, sign, form, asks and sign >= 0, answer)


@cache
def bearings(lexicon: Lexicon) -> Mapping[str, Bearing]:
    """By stance."""
    return {one.stance: one for one in lexicon.all(Bearing)}


@cache
def payments(lexicon: Lexicon) -> Mapping[str, Payment]:
    """By the ids of the frames in which money goes from one to the other."""
    return {frame: one for one in lexicon.all(Payment) for frame in one.frames}


_PARTIES = ("person", "group", "body", "side", "unnamed")


@cache
def _parties(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(word for one in lexicon.all(SourceWord) if one.kind in _PARTIES for word in one.words)


def means_a_party(words: str, lexicon: Lexicon) -> bool:
    """Whether words without a name mean people or a body (현 정부, 고소인 측, 소상공인들), who can pay or be paid."""
    return words.removesuffix("들").endswith(_parties(lexicon))


def standing(deed: Deed) -> Standing:
    """Whether the act took place, from its status and negation."""
    if deed.negated or deed.status in (Status.DENIED, Status.REFUSED):
        return Standing.UNDONE
    if deed.status == Status.HAPPENED:
        return Standing.DONE
    return Standing.CLAIMED if deed.status == Status.CLAIMED else Standing.OPEN


def owned(deed: Deed) -> Standing:
    """The same, save that who says of himself that he did it owns up to it: 거절했다고 밝혔다 is a refusal."""
    own = deed.source is not None and deed.source == deed.who("actor")
    found = standing(deed)
    return Standing.DONE if own and found is Standing.CLAIMED else found
