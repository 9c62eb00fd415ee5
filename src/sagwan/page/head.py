"""Where the article begins: its headline, its section, its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagwan.core.page import Zone
from sagwan.page.bylines import lead, whole
from sagwan.page.cues import Cues
from sagwan.page.labels import Label
from sagwan.page.lines import LABEL
from sagwan.page.pieces import Piece, labelled, signed, titles_picture

# A first paragraph has at least one full sentence; shorter prose before it belongs to it too ("“…더 중요하다.”").
_PARAGRAPH = 40
_LISTED = re.compile(r"[◇◆△▲▶▷■□●○◎▣*-]")
_MENU_WORD = 8
_MENU_RUN = 3
_HEADLINE = 6
_SECTION = 10
# Headline, subheads and a menu: more lines than this are some other list.
_GROUP = 60
_LABEL = re.compile(r"[\w·/&.+\-]+")
_TITLE = 12
_TITLE_WORDS = 2
_BULLET = re.compile(r"[•·*]\s")


@dataclass(frozen=True, slots=True)
class Head:
    """Indices into the labels: the section's line, the headline's, and the first of the body; None where missing."""

    section: int | None
    headline: int | None
    body: int | None


def find_head(labels: Sequence[Label], cues: Cues, titled: int | None = None) -> Head:
    """Find the head of the main article; `titled` is the headline's index where the page's markup gives it."""
    dateline = _dateline(labels)
    body = _first_paragraph(labels, cues, dateline if titled is None else titled + 1)
    if body is None and dateline is not None:
        body = next((i for i in range(dateline, len(labels)) if _is_list(labels[i])), None)
    if titled is not None:
        return Head(_section_above(labels, titled, cues), titled, body)
    group = _group_above(labels, dateline, cues) if dateline is not None else []
    if not group:
        group = _group_above(labels, len(labels) if body is None else body, cues)
    if not group and dateline is not None and body is None:
        return Head(None, None, None)
    section, headline = _split(labels, group, cues)
    if section is None and headline is not None:
        section = _section_above(labels, headline, cues)
    return Head(section, headline, body)


def above(labels: Sequence[Label], head: Head, cues: Cues) -> Iterator[Piece]:
    """The pieces of the lines above the first paragraph."""
    for i, one in enumerate(labels):
        if one.zone is not None:
            yield labelled(one)
        elif i == head.headline:
            yield Piece(Zone.HEADLINE, one.line.span)
        elif i == head.section:
            yield Piece(Zone.SECTION, one.line.span)
        elif head.headline is not None and i > head.headline:
            yield _below_headline(labels, i, cues)
        else:
            yield Piece(Zone.MENU if len(one.line.tight) <= _SECTION else Zone.OTHER, one.line.span)


def _below_headline(labels: Sequence[Label], i: int, cues: Cues) -> Piece:
    """A subhead, unless a columnist signs there or a picture's credit follows on the next line."""
    line = labels[i].line
    signature = whole(line, cues, guests=True)
    if signature:
        return signed(labels[i], signature)
    return Piece(Zone.CAPTION if titles_picture(labels, i, cues) else Zone.SUBHEAD, line.span)


def _strong(label: Label, cues: Cues) -> bool:
    if label.zone is not None:
        return False
    return (label.line.prose and len(label.line.chars) >= _PARAGRAPH) or _led(label, cues)


def _is_list(label: Label) -> bool:
    """A line of a list that makes up an article by itself (인사, 부고): with its mark, or longer than any title."""
    return label.zone is None and (_LISTED.match(label.line.chars) is not None or len(label.line.chars) > LABEL)


def _led(label: Label, cues: Cues) -> bool:
    return len(label.line.chars) > _PARAGRAPH and lead(label.line, cues) is not None


def _dateline(labels: Sequence[Label]) -> int | None:
    """The line that dates or signs the article, with no more than a headline's worth of prose above it: the first
    that says 입력 or names a writer, else the first with any time of day.
    """
    prose, timed = 0, None
    for i, one in enumerate(labels):
        if one.zone is Zone.BYLINE or (one.zone is Zone.DATE and _publishes(one)):
            return i
        if one.stamped and timed is None:
            timed = i
        prose += one.prose
        if prose and (prose > 1 or timed is not None or len(one.line.chars) > LABEL):
            break
    return timed


