"""The words of page parts prove themselves: each is read in its proof, and no counter-example is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sagwan.core.page import Layout as Laid
from sagwan.core.page import Page, Zone
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.layout import (
    Credit,
    Furniture,
    Layout,
    Markup,
    Press,
    Section,
    Sky,
    Stamp,
    Tail,
    Writer,
)
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.page import bylines, lay_out
from sagwan.page.cues import cues_of
from sagwan.page.dates import dates
from sagwan.page.html import render
from sagwan.page.labels import label
from sagwan.page.lines import Line

LEXICON = load_default()
CUES = cues_of(LEXICON)
KINDS: tuple[type[Layout], ...] = (Furniture, Stamp, Writer, Credit, Sky, Section, Press, Tail, Markup)
NEWS = "누리전자가 새 공장을 원주에 짓는다고 2일 밝혔다. 한서린 대표가 직접 발표했다."


def proofs() -> Iterator[tuple[Layout, str]]:
    for kind in KINDS:
        for entry in LEXICON.all(kind):
            for word in entry.words:
                yield entry, word


def laid(*lines: str) -> Laid:
    return lay_out(Page("\n\n".join(lines).encode(), "지면"), LEXICON)


def furniture(entry: Furniture, word: str, line: str) -> bool:
    got = label(Line(line, 0), CUES)
    return got.zone == Zone(entry.zone) and got.then == entry.then


def stamp(entry: Stamp, word: str, line: str) -> bool:
    return [(d.day, d.clock, d.kind) for d in dates(Line(line, 0), CUES)] == [("2031-04-02", "18:20", entry.kind)]


def writer(entry: Writer, word: str, line: str) -> bool:
    signed = bylines.lead(Line(line, 0), CUES) if entry.kind == "desk" else None
    signed = signed or bylines.whole(Line(line, 0), CUES, guests=True)
    want = [] if entry.kind == "desk" else ["한서린"]
    return signed is not None and [w.name for w in signed.writers] == want


def credit(entry: Credit, word: str, line: str) -> bool:
    return label(Line(line, 0), CUES).zone is Zone.CAPTION


def sky(entry: Sky, word: str, line: str) -> bool:
    got = label(Line(line, 0), CUES)
    read = got.reading.sky if got.reading else None
    return got.zone is Zone.WEATHER and read == (word if entry.kind == "sky" else None)


def section(entry: Section, word: str, line: str) -> bool:
    return laid(line, "누리전자, 새 공장 부지 원주로 확정", NEWS).section == word


def press(entry: Press, word: str, line: str) -> bool:
    return laid("누리전자, 새 공장 부지 원주로 확정", line).outlet == f"가온{word}"


def tail(entry: Tail, word: str, line: str) -> bool:
    page = laid("누리전자, 새 공장 부지 원주로 확정", NEWS, line, NEWS.replace("2일", "3일"))
    return line in [page.text.cut(s) for s in page.articles[0].body]


def markup(entry: Markup, word: str, line: str) -> bool:
    page = render(f"<html><body>{line}</body></html>", "지면", CUES)
    hints = [h for h in page.hints if h]
    if entry.kind == "hidden":
        return not hints
    return page.contained if entry.kind == "body" else [h.kind for h in hints] == [entry.kind]


CHECKS: dict[type[Layout], Callable[..., bool]] = {
    Furniture: furniture,
    Stamp: stamp,
    Writer: writer,
    Credit: credit,
    Sky: sky,
    Section: section,
    Press: press,
    Tail: tail,
    Markup: markup,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_word_is_read_in_its_proof(kind: type[Layout]) -> None:
    unread = [
        (entry.id, word)
        for entry in LEXICON.all(kind)
        for word in entry.words
        if not CHECKS[kind](entry, word, entry.proof.replace("{word}", word))
    ]
    assert unread == []


def test_no_counter_example_is_read() -> None:
    for kind in KINDS:
        for entry in LEXICON.all(kind):
            for line in entry.not_examples:
                got = label(Line(line, 0), CUES)
                assert (entry.id, got.zone) == (entry.id, None)


def test_every_name_of_an_outlet_is_told_from_its_dateline() -> None:
    for outlet in LEXICON.all(Outlet):
        for name in (outlet.name, *outlet.aliases):
            page = laid("누리전자, 새 공장 부지 원주로 확정", f"{name} | 입력 2031-04-02 10:04", NEWS)
            assert (name, page.outlet) == (name, outlet.name)


def test_every_domain_names_its_outlet() -> None:
    for outlet in LEXICON.all(Outlet):
        for domain in outlet.domains:
            head = f'<meta property="og:url" content="https://www.{domain}/news/1">'
            page = f"<html><head>{head}</head><body><h1>누리전자, 새 공장 부지 확정</h1><p>{NEWS}</p></body></html>"
            assert (domain, lay_out(Page(page.encode(), "지면.html"), LEXICON).outlet) == (domain, outlet.name)


def test_no_name_or_domain_stands_for_two_outlets() -> None:
    owners: dict[str, set[str]] = {}
    for outlet in LEXICON.all(Outlet):
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            owners.setdefault("".join(name.split()), set()).add(outlet.id)
    assert {n: o for n, o in owners.items() if len(o) > 1} == {}


def test_there_are_outlets_enough() -> None:
    korean = [o for o in LEXICON.all(Outlet) if o.kind != "foreign" and not o.sample]
    assert len(korean) >= 120
