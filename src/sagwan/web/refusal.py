"""A refusal as a page for a person, and as problem+json (RFC 9457) for a program: the same four parts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from sagwan.web.render import render

if TYPE_CHECKING:
    from sagwan.core.errors import Refusal
    from sagwan.web.reader import Reader
    from sagwan.web.words import Words

_STATUS = {
    "web.parameter": 400,
    "web.form": 400,
    "search.empty": 400,
    "ledger.one_person": 400,
    "ledger.which_page": 400,
    "web.no_key": 401,
    "web.forbidden": 403,
    "web.other_site": 403,
    "web.cursor": 404,
    "web.no_page": 404,
    "ledger.no_name": 404,
    "ledger.no_page": 404,
    "ledger.no_record": 404,
    "ledger.no_reading": 404,
    "web.no_upload": 404,
    "items.unknown": 404,
    "items.paper": 409,
    "items.unproved": 409,
    "items.font": 503,
    "items.library": 503,
    "web.method": 405,
    "judge.which": 409,
    "judge.one": 409,
    "ledger.withdrawn": 410,
    "web.too_large": 413,
    "web.host": 421,
    "web.too_often": 429,
    "web.fault": 500,
    "search.preparing": 503,
}


def status_of(code: str) -> int:
    """The HTTP status of a refusal; a ledger that cannot be read is 503."""
    return _STATUS.get(code, 503 if code.startswith("ledger.") else 400)


def problem(refusal: Refusal) -> Response:
    """As problem+json."""
    status = status_of(refusal.code)
    body = {
        "type": f"about:blank#{refusal.code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": refusal.what,
        "code": refusal.code,
        "where": refusal.where,
        "repair": refusal.repair,
    }
    headers = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    return Response(msgspec.json.encode(body), status, headers, "application/problem+json")


def apology(refusal: Refusal, words: Words, reader: Reader, path: str) -> Response:
    """As a page at the address that was asked for, or as the part of a page that a script asked for."""
    status = status_of(refusal.code)
    said = {"refusal": refusal, "status": status, "_": words, "reader": reader}
    body = render("_problem.html" if reader.part else "problem.html", **said, path=path, asked={}, page=None)
    return Response(body, status, media_type="text/html; charset=utf-8")
