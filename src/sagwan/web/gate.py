"""The gate before every page: whose call it is, whether it may, how often, and what a browser must not do with it."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sagwan.core.errors import SagwanError
from sagwan.web.keys import Role, Scope

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Send
    from starlette.types import Scope as Call

    from sagwan.web.keys import Holder, Keys

COOKIE = "sagwan_key"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_OPEN = ("/static/", "/assets/", "/enter", "/preferences")
_LARGE = frozenset({"/upload", "/api/v1/pages"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


@dataclass(slots=True)
class Bucket:
    """So many calls at once, refilled at so many a second."""

    most: float
    a_second: float
    left: float
    at: float

    def take(self, now: float) -> bool:
        """Whether one more call is within the limit."""
        self.left = min(self.most, self.left + (now - self.at) * self.a_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass(slots=True)
class Limits:
    """How often one caller may read and how often change (at once, and refilled a second), and how much he may send.

    Callers that were not seen for longest are forgotten.
    """

    reads: tuple[float, float] = (240, 40)
    writes: tuple[float, float] = (20, 0.5)
    body: int = 1_000_000
    upload: int = 200_000_000
    _buckets: OrderedDict[tuple[str, bool], Bucket] = field(default_factory=OrderedDict)

    def allow(self, who: str, *, writes: bool, now: float) -> bool:
        """Whether this call of `who` is within his limit."""
        most, a_second = self.writes if writes else self.reads
        bucket = self._buckets.pop((who, writes), None) or Bucket(most, a_second, most, now)
        self._buckets[(who, writes)] = bucket
        while len(self._buckets) > 10_000:  # noqa: PLR2004 — callers remembered: 2 MB
            self._buckets.popitem(last=False)
        return bucket.take(now)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: the name that stands beside rulings, what he may do, and whether he came with a key."""

    name: str
    role: Role
    keyed: bool

    def must(self, scope: Scope) -> None:
        """Raises `SagwanError` (`web.forbidden`) where he may not."""
        if scope not in self.role.scopes:
            raise SagwanError(
                "web.forbidden", "이 열쇠로는 할 수 없는 일입니다", scope.value, "편집자 열쇠가 있어야 합니다"
            )


@dataclass(frozen=True, slots=True)
class Access:
    """How the application is reached. `keys` is None on the loopback address: whoever sits here may do everything.

    `hosts`: the names by which it may be called, so that no other site's name can be pointed at this machine.
    """

    user: str
    keys: Keys | None
    hosts: frozenset[str] = _LOOPBACK
    secure: bool = False


class Gate:
    """ASGI middleware: everything passes here, and a refusal is raised inside it so that it is shown like any other."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits | None = None) -> None:
        self.app = app
        self.access = access
        self.limits = limits or Limits()

    async def __call__(self, scope: Call, receive: Receive, send: Send) -> None:
        """Let the call through with who calls in `scope["state"]`, or with the refusal that the pages then show."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        state = scope.setdefault("state", {})
        state["caller"], state["refusal"] = None, None
        try:
            state["caller"] = self._admit(scope, headers)
            self._check_size(scope, headers)
        except SagwanError as refused:
            state["refusal"] = refused

        allowed = self.limits.upload if scope["path"] in _LARGE else self.limits.body
        received = 0

        async def metered() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > allowed:
                raise too_large(allowed)
            return message

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = {key for key, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in _HEADERS if pair[0] not in sent)]
            await send(message)

        await self.app(scope, metered, out)

    def _admit(self, scope: Call, headers: dict[str, str]) -> Caller | None:
        self._check_host(headers.get("host", ""))
        writes = scope["method"] not in _SAFE
        if writes:
            _check_origin(headers)
        holder = self._holder(headers)
        who = holder.name if holder else str((scope.get("client") or ("?",))[0])
        remote = self.access.keys is not None
        if (remote or writes) and not self.limits.allow(who, writes=writes, now=time.monotonic()):
            raise SagwanError("web.too_often", "너무 잦습니다", who, "조금 뒤에 다시 하십시오")
        if not remote:
            return Caller(self.access.user, Role.EDITOR, keyed=False)
        if holder is not None:
            return Caller(holder.name, holder.role, keyed=True)
        if scope["path"].startswith(_OPEN):
            return None
        raise SagwanError(
            "web.no_key", "열쇠가 있어야 볼 수 있습니다", scope["path"], "Authorization: Bearer …, 또는 /enter"
        )

    def _check_host(self, host: str) -> None:
        name = urlsplit(f"//{host}").hostname if host else None
        if "*" not in self.access.hosts and name not in self.access.hosts:
            raise SagwanError("web.host", "이 이름으로는 부를 수 없습니다", host[:100], "sagwan serve --name 이름")

    def _check_size(self, scope: Call, headers: dict[str, str]) -> None:
        allowed = self.limits.upload if scope["path"] in _LARGE else self.limits.body
        said = headers.get("content-length", "0")
        if not said.isdigit() or int(said) > allowed:
            raise too_large(allowed)

    def _holder(self, headers: dict[str, str]) -> Holder | None:
        if self.access.keys is None:
            return None
        way, _, given = headers.get("authorization", "").partition(" ")
        key = given.strip() if way.lower() == "bearer" else _cookie(headers.get("cookie", ""))
        return self.access.keys.holder(key) if key else None


def too_large(allowed: int) -> SagwanError:
    """What is said of a body over the limit."""
    repair = f"{allowed:,}바이트까지 보낼 수 있습니다"
    return SagwanError("web.too_large", "보낸 것이 너무 큽니다", f"{allowed:,}", repair)


def _cookie(header: str) -> str | None:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _check_origin(headers: dict[str, str]) -> None:
    """A page of another site may not make this browser change anything here.

    Browsers say where a call comes from (Fetch Metadata, else Origin); what says neither is no browser, and carries
    no cookie that somebody else could lean on. The same test as Go's net/http CrossOriginProtection.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site in ("same-origin", "none") or (site is None and origin is None):
        return
    if site is None and origin is not None and urlsplit(origin).netloc == headers.get("host"):
        return
    raise SagwanError("web.other_site", "다른 곳에서 보낸 요청입니다", (origin or site or "")[:100])
