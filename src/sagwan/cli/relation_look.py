"""How ties, disputes, reversals and deals look to a person: each line with the record and the article it opens on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from sagwan.cli.footnotes import Footnotes
from sagwan.work.labels import STANCES, STATUSES, label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from rich.console import RenderableType

    from sagwan.views.cited import Cited
    from sagwan.views.deals.book import Book
    from sagwan.views.deals.deal import Deal
    from sagwan.views.deals.rates import Rate
    from sagwan.views.deals.report import Report
    from sagwan.views.disputes.disputes import Dispute
    from sagwan.views.reversals.reversal import Reversal
    from sagwan.views.ties.signed import Act
    from sagwan.views.ties.ties import Tie

_LEAN = {"conflict": "갈등", "cooperation": "협력", "mixed": "섞임", "asked_refused": "청했으나 거절당함"}
_SIGN = {1: ("협력", "green"), -1: ("갈등", "red"), 0: ("청함", "cyan")}
_FORM = {"word": "말", "deed": "행동"}
_STANDING = {"done": "있었음", "claimed": "주장", "open": "아직", "undone": "없었음"}
_OUTCOME = {"refused": "거절", "accepted": "수락", "open": "답 모름"}
_PART = {"claim": "주장", "denial": "부인", "reply": "다시", "third": "다른 이"}
_STATE = {"open": "열려 있음", "withdrawn": "거둬들임", "settled": "뒤에 매듭지음"}
_BASIS = {"answer": "말", "act": "행위", "across": "한 사안", "marked": "글이 밝힘"}
_BASIS |= {"will": "뜻이 바뀜", "value": "수치가 어긋남", "stance": "태도가 바뀜"}
_STAGE = {"paid": "지급", "agreed": "약정", "owed": "부과", "asked": "청구·제안", "claimed": "주장", "undone": "안 됨"}
_DIFFERS = {"rounding": "어림", "revision": "바뀜", "conflict": "어긋남"}


def evidence(cited: Cited, notes: Footnotes) -> RenderableType:
    """The words, those of the record underlined in their sentence, and the article that they stand in."""
    words = Text((cited.sentence or f"“{cited.quote}”").replace("\n", " "))
    if cited.sentence is not None:
        words.highlight_words([cited.quote.replace("\n", " ")], "underline")
    return notes.cite(words, cited.place, teaser=cited.teaser)


def _entry(head: Text, cited: Iterable[Cited], notes: Footnotes) -> RenderableType:
    """The head with the records that it stands on, over their words."""
    found = tuple(cited)
    return Group(
        head.append("".join(f"  {one.id}" for one in found), "dim cyan"), *(evidence(one, notes) for one in found)
    )


def _below(shown: RenderableType) -> RenderableType:
    return Padding(shown, (0, 0, 0, 2), expand=False)


def tie(found: Tie) -> RenderableType:
    """The lean, the counts, what was asked, the acts in their order."""
    notes = Footnotes()
    head = Text.assemble((f"{found.left} – {found.right}", "bold"), "  ", _LEAN.get(found.lean or "", "알 수 없음"))
    several = [f"{name}: {n}명" for name, n in ((found.left, found.left_bearers), (found.right, found.right_bearers))]
    if max(found.left_bearers, found.right_bearers) > 1:
        head.append(f"  같은 이인지 모름 ({', '.join(several)})", style="yellow")
    counts = (
        f"{_SIGN[t.sign][0]}·{_FORM.get(t.form or '', '갈래 모름')}·{_STANDING[t.standing]} {t.acts}"
        for t in found.totals
    )
    asked = (
        Text(f"{a.ask.actor} → {a.ask.target}  {a.ask.label}  {_OUTCOME[a.outcome]}", "cyan") for a in found.askings
    )
    acts = [_act(act, notes) for act in found.acts]
    return Group(head, Text(", ".join(counts), style="dim"), *asked, *acts, notes.listed())


def _act(act: Act, notes: Footnotes) -> RenderableType:
    name, style = _SIGN[act.sign]
    how = label(STANCES, act.stance) if act.stance else f"{act.label} ({label(STATUSES, act.status or '')})"
    head = Text.assemble(
        (act.at or act.when or "때 모름", "bold" if act.at else "dim"),
        "  ",
        (f"{act.actor} → {act.target}", "bold"),
        f"  {how}{' 않음' if act.negated else ''}  ",
        (f"{name}·{_FORM.get(act.form or '', '갈래 모름')}·{_STANDING[act.standing]}", style),
        (f" · {act.said_by} 말" if act.said_by else "", "dim"),
    )
    return _entry(head, (act.evidence,), notes)


def disputes(found: tuple[Dispute, ...]) -> RenderableType:
    """Each question with all positions."""
    notes = Footnotes()
    parts: list[RenderableType] = []
    for n, one in enumerate(found, 1):
        parts.append(Text(f"쟁점 {n} · {_STATE[one.state]} · {_BASIS[one.basis]}", style="bold"))
        for p in one.positions:
            stance = label(STATUSES if one.basis == "act" else STANCES, p.stance)
            again = f" · 다른 기사 {len(p.again)}" if p.again else ""
            head = Text.assemble((p.speaker or "기자", "bold"), f"  {_PART[p.part]} ({stance})", (again, "dim"))
            parts.append(_below(_entry(head, (p.evidence,), notes)))
        for name, end in (("거둬들인 말", one.withdrawn_by), ("매듭지은 일", one.settled_by)):
            if end is not None:
                parts.append(_below(_entry(Text(name), (end,), notes)))
    return Group(*parts, Text(f"쟁점 {len(found):,}", style="dim"), notes.listed())


def reversals(found: tuple[Reversal, ...]) -> RenderableType:
    """Both quotations, one under the other."""
    notes = Footnotes()
    parts: list[RenderableType] = []
    for one in found:
        mark = f" · “{one.mark}”" if one.mark else ""
        teaser = " · 소개글에서 읽음" if one.teaser else ""
        order = "" if one.ordered else " · 앞뒤 모름"
        parts.append(Text.assemble((one.speaker, "bold"), (f"  {_BASIS[one.basis]}{mark}{order}{teaser}", "dim")))
        parts.append(_below(_entry(Text("먼저", style="cyan"), one.before, notes)))
        parts.append(_below(_entry(Text("나중", style="magenta"), one.after, notes)))
    return Group(*parts, Text(f"입장 변화 {len(found):,}", style="dim"), notes.listed())


def book(found: Book) -> RenderableType:
    """The deals, then totals by stage, then the rates."""
    notes = Footnotes()
    totals = [
        Text(f"{t.currency} {_stage(t.stage)} {_money(t.value)} · 거래 {t.deals}" + _left_out(t.left_out))
        for t in found.totals
    ]
    return Group(
        *[_deal(one, notes) for one in found.deals],
        Text(f"거래 {len(found.deals):,}", style="dim"),
        *totals,
        *(_rate(one) for one in found.rates),
        notes.listed(),
    )


def _left_out(n: int) -> str:
    return f" · 더하지 않은 거래 {n}" if n else ""


def deal(one: Deal) -> RenderableType:
    """One commitment, every report of it, and the articles."""
    notes = Footnotes()
    return Group(_deal(one, notes), notes.listed())


def _deal(one: Deal, notes: Footnotes) -> RenderableType:
    what = f"{one.matter + ' ' if one.matter else ''}{one.purpose}"
    head = Text.assemble(
        (f"{one.payer or '?'} → {one.payee or '?'}", "bold"),
        f"  {what}  ",
        (_worth(one), "bold yellow"),
        f"  {_stage(one.stage) if one.stage else '알 수 없음'}",
    )
    lines = []
    for report in one.reports:
        differs = f" · {_DIFFERS[report.differs]}" if report.differs else ""
        said_by = f" · {report.said_by} 말" if report.said_by else ""
        amount = report.sum.quote if report.sum else "금액 모름"
        told = Text(
            f"{report.at or '때 모름'} {_stage(report.stage)} {amount}{_parts(report)}{differs}{said_by}", "dim"
        )
        lines.append(_below(_entry(told, (report.event,), notes)))
    return Group(head, *lines)


def _parts(report: Report) -> str:
    """Sums told as a part of its own; the totals hold the whole alone."""
    return f" (그 가운데 처음 {'·'.join(part.quote for part in report.parts)})" if report.parts else ""


def _worth(one: Deal) -> str:
    """The sum as a number, else as the articles write it (수백억 달러)."""
    if one.value is not None:
        return f"{_money(one.value)} {one.currency or '?'}"
    return " / ".join(dict.fromkeys(report.sum.quote for report in one.reports if report.sum)) or "금액 모름"


def _rate(one: Rate) -> RenderableType:
    head = Text(f"{one.pair} {one.median:,} ({one.low:,}~{one.high:,}) · {len(one.implied)}쌍", style="bold")
    pairs = (
        Text(f"{i.rate:,}  {i.dearer.quote} = {i.cheaper.quote}  {i.cheaper.id}", "dim").append(
            "  어긋남: 잘못 적힌 금액일 수 있음" if i.astray else "", "yellow"
        )
        for i in one.implied
    )
    return Group(head, *map(_below, pairs))


def _stage(stage: str) -> str:
    return _STAGE.get(stage) or label(STATUSES, stage)


def _money(value: Decimal | None) -> str:
    return f"{value:,f}" if value is not None else "?"
