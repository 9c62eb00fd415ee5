"""What a visitor's own browser keeps for him: his language, his theme, and his key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response

from sagwan.core.errors import SagwanError
from sagwan.web import gate
from sagwan.web.posted import field_of
from sagwan.web.reader import THEMES, reader_of
from sagwan.web.render import render
from sagwan.web.words import LANGUAGES, words_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from sagwan.web.gate import Access

_YEAR_S = 365 * 24 * 3600
_DAY_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class Cookies:
    """Sets and takes back what the browser keeps; the house itself remembers nothing of its visitors."""

    access: Access

    def addresses(self) -> tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...]:
        """Where each is done: path, method, deed."""
        return (
            ("/preferences", "POST", self.prefer),
            ("/enter", "GET", self.door),
            ("/enter", "POST", self.enter),
            ("/leave", "POST", self.leave),
        )

    async def prefer(self, request: Request) -> Response:
        """Keep the reader's language and theme in his browser and go back to where he was."""
        async with request.form(max_files=0, max_fields=10) as form:
            language, theme, back = (field_of(form, name) for name in ("lang", "theme", "back"))
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
            key = field_of(form, "key")
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


def _within(back: str) -> str:
    """An address of this site, whatever was sent: a path, never another host."""
    parts = urlsplit(back)
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return back if plain and back.isprintable() else "/"
