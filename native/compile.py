"""Compile what reads into machine code, with mypyc: `make native`.

    python native/compile.py TARGET

The rooms that a page goes through are copied below TARGET and compiled there; what is in `src/` stays as it is. What a
compiler wants otherwise than an interpreter is rewritten in the copy alone (`rewriting.py`).
"""

from __future__ import annotations

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mypyc.build import mypycify
from rewriting import rewritten
from setuptools import setup
from setuptools.command.build_ext import build_ext

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "sagwan"
ROOMS = ("core", "korean", "extract")
# Left to the interpreter: the order of passes, which `bench/reading.py` times.
LEFT = ("extract/read.py",)


def main() -> None:
    """Write the compiled modules, and nothing else, into the tree of packages below TARGET."""
    tree = Path(sys.argv[1]) / "tree"
    _build(tree, [str(path.relative_to(tree)) for path in write(tree)])


def write(tree: Path) -> list[Path]:
    """The packages as the compiler takes them, in `tree`; the modules that are to be compiled."""
    house = tree / "sagwan"
    shutil.copytree(SOURCE, house, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    paths = sorted(_compiled(house))
    for path in paths:
        path.write_text(rewritten(path.read_text()))
    return paths


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
    asked = ["--quiet", "build_ext", "--inplace"]
    setup(name="sagwan-native", ext_modules=modules, cmdclass={"build_ext": BuildTogether}, script_args=asked)


class BuildTogether(build_ext):  # type: ignore[misc]
    """Files of C on all cores: setuptools takes the files of one extension one after another."""

    def build_extensions(self) -> None:
        """Compile and link."""
        one_by_one = self.compiler.compile

        def together(sources: list[str], **options: object) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as cores:
                return [made for (made,) in cores.map(partial(one_by_one, **options), ([file] for file in sources))]

        self.compiler.compile = together
        super().build_extensions()


if __name__ == "__main__":
    main()
