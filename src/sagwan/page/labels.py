"""What a single line says of itself, before its neighbours are looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from sagwan.core.page import WeatherReading, Zone
from sagwan.page import bylines, weather
from sagwan.page.bylines import Signature
from sagwan.page.cues import Cues, tight
from sagwan.page.dates import Dated, dates, without_dates
from sagwan.page.lines import LABEL, Line
from sagwan.page.outlets import among

# Furniture is short: the longest copyright notice at hand has 150 characters.
_FURNITURE = 2 * LABEL
# What a dateline may hold besides its dates: an outlet, a name, "댓글 0".
_RESIDUE = 30
# A caption is a sentence or three; a longer line with a credit behind it is a paragraph.
CAPTION = 350
_CREDIT = 130
_POINTER = "▲"
# The headline and one line.
_HEADED = 2
_MENU_BARS = 3
_WORD = re.compile(r"[^\s:：|·\[\]()<>\-/~,.]+")
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d\.\d\d\.\d\d")
_BAR_ENDS = re.compile(r"^[\s|>·]+|[\s|>·]+$")
_PATH = re.compile(r"[>›»]")
_BARS = re.compile(r"\s*[|｜│ㅣ>›»]\s*")


class Place(Enum):
    """Where on the page a line stands, seen from its article."""

    BODY = "body"
    TEASERS = "teasers"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Label:
    """A line with the zone its own words give it; None where only its place can tell. `place` is set where the
    page's markup says it.
    """

    line: Line
    zone: Zone | None = None
    then: str | None = None
    dated: tuple[Dated, ...] = ()
    signature: Signature | None = None
    reading: WeatherReading | None = None
    outlet: str | None = None
    count: int | None = None
    place: Place | None = None

    @property
    def stamped(self) -> bool:
        """Whether it may date the article: a word beside the day, or the minute behind it."""
        return self.zone is Zone.DATE and any(d.kind or d.clock for d in self.dated)

    @property
    def prose(self) -> bool:
        """Whether nothing but running text fits it."""
        return self.zone is None and self.line.prose


def label(line: Line, cues: Cues) -> Label:
    """The line's own label. Long lines are only asked for a caption's credit."""
    sky = _weather(line, cues)
    if sky:
        return sky
    if _credited(line, cues):
        return Label(line, Zone.CAPTION)
    if len(line.chars) <= _FURNITURE:
        found = _furniture(line, cues) or _dated(line, cues) or _signed(line, cues)
        if found:
            return found
    if len(line.chars) <= CAPTION and is_caption(line, cues):
        return Label(line, Zone.CAPTION)
    return Label(line)


def _furniture(line: Line, cues: Cues) -> Label | None:
    """The label of a line whose words the lexicon knows."""
    words = line.tight
    exact = cues.line.get(words)
    if exact:
        return Label(line, Zone(exact.zone), exact.then)
    for form, entry in cues.counted:
        counted = form.match(words)
        if counted:
            return Label(line, Zone(entry.zone), entry.then, count=int(counted[1].replace(",", "")))
    found = next((e for form, e in cues.start if (e.sentence or not line.ends) and form.match(words)), None) or next(
        (e for form, e in cues.anywhere if (e.sentence or not line.ends) and form.search(words)), None
    )
    return Label(line, Zone(found.zone), found.then) if found else _barred(line, cues)


def _barred(line: Line, cues: Cues) -> Label | None:
    """A path (홈 > 경제 > 산업), a menu between bars (로그인 | 회원가입 | 구독), a mark alone."""
    if not line.korean and len(line.tight) <= 1:
        return Label(line, Zone.OTHER)
    if line.ends or line.running:
        return None
    parts = _BARS.split(_BAR_ENDS.sub("", line.chars))
    if len(parts) > 1 and all(tight(p) in cues.sections or tight(p) in cues.line for p in parts):
        return Label(line, Zone.SECTION if _PATH.search(line.chars) else Zone.MENU)
    if len(parts) > _MENU_BARS and not _YEAR.search(line.chars):
        return Label(line, Zone.MENU)
    return None


def with_pictures(labels: list[Label]) -> list[Label]:
    """The labels, with a line that begins with ▲ told as a caption: alone it points to a picture, in a row it lists.
    Where nothing but the headline is left to be read, it is what the page has to say (▲김영수씨 별세 …).
    """
    told = [one for one in labels if one.zone is None]
    alone = told[-1] if len(told) == _HEADED else None
    return [
        replace(one, zone=Zone.CAPTION) if one.zone is None and one is not alone and _points(labels, i) else one
        for i, one in enumerate(labels)
    ]


def _points(labels: list[Label], i: int) -> bool:
    line = labels[i].line
    if line.chars[0] != _POINTER or _POINTER in line.chars[1:] or len(line.chars) > _FURNITURE or line.running:
        return False
    beside = labels[max(0, i - 1) : i] + labels[i + 1 : i + 2]
    return not any(_POINTER in one.line.chars for one in beside)


def _credited(line: Line, cues: Cues) -> bool:
    """Whether a credit is so plain that no other word of the line counts: it opens the line, or stands in brackets
    behind words that are no notice.
    """
    if cues.credit_line.match(line.chars):
        return len(line.chars) <= LABEL and not _owned(line, cues)
    closed = line.chars[-1] in "])】〕" and line.chars[0] not in "<[(©ⓒ"
    return closed and len(line.chars) <= CAPTION and is_caption(line, cues)


def _owned(line: Line, cues: Cues) -> bool:
    """Whether the sign ⓒ speaks of the page rather than of a picture."""
    return line.chars[0] not in "[(" and any(f.search(line.tight) for f, e in cues.anywhere if e.zone == "copyright")


def _weather(line: Line, cues: Cues) -> Label | None:
    reading = weather.reading(line, cues)
    if reading:
        return Label(line, Zone.WEATHER, reading=reading)
    return Label(line, Zone.WEATHER) if weather.is_source(line, cues) else None


def _dated(line: Line, cues: Cues) -> Label | None:
    if line.ends:
        return None
    found = tuple(dates(line, cues)) if _YEAR.search(line.chars) else ()
    if not found:
        return None
    rest = cues.stamp.sub(" ", without_dates(line.chars))
    words = _WORD.findall(rest)
    if sum(map(len, words)) > _RESIDUE:
        return None
    signature = bylines.within(line, cues)
    outlet = among(rest, cues)
    if any(d.kind or d.clock for d in found) or not words or outlet or signature:
        return Label(line, Zone.DATE, dated=found, signature=signature, outlet=outlet)
    return None


def _signed(line: Line, cues: Cues) -> Label | None:
    signature = bylines.whole(line, cues, guests=False)
    return Label(line, Zone.BYLINE, signature=signature, outlet=signature.outlet) if signature else None


def is_caption(line: Line, cues: Cues) -> bool:
    """Whether a credit ends the line ("… [사진=누리전자]", "… /한빛일보") or a short line bears the sign ⓒ.

    A name behind more than one sentence, or with an address, signs the paragraph rather than a picture.
    """
    credit = None if line.stops else cues.credit_end.search(line.chars, max(0, len(line.chars) - _CREDIT))
    if credit is None:
        return False
    if credit["who"] is None:
        return True
    before = line.chars[: credit.start()].rstrip()
    return not (before.endswith(".") and (line.running or "@" in credit[0] or bylines.lead(line, cues) is not None))
