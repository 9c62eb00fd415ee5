# ruff: noqa: PLC0415 — as in web/items.py: only who makes, rules on or prints items waits until that is loaded
"""What changes the bank of items, and what is taken along from it: making, ruling, papers as files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from sagwan.core.errors import SagwanError
from sagwan.items.model import Form
from sagwan.views.index.open import index_of
from sagwan.views.register import headlines
from sagwan.web.items import FORMATS, OfPaper, chosen, titled
from sagwan.web.keys import Scope
from sagwan.web.parameters import asked
from sagwan.web.posted import posted
from sagwan.web.reader import reader_of
from sagwan.web.render import render
from sagwan.web.words import words_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from sagwan.items.make import Batch
    from sagwan.web.desk import Desk

MOST = 40
T = TypeVar("T")


class MakingAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Make at most so many items from an article. The same `seed` makes the same items; no `forms` means all."""

    page: str
    most: int = 10
    seed: int = 0
    forms: frozenset[Form] = frozenset()


class ReviewAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reviewer's ruling on an item."""

    state: str
    because: str


@dataclass(frozen=True, slots=True)
class Authoring:
    """Makes items, rules on them and prints papers. Whatever solves items waits for its turn: the analyser is one."""

    desk: Desk

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/items", "POST", self.make),
            ("/api/v1/items", "POST", self.make_by_program),
            ("/items/{item}/rulings", "POST", self.rule),
            ("/api/v1/items/{item}/rulings", "POST", self.rule_by_program),
            ("/paper/{format}", "GET", self.take),
        )

    async def make(self, request: Request) -> Response:
        """Items from an article into the bank, and what came of it as a page."""
        request.state.caller.must(Scope.JUDGE)
        async with request.form(max_files=0, max_fields=30) as form:
            given = {key: form[key] for key in ("page", "most", "seed") if form.get(key)}
            forms = form.getlist("form")
        ask = _fitting({**given, "forms": forms}, MakingAsked)
        batch, added = await run_in_threadpool(self._make, ask, request.state.caller.name)
        reader = reader_of(request)
        shown: dict[str, object] = {"batch": batch, "added": added, "page": None, "asked": {}, "path": "/items"}
        with self.desk.opened() as db:
            shown["headed"] = headlines(index_of(db, self.desk.lexicon), (batch.address,))
        body = render("items_made.html", **shown, _=words_in(reader.language), reader=reader)
        return Response(body, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})

    async def make_by_program(self, request: Request) -> Response:
        """Items from an article into the bank: the new ids, and the whole batch with its proofs."""
        request.state.caller.must(Scope.JUDGE)
        ask = await posted(request, MakingAsked)
        batch, added = await run_in_threadpool(self._make, ask, request.state.caller.name)
        return Response(msgspec.json.encode({"added": added, "batch": batch}), 201, media_type="application/json")

    def _make(self, ask: MakingAsked, by: str) -> tuple[Batch, tuple[str, ...]]:
        if not 1 <= ask.most <= MOST:
            raise SagwanError("web.parameter", f"1부터 {MOST}까지 지을 수 있습니다", f"most={ask.most}")
        from sagwan.work import authoring

        with self.desk.turn:
            batch = authoring.make(self.desk.ledger, (ask.page,), ask.most, ask.seed, ask.forms or None)
            added = authoring.bank_items(self.desk.ledger, batch.made, by, "기사에서 지음")
        self.desk.memory.forget()
        return batch, added

    async def rule(self, request: Request) -> Response:
        """A reviewer's ruling from the page."""
        request.state.caller.must(Scope.JUDGE)
        async with request.form(max_files=0, max_fields=5) as form:
            ask = ReviewAsked(*(str(form.get(name) or "") for name in ("state", "because")))
        await self._rule(request, ask)
        return RedirectResponse(f"/items/{request.path_params['item']}", 303)

    async def rule_by_program(self, request: Request) -> Response:
        """A reviewer's ruling as JSON."""
        request.state.caller.must(Scope.JUDGE)
        await self._rule(request, await posted(request, ReviewAsked))
        return Response(status_code=204)

    async def _rule(self, request: Request, ask: ReviewAsked) -> None:
        because, by = ask.because.strip()[:500], request.state.caller.name
        if not because:
            raise SagwanError("web.form", "비어 있는 칸이 있습니다", "because", "까닭을 적으십시오")
        id_ = request.path_params["item"]

        def ruled() -> None:
            from sagwan.items import bank
            from sagwan.work import authoring

            bank.rule(self.desk.ledger, id_, ask.state, by=by, because=because, at=authoring.now())

        await run_in_threadpool(ruled)
        self.desk.memory.forget()

    async def take(self, request: Request) -> Response:
        """The paper as a file. Raises `SagwanError`: `items.format`, `items.font`, and what the paper raises."""
        request.state.caller.must(Scope.READ)
        form = request.path_params["format"]
        if form not in FORMATS:
            raise SagwanError("items.format", "모르는 형식입니다", form[:40], " · ".join(FORMATS))
        ask = asked(OfPaper, {key: value for key, value in request.query_params.items() if value})
        ending, media = FORMATS[form]
        named = {"content-disposition": f'attachment; filename="sagwan-paper.{ending}"'}
        return Response(await run_in_threadpool(self._printed, ask, form), media_type=media, headers=named)

    def _printed(self, ask: OfPaper, form: str) -> bytes:
        from sagwan.work import authoring

        with self.desk.opened() as db:
            return authoring.print_paper(db, titled(ask), [made for _, made in chosen(db, ask)], form, None)


def _fitting(given: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as wrong:
        raise SagwanError("web.parameter", f"물음이 맞지 않습니다: {wrong}", "form") from wrong
