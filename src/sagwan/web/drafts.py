"""A draft on the screen: checked when it is sent, underlined where something is found, and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from sagwan.core.errors import SagwanError
from sagwan.web import table
from sagwan.web.keys import Scope
from sagwan.web.posted import posted
from sagwan.web.reader import reader_of
from sagwan.web.render import render
from sagwan.web.words import words_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.requests import Request

    from sagwan.views.checks.finding import Finding
    from sagwan.web.desk import Desk
    from sagwan.work.draft import Checked

MOST = 60_000
_WAYS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


class DraftSent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draft and the day it is to come out."""

    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Underlined:
    """A stretch of the draft and the numbers of the findings on it, counted from 1."""

    text: str
    findings: tuple[int, ...] = ()
    grade: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Checks one draft at a time: the analyser is one."""

    desk: Desk

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/check", "GET", self.blank),
            ("/check", "POST", self.check),
            ("/api/v1/check", "POST", self.check_by_program),
        )

    async def blank(self, request: Request) -> Response:
        """The empty form."""
        request.state.caller.must(Scope.READ)
        return _page(request, "", "", None)

    async def check(self, request: Request) -> Response:
        """The draft with what was found in it, or the findings alone where they are to be taken along."""
        request.state.caller.must(Scope.READ)
        async with request.form(max_files=0, max_fields=5, max_part_size=1_000_000) as form:
            text, day, way = (str(form.get(name) or "") for name in ("text", "day", "format"))
        checked = await run_in_threadpool(self._checked, text, _day(day))
        if way not in _WAYS:
            return _page(request, text, day, checked)
        body = table.as_csv(checked, "findings") if way == "csv" else msgspec.json.encode(checked)
        named = {"content-disposition": f'attachment; filename="sagwan-check.{way}"', "cache-control": "no-store"}
        return Response(body, media_type=_WAYS[way], headers=named)

    async def check_by_program(self, request: Request) -> Response:
        """The findings as JSON."""
        request.state.caller.must(Scope.READ)
        sent = await posted(request, DraftSent)
        found = await run_in_threadpool(self._checked, sent.text, sent.day)
        return Response(msgspec.json.encode(found), media_type="application/json")

    def _checked(self, text: str, day: date | None) -> Checked:
        if not text.strip():
            raise SagwanError("web.form", "초고가 비어 있습니다", "text", "초고를 붙여 넣으십시오")
        if len(text) > MOST:
            raise SagwanError(
                "web.too_large", f"초고가 {MOST:,}자를 넘습니다", f"{len(text):,}자", "나누어 점검하십시오"
            )
        from sagwan.work.draft import check_draft  # noqa: PLC0415 — a second to load

        with self.desk.turn, self.desk.opened() as db:
            return check_draft(text, day.isoformat() if day else None, self.desk.lexicon, db)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise SagwanError("web.parameter", "날짜가 아닙니다", written[:20], "2027-05-20 꼴로 적으십시오") from wrong


def _page(request: Request, text: str, day: str, checked: Checked | None) -> Response:
    reader = reader_of(request)
    lines = tuple(underlined(checked)) if checked else ()
    shown: dict[str, object] = {"checked": checked, "lines": lines, "text": text, "day": day}
    body = render("check.html", **shown, page=None, asked={}, path="/check", _=words_in(reader.language), reader=reader)
    return Response(body, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})


def underlined(checked: Checked) -> Iterator[tuple[Underlined, ...]]:
    """The draft line by line, cut where a finding begins or ends."""
    edges = {0, len(checked.text)} | {at for one in checked.findings for at in (one.start, one.end)}
    edges |= {at for n, char in enumerate(checked.text) if char == "\n" for at in (n, n + 1)}
    ordered = sorted(edges)
    line: list[Underlined] = []
    for start, end in pairwise(ordered):
        if checked.text[start:end] == "\n":
            yield tuple(line)
            line = []
        else:
            on = [(n, one) for n, one in enumerate(checked.findings, 1) if one.start <= start and end <= one.end]
            line.append(_stretch(checked.text[start:end], on))
    yield tuple(line)


def _stretch(text: str, on: list[tuple[int, Finding]]) -> Underlined:
    if not on:
        return Underlined(text)
    grade = "error" if any(one.grade == "error" for _, one in on) else "doubt"
    return Underlined(text, tuple(n for n, _ in on), grade, ", ".join(one.label for _, one in on))
