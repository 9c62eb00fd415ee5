"""What the documents name is there: links, files, make targets, modules to run, commands and their options."""

import importlib.util
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from sagwan.cli.app import app

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
SOURCE = r"[\w./-]+\.(?:py|toml|md|sql|jsonl?|css|js)"
FOLDER = r"\w+(?:/[\w-]+)+/?"
# The user's own files, placeholders, addresses of the web.
OF_THE_READER = {
    "sagwan.toml",
    "NNNN_name.sql",
    "form-data",
    "openapi.json",
}
PLAIN = re.compile(r"[a-z]+")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return [n for n in names if n] or [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file()]


FILES = tracked()
PLACES = [f"/{place}" for place in {*FILES, *(str(above) for name in FILES for above in Path(name).parents)}]
PAGES = sorted(name for name in FILES if name.endswith(".md") and not name.startswith("changelog.d/"))


def code(text: str) -> list[str]:
    """Every stretch of code: what stands between back-ticks, and the lines of blocks without their remarks."""
    blocks = "\n".join(re.findall(r"^```(?:sh)?\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    lines = [re.split(r"\s{2,}|#", line.strip())[0] for line in blocks.splitlines()]
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)) + lines


def is_there(word: str) -> bool:
    """Whether a path of the repository ends so; what is built is not there yet."""
    path = word.rstrip("/")
    return path.startswith("build/") or Path(path).name in OF_THE_READER or any(p.endswith(f"/{path}") for p in PLACES)


@cache
def whole() -> TyperCommand | TyperGroup:
    found = typer.main.get_command(app)
    assert isinstance(found, TyperCommand | TyperGroup)
    return found


def command(words: list[str]) -> tuple[TyperCommand | TyperGroup, list[str]]:
    """The command that the words name, as deep as they name it, and the words behind it."""
    found = whole()
    while words and isinstance(found, TyperGroup):
        one = found.commands.get(words[0])
        if one is None:
            assert not PLAIN.fullmatch(words[0]), f"no command {words[0]}"
            break
        assert isinstance(one, TyperCommand | TyperGroup)
        found, words = one, words[1:]
    return found, words


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str):
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
    words = [word.strip(".,;:") for piece in code(text) for word in piece.split()]
    paths = [word for word in words if re.fullmatch(f"{SOURCE}|{FOLDER}", word)]
    assert [path for path in paths if not is_there(path)] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_tells_to_run_can_be_run(page: str):
    pieces = [piece.split(" | ")[0] for piece in code((ROOT / page).read_text("utf-8"))]
    for target, rest in (found.groups() for piece in pieces if (found := re.match(r"make ([a-z]+)\b(.*)", piece))):
        assert target in TARGETS
        assert all(re.search(rf"\$\((or \$\()?{name}\b", MAKEFILE) for name in re.findall(r"([A-Z]+)=", rest)), rest
    modules = [found[1] for piece in pieces if (found := re.search(r"\bpython -m ([\w.]+)", piece))]
    assert [name for name in modules if not importlib.util.find_spec(name)] == []
    for piece in pieces:
        if re.match(r"sagwan [a-z]", piece):
            told, words = command([part.split("|")[0] for part in piece.split()[1:]])
            known = {name for option in told.params for name in (*option.opts, *option.secondary_opts)} | {"--help"}
            assert set(re.findall(r"(?<!\w)--[a-z][a-z-]+", " ".join(words))) <= known, piece
