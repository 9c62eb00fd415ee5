"""Pages handed in: taken from files and archives, and how far each delivery has been read."""

from __future__ import annotations

import asyncio
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from sagwan.core.errors import SagwanError
from sagwan.web import gate
from sagwan.web.keys import Scope
from sagwan.web.reader import reader_of
from sagwan.web.render import render
from sagwan.web.words import words_in
from sagwan.work.intake import Intake

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from starlette.requests import Request

    from sagwan.web.desk import Desk
    from sagwan.work.intake import Progress

_MOST_FILES = 2_000
_MOST_UNPACKED = 500_000_000


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Takes pages from who may hand them in, and tells how far they are."""

    desk: Desk
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "intake", Intake(self.desk.settings))

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/upload", "POST", self.upload),
            ("/api/v1/pages", "POST", self.upload_by_program),
            ("/uploads/{id}", "GET", self.watch),
            ("/uploads/{id}/events", "GET", self.follow),
            ("/api/v1/uploads/{id}", "GET", self.watch_by_program),
        )

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
