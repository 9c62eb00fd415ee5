"""Small files, small functions, names of the trade."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "sagwan"
FILES = sorted(ROOT.rglob("*.py"))
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 60
NAMES_THAT_HIDE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_file_is_one_matter(path: Path):
    source = path.read_text()
    assert len(source.splitlines()) <= LINES_OF_A_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert not long
    assert not NAMES_THAT_HIDE & {path.stem, *path.relative_to(ROOT).parts[:-1]}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text()))
