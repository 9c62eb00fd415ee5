"""Rulings on who is who: whether two are the same, and by what name one is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from sagwan.core.errors import SagwanError
from sagwan.web.keys import Scope
from sagwan.web.posted import field_of, posted
from sagwan.work.judge import judge, rename

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from sagwan.core.entity import Judgement, Naming
    from sagwan.web.desk import Desk


class RulingAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ruling: two names or ids, whether they are the same, and why."""

    left: str
    right: str
    same: bool
    because: str


class NamingAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name for whoever `word` (a name or an id) means, None to take earlier ones back, and why."""

    word: str
    name: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rules in the name of the caller, if he may; every answer is made anew afterwards."""

    desk: Desk

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/judgements", "POST", self.rule),
            ("/api/v1/judgements", "POST", self.rule_by_program),
            ("/judgements/names", "POST", self.name),
            ("/api/v1/namings", "POST", self.name_by_program),
        )

    async def rule(self, request: Request) -> Response:
        """A ruling from the page."""
        request.state.caller.must(Scope.JUDGE)
        async with request.form(max_files=0, max_fields=20) as form:
            asked = RulingAsked(
                field_of(form, "left"),
                field_of(form, "right"),
                field_of(form, "same") == "yes",
                field_of(form, "because"),
            )
        await self._rule(request, asked)
        return RedirectResponse("/judgements", 303)

    async def rule_by_program(self, request: Request) -> Response:
        """A ruling as JSON."""
        request.state.caller.must(Scope.JUDGE)
        asked = await posted(request, RulingAsked)
        ruling = await self._rule(request, asked)
        return Response(msgspec.json.encode(ruling), 201, media_type="application/json")

    async def _rule(self, request: Request, asked: RulingAsked) -> Judgement:
        for name in ("left", "right", "because"):
            if not getattr(asked, name).strip():
                raise SagwanError("web.form", "비어 있는 칸이 있습니다", name, "두 이름과 까닭을 모두 적으십시오")

        def ruled() -> Judgement:
            return judge(
                self.desk.ledger,
                (asked.left.strip(), asked.right.strip()),
                same=asked.same,
                by=request.state.caller.name,
                because=asked.because.strip()[:500],
                lexicon=self.desk.lexicon,
            )

        ruling = await run_in_threadpool(ruled)
        await run_in_threadpool(self.desk.changed)
        return ruling

    async def name(self, request: Request) -> Response:
        """A name from the page; an empty one takes the earlier ones back."""
        request.state.caller.must(Scope.JUDGE)
        async with request.form(max_files=0, max_fields=5) as form:
            asked = NamingAsked(field_of(form, "word"), field_of(form, "name") or None, field_of(form, "because"))
        await self._name(request, asked)
        return RedirectResponse("/judgements", 303)

    async def name_by_program(self, request: Request) -> Response:
        """A name as JSON."""
        request.state.caller.must(Scope.JUDGE)
        asked = await posted(request, NamingAsked)
        naming = await self._name(request, asked)
        return Response(msgspec.json.encode(naming), 201, media_type="application/json")

    async def _name(self, request: Request, asked: NamingAsked) -> Naming:
        for field_ in ("word", "because"):
            if not getattr(asked, field_).strip():
                raise SagwanError("web.form", "비어 있는 칸이 있습니다", field_, "누구인지와 까닭을 적으십시오")
        word, because, by = asked.word.strip(), asked.because.strip()[:500], request.state.caller.name
        name = asked.name[:100] if asked.name is not None else None
        ledger, lexicon = self.desk.ledger, self.desk.lexicon
        named = await run_in_threadpool(lambda: rename(ledger, word, name, by=by, because=because, lexicon=lexicon))
        await run_in_threadpool(self.desk.changed)
        return named
