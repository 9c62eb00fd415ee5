"""What the terminal shows: answers as text in colour. Rich counts Hangul as two columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sagwan.work.labels import FIELDS, KINDS, RECORDS, SPEECH, STANCES, STATUSES, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from sagwan.ledger.query import Place, Said, Sum
    from sagwan.ledger.verify import Verdict
    from sagwan.lexicon import Lexicon
    from sagwan.views.derivation import Step, Why
    from sagwan.views.dossier import Dossier
    from sagwan.views.timeline import Moment

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


def statement(said: Said) -> RenderableType:
    """One statement: when and where, who, how, the words."""
    who = Text(said.speaker or said.label or "?", style="bold" if said.speaker else "italic")
    if said.found in ("carried", "inferred"):
        who.append(f" ({said.found})", style="dim")
    head = Text.assemble(
        (said.place.published or "날짜 모름", "dim"),
        "  ",
        who,
        "  ",
        (label(STANCES, said.stance), _STANCE.get(said.stance, "")),
        (f" · {label(SPEECH, said.speech)}", "dim"),
        (f" · {said.channel}" if said.channel else "", "dim"),
    )
    quote = said.quote.replace("\n", " ")
    words = Text(f"“{quote}”" if said.speech == "direct" else quote)
    about = Text(f"→ {', '.join(said.about)}", style="dim") if said.about else None
    return _entry(head, [words, about, _origin(said.place, said.id)])


def moment(one: Moment) -> RenderableType:
    """One event at its time."""
    event = one.event
    who = Text(event.actor or "…", style="bold")
    if event.target:
        who.append(" → ", style="dim").append(event.target, style="bold")
    status = label(STATUSES, event.status) + (" (않음)" if event.negated else "")
    head = Text.assemble(
        (one.at or "때 모름", "bold cyan" if one.basis == "event" else "dim"),
        (_BASIS.get(one.basis or "", ""), "dim"),
        (f" ({one.event.when})" if one.event.when and one.basis != "event" else "", "dim"),
        "  ",
        who,
        f"  {event.action}",
        (f"  {event.amount}" if event.amount else "", "yellow"),
        "  ",
        (status, _STATUS.get(event.status, "")),
        (f" · {event.said_by} 말" if event.said_by else "", "dim"),
    )
    words = Text(one.sentence)
    words.stylize("underline", *one.at_words)
    taken = one.inferred_from
    source = (
        f"때는 {taken.place.outlet or '매체 모름'} {taken.place.headline or ''} · {taken.id}에서" if taken else None
    )
    again = f"다른 보도 {len(one.again)}" if one.again else None
    notes = " · ".join(filter(None, (source, again)))
    return _entry(head, [words, _origin(event.place, event.id), Text(notes, style="dim") if notes else None])


def _entry(head: Text, below: Iterable[Text | None]) -> RenderableType:
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in below if line is not None))


def _origin(place: Place, id_: str) -> Text:
    line = Text(style="dim")
    line.append(place.outlet or "매체 모름").append(" · ")
    line.append(place.headline or place.source, style="italic").append(" · ").append(id_, style="cyan")
    return line


def money(one: Sum) -> RenderableType:
    """One sum: the exact value, the words, who for what."""
    worth = f"{'≈' if one.approx else ''}{_worth(one)} {one.currency or '?'}"
    head = Text.assemble((worth, "bold yellow"), "  ", (one.quote, "yellow"))
    if one.action:
        who = " ".join(filter(None, (one.actor, "→" if one.target else None, one.target, one.action)))
        head.append(f"  {who}")
        head.append(f" ({label(STATUSES, one.status or '')})", style="dim")
    return _entry(head, [_origin(one.place, one.id)])


def _worth(one: Sum) -> str:
    if one.value is not None:
        return _grouped(one.value)
    return f"{_grouped(one.low) if one.low else ''}~{_grouped(one.high) if one.high else ''}"


def _grouped(number: str) -> str:
    whole, dot, part = number.partition(".")
    return f"{int(whole):,}{dot}{part}"


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
        facts.add_row("이 이름", f"{found.bearers}이 쓰며 같은 이인지 모릅니다 (sagwan identities {found.name})")
    parts: list[RenderableType] = [head, facts]
    for title_, entries in (
        ("최근 발언 · latest statements", [statement(s) for s in found.statements[-limit:][::-1]]),
        ("사건 · events", [moment(m) for m in found.moments[-limit:]]),
    ):
        if entries:
            parts += [Rule(title_, style="dim", align="left"), *entries]
    return Group(*parts)


def derivation(why: Why, lexicon: Lexicon) -> RenderableType:
    """A record in its sentence, its fields, and the tree of rules."""
    words = Text.assemble((why.before.lstrip(), "dim"), (why.words, "bold reverse"), (why.after.rstrip(), "dim"))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(ratio=1)
    for fact in why.facts:
        value = Text(fact.value)
        if fact.words and fact.words != fact.value:
            value.append(f"  “{fact.words}”", style="dim")
        facts.add_row(label(FIELDS, fact.name), value)
    parts: list[RenderableType] = [
        Text.assemble((label(RECORDS, why.kind), "bold"), "  ", (why.id, "cyan")),
        Padding(words, (1, 0)),
        facts,
    ]
    if why.steps:
        parts += [Padding(_tree(why.steps, lexicon), (1, 0, 0, 0))]
    where = f"{why.headline or why.source} · {why.source} · 글자 {why.start}–{why.end} · 지면 {why.page[:12]}"
    made = f"sagwan {why.run.version} · 지식 {why.run.lexicon[:8]} · {why.run.models}"
    return Group(*parts, Text(f"\n{where}\n{made}", style="dim"))


def _tree(steps: tuple[Step, ...], lexicon: Lexicon) -> Tree:
    tree = Tree(Text("어떻게 찾았나 · how it was found", style="dim"), guide_style="dim")
    open_at = {-1: tree}
    for step in steps:
        line = Text(rule(step.rule, lexicon))
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
