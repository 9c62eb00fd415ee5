"""A web application over a ledger, run beside the tests, and the pages to look at."""

from __future__ import annotations

import http.client
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import msgspec
import uvicorn

from sagwan.lexicon import load_default
from sagwan.views.index.open import open_index
from sagwan.views.register import articles
from sagwan.web.app import application
from sagwan.web.desk import Desk
from sagwan.web.gate import Access, Limits
from sagwan.work import authoring as items
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.samples import sample_pages
from sagwan.work.settings import load_settings
from sagwan.work.sources import list_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = Path("/usr/bin/chromium")
# Without these Chromium asks hosts of its own for updates at every start.
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def keep_samples(ledger: Path) -> Account:
    """The sample pages in a new ledger."""
    account = Account()
    with sample_pages() as pages:
        keep_all(list(list_sources(pages)), load_settings({"ledger": str(ledger)}), account, lambda: None)
    return account


def bank_some(ledger: Path) -> None:
    """A few items of the latest article in the bank."""
    with open_index(ledger, load_default()) as index:
        (latest,) = articles(index, limit=1)
    items.bank_items(ledger, items.make(ledger, (latest.address,), 5, 0, None).made, "tester", "시험")


def desk_over(ledger: Path) -> Desk:
    return Desk(load_settings({"ledger": str(ledger)}), load_default())


@contextmanager
def served(desk: Desk, access: Access | None = None, limits: Limits | None = None) -> Iterator[int]:
    """The application on a free port of this machine."""
    app = application(desk, access or Access("tester", None), limits)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", server_header=False))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    try:
        while not server.started:
            assert running.is_alive()
            running.join(0.02)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        running.join(10)


class Answer:
    """What came back."""

    def __init__(self, got: http.client.HTTPResponse) -> None:
        self.status = got.status
        self.headers = {key.lower(): value for key, value in got.getheaders()}
        self.body = got.read()

    @property
    def text(self) -> str:
        return self.body.decode()


def call(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
    """One call; header names with `_` for `-`."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=240)
    try:
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        line.request(method, quote(path, safe="/?&=%:#+"), body, sent)
        return Answer(line.getresponse())
    finally:
        line.close()


def form(**fields: str) -> bytes:
    return urlencode(fields).encode()


FORM = "application/x-www-form-urlencoded"


def pages_of(port: int) -> dict[str, str]:
    """Every kind of page by name, at addresses that the application itself gives."""

    def asked(path: str):
        return msgspec.json.decode(call(port, "GET", f"/api/v1{path}").body)

    article = asked("/articles?limit=1")["items"][0]["page"]
    people = [one["name"] for one in asked("/names?limit=30")["items"] if one["kind"] in ("person", "org")]
    edges = asked("/network")
    names = {actor["key"]: actor["name"] for actor in edges["actors"]}
    left, right = (names[edges["edges"][0][side]] for side in ("left", "right")) if edges["edges"] else people[:2]
    statement = asked("/said?limit=1")["items"][0]["id"]
    told = asked("/stories")["items"]
    banked = asked("/items?limit=1")["items"]
    return {
        "stories": "/stories",
        "story": f"/stories/{told[0]['tellings'][0]['page'][:12]}" if told else "/stories?since=2027-01-01",
        "start": "/",
        "articles": "/articles",
        "article": f"/articles/{article[:12]}",
        "near": f"/articles/{article[:12]}/near",
        "article-record": f"/articles/{article[:12]}?record={statement_in(asked, article) or statement}",
        "record": f"/records/{statement}",
        "names": "/who",
        "who": f"/who/{quote(people[0])}",
        "said": f"/said?name={quote(people[0])}",
        "tie": f"/ties/{quote(left)}/{quote(right)}",
        "network": "/network",
        "timeline": "/timeline",
        "disputes": "/disputes",
        "reversals": "/reversals",
        "money": "/money",
        "judgements": f"/judgements?name={quote(people[0])}",
        "search": f"/search?q={quote(people[0])}",
        "search-said": f"/search?q={quote(people[0])}&within=statements",
        "search-none": "/search",
        "check": "/check",
        "about": "/about",
        "upload": "/upload",
        "enter": "/enter",
        "items": "/items",
        "item": f"/items/{banked[0]['id']}" if banked else "/items?state=draft",
        "paper": "/paper?number=3",
        "nothing": f"/who/{quote('없는이름')}",
        "as-of": "/disputes?as_of=1999-01-01",
        "english": "/disputes?lang=en",
    }


def statement_in(asked, page: str) -> str | None:
    """A statement of an article, by its id."""
    found = asked(f"/pages/{page[:12]}")["articles"][0]["statements"]
    return found[0]["id"] if found else None
