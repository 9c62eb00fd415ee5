"""누가 누구에게 무엇을: acts that the reporter tells of two named parties, and what one change makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.event import Status
from sagwan.core.statement import Found
from sagwan.items.model import Did, Form, Item, Option, Truth
from sagwan.items.propose.likeness import alike
from sagwan.items.propose.material import CHOICES, Matter, Telling
from sagwan.items.wording import stem
from sagwan.korean.inflection import fill
from sagwan.lexicon.schema.item import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.event import Argument, Event
    from sagwan.items.propose.material import Material

_FEWEST = 4
_ENDS = {Status.HAPPENED: "했다", Status.DENIED: "하지 않았다"}
_TAIL = re.compile(r"[’'”\"]?(?:\([^()]{1,20}\))?(?P<particle>[가-힣]{1,2})(?=[\s,]|$)")
_SUBJECTS = frozenset({"은", "는", "이", "가"})


def acts(of: Material) -> tuple[tuple[Act, Did], ...]:
    """The acts that are sure: one of each frame and pair, told as done by the reporter, both parties named."""
    known = {act.frame: act for act in of.lexicon.all(Act)}
    found: dict[Did, Act] = {}
    for event in of.source.records.events:
        act = known.get(event.frame)
        if act is not None and _sure(of, event, act) and event.actor and event.target:
            claim = Did(of.source.address, event.frame, event.actor, event.target, Status.HAPPENED)
            if of.judge(claim).truth is Truth.TRUE:
                found.setdefault(claim, act)
    return tuple((act, claim) for claim, act in found.items())


def _sure(of: Material, event: Event, act: Act) -> bool:
    told = event.status is Status.HAPPENED and not event.negated and event.source is None and event.statement is None
    roles = {argument.role: argument for argument in event.arguments}
    if not told or "actor" not in roles or "target" not in roles:
        return False
    actor, target = roles["actor"], roles["target"]
    sentence = of.source.sentence_of(event.span)
    if sentence is None or not (
        sentence.start <= actor.span.start < actor.span.end <= target.span.start < event.span.start
    ):
        return False
    between = of.source.reported[target.span.end : event.span.start]
    return (
        _party(of, actor, _SUBJECTS) and _party(of, target, frozenset(act.particles)) and between.count(" ") <= _FEWEST
    )


def _party(of: Material, argument: Argument, particles: frozenset[str]) -> bool:
    """Whether the argument's words end in the entity's own name and carry one of these particles."""
    entity = of.source.entities.get(argument.entity or "")
    if entity is None or entity.kind not in (Kind.PERSON, Kind.ORG) or argument.found is not Found.WRITTEN:
        return False
    words = of.source.text.cut(argument.span).rstrip("’'”\"")
    tail = _TAIL.match(of.source.text.chars, argument.span.end)
    named = any(words.endswith(name) for name in (entity.name, *entity.aliases))
    return named and tail is not None and tail["particle"] in particles


def write(of: Material, act: Act, claim: Did) -> str:
    """The sentence of an option."""
    names = {
        "actor": of.source.entities[claim.actor].name,
        "target": of.source.entities[claim.target or ""].name,
    }
    target = of.source.entities[claim.target or ""]
    text = act.text.replace("{target}에 ", "{target}에게 ") if target.kind is Kind.PERSON else act.text
    return fill(text, names) + _ENDS[Status(claim.status)]


def wrong(of: Material, act: Act, claim: Did) -> list[tuple[Did, str]]:
    """False tellings by one change, those that the solver bears out."""
    turned = Did(claim.article, claim.frame, claim.target or "", claim.actor, claim.status)
    changes = [(turned, "한 이와 당한 이를 바꿈")] if act.one_way else []
    like = of.source.entities
    parties = {claim.actor, claim.target}
    for kind in (Kind.ORG, Kind.PERSON):
        for other in of.named(kind):
            if other.id in parties:
                continue
            if alike(other, like[claim.actor], of.lexicon):
                changes.append((Did(claim.article, claim.frame, other.id, claim.target, claim.status), "한 이를 바꿈"))
            if alike(other, like[claim.target or ""], of.lexicon):
                changes.append((Did(claim.article, claim.frame, claim.actor, other.id, claim.status), "당한 이를 바꿈"))
    changes.append((Did(claim.article, claim.frame, claim.actor, claim.target, Status.DENIED), "긍정과 부정을 바꿈"))
    fit = [
        (c, change)
        for c, change in changes
        if like[c.actor].kind is like[claim.actor].kind and like[c.target or ""].kind is like[claim.target or ""].kind
    ]
    return [(c, change) for c, change in fit if of.judge(c).truth is Truth.FALSE]


def done(of: Material) -> tuple[Matter, ...]:
    """The acts as matters for 내용 일치."""
    found = []
    for act, claim in acts(of):
        true = Telling(None, None, claim, text=f"{write(of, act, claim)}.")
        false = [Telling(None, None, c, change, f"{write(of, act, c)}.") for c, change in wrong(of, act, claim)]
        of.rng.shuffle(false)
        found.append(Matter(true, tuple(false)))
    return tuple(matter for matter in found if matter.false)


def actors(of: Material) -> Iterator[Item]:
    """One act told right, and the same or other acts told wrong."""
    text = stem(of.lexicon, "stem.actor").text
    sure = acts(of)
    for nth, (act, claim) in enumerate(sure):
        options = [Option(f"{write(of, act, claim)}.", claim)]
        rest = [*sure[nth + 1 :], *sure[:nth], (act, claim)]
        ways = [[(a, c, change) for c, change in wrong(of, a, did)] for a, did in rest]
        for turn in range(CHOICES):
            for way in ways:
                if turn < len(way) and len(options) < CHOICES:
                    a, c, change = way[turn]
                    options.append(Option(f"{write(of, a, c)}.", c, change))
        if len(options) >= _FEWEST:
            yield of.item(Form.ACTOR, text, options)
