"""Many readers at once while pages come in: `python -m bench.scale.readers LEDGER`.

A server process over the ledger, `--readers` connections that ask one address after another (pages, or the interface
with `--api`), and a writer process that adds two invented articles a second to the ledger. Which addresses: every kind
of view; dossiers, timelines, disputes, statements, money, ties and searches of the 5,000 actors seen most, drawn by how
often they are seen; searches for words; articles. Each is asked once before, and how long that took is printed too.
Wall-clock milliseconds at the median and at p95, the server's own CPU milliseconds an answer, and the load of the
machine: on a shared one only the CPU says much. `--pause`: seconds that a reader looks at what he got before he asks
again.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import multiprocessing
import os
import random
import socket
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bench.scale.press import THINGS, print_articles
from sagwan import __version__
from sagwan.ledger.keys import Run
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.index.open import open_index
from sagwan.views.register import articles, beside, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.synchronize import Event

PORT = 4299
# How often each kind of view is asked for beside the others.
VIEWS = (
    *(("/", "/start"),) * 3,
    *(("/disputes", "/disputes"), ("/reversals", "/reversals"), ("/money", "/money"), ("/timeline", "/timeline")),
    *(("/network", "/network"), ("/who", "/names"), ("/articles", "/articles"), ("/about", "/account")),
)
OF_SOMEBODY = ("/who/{0}", "/timeline?name={0}", "/disputes?name={0}", "/said?name={0}", "/money?name={0}")
# What is asked for beside the views of all, one as often as the other: `tie` and `find` need more than a name.
ASKED = (*OF_SOMEBODY, "tie", "find", "/search?q={0}", "/articles/{1}", "/articles/{1}")


@dataclass
class Tally:
    """What the readers saw."""

    took: list[float] = field(default_factory=list)
    wrong: dict[int, int] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)

    def note(self, path: str, status: int, seconds: float) -> None:
        """One answer."""
        self.took.append(1000 * seconds)
        self.slow[path] = max(self.slow.get(path, 0), 1000 * seconds)
        if status not in (200, 304):
            self.wrong[status] = self.wrong.get(status, 0) + 1


def main() -> None:
    """Serve, read, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--addresses", type=int, default=200, help="how many addresses the readers share")
    parser.add_argument("--api", action="store_true")
    parser.add_argument("--quiet", action="store_true", help="no writer")
    args = parser.parse_args()
    addresses = list(_addresses(args.ledger, args.addresses, api=args.api))
    way = multiprocessing.get_context("spawn")
    stop = way.Event()
    server = way.Process(target=_serve, args=(args.ledger,))  # no daemon: it prepares the search by a child of its own
    writer = way.Process(target=_write, args=(args.ledger, stop), daemon=True)
    server.start()
    try:
        first = _wait(addresses[0])
        asked_first = _warm(addresses)
        if not args.quiet:
            writer.start()
        before = _cpu(server.pid or 0)
        tally = asyncio.run(_read(addresses, args.readers, args.seconds, args.pause))
        spent = _cpu(server.pid or 0) - before
    finally:
        stop.set()
        if writer.is_alive():
            writer.join(20)
        server.terminate()
    print(f"first answer after {first:.1f} s")
    _print(f"{len(addresses)} addresses, asked for the first time, one by one", asked_first)
    _print(f"{args.readers} readers", tally)
    n = len(tally.took)
    print(f"{n / args.seconds:.0f} answers a second; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"CPU of the server: {1000 * spent / n:.1f} ms an answer, {spent / args.seconds:.2f} of a core")


def _print(what: str, tally: Tally) -> None:
    took = sorted(tally.took)
    n = len(took)
    print(f"{what}: {n} answers, others than 200: {tally.wrong}")
    print(f"  median {statistics.median(took):.0f} ms, p95 {took[int(n * 0.95)]:.0f} ms, most {took[-1]:.0f} ms")
    for path, most in sorted(tally.slow.items(), key=lambda one: -one[1])[:6]:
        print(f"  {most:7.0f} ms at most  {path}")


def _addresses(ledger: Path, n: int, *, api: bool) -> Iterator[str]:
    """The views first, then what is asked of somebody, for words and of articles; none twice but the views."""
    yield from (f"/api/v1{path}" if api else page for page, path in VIEWS)
    rng, given = random.Random(3), set[str]()
    words = THINGS.split()
    with open_index(ledger, load_default()) as index:
        known = list(names(index, limit=5000))
        pages = [one.page[:12] for one in articles(index, limit=2000)]
        while len(given) < n - len(VIEWS):
            ((name, *_),) = rng.choices(known, [seen for _, _, seen in known])
            kind, path = rng.choice(ASKED), ""
            if kind == "tie":
                path = next((f"/ties/{quote(name)}/{quote(other)}" for other, _, _ in beside(index, name, 1)), "")
            elif kind == "find":
                path = f"/search?q={quote(' '.join(rng.sample(words, rng.choice((1, 1, 2)))))}"
            else:
                path = kind.format(quote(name), rng.choice(pages))
            if path and path not in given:
                given.add(path)
                yield f"/api/v1{path.replace('/articles/', '/pages/')}" if api else path


async def _read(addresses: list[str], readers: int, seconds: float, pause: float) -> Tally:
    tally, until = Tally(), time.monotonic() + seconds
    await asyncio.gather(*(_reader(addresses, n, until, pause, tally) for n in range(readers)))
    return tally


async def _reader(addresses: list[str], n: int, until: float, pause: float, tally: Tally) -> None:
    """One browser: a connection that is kept, one question after another."""
    rng = random.Random(n)
    await asyncio.sleep(rng.random() * pause)
    asking, answering = await asyncio.open_connection("127.0.0.1", PORT)
    while time.monotonic() < until:
        path = rng.choice(addresses)
        began = time.monotonic()
        status = await _ask(asking, answering, path)
        tally.note(path, status, time.monotonic() - began)
        await asyncio.sleep(pause * 2 * rng.random())
    answering.close()


async def _ask(asking: asyncio.StreamReader, answering: asyncio.StreamWriter, path: str) -> int:
    answering.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = (await asking.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if "transfer-encoding: chunked" in head:
        while size := int(await asking.readline(), 16):
            await asking.readexactly(size + 2)
        await asking.readline()
    else:
        await asking.readexactly(int(head.partition("content-length:")[2].split()[0]))
    return int(head.split()[1])


def _warm(addresses: list[str]) -> Tally:
    """Every address once: readers come to a server that has been asked before."""

    async def once() -> Tally:
        tally = Tally()
        asking, answering = await asyncio.open_connection("127.0.0.1", PORT)
        for path in addresses:
            began = time.monotonic()
            status = await _ask(asking, answering, path)
            tally.note(path, status, time.monotonic() - began)
        answering.close()
        return tally

    return asyncio.run(once())


def _wait(path: str) -> float:
    """Seconds until the first answer."""
    began = time.monotonic()
    while True:
        with _soon():
            socket.create_connection(("127.0.0.1", PORT), 1).close()
            break
    asyncio.run(_first(path))
    return time.monotonic() - began


@contextmanager
def _soon() -> Iterator[None]:
    try:
        yield
    except OSError:
        time.sleep(0.05)


async def _first(path: str) -> None:
    asking, answering = await asyncio.open_connection("127.0.0.1", PORT)
    await _ask(asking, answering, path)
    answering.close()


def _cpu(pid: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _serve(ledger: Path) -> None:
    from sagwan.web.serving import serve
    from sagwan.work.settings import load_settings

    serve(load_settings({"ledger": str(ledger)}), "127.0.0.1", PORT, (), secure=False, ready=lambda _: None)


def _write(ledger: Path, stop: Event) -> None:
    """Add an article about every half second, as a reader process does that is behind with nothing."""
    run = Run(__version__, load_default().digest, "press")
    seed = int(time.time())
    with open_store(ledger) as store:
        for page, reading in itertools.islice(print_articles(10_000, seed), 10_000):
            if stop.wait(0.5):
                return
            store.keep(to_rows(page, reading, run))


if __name__ == "__main__":
    main()