def _publishes(label: Label) -> bool:
    return label.signature is not None or any(d.kind == "published" for d in label.dated)


def _first_paragraph(labels: Sequence[Label], cues: Cues, after: int | None) -> int | None:
    start = 0 if after is None else after
    first = next((i for i in range(start, len(labels)) if _strong(labels[i], cues)), None)
    if first is None:
        return next((i for i in range(start, len(labels)) if labels[i].prose), None)
    while first > start + 1 and labels[first - 1].prose:
        first -= 1
    return start if after is not None and first == start + 1 and labels[start].prose else first


def _group_above(labels: Sequence[Label], end: int, cues: Cues) -> list[int]:
    """The unlabelled lines nearest above `end`, without menus: section, headline, subheads."""
    group: list[int] = []
    for i in range(end - 1, -1, -1):
        if labels[i].zone is None and not (labels[i].prose and group):
            group.append(i)
        elif group or labels[i].zone is Zone.WEATHER:
            break
        if len(group) == _GROUP:
            break
    group.reverse()
    return [i for i in _without_menu(labels, group, cues) if not _names_outlet(labels[i], cues)]


def _names_outlet(label: Label, cues: Cues) -> bool:
    words = label.line.tight
    return words in cues.outlets or (len(words) <= _SECTION and cues.press.fullmatch(words) is not None)


def _without_menu(labels: Sequence[Label], group: list[int], cues: Cues) -> list[int]:
    """Cut off a run of short words at the top (정치 / 경제 / 사회 / …)."""
    run = 0
    while run < len(group) and _is_menu_word(labels[group[run]], cues):
        run += 1
    if run >= _MENU_RUN:
        return group[run:]
    return group


def _is_menu_word(label: Label, cues: Cues) -> bool:
    return len(label.line.tight) <= _MENU_WORD or label.line.tight in cues.sections


def _split(labels: Sequence[Label], group: list[int], cues: Cues) -> tuple[int | None, int | None]:
    """The section's line, and the headline: what the page repeats, else what follows a section, else the first line
    of some length that is no item of a list.
    """
    group = [i for i in group if not _BULLET.match(labels[i].line.chars)] or group
    if not group:
        return None, None
    told_before = _repeated(labels, group)
    if told_before is not None:
        return None, told_before
    under = [k for k in range(len(group) - 1) if _names_section(labels[group[k]], cues)]
    if under:
        return group[under[-1]], group[under[-1] + 1]
    if len(group) > 1 and _is_section(labels[group[0]], labels[group[1]], cues):
        return group[0], group[1]
    long = [i for i in group if len(labels[i].line.tight) >= _HEADLINE] or group[:1]
    if len(group) >= _MENU_RUN and len(labels[long[0]].line.chars.split()) <= _TITLE_WORDS:
        long = [i for i in long if len(labels[i].line.chars.split()) > _TITLE_WORDS] or long
    return None, long[0]


def _repeated(labels: Sequence[Label], group: list[int]) -> int | None:
    """The line that repeats the page's title above it ("… - 한빛일보")."""
    above_ = [one.line.tight for one in labels[: group[0]] if len(one.line.tight) >= _TITLE]
    return next(
        (i for i in group if len(t := labels[i].line.tight) >= _TITLE and any(a.startswith(t) for a in above_)), None
    )


def _is_section(label: Label, after: Label, cues: Cues) -> bool:
    tight = label.line.tight
    if tight in cues.sections:
        return True
    plain = len(tight) <= _SECTION and _LABEL.fullmatch(tight) is not None
    return plain and len(after.line.tight) >= 2 * len(tight)


def _section_above(labels: Sequence[Label], headline: int, cues: Cues) -> int | None:
    """A section's own name right above the headline (산업, or 경제 / 산업); the last word of a menu says nothing."""
    run = 0
    while run < headline and _names_section(labels[headline - 1 - run], cues):
        run += 1
    return headline - 1 if 0 < run < _MENU_RUN else None


def _names_section(label: Label, cues: Cues) -> bool:
    return label.zone is None and label.line.tight in cues.sections
