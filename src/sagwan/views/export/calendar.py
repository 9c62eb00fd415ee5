"""The timeline as a calendar (iCalendar, RFC 5545) and as feeds (Atom, RFC 4287; RSS 2.0)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sagwan.views.times import days, precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.views.export.bundle import Bundle
    from sagwan.views.timeline import Moment

_LINE = 75  # octets of a line of iCalendar
_ATOM = "http://www.w3.org/2005/Atom"


def as_icalendar(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """An all-day VEVENT for every event whose own time is told to the day, or for the days of its period."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sagwan//KO", "CALSCALE:GREGORIAN"]
    for one in of.moments:
        told = days(one.at) if one.at and one.basis == "event" else None
        if told and precision(one.at) in ("day", "minute", "period", "week"):
            lines += _event(one, *told)
    lines.append("END:VCALENDAR")
    yield "timeline.ics", b"".join(_folded(line) for line in lines)


def _event(one: Moment, first: str, last: str) -> list[str]:
    after = (date.fromisoformat(last) + timedelta(1)).isoformat().replace("-", "")
    # RFC 5545 asks for the moment of writing; the day of the report keeps the bytes the same at any time.
    stamp = (one.event.place.published or first).replace("-", "")
    place = one.event.place
    return [
        "BEGIN:VEVENT",
        f"UID:{one.event.id}@sagwan",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{first.replace('-', '')}",
        f"DTEND;VALUE=DATE:{after}",
        f"SUMMARY:{_text(title(one))}",
        f"DESCRIPTION:{_text(f'{one.sentence} ({place.outlet or place.source})')}",
        "END:VEVENT",
    ]


def title(one: Moment) -> str:
    """Who did what to whom, in one line."""
    event = one.event
    who = " → ".join(filter(None, (event.actor, event.target)))
    return " ".join(filter(None, (who, event.action, event.amount)))


def _text(value: str) -> str:
    for mark in ("\\", ";", ","):
        value = value.replace(mark, f"\\{mark}")
    return value.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Lines of at most 75 octets, cut between characters, each next one behind a blank."""
    parts: list[bytes] = []
    part = b""
    for char in line:
        data = char.encode()
        if len(part) + len(data) > _LINE - (1 if parts else 0):
            parts.append(part)
            part = b""
        part += data
    return b"\r\n ".join((*parts, part)) + b"\r\n"


def as_atom(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """An Atom feed of the events with a day of their own or of their report, the latest first."""
    dated = list(_dated(of.moments))
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", "urn:sagwan:timeline")
    _add(feed, "title", "사관 연표")
    _add(feed, "updated", f"{dated[0][0] if dated else '1970-01-01'}T00:00:00Z")
    _add(ET.SubElement(feed, "author"), "name", "Sagwan")
    for day, one in dated:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"urn:sagwan:{one.event.id}")
        _add(entry, "title", title(one))
        _add(entry, "updated", f"{day}T00:00:00Z")
        _add(entry, "summary", one.sentence)
    yield "timeline.atom", _xml(feed)


def as_rss(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """The same as RSS 2.0."""
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", "사관 연표")
    _add(channel, "link", "urn:sagwan:timeline")
    _add(channel, "description", "장부에 적힌 사건, 늦은 것부터")
    for day, one in _dated(of.moments):
        item = ET.SubElement(channel, "item")
        _add(item, "title", title(one))
        _add(item, "description", one.sentence)
        guid = ET.SubElement(item, "guid", isPermaLink="false")
        guid.text = f"urn:sagwan:{one.event.id}"
        _add(item, "pubDate", format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC)))
    yield "timeline.rss", _xml(rss)


def _dated(moments: Iterable[Moment]) -> Iterator[tuple[str, Moment]]:
    found = ((told[0], one) for one in moments if one.at and (told := days(one.at)))
    yield from sorted(found, key=lambda pair: (pair[0], pair[1].event.id), reverse=True)


def _add(to: ET.Element, tag: str, text: str) -> None:
    # XML 1.0 has no control characters but tab and line ends.
    ET.SubElement(to, tag).text = "".join(c for c in text if c >= " " or c in "\t\n\r")


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
