"""From a call to a finished answer: asked once, kept as long as the ledger stays as it is, and tagged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from sagwan.web import table
from sagwan.web.asks import asked
from sagwan.web.desk import Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from sagwan.web.desk import Desk
    from sagwan.web.questions import Question

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
HTML = "text/html; charset=utf-8"


def kept(body: bytes, media: str) -> Kept:
    """A finished answer, named by its own bytes: the same answer has the same tag on any day and any machine."""
    return Kept(body, media, f'"{hashlib.sha256(body).hexdigest()[:20]}"')


@dataclass(frozen=True, slots=True)
class Counter:
    """Where answers are handed out."""

    desk: Desk

    async def hand_out(self, request: Request, key: tuple[str, ...], make: Callable[[], Kept]) -> Response:
        """The answer to what `key` names, made in a thread if nobody asked before; 304 to whom has it already."""
        mark = self.desk.mark()
        found = self.desk.memory.get(mark, key)
        if found is None:
            found = await run_in_threadpool(make)
            self.desk.memory.put(mark, key, found)
        headers = {"etag": found.tag, "cache-control": "private, no-cache", "vary": "HX-Request, Cookie"}
        if found.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(found.body, headers={**headers, "content-type": found.media})

    def answer(self, question: Question, given: dict[str, str]) -> object:
        """What the ledger says to a question as put in an address. Raises `SagwanError`."""
        form = asked(question.form, given)
        with self.desk.opened() as db:
            return question.ask(db, self.desk.lexicon, form)

    async def interface(self, request: Request, question: Question) -> Response:
        """The answer as JSON, or as CSV where that is asked for."""
        given = {**request.query_params, **request.path_params}
        way = given.pop("format", "json") if question.rows is not None else "json"
        table_wanted = way == "csv"
        if way not in ("json", "csv"):
            given["format"] = way  # refused below like every parameter that is not known

        def make() -> Kept:
            found = self.answer(question, given)
            if table_wanted:
                return kept(table.as_csv(question.tabled(found), question.rows), CSV)
            return kept(msgspec.json.encode(found), JSON)

        answer = await self.hand_out(request, ("api", question.id, way, *_sorted(given)), make)
        if table_wanted:
            answer.headers["content-disposition"] = f'attachment; filename="sagwan-{question.id}.csv"'
        return answer


def _sorted(given: dict[str, str]) -> list[str]:
    return [f"{key}={value}" for key, value in sorted(given.items())]
