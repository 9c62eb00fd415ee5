"""The application: addresses to pages, answers and deeds, behind the gate."""

from __future__ import annotations

import logging
import traceback
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sagwan.core.errors import SagwanError
from sagwan.web import openapi
from sagwan.web.answers import HTML, JSON, Counter, kept
from sagwan.web.authoring import Authoring
from sagwan.web.cookies import Cookies
from sagwan.web.deliveries import Deliveries
from sagwan.web.drafts import Drafts
from sagwan.web.gate import Gate
from sagwan.web.keys import Scope
from sagwan.web.pages import PAGES
from sagwan.web.parameters import asked
from sagwan.web.questions import QUESTIONS
from sagwan.web.reader import reader_of
from sagwan.web.refusal import apology, problem
from sagwan.web.render import between, build_mark, render
from sagwan.web.rulings import Rulings
from sagwan.web.words import words_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.types import Receive, Send
    from starlette.types import Scope as Call

    from sagwan.web.desk import Desk, Kept
    from sagwan.web.gate import Access, Limits
    from sagwan.web.pages import Page
    from sagwan.web.questions import Question

    Endpoint = Callable[[Request], Awaitable[Response]]


_log = logging.getLogger("sagwan.web")


def application(desk: Desk, access: Access, limits: Limits | None = None) -> Starlette:
    """The whole of it over one ledger."""
    counter = Counter(desk)
    deeds = (Rulings(desk), Deliveries(desk), Drafts(desk), Authoring(desk), Cookies(access))
    routes = [
        *(Route(page.path, _safely(partial(_page, page, counter)), methods=["GET"]) for page in PAGES),
        *(Route(f"/api/v1{q.path}", _safely(partial(_interface, q, counter)), methods=["GET"]) for q in QUESTIONS),
        Route("/ties", _safely(_tie_of_form), methods=["GET"]),
        Route("/api/v1/openapi.json", _safely(partial(_described, counter)), methods=["GET"]),
        *(Route(path, _safely(deed), methods=[method]) for one in deeds for path, method, deed in one.addresses()),
        *(Mount(f"/{folder}/{build_mark()}", _lasting(folder)) for folder in ("static", "assets")),
    ]
    return Starlette(
        routes=routes,
        lifespan=_closing(desk),
        middleware=[Middleware(Gate, access=access, limits=limits), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={HTTPException: _lost, Exception: _lost},
    )


def _closing(desk: Desk) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    return lifespan


async def _page(page: Page, counter: Counter, request: Request) -> Response:
    request.state.caller.must(Scope.READ)
    reader = reader_of(request)
    # A browser sends the fields of a form that were left empty.
    given = {key: value for key, value in request.query_params.items() if key != "lang" and value}
    asking = {**given, **request.path_params}
    key = ("page", page.id, *reader.key(), *map(str, sorted(asking.items())))

    def make() -> Kept:
        with counter.desk.opened() as db:
            shown = page.show(db, counter.desk, asked(page.form, asking))
        template = page.fragment if page.fragment and reader.part else f"{page.id}.html"
        words = words_in(reader.language)
        body = render(template, **shown, page=page, asked=given, path=request.url.path, _=words, reader=reader)
        return kept(body, HTML)

    return await counter.hand_out(request, key, make)


async def _interface(question: Question, counter: Counter, request: Request) -> Response:
    request.state.caller.must(Scope.READ)
    return await counter.interface(request, question)


async def _tie_of_form(request: Request) -> Response:
    """From the form with two names to the address of their tie."""
    left, right = (request.query_params.get(side, "").strip() for side in ("left", "right"))
    return RedirectResponse(between(left, right) if left and right else "/who", 303)


async def _described(counter: Counter, request: Request) -> Response:
    def make() -> Kept:
        return kept(msgspec.json.encode(openapi.described()), JSON)

    return await counter.hand_out(request, ("openapi",), make)


def _lasting(folder: str) -> _Lasting:
    return _Lasting(directory=str(files("sagwan.web").joinpath(folder)), check_dir=False)


class _Lasting(StaticFiles):
    """Files that a browser may keep: their address changes with them."""

    async def __call__(self, scope: Call, receive: Receive, send: Send) -> None:
        async def out(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004
                headers = message["headers"]
                assert isinstance(headers, list)
                headers.append((b"cache-control", b"public, max-age=31536000, immutable"))
            await send(message)

        await super().__call__(scope, receive, out)  # type: ignore[arg-type]


def _safely(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with what the gate refused and what the ledger refuses shown in the one form of an error."""

    async def answer(request: Request) -> Response:
        if request.state.refusal is not None:
            return refused_in(request, request.state.refusal)
        try:
            return await endpoint(request)
        except SagwanError as refused:
            return refused_in(request, refused)
        except HTTPException:
            raise
        except Exception as fault:  # noqa: BLE001 — the last door: said to the reader, and in full to the log
            _log.exception("%s", request.url.path)
            at = traceback.extract_tb(fault.__traceback__)[-1]
            where = f"{at.name}:{at.lineno}"
            return refused_in(request, SagwanError("web.fault", "프로그램의 잘못입니다", where, "알려 주십시오"))

    return answer


def refused_in(request: Request, refused: SagwanError) -> Response:
    """As the caller can read it."""
    if request.url.path.startswith("/api/"):
        return problem(refused.refusal)
    reader = reader_of(request)
    return apology(refused.refusal, words_in(reader.language), reader, request.url.path)


async def _lost(request: Request, wrong: Exception) -> Response:
    """An address that is none, or a way of calling it that it does not have."""
    status = wrong.status_code if isinstance(wrong, HTTPException) else 500
    code = {404: "web.no_page", 405: "web.method"}.get(status, "web.fault")
    what = {404: "그런 쪽이 없습니다", 405: "이렇게는 부를 수 없습니다"}.get(status, "프로그램의 잘못입니다")
    answer = refused_in(request, SagwanError(code, what, request.url.path[:200], None))
    if isinstance(wrong, HTTPException) and wrong.headers:
        answer.headers.update(wrong.headers)
    return answer
