"""From a call to a finished answer: asked once, kept as long as the ledger stays as it is, and tagged."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from anyio import CapacityLimiter, to_thread
from starlette.responses import Response

from sagwan.web import table
from sagwan.web.desk import Kept, Remembered
from sagwan.web.parameters import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from sagwan.web.desk import Desk
    from sagwan.web.parameters import Ask
    from sagwan.web.questions import Question

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
HTML = "text/html; charset=utf-8"


# Once a large ledger has moved on, an answer that took long to make is handed out until the next one is made, which
# begins when it is so many times older than it took; one that is made at once, or is older than the lag, is waited for.
_LONG_S = 0.1
_TIMES = 20
_LAG_S = 120.0
# More at once would only take turns: the interpreter runs one thread at a time, SQLite and the disk beside it.
_AT_ONCE = 3
_WORTH_PACKING = 1000
# Rows of a table of which no number is said: all that somebody would look through in a spreadsheet.
_WHOLE = 5_000


def kept(body: bytes, media: str) -> Kept:
    """A finished answer, named by its own bytes: the same answer has the same tag on any day and any machine."""
    packed = gzip.compress(body, 5, mtime=0) if len(body) > _WORTH_PACKING else None
    return Kept(body, media, f'"{hashlib.sha256(body).hexdigest()[:20]}"', packed)


@dataclass(frozen=True, slots=True)
class Counter:
    """Where answers are handed out. The same question of several readers is answered once."""

    desk: Desk
    under_way: dict[tuple[str, ...], asyncio.Task[Kept]] = field(default_factory=dict)
    limiter: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(_AT_ONCE))
    beside: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))

    async def hand_out(self, request: Request, key: tuple[str, ...], make: Callable[[], Kept]) -> Response:
        """The answer to what `key` names, made in a thread if nobody asked before; 304 to whom has it already."""
        found = await self._found(key, make)
        headers = {
            "etag": found.tag,
            "cache-control": "private, no-cache",
            "vary": "HX-Request, Cookie, Accept-Encoding",
        }
        if found.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        headers["content-type"] = found.media
        if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(found.packed, headers={**headers, "content-encoding": "gzip"})
        return Response(found.body, headers=headers)

    async def _found(self, key: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        held, mark = self.desk.memory.get(key), self.desk.edition.mark()
        if held is not None and held.mark == mark:
            return held.kept
        age = time.monotonic() - held.at if held is not None else _LAG_S
        if held is not None and self.desk.edition.large and held.took > _LONG_S and age < _LAG_S:
            if age > _TIMES * held.took:
                self._begin(key, mark, make, self.beside)
            return held.kept
        return await asyncio.shield(self._begin(key, mark, make, self.limiter))

    def _begin(
        self, key: tuple[str, ...], mark: str, make: Callable[[], Kept], limiter: CapacityLimiter
    ) -> asyncio.Task[Kept]:
        making = self.under_way.get(key)
        if making is None:
            making = self.under_way[key] = asyncio.create_task(self._make(key, mark, make, limiter))
            making.add_done_callback(partial(self._done, key))
        return making

    async def _make(self, key: tuple[str, ...], mark: str, make: Callable[[], Kept], limiter: CapacityLimiter) -> Kept:
        def timed() -> tuple[Kept, float]:
            began = time.monotonic()
            return make(), time.monotonic() - began

        made, took = await to_thread.run_sync(timed, limiter=limiter)
        self.desk.memory.put(key, Remembered(made, mark, time.monotonic(), took))
        return made

    def _done(self, key: tuple[str, ...], made: asyncio.Task[Kept]) -> None:
        del self.under_way[key]
        if not made.cancelled():
            made.exception()  # told to whoever waited; a refusal that nobody waited for is made again when asked

    def answer(self, question: Question, form: Ask) -> object:
        """What the ledger says to a question. Raises `SagwanError`."""
        with self.desk.opened() as db:
            if question.searches:
                self.desk.preparation.must(db)
            return question.ask(db, self.desk.lexicon, form)

    async def interface(self, request: Request, question: Question) -> Response:
        """The answer as JSON, or as CSV where that is asked for: of a long list as much as a table is for."""
        given = {**request.query_params, **request.path_params}
        way = given.pop("format", "json") if question.rows is not None else "json"
        table_wanted = way == "csv"
        if way not in ("json", "csv"):
            given["format"] = way  # refused below like every parameter that is not known

        def make() -> Kept:
            form = asked(question.form, given)
            if not table_wanted:
                return kept(msgspec.json.encode(self.answer(question, form)), JSON)
            if "limit" in form.__struct_fields__ and "limit" not in given:
                form = msgspec.structs.replace(form, limit=_WHOLE)
            return kept(table.as_csv(question.tabled(self.answer(question, form)), question.rows), CSV)

        answer = await self.hand_out(request, ("api", question.id, way, *_sorted(given)), make)
        if table_wanted:
            answer.headers["content-disposition"] = f'attachment; filename="sagwan-{question.id}.csv"'
        return answer


def _sorted(given: dict[str, str]) -> list[str]:
    return [f"{key}={value}" for key, value in sorted(given.items())]
