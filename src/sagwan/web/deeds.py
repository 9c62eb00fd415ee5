"""What changes something: rulings, pages handed in, keys at the door, the reader's own wishes."""

from __future__ import annotations

import asyncio
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from sagwan.core.errors import SagwanError
from sagwan.web import gate
from sagwan.web.authoring import Authoring
from sagwan.web.drafts import Drafts
from sagwan.web.keys import Scope
from sagwan.web.reader import THEMES, reader_of
from sagwan.web.render import render
from sagwan.web.words import LANGUAGES, words_in
from sagwan.work.intake import Intake
from sagwan.work.judge import judge, rename

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from sagwan.core.entity import Judgement, Naming
    from sagwan.web.desk import Desk
    from sagwan.web.gate import Access
    from sagwan.work.intake import Progress

_YEAR_S = 365 * 24 * 3600
_DAY_S = 24 * 3600
_MOST_FILES = 2_000
_MOST_UNPACKED = 500_000_000


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


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deeds:
    """All that changes something. Each checks what the caller may do before it looks at what he sent."""

    desk: Desk
    access: Access
    intake: Intake = field(init=False)
    drafts: Drafts = field(init=False)
    authoring: Authoring = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "intake", Intake(self.desk.settings))
        object.__setattr__(self, "drafts", Drafts(self.desk))
        object.__setattr__(self, "authoring", Authoring(self.desk))

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/judgements", "POST", self.rule),
            ("/api/v1/judgements", "POST", self.rule_by_program),
            ("/judgements/names", "POST", self.name),
            ("/api/v1/namings", "POST", self.name_by_program),
            ("/upload", "POST", self.upload),
            ("/api/v1/pages", "POST", self.upload_by_program),
            ("/uploads/{id}", "GET", self.watch),
            ("/uploads/{id}/events", "GET", self.follow),
            ("/api/v1/uploads/{id}", "GET", self.watch_by_program),
            ("/check", "GET", self.drafts.blank),
            ("/check", "POST", self.drafts.check),
            ("/api/v1/check", "POST", self.drafts.check_by_program),
            *self.authoring.addresses(),
            ("/preferences", "POST", self.prefer),
            ("/enter", "GET", self.door),
            ("/enter", "POST", self.enter),
            ("/leave", "POST", self.leave),
        )

    async def rule(self, request: Request) -> Response:
        """A ruling from the page."""
        request.state.caller.must(Scope.JUDGE)
        async with request.form(max_files=0, max_fields=20) as form:
            asked = RulingAsked(
                _said(form, "left"), _said(form, "right"), _said(form, "same") == "yes", _said(form, "because")
            )
        await self._rule(request, asked)
        return RedirectResponse("/judgements", 303)

    async def rule_by_program(self, request: Request) -> Response:
        """A ruling as JSON."""
        request.state.caller.must(Scope.JUDGE)
        asked = await _sent(request, RulingAsked)
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
            asked = NamingAsked(_said(form, "word"), _said(form, "name") or None, _said(form, "because"))
        await self._name(request, asked)
        return RedirectResponse("/judgements", 303)

    async def name_by_program(self, request: Request) -> Response:
        """A name as JSON."""
        request.state.caller.must(Scope.JUDGE)
        asked = await _sent(request, NamingAsked)
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

    async def upload(self, request: Request) -> Response:
        """Pages from a form, then to where their progress is seen."""
        begun = await self._take(request)
        return RedirectResponse(f"/uploads/{begun.id}", 303)

    async def upload_by_program(self, request: Request) -> Response:
        """Pages as multipart/form-data; what is begun, and where to ask how far it is."""
        begun = await self._take(request)
        headers = {"location": f"/api/v1/uploads/{begun.id}"}
        return Response(msgspec.json.encode(begun), 202, headers, "application/json")

    async def _take(self, request: Request) -> Progress:
        request.state.caller.must(Scope.UPLOAD)
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise SagwanError("web.form", "multipart/form-data가 아닙니다", "content-type")
        async with request.form(max_files=_MOST_FILES, max_fields=20) as form:
            files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
            given = [(one.filename or "", await one.read()) for one in files]
        most = self.desk.settings.max_bytes
        return await run_in_threadpool(lambda: self.intake.take(page for one in given for page in _pages(*one, most)))

    async def watch(self, request: Request) -> Response:
        """How far a delivery is, as a page."""
        request.state.caller.must(Scope.READ)
        progress, reader = self._progress(request.path_params["id"]), reader_of(request)
        shown: dict[str, object] = {"progress": progress, "page": None, "asked": {}, "path": request.url.path}
        body = render("uploaded.html", **shown, _=words_in(reader.language), reader=reader)
        return Response(body, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})

    async def watch_by_program(self, request: Request) -> Response:
        """How far a delivery is, as JSON."""
        request.state.caller.must(Scope.READ)
        progress = self._progress(request.path_params["id"])
        return Response(
            msgspec.json.encode(progress), media_type="application/json", headers={"cache-control": "no-store"}
        )

    async def follow(self, request: Request) -> Response:
        """How far a delivery is, told whenever it goes on (server-sent events)."""
        request.state.caller.must(Scope.READ)
        id_ = request.path_params["id"]
        self.intake.progress(id_)
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._told(id_), media_type="text/event-stream", headers=headers)

    async def _told(self, id_: str) -> AsyncIterator[bytes]:
        last: Progress | None = None
        while last is None or not last.done:
            now = self._progress(id_)
            if now != last:
                yield b"event: progress\ndata: " + msgspec.json.encode(now) + b"\n\n"
                last = now
            await asyncio.sleep(0.2)

    def _progress(self, id_: str) -> Progress:
        """How far it is; once all is read, answers from before are forgotten."""
        progress = self.intake.progress(id_)
        if progress.done:
            self.desk.memory.forget()
        return progress

    async def prefer(self, request: Request) -> Response:
        """Keep the reader's language and theme in his browser and go back to where he was."""
        async with request.form(max_files=0, max_fields=10) as form:
            language, theme, back = (_said(form, name) for name in ("lang", "theme", "back"))
        answer = RedirectResponse(_within(back), 303)
        if language in LANGUAGES:
            answer.set_cookie("lang", language, _YEAR_S, samesite="lax", httponly=True, secure=self.access.secure)
        if theme in THEMES:
            answer.set_cookie("theme", theme, _YEAR_S, samesite="lax", httponly=True, secure=self.access.secure)
        return answer

    async def door(self, request: Request) -> Response:
        """Where a key is put in."""
        reader = reader_of(request)
        body = render("enter.html", page=None, asked={}, path="/enter", _=words_in(reader.language), reader=reader)
        return Response(body, media_type="text/html; charset=utf-8")

    async def enter(self, request: Request) -> Response:
        """Keep a key in the browser for a day, where no script can read it."""
        async with request.form(max_files=0, max_fields=5) as form:
            key = _said(form, "key")
        if self.access.keys is None or self.access.keys.holder(key) is None:
            raise SagwanError("web.no_key", "맞지 않는 열쇠입니다", "key", "sagwan keys add 이름")
        answer = RedirectResponse("/", 303)
        answer.set_cookie(gate.COOKIE, key, _DAY_S, samesite="strict", httponly=True, secure=self.access.secure)
        return answer

    async def leave(self, _: Request) -> Response:
        """Forget the key."""
        answer = RedirectResponse("/enter", 303)
        answer.delete_cookie(gate.COOKIE, samesite="strict", httponly=True, secure=self.access.secure)
        return answer


async def _sent(request: Request, form: type[T]) -> T:
    """The body as JSON of this form. Raises `SagwanError` (`web.parameter`)."""
    try:
        return msgspec.json.decode(await request.body(), type=form)
    except msgspec.DecodeError as wrong:
        raise SagwanError("web.parameter", f"판정의 꼴이 아닙니다: {wrong}", "body") from wrong


def _said(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _within(back: str) -> str:
    """An address of this site, whatever was sent: a path, never another host."""
    parts = urlsplit(back)
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return back if plain and back.isprintable() else "/"


def _pages(name: str, data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """The file, or the files of an archive; what is larger than a page may be is cut where the reader refuses it."""
    if not name.lower().endswith(".zip"):
        yield name, data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [one for one in archive.infolist() if not one.is_dir()][:_MOST_FILES]
            left = _MOST_UNPACKED
            for one in listed:
                with archive.open(one) as file:
                    unpacked = file.read(most + 1)
                left -= len(unpacked)
                if left < 0:
                    raise gate.too_large(_MOST_UNPACKED)
                yield one.filename, unpacked
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
        raise SagwanError("web.form", f"풀 수 없는 묶음입니다: {broken}", name[:100]) from broken
