"""What the web pages load, from the npm registry: fonts, charts, htmx. Needs Python alone, no npm.

`package-lock.json` is npm's own and pins each package by version and SHA-512; a tarball that differs stops the run.
`take` in `package.json` says which files of each package are wanted. Those go to `src/sagwan/web/assets/` and into the
wheel; what only the tests need goes to `build/assets/`. The registry is the one that npm is set to use:
`npm_config_registry`, else `registry=` in an `.npmrc` of this folder or of the user, else registry.npmjs.org.
"""

from __future__ import annotations

import base64
import fnmatch
import hashlib
import io
import json
import os
import shutil
import sys
import tarfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "sagwan" / "web" / "assets"
TESTED = HERE.parent / "build" / "assets"
DEFAULT = "https://registry.npmjs.org/"
_TRIES = 3


def main() -> int:
    """Bring what is not there yet; exit status 1 where a package cannot be had or is not what the lock says."""
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    source = registry()
    for name, patterns in wanted["take"].items():
        pin = locked[f"node_modules/{name}"]
        folder = (TESTED if pin.get("dev") else SHIPPED) / name.rpartition("/")[2]
        mark = folder / ".pin"
        said = json.dumps([pin["integrity"], patterns])
        if mark.is_file() and mark.read_text("utf-8") == said:
            continue
        try:
            tarball = download(f"{source}{name}/-/{name.rpartition('/')[2]}-{pin['version']}.tgz")
            check(name, tarball, pin["integrity"])
        except (OSError, ValueError) as wrong:
            sys.stderr.write(f"{name} {pin['version']}: {wrong}\n  → 다른 저장소: npm_config_registry\n")
            return 1
        shutil.rmtree(folder, ignore_errors=True)
        unpack(tarball, patterns, folder)
        mark.write_text(said, "utf-8")
    return 0


def registry() -> str:
    """The address of the registry, with its closing slash."""
    for name in ("npm_config_registry", "NPM_CONFIG_REGISTRY"):
        if os.environ.get(name):
            return os.environ[name].rstrip("/") + "/"
    for file in (HERE / ".npmrc", Path.home() / ".npmrc"):
        lines = file.read_text("utf-8").splitlines() if file.is_file() else []
        for line in lines:
            key, _, value = line.partition("=")
            if key.strip() == "registry":
                return value.strip().strip('"').rstrip("/") + "/"
    return DEFAULT


def download(url: str) -> bytes:
    """The bytes at `url`, asked for three times before giving up. Raises OSError."""
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"no address of a registry: {url}")
    for left in range(_TRIES - 1, -1, -1):
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 — http(s) only, see above
                return bytes(answer.read())
        except OSError:
            if not left:
                raise
            time.sleep(2)
    raise AssertionError


def check(name: str, tarball: bytes, integrity: str) -> None:
    """Raises ValueError where the tarball is not the one that was pinned."""
    kind, _, digest = integrity.partition("-")
    found = base64.b64encode(hashlib.new(kind, tarball).digest()).decode()
    if kind != "sha512" or found != digest:
        raise ValueError(f"{name}의 {kind}가 적어 둔 것과 다릅니다")


def unpack(tarball: bytes, patterns: list[str], folder: Path) -> None:
    """Write the files that a pattern names below `folder`; each pattern must name one at least."""
    unused = set(patterns)
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        for member in archive:
            path = member.name.partition("/")[2]
            fits = [one for one in patterns if fnmatch.fnmatchcase(path, one)]
            if not member.isfile() or not fits or ".." in Path(path).parts:
                continue
            unused -= set(fits)
            held = archive.extractfile(member)
            assert held is not None
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(held.read())
    if unused:
        raise ValueError(f"{folder.name}: {', '.join(sorted(unused))}")


if __name__ == "__main__":
    sys.exit(main())
