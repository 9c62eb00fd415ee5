"""How long `sagwan serve` takes to its first page, by the clock and of CPU: `python -m bench.scale.first LEDGER`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PORT = 4298
_SERVE = "from sagwan.cli.app import main; main()"


def main() -> None:
    """Start it so many times, ask for the front page until it comes, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    for _ in range(args.times):
        clock, cpu = first_page(args.ledger)
        print(f"first page after {clock:.2f} s, {cpu:.2f} s of CPU", flush=True)


def first_page(ledger: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the server's CPU."""
    began = time.monotonic()
    command = [sys.executable, "-c", _SERVE, "serve", "--ledger", str(ledger), "--port", str(PORT)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            while not _answers():
                time.sleep(0.02)
            clock = time.monotonic() - began
            fields = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
            return clock, (int(fields[11]) + int(fields[12])) / 100
        finally:
            server.terminate()


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=600) as page:
            return bool(page.read())
    except OSError:
        return False


if __name__ == "__main__":
    main()
