"""Topics that cannot act: 상장 계획은 철회했다."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import own_subject

if TYPE_CHECKING:
    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Triggers


def take_for_objects(clauses: Clauses, index: Triggers) -> None:
    """Mark as object the plan that stands as the topic of a verb which wants an object and has none."""
    for p in clauses.predicates:
        topic = next((a for a in p.args if a.mark in ("은", "도") and _is_plan(a, index)), None)
        if topic is None or any(a.mark == "을" for a in p.args) or not _wants_object(p, index):
            continue
        topic.mark = "을"
        if p.subject is topic:
            p.subject = own_subject(p)
            p.bare = p.subject is None


def _is_plan(a: Phrase, index: Triggers) -> bool:
    cue = index.noun_cues.get(a.head)
    return cue is not None and cue.effect == "planned"


def _wants_object(p: Predicate, index: Triggers) -> bool:
    if p.passive or p.describes or p.voice not in ("", "하"):
        return False
    return any(
        role.name == "target" and role.particles[:1] == ("을",)
        for stem in p.stems
        for trigger in index.stems.get(stem, ())
        if not trigger.passive and not trigger.complements
        for role in trigger.acting.roles
    )
