"""Compile what reads into machine code, with mypyc: `make native`.

    python native/compile.py TARGET

The rooms that a page goes through are copied below TARGET and compiled there; what is in `src/` stays as it is. What a
compiler wants otherwise than an interpreter is rewritten in the copy alone (`rewriting.py`).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mypyc.build import mypycify
from rewriting import rewritten
from setuptools import setup

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "sagwan"
ROOMS = ("core", "korean", "extract")
# Left to the interpreter: the order of passes, which `bench/reading.py` times, and what mypyc 2.4 cannot take.
LEFT = ("extract/read.py", "extract/names/census.py")
# Its import for a type would close a circle.
ROUND = ("extract/statements/noun.py",)


def main() -> None:
    """Write the compiled modules, and nothing else, into the tree of packages below TARGET."""
    target = Path(sys.argv[1])
    tree = target / "tree" / "sagwan"
    shutil.copytree(SOURCE, tree, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    paths = sorted(_compiled(tree))
    for path in paths:
        path.write_text(rewritten(path.read_text(), real=path.relative_to(tree).as_posix() not in ROUND))
    _build(target / "tree", [str(path.relative_to(target / "tree")) for path in paths])


def _compiled(tree: Path) -> Iterator[Path]:
    for room in ROOMS:
        for path in (tree / room).rglob("*.py"):
            if path.name != "__init__.py" and path.relative_to(tree).as_posix() not in LEFT:
                yield path


def _build(tree: Path, paths: list[str]) -> None:
    os.chdir(tree)
    os.environ["MYPYPATH"] = "."
    checked = ["--config-file=/dev/null", "--ignore-missing-imports", "--follow-imports=silent"]
    # One C file a module: a compiler of C takes a single one of all of them for an hour.
    modules = mypycify([*checked, *paths], opt_level="2", debug_level="0", multi_file=True)
    setup(name="sagwan-native", ext_modules=modules, script_args=["--quiet", "build_ext", "--inplace"])


if __name__ == "__main__":
    main()
