"""Pieces → articles: what belongs to the main one, and what to each teaser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sagwan.core.page import Article, Byline, Part, Published, Zone
from sagwan.core.text import Text
from sagwan.page import outlets
from sagwan.page.cues import Cues
from sagwan.page.dates import Dated, dates, published
from sagwan.page.flow import Teaser
from sagwan.page.head import Head
from sagwan.page.labels import Label
from sagwan.page.pieces import Piece

# A list of names (인사, 부고) has no sentence that could break off.
_LISTED = re.compile(r"[▲△◇◆○●■□▶▷]")
_FINISHED = re.compile(r"[.?!][\"'”’」』)\]〉》>]*$|[\"'”’」』)\]〉》]$")
_ADDRESS = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_STEPS = re.compile(r"\s*[>›»]\s*")
# A page's imprint and copyright lines are few; the rest of the page is not searched for the outlet's name.
_SIGNED_LINES = 12


def main_article(text: Text, labels: Sequence[Label], head: Head, pieces: Sequence[Piece], cues: Cues) -> Article:
    """The article that the page is for."""
    body = tuple(p.span for p in pieces if p.zone is Zone.BODY)
    return Article(
        part=Part.MAIN,
        outlet=_outlet(text, labels, head, pieces, cues),
        section=_section(labels, head),
        headline=None if head.headline is None else labels[head.headline].line.span,
        bylines=_writers(p for p in pieces if p.zone in {Zone.BYLINE, Zone.DATE}),
        published=_published(labels, head, cues),
        body=body,
        truncated=bool(body) and breaks_off(text.cut(body[-1])),
    )


def related_article(text: Text, teaser: Teaser, outlet: str | None) -> Article | None:
    """The article that a teaser stands for, with as much of it as the page shows; None for a bare link."""
    if not teaser.lead:
        return None
    body = tuple(p.span for p in teaser.lead if not p.writers and not p.outlet)
    return Article(
        part=Part.RELATED,
        outlet=next((p.outlet for p in teaser.lead if p.outlet), outlet),
        section=None,
        headline=teaser.title.span if teaser.title else None,
        bylines=_writers(teaser.lead),
        published=None,
        body=body,
        truncated=bool(body) and breaks_off(text.cut(body[-1])),
    )


def seen(labels: Sequence[Label], head: Head) -> str | None:
    """The day that the page's own header gives for the visit: a date above the headline that is of no article."""
    return next((d.day for d in _header_dates(labels, head) if not _publishes(d)), None)


def breaks_off(words: str) -> bool:
    """Whether the words stop inside a sentence."""
    if _LISTED.match(words):
        return False
    return _FINISHED.search(words, max(0, len(words) - 8)) is None or words.endswith(("...", "…"))


def _header_dates(labels: Sequence[Label], head: Head) -> Iterable[Dated]:
    end = _first_of(head.headline, head.body, len(labels))
    return (d for one in labels[:end] if one.zone is Zone.DATE for d in one.dated)


def _published(labels: Sequence[Label], head: Head, cues: Cues) -> Published | None:
    """A header's date needs the word (입력) to speak of the article; below the headline a date may stand alone."""
    found = [d for d in _header_dates(labels, head) if _publishes(d)]
    begin = _first_of(head.headline, head.body, len(labels))
    body = len(labels) if head.body is None else head.body
    for i, one in enumerate(labels[begin:], begin):
        if one.zone is Zone.COPYRIGHT:
            found += [d for d in dates(one.line, cues) if d.kind]
        if one.then and i > body:
            break
        found += [d for d in one.dated if d.kind or d.clock or i < body]
    return published(found)


def _publishes(dated: Dated) -> bool:
    return dated.kind == "published"


def _first_of(*indices: int | None) -> int:
    return min(i for i in indices if i is not None)


def _section(labels: Sequence[Label], head: Head) -> str | None:
    """The section's own line above the headline, or the last step of a path (홈 > 경제 > 산업)."""
    if head.section is not None:
        return labels[head.section].line.chars.strip("•·[]<> ")
    paths = [one.line.chars for one in labels[: head.headline or 0] if one.zone is Zone.SECTION]
    return _STEPS.split(paths[-1].strip(" >›»"))[-1] if paths else None


def _writers(pieces: Iterable[Piece]) -> tuple[Byline, ...]:
    """Each name once, at its first place."""
    found: dict[str, Byline] = {}
    for piece in pieces:
        for writer in piece.writers:
            found.setdefault(writer.name, writer)
    return tuple(sorted(found.values(), key=lambda b: b.span))


def _outlet(text: Text, labels: Sequence[Label], head: Head, pieces: Sequence[Piece], cues: Cues) -> str | None:
    """The outlet of the dateline, else of the byline, of the copyright lines, of the writer's address, of a line of
    its own above the article.

    An agency is the outlet only where nobody else is named: its copy belongs to the outlet that prints it.
    """
    named = [p.outlet for zone in (Zone.DATE, Zone.BYLINE) for p in pieces if p.zone is zone and p.outlet]
    owned = [one.line.chars for one in labels if one.zone is Zone.COPYRIGHT]
    named += [o for chars in owned[:_SIGNED_LINES] if (o := outlets.owner(chars, cues))]
    signed = [p.span for p in pieces if p.zone is Zone.BYLINE]
    named += [o for span in signed for a in _ADDRESS.findall(text.cut(span)) if (o := outlets.of_host(a, cues))]
    above = labels[: len(labels) if head.body is None else head.body]
    named += [o for one in above if (o := outlets.known(one.line.tight, cues))]
    return next((o for o in named if o not in cues.wires), None) or next(iter(named), None)
