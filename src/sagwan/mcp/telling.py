"""Rows of views → facts in Korean, the ledger's own wording of its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.mcp.fact import Fact, fact, of_cited, of_done, of_place, of_said, of_snippet, of_sum, of_why_whole, plain
from sagwan.work.labels import FIELDS, KINDS, RECORDS, STANCES, STATUSES, label, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sagwan.ledger.query import Said, Sum
    from sagwan.views.checks.finding import Finding
    from sagwan.views.deals.book import Book
    from sagwan.views.deals.deal import Deal
    from sagwan.views.disputes.disputes import Dispute
    from sagwan.views.dossier import Dossier
    from sagwan.views.reversals.reversal import Reversal
    from sagwan.views.search.find import Hit
    from sagwan.views.ties.signed import Act
    from sagwan.views.ties.ties import Tie
    from sagwan.views.timeline import Moment
    from sagwan.views.why import Why

LEAN = {"conflict": "갈등", "cooperation": "협력", "mixed": "협력과 갈등이 섞임", "asked_refused": "청했으나 거절당함"}
_SIGN = {1: "협력", -1: "갈등", 0: "중립"}
_STANDING = {"done": "있었음", "claimed": "주장", "open": "아직", "undone": "없었음"}
_PART = {"claim": "주장", "denial": "부인", "reply": "다시 답함", "third": "다른 이의 말"}
_STAGE = {"paid": "지급", "agreed": "약정", "owed": "부과", "asked": "청구·제안", "claimed": "주장", "undone": "안 됨"}
_DIFFERS = {"rounding": "어림", "revision": "바뀜", "conflict": "어긋남"}
_MOST_TITLES = 8


def of_dossier(found: Dossier) -> Iterator[Fact]:
    """Who somebody is, then what they said and what befell them, the last first, then the articles."""
    kinds = ", ".join(label(KINDS, kind) for kind in found.kinds)
    titles = ", ".join(" ".join(filter(None, (t.org, t.title))) for t in found.titles[:_MOST_TITLES])
    others = ", ".join(name for name in found.names if name != found.name)
    yield fact(f"{found.name}: {kinds}. 다른 이름: {others or '없음'}. 직함: {titles or '모름'}")
    stances = ", ".join(f"{label(STANCES, stance)} {n}" for stance, n in found.stances)
    yield fact(f"발언 {len(found.statements)} ({stances}), 사건 {len(found.moments)}, 기사 {len(found.articles)}")
    yield from (of_statement(one) for one in reversed(found.statements))
    yield from (of_moment(one) for one in reversed(found.moments))
    yield from (fact("이름이 나온 기사", of_place(place)) for place in found.articles)


def of_statement(said: Said) -> Fact:
    """Somebody said something."""
    who = said.speaker or said.label or "말한 이 모름"
    about = f", {'·'.join(said.about)}에 대해" if said.about else ""
    channel = f", {said.channel}" if said.channel else ""
    how = "직접 인용" if said.speech == "direct" else "간접 인용"
    return fact(f"{who}의 말 ({label(STANCES, said.stance)}, {how}{about}{channel})", of_said(said))


def of_moment(moment: Moment) -> Fact:
    """An event at its time."""
    event = moment.event
    when = moment.at or (
        f"날짜 모름 ({moment.known or moment.unknown})" if moment.known or moment.unknown else "날짜 모름"
    )
    basis = {"published": " (보도일)", "anchored": " (다른 기사에서 추정)"}.get(moment.basis or "", "")
    amount = f", {event.amount}" if event.amount else ""
    word = f", {event.said_by}의 말로" if event.said_by else ""
    told = f"{when}{basis}: {_deed(event.actor, event.action, event.target)}"
    state = label(STATUSES, event.status) + (" · 아니라고 함" if event.negated else "")
    again = tuple(of_cited(one) for one in moment.again[:2])
    return fact(f"{told} ({state}{amount}{word})", of_done(event, moment.sentence), *again)


def _deed(actor: str | None, action: str, target: str | None) -> str:
    return " ".join(filter(None, (actor and f"{actor} —", action, target and f"→ {target}")))


def of_tie(found: Tie) -> Iterator[Fact]:
    """What two did to each other, in order."""
    yield from (of_act(act) for act in found.acts)


def of_act(act: Act) -> Fact:
    """One act of a tie."""
    when = act.at or act.evidence.place.published or "날짜 모름"
    kind = label(STATUSES, act.status) if act.status else label(STANCES, act.stance or "other")
    word = f", {act.said_by}의 말로" if act.said_by else ""
    told = (
        f"{when}: {act.actor} → {act.target} {act.label} ({_SIGN[act.sign]}, {_STANDING[act.standing]}, {kind}{word})"
    )
    return fact(told, of_cited(act.evidence), *(of_cited(one) for one in act.again[:1]))


def of_dispute(found: Dispute) -> Fact:
    """A question with each position on it."""
    state = "거둬들임" if found.state == "withdrawn" else "열려 있음"
    sides = "; ".join(f"{_PART[p.part]}: {p.speaker or '기자'}" for p in found.positions)
    return fact(f"쟁점 ({state}) — {sides}", *(of_cited(p.evidence) for p in found.positions))


def of_reversal(found: Reversal) -> Fact:
    """A position before and after."""
    order = "먼저 말, 나중 말" if found.ordered else "앞뒤 모름"
    told = f"{found.speaker}의 입장 변화 ({order}{', 다른 기사 소개글에서 읽음' if found.teaser else ''})"
    return fact(told, *(of_cited(one) for one in (*found.before[:2], *found.after[:2])))


def of_sum_row(found: Sum) -> Fact:
    """A sum of money and whose it is."""
    value = found.value or f"{found.low or ''}~{found.high or ''}"
    deed = _deed(found.actor, found.action, found.target) if found.action else "누구의 돈인지 모름"
    status = f", {label(STATUSES, found.status)}{' · 아니라고 함' if found.negated else ''}" if found.status else ""
    return fact(
        f"{'약 ' if found.approx else ''}{value} {found.currency or '통화 모름'}: {deed}{status}", of_sum(found)
    )


def of_book(book: Book) -> Iterator[Fact]:
    """Commitments, the totals of each stage apart, the exchange rates that the articles imply."""
    yield from (_of_deal(deal) for deal in book.deals)
    for total in book.totals:
        yield fact(f"합계 · {_stage(total.stage)}: {_number(total.value)} {total.currency}, 거래 {total.deals}건")
    for rate in book.rates:
        yield fact(f"기사에 쓰인 환율 {rate.pair}: {rate.median} ({rate.low}~{rate.high}, {len(rate.implied)}곳)")


def _of_deal(deal: Deal) -> Fact:
    value = f"{_number(deal.value)} {deal.currency}" if deal.value is not None else "금액이 하나로 정해지지 않음"
    differs = {_DIFFERS[r.differs] for r in deal.reports if r.differs}
    note = f", 보도마다 다름: {'·'.join(sorted(differs))}" if differs else ""
    what = f"{deal.payer or '?'} → {deal.payee or '?'} {deal.purpose}{f' ({deal.matter})' if deal.matter else ''}"
    return fact(f"{what}: {value} ({_stage(deal.stage)}{note})", *(of_cited(r.event) for r in deal.reports[:3]))


def _stage(stage: str | None) -> str:
    return _STAGE.get(stage, label(STATUSES, stage)) if stage else "단계 모름"


def _number(value: Decimal) -> str:
    return format(value, ",f")


def of_hit(hit: Hit) -> Fact:
    """An article or a statement that was found, with the words around what was asked for."""
    who = f"{hit.speaker or '말한 이 모름'}의 말 ({label(STANCES, hit.stance or 'other')})" if hit.id else "기사"
    return fact(who, of_snippet(hit.snippet.words, hit.id or hit.place.address, hit.place))


def of_finding(found: Finding) -> Fact:
    """One thing to look at in a draft, with the records it is at odds with."""
    told = f"{found.label} ({found.start}~{found.end} “{plain(found.words)}”): {found.says} {found.advice}"
    return fact(told, *(of_cited(one) for one in found.evidence[:3]))


def of_why(found: Why) -> Iterator[Fact]:
    """The sentence, each field, each step of the derivation."""
    yield fact(label(RECORDS, found.kind), of_why_whole(found))
    yield from (fact(f"{label(FIELDS, f.name)}: {spoken(f.name, f.value)}{_by(f.words)}") for f in found.facts)
    yield from (
        fact(f"근거 {'· ' * s.depth}{s.rule}{_by(s.words)}{f' ({s.note})' if s.note else ''}") for s in found.steps
    )
    yield fact(f"글자 {found.start}~{found.end}, 판독 {found.run.version}, 어휘집 {found.run.lexicon[:12]}")


def _by(words: str | None) -> str:
    return f" ← “{words}”" if words else ""
