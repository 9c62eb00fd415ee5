"""Passives: who undergoes an act is its subject, and who does it stands with 에게, 에 의해, 으로부터."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sagwan.extract.events.filling import is_value

if TYPE_CHECKING:
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.lexicon.schema.frame import FrameRole

# Who acts behind a passive, as against who undergoes it.
_AGENTS = ("에 의해", "에게", "으로부터", "한테", "에게서", "에")
# 고문당하다, 지원받다: beside these nobody is given anything, so that 에게 can only mean who did it.
_SUFFERING = frozenset({"당하", "받"})
_GIVERS = frozenset({"에게", "한테", "으로부터", "에게서"})


def is_turned(match: Match, roles: tuple[FrameRole, ...]) -> bool:
    """Whether the target stands where the actor would."""
    p = match.predicate
    return match.passive and any(r.name == "target" and (p is None or undergoes(r, p)) for r in roles)


def marks_of(role: FrameRole, match: Match, roles: tuple[FrameRole, ...]) -> tuple[str, ...]:
    """The particles of a role, turned round for a passive: the object becomes the subject, the actor 에 의해."""
    if not is_turned(match, roles):
        return _active(role.particles)
    suffers = match.predicate is not None and match.predicate.voice in _SUFFERING
    taken = {m for r in roles if not is_value(r) for m in r.particles}
    if role.name == "actor":
        spread = match.predicate is not None and match.predicate.passive  # 해솔시에 지어졌다: where, not by whom
        return tuple(
            m for m in _AGENTS if (m not in taken or (suffers and m in _GIVERS)) and not (spread and m == "에")
        )
    if role.name != "target":
        return role.particles
    # 누리방송에서 중계됐다: where it is done to something, the body with 에서 does it.
    left = {"을", "에서"} if role.particles[0] == "을" else {"을"}
    return tuple(m for m in role.particles if m not in left and not (suffers and m in _GIVERS))


@cache
def _active(particles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(m for m in particles if m != "이")


def may_be_agent(a: Phrase, ground: Ground) -> bool:
    """Whether a phrase with 에 does what another undergoes: 경찰에 체포됐다, not 높은 값에 팔렸다."""
    return a.mark != "에" or not ground.judges or ground.entity_of(a) is not None or ground.may_act(a)


def undergoes(role: FrameRole, p: Predicate) -> bool:
    """Who the subject of a passive is: with 되다 the object, with 받다 and 당하다 also the one it was done to."""
    return role.name == "target" and (role.particles[0] == "을" or p.voice in _SUFFERING or p.stems[:1] == ("받",))
