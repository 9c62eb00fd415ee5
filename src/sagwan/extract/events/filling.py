"""Which phrase fills which role of a frame, and which phrases may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from sagwan.core.span import Span
from sagwan.core.statement import Found

if TYPE_CHECKING:
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase
    from sagwan.lexicon.schema.frame import FrameRole

# What was told before: 이에 반발했다.
THIS = frozenset({"이", "이것"})
# 적극적으로 나섰다, 적극적 참여 say how.
_MANNER = "적"
_AMID, _NTH = "중", "째"
_VALUES = frozenset({"money", "share", "count", "time"})


class Filling(Struct):
    """Phrases by role, how the actor was found, the phrases beside the event's words (`near`)
    and those that modify them (`deep`); `alone`: of several who act only the actor does this.
    """

    roles: dict[str, Phrase] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)
    near: list[Phrase] = field(default_factory=list)
    deep: list[Phrase] = field(default_factory=list)
    alone: bool = False

    def put(self, role: str, phrase: Phrase, found: Found = Found.WRITTEN) -> None:
        """Fill a role once."""
        if role not in self.roles and phrase not in self.roles.values():
            self.roles[role] = phrase
            self.found[role] = found


def may_fill(role: FrameRole, a: Phrase, ground: Ground) -> bool:
    """Whether the phrase is of the sort that the role wants: a sum, a share, a name of its kinds, a noun."""
    if "money" in role.kinds:
        return ground.money_in(a.span) is not None
    if "share" in role.kinds:
        return ground.share_in(a.span)
    if role.words:
        return a.head.endswith(role.words)
    if (a.dependent and ground.entity_of(a) is None) or ground.is_value(a) or _says_how_or_when(role, a, ground):
        return False
    kind = ground.kind_of(a) if role.kinds else None
    return kind in role.kinds if kind is not None else not (role.named and ground.judges)


def _says_how_or_when(role: FrameRole, a: Phrase, ground: Ground) -> bool:
    """회의 후 발표했다, 이에 출마를 검토했다, 적극적으로 나섰다, 공동 주최했다, 다음 두 달은 불화를 선보인다."""
    if a.head in ground.since or (a.mark in ("으로", "") and a.tail == _MANNER):
        return True
    if a.tail == _NTH or (not a.mark and a.tail == _AMID):
        return True  # 9승째를 올렸다, 복무 중 쓰러졌다
    if a.mark in ("", "으로") and a.head in ground.manner and ground.entity_of(a) is None:
        return True  # 전격 합의했다, 본격으로 나섰다
    if not a.mark and ground.money_in(Span(a.span.end, a.span.end + 2)) is not None:
        return True  # 배럴당 100달러에
    this = a.pronoun and a.head in THIS
    aside = role.name != "target" or (a.mark == "에" and role.particles[0] != "에")  # 이에 격리에 들어갔다
    return (this and aside) or (a.point and role.name == "actor")


def role_of(roles: tuple[FrameRole, ...], mark: str) -> FrameRole | None:
    """The role, no value, whose phrase may have the particle."""
    for role in roles:
        if mark in role.particles and not is_value(role):
            return role
    return None


def object_of(roles: tuple[FrameRole, ...]) -> FrameRole | None:
    """The role of a transitive verb's object: first of all marked 을."""
    return next((r for r in roles if r.particles[0] == "을" and not is_value(r)), None)


def is_value(role: FrameRole) -> bool:
    """Whether a figure fills the role."""
    return not _VALUES.isdisjoint(role.kinds)
