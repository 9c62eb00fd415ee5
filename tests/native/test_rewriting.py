"""What the compiler is given says the same as what the interpreter reads."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from compile import write
from rewriting import rewritten

ROOT = Path(__file__).parents[2]

MODULES = sorted(path for room in ("core", "korean", "extract") for path in (ROOT / "src/sagwan" / room).rglob("*.py"))


def test_every_module_keeps_its_lines_and_is_still_python() -> None:
    for path in MODULES:
        code = path.read_text()
        made = rewritten(code)
        assert made.count("\n") == code.count("\n"), path
        ast.parse(made)
        assert "Struct" not in made.replace("__struct", ""), path
        assert "import replace" not in made or "from dataclasses import" in made


RECORD = """from msgspec import Struct, field
from msgspec.structs import replace


class Phrase(Struct, eq=False):
    end: int
    marks: list[str] = field(default_factory=list)


class Word(Struct, frozen=True, gc=False):
    form: str


def longer(p: Phrase, w: Word) -> tuple[list[str], Word]:
    return [m for m in (*p.marks, w.form)], replace(w, form=w.form + "다")
"""


# Compiled code sets the fields of a frozen record where it makes one, which an interpreter does not let it.
COMPILED = rewritten(RECORD).replace("frozen=True", "unsafe_hash=True")


@pytest.mark.parametrize("code", [RECORD, COMPILED])
def test_a_record_says_the_same_either_way(code: str) -> None:
    made: dict[str, object] = {}
    exec(compile(code, "record", "exec"), made)
    phrase, word = made["Phrase"], made["Word"]
    longer = made["longer"]
    assert callable(phrase)
    assert callable(word)
    assert callable(longer)
    p = phrase(3)
    p.marks.append("는")
    assert longer(p, word("하")) == (["는", "하"], word("하다"))
    assert phrase(3) != phrase(3)
    assert {word("가")} == {word("가")}
    assert (word("가") == word("나")) is False


def test_a_frozen_record_stays_so() -> None:
    assert "@dataclass(init=False, frozen=True)\nclass Word:" in rewritten(RECORD)


def test_imports_for_types_become_real() -> None:
    assert "\nif True:" in rewritten("from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import decimal\n")


def test_no_import_that_becomes_real_closes_a_circle(tmp_path: Path) -> None:
    modules = []
    for path in write(tmp_path):
        path.write_text(path.read_text().replace("frozen=True", "unsafe_hash=True"))
        modules.append(".".join(path.relative_to(tmp_path).with_suffix("").parts))
    every = f"import importlib\nfor name in {modules}:\n    importlib.import_module(name)"
    told = subprocess.run(
        [sys.executable, "-c", every], check=False, cwd=tmp_path, env={"PYTHONPATH": "."}, capture_output=True
    )
    assert told.returncode == 0, told.stderr.decode()
