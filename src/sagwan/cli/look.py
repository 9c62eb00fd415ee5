"""What the terminal shows: answers as text in colour. Rich counts Hangul as two columns wide."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sagwan.cli.footnotes import Footnotes
from sagwan.work.labels import FIELDS, FOUND, KINDS, RECORDS, SPEECH, STANCES, STATUSES, label, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from sagwan.ledger.query import Said, Sum
    from sagwan.ledger.takedown import Leaving
    from sagwan.ledger.verify import Verdict
    from sagwan.views.dossier import Dossier
    from sagwan.views.register import NameSeen
    from sagwan.views.timeline import Moment
    from sagwan.views.why import Step, Why

_STANCE = {
    "deny": "red",
    "criticise": "red",
    "warn": "yellow",
    "promise": "cyan",
    "forecast": "cyan",
    "demand": "magenta",
}
_STATUS = {"happened": "green", "planned": "cyan", "claimed": "yellow", "denied": "red", "refused": "red"}
_BASIS = {"published": " 보도", "anchored": " 무렵 보도"}


def console() -> Console:
    """Standard output: colour and width of the terminal, plain and unbroken lines into a file."""
    return Console(highlight=False, soft_wrap=False)


def statements(found: Sequence[Said]) -> RenderableType:
    """Each statement, how many they are, and the articles."""
    notes = Footnotes()
    entries = [_statement(one, notes) for one in found]
    return Group(*entries, Text(f"발언 {len(found):,}", style="dim"), notes.listed())


def _statement(said: Said, notes: Footnotes) -> RenderableType:
    """When, who, how; the words and where they stand; whom they are about."""
    who = Text(said.speaker or said.label or "?", style="bold" if said.speaker else "italic")
    if said.found and said.found in FOUND:
        who.append(f" ({FOUND[said.found]})", style="dim")
    head = Text.assemble(
        (said.place.published or "날짜 모름", "dim"),
        "  ",
        who,
        "  ",
        (label(STANCES, said.stance), _STANCE.get(said.stance, "")),
        (f" · {label(SPEECH, said.speech)}", "dim"),
        (f" · {said.channel}" if said.channel else "", "dim"),
        (f" · {said.when}" if said.when else "", "dim"),
        (f" → {', '.join(said.about)}" if said.about else "", "dim"),
        (f"  {said.id}", "dim cyan"),
    )
    quote = said.quote.replace("\n", " ")
    return Group(head, notes.cite(Text(f"“{quote}”" if said.speech == "direct" else quote), said.place))


def timeline(found: Sequence[Moment], total: int) -> RenderableType:
    """Events in their order, those of one sentence over it, how many there are, and the articles."""
    notes = Footnotes()
    shown = f" 가운데 {len(found):,}" if len(found) < total else ""
    return Group(*_moments(found, notes), Text(f"사건 {total:,}{shown}", style="dim"), notes.listed())


def _moments(found: Sequence[Moment], notes: Footnotes) -> Iterator[RenderableType]:
    """The events of one sentence that follow each other, over the sentence with their words underlined."""
    for (sentence, place), together in groupby(found, key=lambda one: (one.sentence, one.event.place)):
        words = Text(sentence)
        for one in together:
            words.stylize("underline", *one.at_words)
            yield _moment(one)
        yield notes.cite(words, place)


def _moment(one: Moment) -> RenderableType:
    """One event at its time, and what other articles say of it."""
    event = one.event
    who = Text(event.actor or "…", style="bold")
    if event.target:
        who.append(" → ", style="dim").append(event.target, style="bold")
    status = label(STATUSES, event.status) + (" (않음)" if event.negated else "")
    head = Text.assemble(
        (one.at or "때 모름", "bold cyan" if one.basis == "event" else "dim"),
        (_BASIS.get(one.basis or "", ""), "dim"),
        (f" ({event.when})" if event.when and one.basis != "event" else "", "dim"),
        "  ",
        who,
        f"  {event.action}",
        (f"  {event.amount}" if event.amount else "", "yellow"),
        "  ",
        (status, _STATUS.get(event.status, "")),
        (f" · {event.said_by} 말" if event.said_by else "", "dim"),
        (f" · 다른 보도 {len(one.again)}" if one.again else "", "dim"),
        (f"  {event.id}", "dim cyan"),
    )
    taken = one.inferred_from
    if taken is None:
        return head
    source = f"때는 {taken.place.outlet or '매체 모름'} {taken.place.headline or ''} · {taken.id}에서"
    return Group(head, Padding(Text(source, style="dim"), (0, 0, 0, 2), expand=False))


def sums(found: Sequence[Sum], total: int) -> RenderableType:
    """Each sum, how many there are, and the articles."""
    notes = Footnotes()
    shown = f" 가운데 {len(found):,}" if len(found) < total else ""
    lines = [_sum(one, notes) for one in found]
    return Group(*lines, Text(f"금액 {total:,}{shown}", style="dim"), notes.listed())


def _sum(one: Sum, notes: Footnotes) -> RenderableType:
    """The exact value, the words, who for what."""
    worth = f"{'≈' if one.approx else ''}{_worth(one)} {one.currency or '?'}"
    line = Text.assemble((worth, "bold yellow"), "  ", (one.quote, "yellow"))
    if one.action:
        who = " ".join(filter(None, (one.actor, "→" if one.target else None, one.target, one.action)))
        line.append(f"  {who}")
        line.append(f" ({label(STATUSES, one.status or '')}{' · 않음' if one.negated else ''})", style="dim")
    return line.append(" ").append_text(notes.mark(one.place)).append(f"  {one.id}", "dim cyan")


def _worth(one: Sum) -> str:
    if one.value is not None:
        return _grouped(one.value)
    return f"{_grouped(one.low) if one.low else ''}~{_grouped(one.high) if one.high else ''}"


def _grouped(number: str) -> str:
    whole, dot, part = number.partition(".")
    return f"{int(whole):,}{dot}{part}"


def names(found: Sequence[NameSeen], limit: int) -> RenderableType:
    """Whom one can ask about, who is seen most first and people before the rest; and how."""
    table = Table(box=None, header_style="dim")
    table.add_column("이름", style="bold", overflow="fold")
    table.add_column("갈래")
    table.add_column("기사", justify="right")
    kinds = list(KINDS)
    for one in sorted(found, key=lambda one: (-one.articles, kinds.index(one.kind), one.name))[:limit]:
        table.add_row(one.name, label(KINDS, one.kind), f"{one.articles:,}")
    return Group(table, Text(f"이름 {len(found):,} · 누구인지는 sagwan who 이름", style="dim"))


def dossier(found: Dossier, limit: int) -> RenderableType:
    """Names, titles, the latest statements, the timeline."""
    head = Text.assemble((found.name, "bold"), "  ", (" · ".join(label(KINDS, k) for k in found.kinds), "dim"))
    others = [n for n in found.names if n != found.name]
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(ratio=1)
    if others:
        facts.add_row("다른 이름", ", ".join(others[:12]))
    for n, title in enumerate(found.titles[:8]):
        facts.add_row("" if n else "직함", f"{title.org + ' ' if title.org else ''}{title.title}  ({title.articles})")
    stances = ", ".join(f"{label(STANCES, stance)} {n}" for stance, n in found.stances)
    facts.add_row("발언", f"{len(found.statements)}" + (f"  ({stances})" if stances else ""))
    facts.add_row("사건", f"{len(found.moments)}")
    levels = found.levels
    facts.add_row(
        "기사", f"{len(found.articles)}  (언급 {levels.mentions}, 보도 {levels.reports}, 사건 {levels.events})"
    )
    if found.bearers > 1:
        facts.add_row("이 이름", f"{found.bearers}명이 쓰며 같은 이인지 모릅니다 (sagwan identities {found.name})")
    notes = Footnotes()
    parts: list[RenderableType] = [head, facts]
    for title_, entries in (
        ("최근 발언 · latest statements", [_statement(s, notes) for s in found.statements[-limit:][::-1]]),
        ("사건 · events", [*_moments(found.moments[-limit:], notes)]),
    ):
        if entries:
            parts += [Rule(title_, style="dim", align="left"), *entries]
    return Group(*parts, notes.listed())


def derivation(why: Why) -> RenderableType:
    """A record in its sentence, its fields, and the tree of rules."""
    words = Text.assemble((why.before.lstrip(), "dim"), (why.words, "bold reverse"), (why.after.rstrip(), "dim"))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(ratio=1)
    for fact in why.facts:
        value = Text(spoken(fact.name, fact.value))
        if fact.words and fact.words != fact.value:
            value.append(f"  “{fact.words}”", style="dim")
        facts.add_row(label(FIELDS, fact.name), value)
    parts: list[RenderableType] = [
        Text.assemble((label(RECORDS, why.kind), "bold"), "  ", (why.id, "cyan")),
        Padding(words, (1, 0)),
        facts,
    ]
    if why.steps:
        parts += [Padding(_tree(why.steps), (1, 0, 0, 0))]
    where = f"{why.headline or why.source} · {why.source} · 글자 {why.start}–{why.end} · 지면 {why.page[:12]}"
    made = f"sagwan {why.run.version} · 지식 {why.run.lexicon[:8]} · {why.run.models}"
    return Group(*parts, Text(f"\n{where}\n{made}", style="dim"))


def _tree(steps: tuple[Step, ...]) -> Tree:
    tree = Tree(Text("어떻게 찾았나 · how it was found", style="dim"), guide_style="dim")
    open_at = {-1: tree}
    for step in steps:
        line = Text(step.rule)
        if step.words:
            line.append(f"  “{step.words}”", style="cyan")
        if step.note:
            line.append(f"  {step.note}", style="dim")
        open_at[step.depth] = open_at[step.depth - 1].add(line)
    return tree


def verdict(found: Verdict) -> RenderableType:
    """What was checked, the digest, and whether all is well."""
    line = (
        f"지면 {found.pages:,} · 판독 {found.readings:,} · 거절 {found.refused:,} · 내려진 글 {found.withdrawn:,}"
        f" · 맞춰 본 인용 {found.quotes:,}"
    )
    good = Text(f"흠 {len(found.faults):,}", style="bold red") if found.faults else Text("흠 없음", style="bold green")
    return Group(Text(line), Text(f"digest {found.digest}", style="dim"), good)


def leaving(going: Leaving) -> RenderableType:
    """A page that is to be taken down: which, what goes with it, what stays."""
    told = " · ".join(one for one in (going.outlet or "매체 모름", going.published) if one)
    counted = (
        ("글자", going.chars),
        ("이름", going.names),
        ("발언", going.statements),
        ("행위", going.events),
        ("금액", going.sums),
        ("문항", going.items),
    )
    lines = [
        Text.assemble((going.headline or "(제목 없음)", "bold"), f"  {told}", (f"  지면 {going.page[:12]}", "dim")),
        Text("  ".join(going.sources), style="dim"),
        Text("사라짐 · goes: " + " · ".join(f"{what} {n:,}" for what, n in counted if n)),
    ]
    if going.twins:
        same = ", ".join(twin[:12] for twin in going.twins)
        lines.append(Text(f"같은 글이라 함께 · with it, the same characters: 지면 {same}"))
    return Group(*lines, Text("남음 · stays: id, 구간, 값, 내린 날과 까닭", style="dim"))
