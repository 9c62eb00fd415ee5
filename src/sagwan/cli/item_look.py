"""Items as a terminal shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from sagwan.items.model import Form
from sagwan.views.rule_names import rule_name
from sagwan.work.labels import ITEM_STATES, TRUTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from sagwan.items.analyse import Analysis
    from sagwan.items.bank import Banked
    from sagwan.items.make import Batch, Made
    from sagwan.items.model import Proof
    from sagwan.items.review.finding import Review

_FORMS = {form.value: form.label for form in Form}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_FORMS = {form.value: form.label for form in Form}


def batch(found: Batch, added: int | None) -> RenderableType:
    """The items, then what was refused and what the article does not give."""
    parts: list[RenderableType] = [_item(n, one) for n, one in enumerate(found.made, 1)]
    refused = " · ".join(f"{rule_name(code)} {count}" for code, count in sorted(found.refused.items()))
    total = f"문항 {len(found.made)}" + (f" · 은행에 새로 {added}" if added is not None else "")
    parts.append(Text(total + (f" · 버린 것: {refused}" if refused else ""), style="dim"))
    parts += [Text(line, style="dim") for line in found.missing]
    return Group(*parts)


def _item(n: int, made: Made) -> Text:
    shown = Text.assemble((f"{n}. {made.item.stem}", "bold"), (f"  {made.item.form.label} {made.item.id}\n", "dim"))
    for line in made.item.box:
        shown.append(f"   │ {line}\n", "cyan")
    for i, (option, verdict) in enumerate(zip(made.item.options, made.proof.verdicts, strict=True)):
        shown.append(f"   {_CIRCLED[i]} {option.text}\n", "green" if i == made.item.key else "")
        shown.append(f"      {TRUTHS[verdict.truth]}: {verdict.because} [{', '.join(verdict.records)}]\n", "dim")
    return shown


def proofs(found: Sequence[tuple[str, Proof]]) -> RenderableType:
    """One line an item: sound, or what is wrong."""
    lines = [
        Text.assemble((id_, "cyan"), "  ", ("증명됨", "green") if proof.sound else (_faults(proof), "red"))
        for id_, proof in found
    ]
    sound = sum(proof.sound for _, proof in found)
    return Group(*lines, Text(f"문항 {len(found)} = 증명됨 {sound} + 아님 {len(found) - sound}", style="dim"))


def _faults(proof: Proof) -> str:
    """What is wrong, without the codes that programs go by."""
    return "; ".join(fault.partition(": ")[2] for fault in proof.faults)


def reviews(found: Sequence[Review]) -> RenderableType:
    """One line an item and one a finding."""
    parts: list[RenderableType] = []
    for one in found:
        band = f"난도 {one.band} ({' · '.join(one.reasons)})"
        parts.append(Text.assemble((one.item, "cyan"), f"  {band}  ", f"{one.load.chars}자"))
        parts += [Text(f"   {finding.what}", style="yellow") for finding in one.findings]
    clean = sum(one.clean for one in found)
    return Group(*parts, Text(f"문항 {len(found)} = 흠 없음 {clean} + 살필 것 {len(found) - clean}", style="dim"))


def bank(found: Sequence[Banked]) -> RenderableType:
    """A table of the bank."""
    table = Table(box=None, header_style="dim")
    for name in ("id", "유형", "난도", "상태", "발문", "지은이", "까닭"):
        table.add_column(name, overflow="fold")
    for one in found:
        stem = one.made.item.stem if one.made else "(내려진 글)"
        because = one.rulings[-1].because if one.rulings else one.because
        called = _FORMS[one.form], str(one.band or "-"), ITEM_STATES[one.state]
        table.add_row(one.id, *called, stem, one.by, because)
    return Group(table, Text(f"문항 {len(found)}", style="dim"))


def analysis(found: Analysis) -> RenderableType:
    """A table of the items by their answers."""
    table = Table(box=None, header_style="dim")
    for name in ("문항", "정답률", "변별도", "b", "a", "난도", "살필 것"):
        table.add_column(name)
    for one in found.items:
        numbers = [one.right, one.discrimination, one.difficulty_2pl, one.slope_2pl]
        shown = ["-" if value is None else f"{value:.2f}" for value in numbers]
        table.add_row(one.item, *shown, str(one.band), "; ".join(one.doubts))
    alpha = "-" if found.alpha is None else f"{found.alpha:.2f}"
    return Group(table, Text(f"응답 {found.readers} · 신뢰도(α) {alpha}", style="dim"))
