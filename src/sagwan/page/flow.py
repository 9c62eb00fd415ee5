"""From the first paragraph to the end of the page: paragraphs, crossheads, captions, and what is not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sagwan.core.page import Zone
from sagwan.page.bylines import lead, whole
from sagwan.page.cues import Cues
from sagwan.page.labels import Label, Place
from sagwan.page.lines import Line
from sagwan.page.outlets import owner
from sagwan.page.pieces import Piece, cut, labelled, signed, titles_picture

# Longer than any crosshead at hand (62 characters); a line this long without a full stop is a broken paragraph.
_CROSSHEAD = 65
# The reference mark opens notes of the desk, never a paragraph.
_NOTE = "※"
_LISTED = 4
_BEGUN = 3
_ITEM = re.compile(r"[▲△◇◆○●■□▶▷]\s?[가-힣A-Za-z0-9]")
_ANSWER = re.compile(r"[-–—△▲▷]\s?[^\d\s]")
_STEM = re.compile(r"(?<![가-힣])[가-힣]{2}")
_LEAD = 300
_SHARED = 2
_TOPIC = re.compile(r"[가-힣](?:은|는|을|를) ")


@dataclass(slots=True)
class Teaser:
    """A teaser of another article as it is gathered: its title and its lead."""

    title: Piece | None
    lead: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """The pieces from the first paragraph on, and the teasers among them."""

    pieces: list[Piece] = field(default_factory=list)
    teasers: list[Teaser] = field(default_factory=list)


def follow(labels: Sequence[Label], cues: Cues) -> Flow:
    """Read on from the first paragraph. Every label ends in at least one piece, in order."""
    flow, place, ended = Flow(), Place.BODY, False
    last = _last_prose(labels, cues)
    listed = not any(one.prose for one in labels[: last + 1])
    for i, one in enumerate(labels):
        place = one.place or place
        if not (place is Place.BODY and _premature(labels, i, cues)):
            ended = ended or _ends(one)
            place = _next_place(place, one)
        if one.zone is not None:
            flow.pieces.append(labelled(one))
        elif place is Place.TEASERS and not _resumes(labels, i, flow, cues, ended=ended):
            _tease(flow, one, cues)
        elif place is Place.AFTER:
            flow.pieces.append(Piece(Zone.OTHER, one.line.span))
        else:
            place = Place.BODY
            flow.pieces.extend(cut(one.line, cues) if listed else _body(labels, i, cues, last))
    return flow


def _next_place(place: Place, label: Label) -> Place:
    if label.then == "teasers":
        return Place.TEASERS
    if label.then == "end":
        return Place.AFTER
    return place


def _premature(labels: Sequence[Label], i: int, cues: Cues) -> bool:
    """Whether a copyright notice is of a picture among the paragraphs: it names no owner, and prose follows at once;
    or the article has hardly begun, and more of it follows than stands above.
    """
    if labels[i].zone is not Zone.COPYRIGHT:
        return False
    if i + 1 < len(labels) and labels[i + 1].prose and owner(labels[i].line.chars, cues) is None:
        return True
    told = sum(one.prose for one in labels[:i])
    rest = 0
    for one in labels[i + 1 :]:
        if one.then is not None:
            break
        rest += one.prose
    return told < _BEGUN and rest > told


def _last_prose(labels: Sequence[Label], cues: Cues) -> int:
    """The index of the last line of prose before the article ends."""
    last = 0
    for i, one in enumerate(labels):
        if _ends(one) and not _premature(labels, i, cues):
            break
        if one.prose:
            last = i
    return last


def _ends(label: Label) -> bool:
    return label.then == "end" or label.zone is Zone.RELATED_COUNT


def _body(labels: Sequence[Label], i: int, cues: Cues, last: int) -> Iterator[Piece]:
    line = labels[i].line
    if line.chars[0] == _NOTE:
        yield Piece(Zone.OTHER, line.span)
        return
    if labels[i].prose or _running(labels, i, cues):
        yield from cut(line, cues)
        return
    signature = whole(line, cues, guests=i > last)
    if signature:
        yield signed(labels[i], signature)
    elif titles_picture(labels, i, cues):
        yield Piece(Zone.CAPTION, line.span)
    elif i <= last:
        yield Piece(Zone.SUBHEAD, line.span)
    elif _breaks_off(labels, i, cues):
        yield from cut(line, cues)
    else:
        yield Piece(Zone.OTHER, line.span)


def _running(labels: Sequence[Label], i: int, cues: Cues) -> bool:
    """Whether a line without a full stop is running text: long, or a question, or carried on by the next line."""
    line = labels[i].line
    if len(line.chars) > _CROSSHEAD or (line.stops and (line.running or _ANSWER.match(line.chars))):
        return True
    if len(_ITEM.findall(line.chars)) > 1 or (line.chars.count(",") >= _LISTED and len(line.chars) > _CROSSHEAD // 2):
        return True
    after = labels[i + 1] if i + 1 < len(labels) else None
    if after is None or not after.prose:
        return False
    return cues.carries.search(line.chars) is not None or _ANSWER.match(after.line.chars) is not None


def _breaks_off(labels: Sequence[Label], i: int, cues: Cues) -> bool:
    """Whether the page's last line is a sentence that was cut in two."""
    chars = labels[i].line.chars
    final = i + 1 == len(labels)
    return final and (cues.carries.search(chars) is not None or _TOPIC.search(chars) is not None)


def _resumes(labels: Sequence[Label], i: int, flow: Flow, cues: Cues, *, ended: bool) -> bool:
    """Whether the article goes on behind a list of links that stands between its paragraphs.

    It does where more blank lines stand before a line than between the links, or where paragraph follows on
    paragraph; a single one below a link is that link's lead if they share their words.
    """
    one = labels[i]
    if one.place is Place.TEASERS or ended or lead(one.line, cues) is not None:
        return False
    before = labels[i - 1]
    follows = bool(flow.teasers and flow.teasers[-1].title) and _share_words(before.line.chars, one.line.chars)
    if before.zone is None and one.line.gap > before.line.gap and not follows:
        return True
    if not one.prose or not (one.line.ends or one.line.stops):
        return False
    after = labels[i + 1] if i + 1 < len(labels) else None
    if after is not None and after.prose:
        return True
    return not follows


def _share_words(title: str, words: str) -> bool:
    """Whether two of the title's words, by their first two syllables, stand in the other line's beginning."""
    stems = {w[0] for w in _STEM.finditer(title)}
    return len(stems & {w[0] for w in _STEM.finditer(words[:_LEAD])}) >= _SHARED


def _tease(flow: Flow, label: Label, cues: Cues) -> None:
    line = label.line
    pieces = list(_teaser_pieces(line, cues))
    running = line.prose or line.running or len(pieces) > 1
    if running and flow.teasers:
        flow.teasers[-1].lead.extend(pieces)
    elif len(pieces) > 1:
        flow.teasers.append(Teaser(None, pieces))
    elif not running:
        flow.teasers.append(Teaser(pieces[0]))
    flow.pieces.extend(pieces)


def _teaser_pieces(line: Line, cues: Cues) -> Iterator[Piece]:
    """A teaser stays one zone, byline and all; the byline's piece only tells who signs."""
    opened = lead(line, cues)
    if opened:
        yield Piece(Zone.TEASER, opened.span, opened.writers, opened.outlet)
        yield from cut(_rest(line, opened.span.end - line.start), cues, Zone.TEASER)
    else:
        yield Piece(Zone.TEASER, line.span)


def _rest(line: Line, at: int) -> Line:
    return Line(line.chars[at:], line.start + at)
